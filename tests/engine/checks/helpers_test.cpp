// Evidence, margins, places and the step from a decision to a finding.
#include "engine/checks/helpers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::Built;

Fact fact_of(Confidence confidence, bool adjustable) {
  Fact fact;
  fact.confidence = confidence;
  fact.adjustable = adjustable;
  return fact;
}

TEST(EvidenceOf, GrowsWeakerFromDocumentedLimitToEstimate) {
  const Fact hard = fact_of(Confidence::Documented, false);
  const Fact secondary = fact_of(Confidence::Secondary, false);
  const Fact recalled = fact_of(Confidence::Recalled, false);
  const Fact adjustable = fact_of(Confidence::Documented, true);
  EXPECT_EQ(evidence_of(&hard), Evidence::HardLimit);
  EXPECT_EQ(evidence_of(&secondary), Evidence::HardLimit);
  EXPECT_EQ(evidence_of(&recalled), Evidence::Assumption);
  EXPECT_EQ(evidence_of(&adjustable), Evidence::Assumption);
  EXPECT_EQ(evidence_of(static_cast<const Fact*>(nullptr)), Evidence::Requirement);
}

TEST(EvidenceOf, AStatedSettingOrQuotaIsAStatedNumber) {
  const Fact adjustable = fact_of(Confidence::Documented, true);
  const Setting timeout;
  Bound bound;
  bound.fact = &adjustable;
  EXPECT_EQ(evidence_of(bound), Evidence::Assumption);
  bound.setting = &timeout;
  EXPECT_EQ(evidence_of(bound), Evidence::Requirement);
  bound.setting = nullptr;
  const Value quota = Value::exactly(Dimension::Count, 4.0, Origin::Stated);
  bound.stated_quota = &quota;
  EXPECT_EQ(evidence_of(bound), Evidence::Requirement);
}

TEST(WeakenedBy, OnlyAWeakFactWeakens) {
  const Fact estimate = fact_of(Confidence::Estimate, false);
  const Fact documented = fact_of(Confidence::Documented, true);
  EXPECT_EQ(weakened_by(Evidence::HardLimit, &estimate), Evidence::Assumption);
  EXPECT_EQ(weakened_by(Evidence::HardLimit, &documented), Evidence::HardLimit);
  EXPECT_EQ(weakened_by(Evidence::HardLimit, nullptr), Evidence::HardLimit);
}

TEST(MarginOf, ComparesTheMildestValueWithTheBound) {
  const Quantity minutes{Dimension::Time, 1200.0, 1800.0};
  EXPECT_DOUBLE_EQ(margin_of(Direction::AtMost, minutes, 600.0), 2.0);
  EXPECT_DOUBLE_EQ(margin_of(Direction::AtLeast, minutes, 3600.0), 2.0);
  EXPECT_EQ(margin_of(Direction::AtMost, minutes, 0.0), kInfinity);
}

Value value_between(double low, double high, Origin origin) {
  Value value;
  value.mean = value.p99 = {Dimension::Time, low, high};
  value.origin = origin;
  value.path = "programs.job.takes";
  return value;
}

TEST(DecideValue, AtTheBoundIsMet) {
  const Value exact = value_between(900.0, 900.0, Origin::Stated);
  EXPECT_EQ(decide_value(exact, Direction::AtMost, 900.0).outcome, Outcome::Met);
  EXPECT_EQ(decide_value(exact, Direction::AtLeast, 900.0).outcome, Outcome::Met);
  EXPECT_EQ(decide_value(exact, Direction::AtMost, 899.0).outcome, Outcome::Violated);
  EXPECT_EQ(decide_value(exact, Direction::AtLeast, 901.0).outcome, Outcome::Violated);
}

TEST(DecideValue, AnUnknownOneIsItsOwnCondition) {
  const Value unknown = value_between(1.0, 3600.0, Origin::Unknown);
  const Decision decision = decide_value(unknown, Direction::AtMost, 900.0);
  EXPECT_EQ(decision.outcome, Outcome::Open);
  ASSERT_EQ(decision.conditions.size(), 1U);
  EXPECT_EQ(decision.conditions.front().subject, "programs.job.takes");
  EXPECT_EQ(decision.conditions.front().direction, Condition::Direction::AtMost);
  EXPECT_EQ(decision.conditions.front().threshold, Quantity::exactly(Dimension::Time, 900.0));
  EXPECT_TRUE(decision.conditions.front().of_the_world);
}

TEST(DecideValue, AStatedSpreadOnBothSidesIsOpenWithoutACondition) {
  const Value spread = value_between(1.0, 3600.0, Origin::Stated);
  const Decision decision = decide_value(spread, Direction::AtMost, 900.0);
  EXPECT_EQ(decision.outcome, Outcome::Open);
  EXPECT_TRUE(decision.conditions.empty());
}

