// Findings that a file sets aside: which ones, for which options, and what is told of the rest.
#include "engine/checks/suppress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/checks/rule.hpp"
#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kWorld = R"(
programs:
  align: {takes: 20 min, memory: 24 GB}
workloads:
  orders: {arrive: {rate: 40/day}, size: 2 KB, from: shop}
actors:
  shop: {kind: client}
base:
  components:
    worker: {service: lambda, runs: align}
  connections:
    - shop -> worker: {by: invoke}
options:
  A: {}
  B: {}
)";

Built with(const std::string& suppress, std::string_view option = "A") {
  return build("suppress: " + suppress + std::string(kWorld), option);
}

const Option& option_of(const Built& built, std::string_view letter) {
  for (const Option& option : built.read->scenario.options) {
    if (option.letter == letter) return option;
  }
  throw std::runtime_error("no option " + std::string(letter));
}

Findings found(const Built& built, std::string_view letter = "A") {
  return check_option({*built.pipeline, built.estimates}, option_of(built, letter));
}

std::vector<std::string> slugs(const Findings& findings) {
  std::vector<std::string> list;
  for (const Finding& finding : findings.all()) list.emplace_back(finding.rule->slug);
  return list;
}

std::vector<std::string> set_aside_slugs(const Findings& findings) {
  std::vector<std::string> list;
  for (const SuppressedFinding& one : findings.suppressed()) {
    list.emplace_back(one.finding.rule->slug);
  }
  return list;
}

TEST(Suppress, SetsAsideTheRuleAtTheThingAndNothingElse) {
  const Built built =
      with("[{rule: memory-too-small, at: worker, because: it is being rewritten}]");
  const Findings findings = found(built);
  EXPECT_THAT(slugs(findings), Not(Contains("memory-too-small")));
  EXPECT_THAT(slugs(findings), Contains("work-outlives-limit"));
  ASSERT_THAT(set_aside_slugs(findings), ElementsAre("memory-too-small"));
  EXPECT_EQ(findings.suppressed().front().because, "it is being rewritten");
}

TEST(Suppress, KnowsARuleByItsIdToo) {
  const RuleText* rule = find_rule_text("memory-too-small");
  ASSERT_NE(rule, nullptr);
  const Built built = with("[{rule: " + std::string(rule->id) + ", at: worker, because: y}]");
  EXPECT_THAT(set_aside_slugs(found(built)), ElementsAre("memory-too-small"));
}

TEST(Suppress, LeavesWhatStandsElsewhere) {
  const Built built = with("[{rule: memory-too-small, at: shop -> worker, because: y}]");
  const Findings findings = found(built);
  EXPECT_THAT(slugs(findings), Contains("memory-too-small"));
  EXPECT_THAT(set_aside_slugs(findings), IsEmpty());
}

TEST(Suppress, HoldsInTheOptionThatItNames) {
  const std::string of_b = "[{rule: memory-too-small, at: worker, option: B, because: y}]";
  EXPECT_THAT(set_aside_slugs(found(with(of_b, "A"), "A")), IsEmpty());
  EXPECT_THAT(set_aside_slugs(found(with(of_b, "B"), "B")), ElementsAre("memory-too-small"));
}

TEST(Suppress, CountsAgainWhenItHasEnded) {
  const Built built = with(
      "[{rule: memory-too-small, at: worker, because: y, until: 2020-01}]\n"
      "facts-as-of: 2025-01");
  EXPECT_THAT(slugs(found(built)), Contains("memory-too-small"));
}

TEST(Suppress, ARuleThatIsNoneIsAnErrorWithASuggestion) {
  const Built built = with("[{rule: memory-to-small, at: worker, because: y}]");
  const Findings problems = check_suppressions(built.read->scenario);
  ASSERT_EQ(problems.size(), 1U);
  const Finding& problem = problems.all().front();
  EXPECT_EQ(problem.place.line, 2U);
  EXPECT_EQ(render_message(problem.rule->message, problem),
            "'memory-to-small' is not a rule that judges designs (did you mean "
            "'memory-too-small'?)");
  EXPECT_TRUE(
      check_suppressions(with("[{rule: memory-too-small, at: worker, because: y}]").read->scenario)
          .empty());
}

TEST(Suppress, WhatReadingTellsIsNotSetAside) {
  for (const std::string rule : {"unknown-word", "unclaimed-sentence", "PLB0030"}) {
    const Built built = with("[{rule: " + rule + ", at: worker, because: y}]");
    EXPECT_EQ(check_suppressions(built.read->scenario).size(), 1U) << rule;
  }
}

TEST(Suppress, WhatSetsNothingAsideIsNoted) {
  const Built built = with(
      "[{rule: memory-too-small, at: worker, because: y}, {rule: nobody-fetches, at: worker, "
      "because: y}, {rule: disk-too-small, at: worker, because: y, until: 2020-01}]");
  const Findings findings = found(built);
  const Findings* const all[] = {&findings};
  const Findings notes = unused_suppressions(built.read->scenario, all);
  ASSERT_EQ(notes.size(), 1U);  // the one that has ended is told by reading
  const Finding& note = notes.all().front();
  EXPECT_EQ(render_message(note.rule->message, note),
            "nothing is found for nobody-fetches at worker, so nothing is set aside");
}

}  // namespace
}  // namespace plumbline
