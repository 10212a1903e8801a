// `choose`: its form, the combinations it makes, and what keeps options from being combined.
#include "engine/scenario/read_choice.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using testing::component;
using testing::design_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::problems;
using testing::read;
using ::testing::SizeIs;

constexpr std::string_view kThree =
    "options:\n"
    "  A: {title: first, components: {a: {service: s3}}}\n"
    "  B: {title: second, components: {b: {service: sqs}}}\n"
    "  C: {components: {c: {service: sns}}}\n";

std::string choose(std::string_view form, std::string_view options = kThree) {
  return "choose: " + std::string(form) + "\n" + std::string(options);
}
std::string together(std::string_view options) {
  return choose("{count: 2, as: together}", options);
}

std::vector<std::string> letters(const std::vector<Option>& options) {
  std::vector<std::string> list;
  for (const Option& option : options) list.emplace_back(option.letter);
  return list;
}
std::vector<std::string> clashes(const ReadScenario& read, std::string_view letter) {
  std::vector<std::string> list;
  for (const Clash& clash : design_of(read, letter).clashes) list.emplace_back(clash.what);
  return list;
}

TEST(Choice, TheFormMustBeSaid) {
  EXPECT_THAT(problems(choose("2")),
              ElementsAre("2:9 PLB0022 choose must be a count and a form, found text '2'"));
  EXPECT_THAT(problems(choose("{count: 2}")), ElementsAre(HasSubstr("needs 'as'")));
  EXPECT_THAT(problems(choose("{as: each}")), ElementsAre(HasSubstr("needs 'count'")));
  EXPECT_THAT(problems(choose("{count: 2, as: both}")), ElementsAre(HasSubstr("'both' is not")));
  EXPECT_THAT(problems(choose("{count: 2, as: each, of: 3}")), ElementsAre(HasSubstr("'of'")));
}

TEST(Choice, CountsFromTwoToTheNumberOfOptions) {
  for (const char* count : {"0", "1", "2.5", "-2"}) {
    EXPECT_THAT(problems(choose("{count: " + std::string(count) + ", as: each}")), SizeIs(1))
        << count;
  }
  EXPECT_THAT(problems(choose("{count: 3, as: each}")), IsEmpty());
  EXPECT_THAT(problems(choose("{count: 4, as: together}")),
              ElementsAre("2:9 PLB0027 'choose' asks for 4 options, but there are 3"));
  EXPECT_THAT(problems("choose: {count: 2, as: each}\n" + std::string(testing::kDesign)),
              ElementsAre(HasSubstr("'choose' is said of options")));
}

TEST(Choice, TheKeyNamesAsManyOptions) {
  EXPECT_THAT(problems("answer: [A]\n" + choose("{count: 2, as: each}")),
              ElementsAre("2:9 PLB0027 'choose' asks for 2 options, the key names 1"));
  EXPECT_THAT(problems("answer: [A, C]\nbecause: {B: cost}\n" + together(kThree)), IsEmpty());
  EXPECT_THAT(problems("answer: [A, D]\n" + together(kThree)),
              ElementsAre(HasSubstr("there is no option 'D'")));
}

TEST(Choice, EachLeavesTheOptionsAsTheyAre) {
  const ReadScenario scenario = read(choose("{count: 2, as: each}"));
  EXPECT_EQ(scenario.scenario.choice.count, 2u);
  EXPECT_THAT(letters(scenario.scenario.options), ElementsAre("A", "B", "C"));
  EXPECT_FALSE(scenario.scenario.judges_combinations());
}

TEST(Choice, TogetherMakesCombinations) {
  const ReadScenario scenario = read(together(kThree));
  EXPECT_THAT(letters(scenario.scenario.options), ElementsAre("A+B", "A+C", "B+C"));
  EXPECT_THAT(letters(scenario.scenario.remainders), ElementsAre("A", "B", "C"));
  EXPECT_THAT(scenario.scenario.options[1].members, ElementsAre(0u, 2u));
  EXPECT_EQ(scenario.scenario.options[0].title, "first + second");
  EXPECT_EQ(scenario.scenario.options[1].title, "") << "C has none";
  EXPECT_NE(design_of(scenario, "A+B").find("a"), kNone);
  EXPECT_NE(design_of(scenario, "A+B").find("b"), kNone);
  EXPECT_EQ(design_of(scenario, "A+B").find("c"), kNone);
}

