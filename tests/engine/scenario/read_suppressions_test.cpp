// `suppress:`: what each entry means, where it holds, and what is wrong with it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Two lines of mark and suppression, then kDesign: inbox stands in line 5, launch in line 6, the
// connection in line 8.
std::string entry(const std::string& rest) { return "suppress: [{" + rest + "}]\n"; }

std::vector<std::string> problems_of(const std::string& rest) {
  return problems(entry(rest) + std::string(kDesign));
}

Suppression only(const ReadScenario& read) {
  EXPECT_THAT(read.scenario.suppressions, SizeIs(1));
  return read.scenario.suppressions.front();
}

std::vector<std::uint32_t> lines_of(const Suppression& suppression) {
  std::vector<std::uint32_t> lines;
  for (const SourceRange& place : suppression.places) lines.push_back(place.line);
  return lines;
}

TEST(ReadSuppressions, NamesARuleAThingAndAReason) {
  const ReadScenario scenario =
      read_world(entry("rule: nobody-fetches, at: inbox, because: they fetch by hand"));
  const Suppression suppression = only(scenario);
  EXPECT_EQ(suppression.rule, "nobody-fetches");
  EXPECT_EQ(suppression.at, "inbox");
  EXPECT_EQ(suppression.because, "they fetch by hand");
  EXPECT_EQ(suppression.option, "");
  EXPECT_FALSE(suppression.expired);
  EXPECT_THAT(lines_of(suppression), ElementsAre(5));
}

TEST(ReadSuppressions, AConnectionIsNamedByItsArrow) {
  for (const std::string_view arrow : {"inbox -> launch", "inbox->launch"}) {
    const ReadScenario scenario =
        read_world(entry("rule: x, at: \"" + std::string(arrow) + "\", because: y"));
    EXPECT_THAT(lines_of(only(scenario)), ElementsAre(8)) << arrow;
  }
}

TEST(ReadSuppressions, AChainHoldsEachOfItsConnections) {
  const ReadScenario scenario = read(
      "suppress: [{rule: x, at: b -> c, because: y}]\n"
      "design:\n"
      "  components: {a: {service: s3}, b: {service: lambda}, c: {service: sqs}}\n"
      "  connections: [a -> b -> c]\n");
  EXPECT_THAT(lines_of(only(scenario)), ElementsAre(5));
}

TEST(ReadSuppressions, APartIsWhateverTheBaseAndTheOptionsSayOfIt) {
  const ReadScenario scenario = read(
      "suppress: [{rule: x, at: work, option: B, because: y}]\n"
      "base:\n"
      "  components: {inbox: {service: s3}, work: {blank: true}}\n"
      "  connections: [inbox -> work]\n"
      "options:\n"
      "  A: {fill: {work: {service: lambda}}}\n"
      "  B:\n"
      "    fill: {work: {service: batch}}\n"
      "    set: {work.memory: 2 GB}\n");
  const Suppression suppression = only(scenario);
  EXPECT_EQ(suppression.option, "B");
  EXPECT_THAT(lines_of(suppression), ElementsAre(4, 7, 9, 10));
}

TEST(ReadSuppressions, RequirementsAreNamedByTheirKind) {
  const std::string demands =
      "workloads: {docs: {arrive: {rate: 1/day}, to: inbox}}\n"
      "requirements:\n"
      "  - latency: {of: docs, at-most: 1 s}\n"
      "  - not-lost: {each: docs}\n";
  const ReadScenario one = read_world(entry("rule: x, at: not-lost, because: y") + demands);
  EXPECT_THAT(lines_of(only(one)), ElementsAre(6));
  const ReadScenario all = read_world(entry("rule: x, at: requirements, because: y") + demands);
  EXPECT_THAT(lines_of(only(all)), ElementsAre(5, 6));
  const ReadScenario world = read_world(entry("rule: x, at: docs, because: y") + demands);
  EXPECT_THAT(lines_of(only(world)), ElementsAre(3));
}

TEST(ReadSuppressions, EndsOnItsDayByTheFactsAndNotByTheClock) {
  const std::string until = entry("rule: x, at: inbox, because: y, until: 2025-03");
  const ReadScenario before = read_world("facts-as-of: 2025-02-28\n" + until);
  EXPECT_FALSE(only(before).expired);
  EXPECT_THAT(shown(before.notes), IsEmpty());
  const ReadScenario on_the_day = read_world("facts-as-of: 2025-03-01\n" + until);
  EXPECT_TRUE(only(on_the_day).expired);
  EXPECT_THAT(shown(on_the_day.notes),
              ElementsAre(HasSubstr("PLB0032 x at inbox was set aside until 2025-03; by the facts "
                                    "of 2025-03-01 it counts again")));
}

TEST(ReadSuppressions, AThingThatIsNowhereIsAnError) {
  EXPECT_THAT(problems_of("rule: x, at: inbix, because: y"),
              ElementsAre(HasSubstr("PLB0025 there is no part, connection, requirement or name of "
                                    "the world 'inbix' (did you mean 'inbox'?)")));
  EXPECT_THAT(problems_of("rule: x, at: launch -> inbox, because: y"),
              ElementsAre(HasSubstr("'launch -> inbox'")));
}

TEST(ReadSuppressions, NeedsAllThatMakesItReadable) {
  EXPECT_THAT(problems_of("at: inbox, because: y"), ElementsAre(HasSubstr("needs 'rule'")));
  EXPECT_THAT(problems_of("rule: x, because: y"), ElementsAre(HasSubstr("needs 'at'")));
  EXPECT_THAT(problems_of("rule: x, at: inbox"), ElementsAre(HasSubstr("needs 'because'")));
  for (const std::string nothing : {"''", "\" \""}) {
    EXPECT_THAT(problems_of("rule: x, at: inbox, because: " + nothing),
                ElementsAre(HasSubstr("set aside without a reason")))
        << nothing;
  }
  EXPECT_THAT(problems_of("rule: x, at: inbox, becuase: y"),
              Contains(HasSubstr("did you mean 'because'?")));
}

TEST(ReadSuppressions, AnOptionMustBeOne) {
  EXPECT_THAT(problems_of("rule: x, at: inbox, option: A, because: y"),
              ElementsAre(HasSubstr("the scenario has a 'design:' alone")));
  EXPECT_THAT(problems("suppress: [{rule: x, at: inbox, option: C, because: y}]\n"
                       "base: {components: {inbox: {service: s3}}}\n"
                       "options: {A: {}, B: {}}\n"),
              ElementsAre(HasSubstr("there is no option 'C'")));
}

TEST(ReadSuppressions, EndsOnADay) {
  EXPECT_THAT(problems_of("rule: x, at: inbox, because: y, until: soon"),
              ElementsAre(HasSubstr("must be a day")));
}

TEST(ReadSuppressions, IsAList) {
  EXPECT_THAT(problems("suppress: {rule: x}\n" + std::string(kDesign)),
              ElementsAre(HasSubstr("must be a list")));
}

}  // namespace
}  // namespace plumbline::testing
