// Conditions, the team, and the words for what works are written for.
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::problems_of_world;
using testing::read_world;

TEST(Conditions, AreUnknownOfTheWorldWhenNothingIsSaid) {
  const ReadScenario read = read_world("models: {v1: {}}\n");
  const Conditions& conditions = read.scenario.world.conditions;
  EXPECT_TRUE(conditions.spot_interruptions.is_unknown());
  EXPECT_TRUE(conditions.spot_interruptions.of_the_world);
  EXPECT_EQ(conditions.spot_interruptions.path, "conditions.spot-interruptions");
  EXPECT_FALSE(conditions.restart.has_value());
}

TEST(Conditions, AreRead) {
  const ReadScenario read = read_world("conditions: {spot-interruptions: 2, restart: 15 min}\n");
  const Conditions& conditions = read.scenario.world.conditions;
  EXPECT_EQ(conditions.spot_interruptions.mean, Quantity::exactly(Dimension::Count, 2.0));
  ASSERT_TRUE(conditions.restart.has_value());
  EXPECT_EQ(conditions.restart->mean, Quantity::exactly(Dimension::Time, 900.0));
}

TEST(Conditions, OtherWordsAreRefused) {
  EXPECT_THAT(problems_of_world("conditions: {restart: 15}\n"),
              Contains(HasSubstr("a bare number needs a unit")));
  EXPECT_THAT(problems_of_world("conditions: {spot-interruption: 2}\n"),
              Contains(HasSubstr("spot-interruptions")));
  EXPECT_THAT(problems_of_world("conditions: 2\n"), Contains(HasSubstr("must be a map")));
}

TEST(Team, KnowsWordsOfTheCatalogByAnyName) {
  const ReadScenario read = read_world("team: {skills: [SQL, pyspark, ml], new-to: flink}\n");
  const Team& team = read.scenario.world.team;
  EXPECT_TRUE(team.is_stated);
  EXPECT_THAT(team.skills, ElementsAre("sql", "spark", "ml"));
  EXPECT_THAT(team.new_to, ElementsAre("flink"));
  EXPECT_FALSE(read_world("models: {v1: {}}\n").scenario.world.team.is_stated);
}

TEST(Team, MistakesAreTold) {
  EXPECT_THAT(problems_of_world("team: {skills: [pyton]}\n"), Contains(HasSubstr("python")));
  EXPECT_THAT(problems_of_world("team: {skills: [spark], new-to: [pyspark]}\n"),
              Contains(HasSubstr("new to it")));
}

TEST(RuntimeWords, AreFoundByAnyName) {
  const ReadScenario read = read_world(
      "models: {m: {framework: torch, container: own, trains-for: 8 h}}\n"
      "programs: {p: {runtime: Apache Spark, language: node.js, existing: true, container: "
      "provided}}\n");
  const World& world = read.scenario.world;
  EXPECT_EQ(world.works[0].framework->name, "pytorch");
  EXPECT_EQ(world.works[0].container, Container::Own);
  EXPECT_EQ(world.works[0].trains_for.mean, Quantity::exactly(Dimension::Time, 28800.0));
  EXPECT_FALSE(world.works[0].existing);
  EXPECT_EQ(world.works[1].runtime->name, "spark");
  EXPECT_EQ(world.works[1].language->name, "javascript");
  EXPECT_EQ(world.works[1].container, Container::Provided);
  EXPECT_TRUE(world.works[1].existing);
}

TEST(RuntimeWords, MisspeltAndMisplacedOnesAreTold) {
  EXPECT_THAT(problems_of_world("models: {m: {framework: pytorhc}}\n"),
              Contains(HasSubstr("did you mean 'pytorch'")));
  EXPECT_THAT(problems_of_world("programs: {p: {runtime: python}}\n"),
              Contains(HasSubstr("is a language, not a runtime")));
  EXPECT_THAT(problems_of_world("programs: {p: {container: docker}}\n"),
              Contains(HasSubstr("'docker' is not a container")));
  EXPECT_THAT(problems_of_world("programs: {p: {language: scala, runtime: spark}}\n"), IsEmpty());
}

}  // namespace
}  // namespace plumbline
