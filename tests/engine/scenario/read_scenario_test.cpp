// The file as a whole: its mark, its head, all problems in one run, hostile sizes, lifetime.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::problems;
using testing::problems_of_world;
using testing::read_world;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::vector<std::string> problems_of_file(std::string text) {
  const auto read = read_scenario(std::move(text), "test.yaml", Catalog::built_in());
  return read.has_value() ? std::vector<std::string>{} : testing::shown(read.error());
}

TEST(Scenario, Head) {
  const ReadScenario read = read_world(
      "id: three-models\ntitle: Three models\nquestion: [First., Second.]\nfacts-as-of: 2025-01\n");
  EXPECT_EQ(read.scenario.id, "three-models");
  EXPECT_EQ(read.scenario.title, "Three models");
  EXPECT_THAT(read.scenario.question, ElementsAre("First.", "Second."));
  EXPECT_EQ(read.scenario.facts_as_of, "2025-01");
  EXPECT_TRUE(read.scenario.facts_as_of_stated);
  EXPECT_EQ(read.scenario.file, "folder/test.yaml");
  EXPECT_EQ(read.scenario.catalog, &Catalog::built_in());
}

TEST(Scenario, WhatTheHeadDoesNotSay) {
  const ReadScenario read = read_world("");
  EXPECT_EQ(read.scenario.id, "test");
  EXPECT_EQ(read.scenario.title, "test");
  EXPECT_EQ(read.scenario.facts_as_of, Catalog::built_in().date());
  EXPECT_FALSE(read.scenario.facts_as_of_stated);
}

TEST(Scenario, TheCommandLineChoosesTheDay) {
  const ReadScenario read = read_world("facts-as-of: 2025-01\n", {.facts_as_of = "2024"});
  EXPECT_EQ(read.scenario.facts_as_of, "2024");
  const auto wrong = read_scenario("plumbline: 1\n" + std::string(testing::kDesign), "test.yaml",
                                   Catalog::built_in(), {.facts_as_of = "yesterday"});
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().file(), "--facts-as-of");
  EXPECT_THAT(testing::shown(wrong.error()), ElementsAre(StartsWith("1:1 PLB0022")));
  EXPECT_THAT(problems_of_world("facts-as-of: 2025-02-30\n"),
              ElementsAre("2:14 PLB0022 facts-as-of must be a day, found text '2025-02-30'"));
}

TEST(Scenario, SaysThatItIsOne) {
  EXPECT_THAT(
      problems_of_file("plumbline: 2\n" + std::string(testing::kDesign)),
      ElementsAre("1:12 PLB0021 '2' is not a version of the language that this program reads"));
  // Forgotten: the rest is read all the same.
  EXPECT_THAT(problems_of_file("models: {v1: {take: 1 s}}\n" + std::string(testing::kDesign)),
              ElementsAre("1:1 PLB0023 a scenario needs 'plumbline'",
                          HasSubstr("'take' is not a key of the model 'v1'")));
  // Some other file: one error is enough.
  EXPECT_THAT(problems_of_file("name: build\non: [push]\njobs: {build: {runs-on: x}}\n"),
              ElementsAre("1:1 PLB0023 a scenario needs 'plumbline'"));
}

TEST(Scenario, UnknownAndReservedKeys) {
  EXPECT_THAT(problems_of_world("modles: {}\nplaces: {}\n"),
              ElementsAre("2:1 PLB0020 'modles' is not a key of the scenario (did you mean "
                          "'models'?)",
                          StartsWith("3:1 PLB0026 'places' belongs to the language")));
}

TEST(Scenario, AllProblemsInOneRunInOrderOfPlace) {
  EXPECT_THAT(problems("requirements:\n  - latency: {of: document, at-most: 1}\n"
                       "workloads:\n  documents: {size: big}\n"
                       "design:\n  components: {inbox: {service: s3, colour: red}}\n"),
              ElementsAre(StartsWith("3:19 PLB0025"), StartsWith("3:38 PLB0024"),
                          StartsWith("5:21 PLB0024"), StartsWith("7:37 PLB0020")));
}

TEST(Scenario, ABrokenSectionDoesNotMakeEveryNameWrong) {
  EXPECT_THAT(
      problems("workloads: [documents]\nmodels: 3\n"
               "requirements:\n  - reaches: {each: documents, models: [v1]}\n"
               "design: {components: {ask: {service: lambda, serves: v1}}}\n"),
      ElementsAre(HasSubstr("'workloads' must be a map"), HasSubstr("'models' must be a map")));
}

TEST(Scenario, LivesLongerThanWhatItWasReadFrom) {
  ReadScenario moved;
  {
    ReadScenario read = read_world("models: {v1: {takes: unknown}}\n");
    moved = std::move(read);
  }
  EXPECT_EQ(moved.scenario.id, "test");
  EXPECT_EQ(moved.scenario.world.works[0].takes.path, "models.v1.takes");
  EXPECT_EQ(testing::design_of(moved).components[1].name, "launch");
}

TEST(Scenario, ThousandsOfProblemsAreCutShort) {
  std::string text = "design:\n  components: {a: {service: s3}}\n  connections:\n";
  for (int i = 0; i < 5000; ++i) {
    text += "    - x" + std::to_string(i) + " -> y" + std::to_string(i) + "\n";
  }
  EXPECT_THAT(problems(text), SizeIs(1000));
}

TEST(Scenario, ManyImpliedWorksAreRefused) {
  std::string text = "models:\n";
  for (int i = 0; i < 2000; ++i) text += "  m" + std::to_string(i) + ":\n";
  text += "design:\n  components:\n";
  for (int i = 0; i < 600; ++i) {
    text +=
        "    c" + std::to_string(i) + ": {service: sagemaker-batch-transform, one-per: model}\n";
  }
  EXPECT_THAT(problems(text), ElementsAre(HasSubstr("PLB0003")));
}

TEST(Scenario, EveryScenarioOfTheRepositoryCanBeRead) {
  int count = 0;
  const std::filesystem::path folder = std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "scenarios";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    ++count;
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    EXPECT_THAT(problems_of_file(text.str()), IsEmpty()) << entry.path();
  }
  EXPECT_GT(count, 0);
}

}  // namespace
}  // namespace plumbline
