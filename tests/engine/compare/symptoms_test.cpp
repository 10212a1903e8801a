// Which hypothesis explains what is seen.
#include "engine/compare/symptoms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/compare/verdict.hpp"
#include "tests/engine/compare/made.hpp"

namespace plumbline {
namespace {

using made::Case;
using made::finding;
using made::open;

struct SymptomCase : Case {
  explicit SymptomCase(std::size_t options) : Case(options) {
    scenario.requirements.push_back({.kind = RequirementKind::NotLost, .symptom = true});
    scenario.requirements.push_back({.kind = RequirementKind::NotPublic});
  }
  void add(std::size_t option, Finding made, std::int32_t requirement = -1) {
    made.requirement = requirement;
    judgement.options[option].findings.all().push_back(std::move(made));
  }
  Verdict verdict(std::size_t option) {
    set_verdict(judgement.options[option], scenario.requirements);
    return judgement.options[option].verdict;
  }
};

TEST(Symptoms, TheHypothesisUnderWhichItFailsIsRight) {
  SymptomCase options(2);
  options.add(0, finding(Severity::Violation), 0);
  judge_symptoms(options.judgement);
  EXPECT_EQ(options.verdict(0), Verdict::Viable);
  EXPECT_EQ(options.verdict(1), Verdict::Eliminated);
  EXPECT_EQ(options[1].findings.all().front().kind, Kind::FitToQuestion);
}

TEST(Symptoms, ABrokenRuleExplainsToo) {
  SymptomCase options(2);
  options.add(1, finding(Severity::Violation));
  judge_symptoms(options.judgement);
  EXPECT_EQ(options.verdict(0), Verdict::Eliminated);
  EXPECT_EQ(options.verdict(1), Verdict::Viable);
}

TEST(Symptoms, WhatFailsEverywhereExplainsNothing) {
  SymptomCase options(2);
  for (std::size_t i = 0; i < 2; ++i) options.add(i, finding(Severity::Violation));
  judge_symptoms(options.judgement);
  EXPECT_EQ(options.verdict(0), Verdict::Eliminated);
  EXPECT_EQ(options.verdict(1), Verdict::Eliminated);
}

TEST(Symptoms, ADemandThatIsBrokenStillEliminates) {
  SymptomCase options(2);
  options.add(0, finding(Severity::Violation), 0);
  options.add(0, finding(Severity::Violation), 1);
  judge_symptoms(options.judgement);
  EXPECT_EQ(options.verdict(0), Verdict::Eliminated);
}

TEST(Symptoms, WhatMayFailIsNotSettled) {
  SymptomCase options(3);
  options.add(0, finding(Severity::Violation, Evidence::Assumption), 0);
  options.add(1, open(), 0);
  judge_symptoms(options.judgement);
  EXPECT_EQ(options.verdict(0), Verdict::AtRisk);
  EXPECT_EQ(options.verdict(1), Verdict::Open);
  EXPECT_EQ(options.verdict(2), Verdict::Eliminated);
}

TEST(Symptoms, NothingChangesWithoutOne) {
  Case options(2);
  options[0].findings.all().push_back(finding(Severity::Violation));
  judge_symptoms(options.judgement);
  EXPECT_EQ(options[0].findings.all().front().severity, Severity::Violation);
  EXPECT_TRUE(options[1].findings.empty());
}

}  // namespace
}  // namespace plumbline