TEST(Choice, SelectionsAreCountedAndListed) {
  using scenario_reading::count_selections;
  using scenario_reading::selections;
  EXPECT_EQ(count_selections(5, 2, 60), 10u);
  EXPECT_EQ(selections(5, 2).size(), 10u);
  EXPECT_EQ(count_selections(4, 4, 60), 1u);
  EXPECT_EQ(selections(4, 4).size(), 1u);
  EXPECT_EQ(count_selections(1000, 500, 60), 61u);
  EXPECT_THAT(selections(3, 1), ElementsAre(ElementsAre(0u), ElementsAre(1u), ElementsAre(2u)));
}

TEST(Choice, TooManyCombinationsAreRefused) {
  std::string options = "options:\n";
  for (int i = 0; i < 12; ++i) options += "  o" + std::to_string(i) + ": {}\n";
  EXPECT_THAT(problems(choose("{count: 2, as: together}", options)),
              ElementsAre(HasSubstr("2 of 12 options make more combinations than the 60")));
  EXPECT_THAT(problems(choose("{count: 11, as: together}", options)), SizeIs(0)) << "12 and 66";
  EXPECT_THAT(problems(choose("{count: 2, as: each}", options)), IsEmpty());
}

TEST(Choice, LettersMustNotLookLikeCombinations) {
  EXPECT_THAT(problems(together("options: {A+B: {}, C: {}, D: {}}\n")),
              ElementsAre(HasSubstr("'+' joins the letters")));
}

TEST(Choice, ProblemsOfAnOptionAreToldOnce) {
  EXPECT_THAT(
      problems(together("options:\n"
                        "  A: {components: {a: {service: lamda}}}\n"
                        "  B: {connections: [nobody -> b], components: {b: {service: s3}}}\n"
                        "  C: {}\n")),
      ElementsAre(HasSubstr("there is no service 'lamda'"),
                  HasSubstr("there is no component or actor 'nobody'")));
}

constexpr std::string_view kBase =
    "models: {m: {}}\n"
    "base:\n"
    "  components:\n"
    "    inbox: {service: s3}\n"
    "    ask: {service: lambda}\n"
    "    worker: {blank: true}\n"
    "  connections: [inbox -> ask]\n";
std::string with_base(std::string_view options) {
  return std::string(kBase) + together("options:\n" + std::string(options));
}

TEST(Clashes, SettingsThatDiffer) {
  const ReadScenario scenario =
      read(with_base("  A: {fill: {worker: {service: batch}}, set: {ask.timeout: 3 s}}\n"
                     "  B: {components: {ask: {timeout: 5 s}}}\n"
                     "  C: {components: {ask: {timeout: 3 s, memory: 1 GB}}}\n"));
  EXPECT_THAT(clashes(scenario, "A+B"), ElementsAre("'timeout' of 'ask' is 3 s in A and 5 s in B"));
  EXPECT_THAT(clashes(scenario, "A+C"), IsEmpty()) << "they say the same";
  EXPECT_TRUE(design_of(scenario, "A+B").components.empty()) << "it cannot be laid out";
  EXPECT_THAT(design_of(scenario, "A+C").components, SizeIs(3));
}

TEST(Clashes, BlanksThatAreFilledTwiceOrNotAtAll) {
  const ReadScenario scenario =
      read(with_base("  A: {fill: {worker: {service: batch}}}\n"
                     "  B: {fill: {worker: {service: lambda, timeout: 3 s}}}\n"
                     "  C: {}\n"
                     "  D: {components: {more: {service: sqs}}}\n"));
  EXPECT_THAT(clashes(scenario, "A+B"),
              ElementsAre("A and B fill the blank 'worker', and not with the same"));
  EXPECT_THAT(clashes(scenario, "C+D"),
              ElementsAre("no member fills the blank 'worker', which only A and B do"));
  EXPECT_THAT(clashes(scenario, "A+C"), IsEmpty());
}

