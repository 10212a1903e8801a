// When nothing survives: the option that breaks least, and the requirement that kills most.
#include "engine/compare/nearest_miss.hpp"

#include <gtest/gtest.h>

#include "tests/engine/compare/made.hpp"

namespace plumbline {
namespace {

using made::Case;
using made::finding;

void eliminate(Case& options, std::size_t index, std::int32_t requirement,
               Evidence evidence = Evidence::Requirement, double margin = 2.0) {
  Finding made = finding(Severity::Violation, evidence);
  made.requirement = requirement;
  made.margin = margin;
  options[index].findings.add(made);
  options[index].verdict = Verdict::Eliminated;
}

TEST(NearestMiss, FewestViolations) {
  Case options(2);
  options.scenario.requirements.resize(2);
  eliminate(options, 0, 0);
  eliminate(options, 0, 1);
  eliminate(options, 1, 1);
  find_nearest_miss(options.judgement);
  EXPECT_EQ(options.judgement.nearest_miss, 1u);
  EXPECT_EQ(options.judgement.killer_requirement, 1);
}

TEST(NearestMiss, LighterEvidenceThenSmallerMargin) {
  Case evidence(2);
  evidence.scenario.requirements.resize(1);
  eliminate(evidence, 0, -1, Evidence::Impossible, 1.0);
  eliminate(evidence, 1, 0, Evidence::Requirement, 50.0);
  find_nearest_miss(evidence.judgement);
  EXPECT_EQ(evidence.judgement.nearest_miss, 1u);

  Case margin(2);
  margin.scenario.requirements.resize(1);
  eliminate(margin, 0, 0, Evidence::Requirement, 50.0);
  eliminate(margin, 1, 0, Evidence::Requirement, 1.1);
  find_nearest_miss(margin.judgement);
  EXPECT_EQ(margin.judgement.nearest_miss, 1u);
}

TEST(NearestMiss, RulesAloneLeaveNoRequirementToBlame) {
  Case options(1);
  eliminate(options, 0, -1, Evidence::HardLimit);
  find_nearest_miss(options.judgement);
  EXPECT_EQ(options.judgement.nearest_miss, 0u);
  EXPECT_EQ(options.judgement.killer_requirement, std::nullopt);
}

TEST(NearestMiss, IsNotSoughtWhileOneSurvives) {
  Case options(2);
  eliminate(options, 0, -1);
  find_nearest_miss(options.judgement);
  EXPECT_EQ(options.judgement.nearest_miss, std::nullopt);
}

}  // namespace
}  // namespace plumbline
