// Objectives are recognised in the words of questions.
#include <gtest/gtest.h>

#include <array>
#include <string_view>
#include <utility>

#include "engine/scenario/scenario.hpp"
#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using enum Objective;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Objective, IsFoundByItsName) {
  for (const Objective objective :
       {MeetsRequirements, LeastOperationalOverhead, LeastDevelopmentEffort, FewestServers,
        MostCostEffective, LowestLatency}) {
    EXPECT_EQ(find_objective(objective_name(objective)), objective);
    EXPECT_EQ(find_objective(objective_phrase(objective)), objective);
  }
}

TEST(Objective, IsFoundInTheWordsOfQuestions) {
  constexpr auto kPhrases = std::to_array<std::pair<std::string_view, Objective>>({
      {"with the LEAST operational overhead", LeastOperationalOverhead},
      {"Which solution will meet these requirements with the LEAST operational overhead?",
       LeastOperationalOverhead},
      {"in the MOST operationally efficient way", LeastOperationalOverhead},
      {"with the least amount of operational effort", LeastOperationalOverhead},
      {"with the LEAST maintenance", LeastOperationalOverhead},
      {"with the least effort to maintain", LeastOperationalOverhead},
      {"the LEAST amount of administrative effort", LeastOperationalOverhead},
      {"Which solution requires the LEAST management overhead?", LeastOperationalOverhead},
      {"with the LEAST development effort", LeastDevelopmentEffort},
      {"with the least amount of development effort", LeastDevelopmentEffort},
      {"with the LEAST implementation effort", LeastDevelopmentEffort},
      {"with the fewest code changes", LeastDevelopmentEffort},
      {"the LEAST amount of custom code", LeastDevelopmentEffort},
      {"with the LEAST development overhead", LeastDevelopmentEffort},
      {"with the least effort", LeastDevelopmentEffort},
      {"fewest servers to manage", FewestServers},
      {"with the fewest possible servers", FewestServers},
      {"with the LEAST infrastructure to manage", FewestServers},
      {"MOST cost-effectively", MostCostEffective},
      {"Which solution is the MOST cost-effective?", MostCostEffective},
      {"at the LOWEST cost", MostCostEffective},
      {"lowest total cost", MostCostEffective},
      {"the least expensive way", MostCostEffective},
      {"the cheapest solution", MostCostEffective},
      {"lowest latency", LowestLatency},
      {"with the LEAST latency", LowestLatency},
      {"with the fastest response time", LowestLatency},
      {"MINIMIZES latency", LowestLatency},
      {"Which solution meets these requirements?", MeetsRequirements},
      {"meets the stated requirements", MeetsRequirements},
  });
  for (const auto& [words, objective] : kPhrases) {
    const auto found = find_objective(words);
    ASSERT_TRUE(found.has_value()) << words;
    EXPECT_EQ(objective_name(*found), objective_name(objective)) << words;
  }
}

TEST(Objective, IsTheOneThatTheSuperlativeStandsNextTo) {
  EXPECT_EQ(find_objective("meets the latency requirements at the LOWEST cost"), MostCostEffective);
  EXPECT_EQ(find_objective("keeps costs low with the LOWEST latency"), LowestLatency);
  EXPECT_EQ(find_objective("cost-effective with the LEAST operational overhead"),
            LeastOperationalOverhead);
}

TEST(Objective, IsNotInventedFromOtherWords) {
  for (const std::string_view words : {"", "   ", "with the most shiny result", "latent costliness",
                                       "no", "!!!", "as soon as it can be"}) {
    EXPECT_FALSE(find_objective(words).has_value()) << words;
  }
}

TEST(Objective, UnknownWordsAreAnError) {
  EXPECT_THAT(testing::problems_of_world("objective: with the most shiny result\n"),
              ElementsAre("2:12 PLB0021 'with the most shiny result' is not an objective"));
  EXPECT_THAT(testing::problems_of_world("then: [lowest-latency, least-cots]\n"),
              ElementsAre("2:24 PLB0021 'least-cots' is not an objective"));
}

TEST(Objective, WhatIsNotJudgedYetSaysSo) {
  EXPECT_THAT(
      testing::problems_of_world("objective: with the HIGHEST availability\n"),
      ElementsAre(HasSubstr("2:12 PLB0026 'highest availability' belongs to the language")));
  EXPECT_EQ(testing::read_world("objective: MOST secure\n").scenario.objective, MostSecure);
}

TEST(Objective, KeepsItsWordsAndFurtherCriteria) {
  const ReadScenario read =
      testing::read_world("objective: with the LEAST operational overhead\nthen: lowest cost\n");
  EXPECT_EQ(read.scenario.objective, LeastOperationalOverhead);
  EXPECT_EQ(read.scenario.objective_as_written, "with the LEAST operational overhead");
  EXPECT_THAT(read.scenario.then, ElementsAre(MostCostEffective));
}

TEST(Objective, IsToMeetTheRequirementsWhenNothingIsSaid) {
  EXPECT_EQ(testing::read_world("").scenario.objective, MeetsRequirements);
}

}  // namespace
}  // namespace plumbline