TEST(Clashes, WhatOneRemovesAnotherMayNotUse) {
  const ReadScenario scenario =
      read(with_base("  A: {fill: {worker: {service: batch}}, remove: [ask]}\n"
                     "  B: {set: {ask.timeout: 3 s}}\n"
                     "  C: {connections: [ask -> inbox]}\n"
                     "  D: {remove: [ask, inbox]}\n"
                     "  E: {replace: {ask: {service: batch}}}\n"));
  EXPECT_THAT(clashes(scenario, "A+B"), ElementsAre("A removes 'ask', which B changes"));
  EXPECT_THAT(clashes(scenario, "A+C"), ElementsAre("A removes 'ask', which C connects"));
  EXPECT_THAT(clashes(scenario, "A+D"), IsEmpty()) << "both take it away";
  EXPECT_THAT(clashes(scenario, "A+E"), ElementsAre("A removes 'ask', which E changes"));
  EXPECT_THAT(clashes(scenario, "B+E"),
              ElementsAre("E replaces 'ask', which B changes",
                          "no member fills the blank 'worker', which only A does"));
}

TEST(Clashes, ConnectionsThatOneTakesAwayAndAnotherDraws) {
  const ReadScenario scenario = read(
      with_base("  A: {fill: {worker: {service: batch}}, remove: [inbox -> ask]}\n"
                "  B: {connections: [{inbox -> ask: {by: event-notification}}]}\n"
                "  C: {remove: [inbox -> ask], connections: [{inbox -> ask: {by: invoke}}]}\n"));
  EXPECT_THAT(clashes(scenario, "A+B"),
              ElementsAre("A removes the connection 'inbox -> ask', which B adds"));
  EXPECT_THAT(clashes(scenario, "A+C"), IsEmpty()) << "C takes it away as well";
}

TEST(Clashes, WhatOnlyAnotherOptionBringsIsMissing) {
  const ReadScenario scenario =
      read(together("options:\n"
                    "  A: {components: {waiting: {service: sqs}}}\n"
                    "  B: {components: {ask: {service: lambda}}, connections: [waiting -> ask]}\n"
                    "  C: {components: {log: {service: s3}}}\n"));
  EXPECT_THAT(clashes(scenario, "A+B"), IsEmpty());
  EXPECT_THAT(clashes(scenario, "B+C"), ElementsAre("B connects 'waiting', which only A adds"));
}

TEST(Joint, TheSamePartAndConnectionAreOne) {
  const ReadScenario scenario = read(with_base(
      "  A:\n"
      "    fill: {worker: {service: batch}}\n"
      "    components: {router: {service: eventbridge}}\n"
      "    connections: [inbox -> router]\n"
      "  B:\n"
      "    components: {router: {service: eventbridge}, ask: {does: [translate-text]}}\n"
      "    connections: [inbox -> router, router -> ask]\n"
      "  C: {components: {ask: {does: [transcribe]}}, fill: {worker: {service: batch}}}\n"));
  const Design& joint = design_of(scenario, "A+B");
  EXPECT_THAT(joint.components, SizeIs(4));
  EXPECT_THAT(joint.connections, SizeIs(3)) << "one of the base, two drawn";
  EXPECT_THAT(component(design_of(scenario, "B+C"), "ask").does, SizeIs(2))
      << "it does what both say";
}

TEST(Joint, ConnectionsOfOneOptionAreNotItsRepetitions) {
  const ReadScenario scenario = read(with_base(
      "  A: {components: {log: {service: s3}}, fill: {worker: {service: batch}}, connections: [ask -> log, ask -> "
      "log]}\n"
      "  B: {components: {log: {service: s3}}, connections: [ask -> log]}\n"
      "  C: {}\n"));
  EXPECT_THAT(design_of(scenario, "A+B").connections, SizeIs(3)) << "one of the base, two of A";
}

TEST(Joint, ASettingWithinAnotherIsTheSameThing) {
  const ReadScenario scenario = read(with_base(
      "  A: {fill: {worker: {service: batch}}, set: {\"ask.timeout\": 3 s}}\n"
      "  B: {set: {\"ask.timeout\": 5 s}}\n"
      "  C: {set: {\"ask.timeout.unknown\": true}}\n"));
  EXPECT_THAT(clashes(scenario, "A+B"), ElementsAre("'timeout' of 'ask' is 3 s in A and 5 s in B"));
  EXPECT_THAT(clashes(scenario, "A+C"), ElementsAre("'timeout' of 'ask' is not the same in A and C"));
}

}  // namespace
}  // namespace plumbline
