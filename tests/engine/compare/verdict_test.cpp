// What findings come to: eliminated, at risk, open or viable (DESIGN section 3, step 4).
#include "engine/compare/verdict.hpp"

#include <gtest/gtest.h>

#include "tests/engine/compare/made.hpp"

namespace plumbline {
namespace {

using made::condition;
using made::finding;
using made::open;

Verdict verdict_with(std::vector<Finding> findings, std::vector<Requirement> requirements = {}) {
  OptionJudgement option;
  for (Finding& made : findings) option.findings.add(std::move(made));
  set_verdict(option, requirements);
  return option.verdict;
}

TEST(Verdict, IsViableWithoutFindingsAndWithNotes) {
  EXPECT_EQ(verdict_with({}), Verdict::Viable);
  EXPECT_EQ(verdict_with({finding(Severity::Note)}), Verdict::Viable);
}

TEST(Verdict, AnyEvidenceBetterThanAnAssumptionEliminates) {
  for (const Evidence evidence :
       {Evidence::Impossible, Evidence::HardLimit, Evidence::Requirement}) {
    EXPECT_EQ(verdict_with({finding(Severity::Violation, evidence)}), Verdict::Eliminated);
  }
}

TEST(Verdict, AnAssumptionAlonePutsAtRisk) {
  EXPECT_EQ(verdict_with({finding(Severity::Violation, Evidence::Assumption)}), Verdict::AtRisk);
  EXPECT_EQ(verdict_with({finding(Severity::Violation, Evidence::Assumption),
                          finding(Severity::Violation, Evidence::Requirement)}),
            Verdict::Eliminated);
}

TEST(Verdict, AtRiskWeighsMoreThanOpen) {
  EXPECT_EQ(verdict_with({open(), finding(Severity::Violation, Evidence::Assumption)}),
            Verdict::AtRisk);
}

TEST(Verdict, OpenThroughTheWorldAloneStaysViable) {
  EXPECT_EQ(verdict_with({open({condition("models.m.takes", 60.0)})}), Verdict::Viable);
}

TEST(Verdict, OpenThroughOwnPartsOrWithoutConditionIsOpen) {
  EXPECT_EQ(verdict_with({open()}), Verdict::Open);
  EXPECT_EQ(verdict_with({open({condition("store.keep", 60.0, false)})}), Verdict::Open);
  EXPECT_EQ(verdict_with(
                {open({condition("models.m.takes", 60.0), condition("store.keep", 1.0, false)})}),
            Verdict::Open);
}

TEST(Verdict, AWantNeverEliminates) {
  Finding unmet = finding(Severity::Violation, Evidence::Requirement);
  unmet.requirement = 0;
  Requirement want;
  want.strength = Strength::Want;
  EXPECT_EQ(verdict_with({unmet}, {want}), Verdict::Viable);
  EXPECT_EQ(verdict_with({unmet}, {Requirement{}}), Verdict::Eliminated);
}

TEST(Verdict, AWordWithoutANumberNeverEliminates) {
  Finding slow = finding(Severity::Violation, Evidence::Requirement);
  slow.requirement = 0;
  Requirement quickly;
  quickly.word = "quickly";
  EXPECT_EQ(verdict_with({slow}, {quickly}), Verdict::Viable);
  quickly.bound = Value::exactly(Dimension::Time, 1.0, Origin::Stated);
  EXPECT_EQ(verdict_with({slow}, {quickly}), Verdict::Eliminated);
}

TEST(Verdict, WhatIsSharedDoesNotBlock) {
  OptionJudgement option;
  option.findings.add(open());
  option.shared_findings = {0};
  set_verdict(option, {});
  EXPECT_EQ(option.verdict, Verdict::Viable);
}

TEST(Verdict, NeedsKeepTheNarrowestThreshold) {
  OptionJudgement option;
  option.findings.add(open({condition("models.m.takes", 60.0)}));
  option.findings.add(open({condition("models.m.takes", 9.0)}));
  option.findings.add(open({condition("models.n.takes", 30.0)}));
  set_verdict(option, {});
  ASSERT_EQ(option.needs.size(), 2u);
  EXPECT_EQ(option.needs[0].threshold.high, 9.0);
  EXPECT_EQ(option.needs[1].subject, "models.n.takes");
}

TEST(Verdict, ConditionsThatExcludeEachOtherLeaveTheOptionOpen) {
  Condition least = condition("models.m.takes", 10.0);
  least.direction = Condition::Direction::AtLeast;
  EXPECT_EQ(verdict_with({open({condition("models.m.takes", 5.0)}), open({least})}), Verdict::Open);
  EXPECT_EQ(verdict_with({open({condition("models.m.takes", 15.0)}), open({least})}),
            Verdict::Viable);
}

TEST(Verdict, UnmetWantsAreCountedOnce) {
  OptionJudgement option;
  Requirement want;
  want.strength = Strength::Want;
  for (const std::int32_t requirement : {0, 0, 1}) {
    Finding unmet = finding(Severity::Violation);
    unmet.requirement = requirement;
    option.findings.add(unmet);
  }
  EXPECT_EQ(unmet_wants(option, std::vector<Requirement>{want, want}), 2u);
  EXPECT_EQ(unmet_wants(option, std::vector<Requirement>{want, Requirement{}}), 1u);
}

}  // namespace
}  // namespace plumbline
