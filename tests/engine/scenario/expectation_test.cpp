// What the author expects is read apart from the scenario and checked against it.
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using testing::problems;
using testing::read;
using ::testing::StartsWith;

constexpr std::string_view kOptions = "options: {A: {}, B: {}, C: {}}\n";

std::string with_options(std::string_view key) { return std::string(key) + std::string(kOptions); }

TEST(Expectation, KeyOfOptions) {
  const ReadScenario scenario =
      read(with_options("answer: B\nbecause: {A: cost, C: edge-validity}\ndisputed: "
                        "true\nalternatives: [[A, B], C]\n"));
  const Expectation& expected = scenario.expectation;
  EXPECT_THAT(expected.answer, ElementsAre("B"));
  EXPECT_THAT(expected.because, ElementsAre(Pair("A", Kind::Cost), Pair("C", Kind::EdgeValidity)));
  EXPECT_TRUE(expected.disputed);
  EXPECT_THAT(expected.alternatives, ElementsAre(ElementsAre("A", "B"), ElementsAre("C")));
  EXPECT_TRUE(expected.is_stated());
  EXPECT_EQ(expected.place, (SourceRange{2, 9, 2, 10}));
}

TEST(Expectation, OfASingleDesign) {
  const ReadScenario scenario =
      testing::read_world("expect: {verdict: at-risk, kinds: [run-time-limit, cost]}\n");
  EXPECT_EQ(scenario.expectation.verdict, "at-risk");
  EXPECT_THAT(scenario.expectation.kinds, ElementsAre(Kind::RunTimeLimit, Kind::Cost));
  EXPECT_TRUE(scenario.expectation.is_stated());
}

TEST(Expectation, NeedNotBeStated) { EXPECT_FALSE(read(kOptions).expectation.is_stated()); }

TEST(Expectation, LettersAndKindsMustExist) {
  EXPECT_THAT(
      problems(with_options("answer: [B, D]\nbecause: {E: cost, A: costs}\n")),
      ElementsAre("2:13 PLB0025 there is no option 'D'", "3:11 PLB0025 there is no option 'E'",
                  "3:23 PLB0021 'costs' is not a kind of reason (did you mean 'cost'?)"));
}

TEST(Expectation, AnAnswerIsNotWrong) {
  EXPECT_THAT(problems(with_options("answer: [B]\nbecause: {B: cost}\n")),
              ElementsAre("3:11 PLB0027 'B' is an answer; 'because' says why an option is wrong"));
}

TEST(Expectation, EachFormBelongsToItsKindOfScenario) {
  EXPECT_THAT(testing::problems_of_world("answer: [A]\n"), ElementsAre(StartsWith("2:1 PLB0027")));
  EXPECT_THAT(problems(with_options("expect: {verdict: viable}\n")),
              ElementsAre(StartsWith("2:1 PLB0027 'expect'")));
  EXPECT_THAT(testing::problems_of_world("expect: {verdict: good}\n"),
              ElementsAre("2:19 PLB0021 'good' is not a verdict"));
}

TEST(Expectation, LettersAreKnownEvenWhenAnOptionCannotBeRead) {
  EXPECT_THAT(problems("answer: [B]\noptions: {A: {}, B: [1]}\n"),
              ElementsAre(StartsWith("3:21 PLB0022 option 'B' must be a map")));
}

}  // namespace
}  // namespace plumbline