TEST(AddDecided, MetSaysNothing) {
  Findings findings;
  EXPECT_EQ(add_decided(rules::caller_gives_up.text, {}, Direction::AtMost, 1.0, {},
                        Evidence::HardLimit, findings),
            nullptr);
  EXPECT_TRUE(findings.empty());
}

TEST(AddDecided, ViolatedCarriesMarginAndArguments) {
  Findings findings;
  const Decision decision{Outcome::Violated, Quantity::exactly(Dimension::Time, 1200.0), {}};
  const Finding* finding = add_decided(rules::caller_gives_up.text, {3, 1, 3, 4}, Direction::AtMost,
                                       900.0, decision, Evidence::HardLimit, findings);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->severity, Severity::Violation);
  EXPECT_EQ(finding->evidence, Evidence::HardLimit);
  EXPECT_DOUBLE_EQ(finding->margin, 1200.0 / 900.0);
  EXPECT_EQ(render_message("{needs} > {allowed}", *finding), "20 min > 15 min");
}

constexpr std::string_view kFunction = R"(
programs:
  job: {takes: 20 min, memory: 1 GB}
workloads:
  orders: {arrive: {rate: 40/day}, size: 2 KB, from: shop}
actors:
  shop: {kind: client}
design:
  components:
    worker: {service: lambda, runs: job, EXTRA}
  connections:
    - shop -> worker: {by: invoke}
)";

Built function_with(std::string_view extra) {
  std::string text(kFunction);
  const std::size_t at = text.find(", EXTRA");
  text.replace(at, 7, extra);
  return testing::build(text);
}

Finding* add_run_time(const Built& built, double seconds, Findings& findings) {
  const RuleContext context{*built.pipeline, built.estimates};
  const PartId worker = built.part("worker");
  const Quantity amount = Quantity::exactly(Dimension::Time, seconds);
  return add_if_beyond(
      context, rules::work_outlives_limit.text, bound_of(*built.pipeline, worker, "run-time"),
      {worker, place_of(*built.pipeline, worker), amount}, {},
      [&](const Assignment&) { return amount; }, findings);
}

TEST(AddIfBeyond, TheFactBoundsAtThePlaceOfThePart) {
  const Built built = function_with("");
  Findings findings;
  EXPECT_EQ(add_run_time(built, 900.0, findings), nullptr);
  const Finding* finding = add_run_time(built, 901.0, findings);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->place, built.pipeline->part(built.part("worker")).place);
  EXPECT_EQ(finding->evidence, Evidence::HardLimit);
  ASSERT_EQ(finding->facts.size(), 1U);
  EXPECT_EQ(finding->facts.front()->name, "function-timeout-max");
  EXPECT_EQ(finding->depth, 1U);
}

TEST(AddIfBeyond, AStatedSettingBoundsAtItsOwnPlace) {
  const Built built = function_with(", timeout: 1 min");
  Findings findings;
  EXPECT_EQ(add_run_time(built, 60.0, findings), nullptr);
  const Finding* finding = add_run_time(built, 61.0, findings);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->evidence, Evidence::Requirement);
  const SourceRange worker = built.pipeline->part(built.part("worker")).place;
  EXPECT_GT(finding->place.column, worker.column);
  ASSERT_EQ(finding->related.size(), 1U);
  EXPECT_EQ(finding->related.front().place, worker);
}

TEST(AddIfBeyond, AnUnknownBoundBecomesACondition) {
  const Built built = function_with(", timeout: unknown");
  Findings findings;
  const Finding* finding = add_run_time(built, 60.0, findings);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->severity, Severity::Open);
  ASSERT_EQ(finding->conditions.size(), 1U);
  EXPECT_THAT(finding->conditions.front().subject, ::testing::HasSubstr("worker.timeout"));
  EXPECT_EQ(finding->conditions.front().direction, Condition::Direction::AtLeast);
  EXPECT_EQ(finding->conditions.front().threshold, Quantity::exactly(Dimension::Time, 60.0));
}

TEST(JoinedNames, ReadsAsASentenceDoes) {
  EXPECT_EQ(joined_names({}), "");
  EXPECT_EQ(joined_names({"a"}), "a");
  EXPECT_EQ(joined_names({"a", "b"}), "a and b");
  EXPECT_EQ(joined_names({"a", "b", "c"}, "or"), "a, b or c");
}

TEST(DepthOf, CountsHopsFromTheNearestSource) {
  const Built built = function_with("");
  EXPECT_EQ(depth_of(*built.pipeline, built.part("shop")), 0U);
  EXPECT_EQ(depth_of(*built.pipeline, built.part("worker")), 1U);
}

}  // namespace
}  // namespace plumbline
