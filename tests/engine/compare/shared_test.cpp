// What all options share is set aside; what kills is not, however many share it.
#include "engine/compare/shared.hpp"

#include <gtest/gtest.h>

#include "tests/engine/compare/made.hpp"

namespace plumbline {
namespace {

using made::Case;
using made::condition;
using made::finding;
using made::open;

TEST(SharedFindings, AnOpenFindingOfTheBaseIsSetAside) {
  Case options(2);
  options[0].findings.add(open());
  options[1].findings.add(finding(Severity::Note));
  options[1].findings.add(open());
  find_shared_findings(options.judgement);
  EXPECT_EQ(options[0].shared_findings, std::vector<std::size_t>{0});
  EXPECT_EQ(options[1].shared_findings, std::vector<std::size_t>{1});
}

TEST(SharedFindings, AnotherPlaceOrAnotherArgumentIsAnotherFinding) {
  Case places(2);
  Finding here = open();
  here.place = {3, 1, 3, 5};
  places[0].findings.add(here);
  places[1].findings.add(open());
  find_shared_findings(places.judgement);
  EXPECT_TRUE(places[0].shared_findings.empty());

  Case arguments(2);
  arguments[0].findings.add(open()).with("part", std::string("a"));
  arguments[1].findings.add(open()).with("part", std::string("b"));
  find_shared_findings(arguments.judgement);
  EXPECT_TRUE(arguments[0].shared_findings.empty());
}

TEST(SharedFindings, WhatEliminatesIsNeverSetAside) {
  Case options(2);
  options[0].findings.add(finding(Severity::Violation, Evidence::HardLimit));
  options[1].findings.add(finding(Severity::Violation, Evidence::HardLimit));
  find_shared_findings(options.judgement);
  EXPECT_TRUE(options[0].shared_findings.empty());
}

TEST(SharedFindings, OneDesignSharesNothing) {
  Case design(1);
  design[0].findings.add(open());
  find_shared_findings(design.judgement);
  EXPECT_TRUE(design[0].shared_findings.empty());
}

TEST(SharedConditions, SameThresholdForAllSurvivors) {
  Case options(3);
  for (std::size_t i = 0; i < 2; ++i) options[i].needs = {condition("models.m.takes", 60.0)};
  options[2].verdict = Verdict::Eliminated;
  find_shared_conditions(options.judgement);
  ASSERT_EQ(options.judgement.shared.size(), 1u);
  options[1].needs = {condition("models.m.takes", 30.0)};
  find_shared_conditions(options.judgement);
  EXPECT_TRUE(options.judgement.shared.empty());
}

TEST(SharedConditions, ASingleSurvivorKeepsItsOwn) {
  Case options(2);
  options[0].needs = {condition("models.m.takes", 60.0)};
  options[1].verdict = Verdict::Eliminated;
  find_shared_conditions(options.judgement);
  EXPECT_TRUE(options.judgement.shared.empty());
}

}  // namespace
}  // namespace plumbline
