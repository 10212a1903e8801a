// Rankings of hand-made judgements: objective, dominance, close calls, ties and what follows them.
#include "engine/compare/ranking.hpp"

#include <gtest/gtest.h>

#include "tests/engine/compare/made.hpp"

namespace plumbline {
namespace {

using made::Case;
using made::duty;
using made::ledger;

TEST(Ranking, LeastOverheadIsFirst) {
  Case options(3);
  options.set_hours(0, 9.0);
  options.set_hours(1, 4.0);
  options.set_hours(2, 20.0);
  options.rank();
  EXPECT_EQ(options.order(), "BAC");
  EXPECT_EQ(options.best(), "B");
  EXPECT_EQ(options[1].rank, 1);
  EXPECT_EQ(options[0].rank, 2);
  EXPECT_EQ(options.judgement.runner_up, 0u);
  EXPECT_DOUBLE_EQ(options.judgement.difference_likely, 5.0);
  EXPECT_DOUBLE_EQ(options[2].score, 20.0);
}

TEST(Ranking, ViableBeforeOpenBeforeAtRiskBeforeEliminated) {
  Case options(4);
  options[0].verdict = Verdict::Eliminated;
  options[1].verdict = Verdict::AtRisk;
  options[2].verdict = Verdict::Open;
  options[3].verdict = Verdict::Viable;
  for (std::size_t i = 0; i < 4; ++i) options.set_hours(i, 1.0 + static_cast<double>(i));
  options.rank();
  EXPECT_EQ(options.order(), "DCBA");
  EXPECT_EQ(options.best(), "D");
  EXPECT_EQ(options.judgement.ground, Ground::OnlyViable);
  EXPECT_TRUE(options[1].would_be_first);
  EXPECT_TRUE(options[2].would_be_first);
  EXPECT_FALSE(options[0].would_be_first);
}

TEST(Ranking, AnOpenOptionThatLosesWouldNotBeFirst) {
  Case options(2);
  options[0].verdict = Verdict::Open;
  options.set_hours(0, 9.0);
  options.set_hours(1, 4.0);
  options.rank();
  EXPECT_FALSE(options[0].would_be_first);
}

TEST(Ranking, DominanceIsAProofEvenWithinFivePercent) {
  Case options(2);
  options[0].overhead = ledger({duty("releases", "release", {1, 100, 200})});
  options[1].overhead = ledger({duty("releases", "release", {1.03, 103, 206})});
  options.rank();
  EXPECT_EQ(options.best(), "A");
  EXPECT_EQ(options.judgement.ground, Ground::Dominance);
}

TEST(Ranking, LikelyWhereTheRangeOfTheDifferenceStaysOnOneSide) {
  Case options(2);
  options[0].overhead =
      ledger({duty("releases", "release", {1, 2, 3}), duty("alarms", "alarm", {1, 1, 1})});
  options[1].overhead = ledger({duty("releases", "more", {6, 7, 8})});
  options.rank();
  EXPECT_EQ(options.best(), "A");
  EXPECT_EQ(options.judgement.ground, Ground::Likely);
}

TEST(Ranking, ACloseCallTellsItsShare) {
  Case options(2);
  options[0].overhead = ledger({duty("releases", "first", {1, 4, 6})});
  options[1].overhead = ledger({duty("releases", "second", {5, 8, 9})});
  options.rank();
  // B minus A lies in [5 - 6, 9 - 1].
  EXPECT_EQ(options.best(), "A");
  EXPECT_EQ(options.judgement.ground, Ground::CloseCall);
  EXPECT_DOUBLE_EQ(options.judgement.close_share, 8.0 / 9.0);
}

TEST(Ranking, WhatBothShareDoesNotMakeACloseCall) {
  // Without cancelling, the shared weight (0 to 100 hours) would drown the difference of 2.
  Case options(2);
  const Duty shared = duty("state", "shared", {0, 10, 100});
  options[0].overhead = ledger({shared, duty("releases", "release", {1, 1, 1})});
  options[1].overhead = ledger({shared, duty("releases", "release", {3, 3, 3})});
  options.rank();
  EXPECT_EQ(options.judgement.ground, Ground::Dominance);
}

TEST(Ranking, TheClosestRivalIsNamed) {
  Case options(3);
  options[0].overhead = ledger({duty("releases", "first", {1, 4, 6})});
  options[1].overhead = ledger({duty("releases", "second", {6.5, 7, 9})});
  options[2].overhead = ledger({duty("releases", "third", {2, 8, 20})});
  options.rank();
  // B is next in the ranking, but only C's range reaches below A's.
  EXPECT_EQ(options.order(), "ABC");
  EXPECT_EQ(options.judgement.ground, Ground::CloseCall);
  EXPECT_EQ(options.judgement.runner_up, 2u);
}

TEST(Ranking, LessThanFivePercentIsATie) {
  Case options(3);
  options[0].overhead = ledger({duty("releases", "first", {1, 100, 200})});
  options[1].overhead = ledger({duty("releases", "second", {1, 104, 210})});
  options[2].overhead = ledger({duty("releases", "third", {1, 150, 300})});
  options.rank();
  EXPECT_EQ(options.best(), "AB");
  EXPECT_TRUE(options.judgement.tie);
  EXPECT_EQ(options.judgement.ground, Ground::Tie);
  EXPECT_EQ(options[0].rank, 1);
  EXPECT_EQ(options[1].rank, 1);
  EXPECT_EQ(options[2].rank, 3);
}

TEST(Ranking, ExactlyFivePercentIsNoTie) {
  Case options(2);
  options[0].overhead = ledger({duty("releases", "first", {1, 95, 200})});
  options[1].overhead = ledger({duty("releases", "second", {1, 100, 210})});
  options.rank();
  EXPECT_EQ(options.best(), "A");
  EXPECT_EQ(options.judgement.ground, Ground::CloseCall);
}

TEST(Ranking, ThenNamesTheNextCriterion) {
  Case options(2);
  options.scenario.then = {Objective::FewestServers};
  options[0].overhead = ledger({duty("releases", "first", {1, 100, 200})});
  options[1].overhead = ledger({duty("releases", "second", {1, 101, 200})});
  options[0].overhead.servers = 3;
  options.rank();
  EXPECT_EQ(options.best(), "B");
  EXPECT_EQ(options.judgement.deciding, Objective::FewestServers);
  EXPECT_FALSE(options.judgement.deciding_is_fallback);
  EXPECT_DOUBLE_EQ(options[0].score, 3.0);
}

// An option whose first wish is unmet.
void leave_wish_unmet(Case& options, std::size_t index) {
  if (options.scenario.requirements.empty()) {
    options.scenario.requirements.emplace_back();
    options.scenario.requirements.back().strength = Strength::Want;
  }
  Finding unmet = made::finding(Severity::Violation);
  unmet.requirement = 0;
  options[index].findings.add(unmet);
}

TEST(Ranking, WishesBreakTiesOnly) {
  Case tied(2);
  tied[0].overhead = ledger({duty("releases", "first", {1, 100, 200})});
  tied[1].overhead = ledger({duty("releases", "second", {1, 101, 200})});
  leave_wish_unmet(tied, 0);
  tied.rank();
  EXPECT_EQ(tied.best(), "B");
  EXPECT_EQ(tied.judgement.ground, Ground::Wants);

  Case apart(2);
  apart.set_hours(0, 10.0);
  apart.set_hours(1, 20.0);
  leave_wish_unmet(apart, 0);
  apart.rank();
  EXPECT_EQ(apart.best(), "A");
}

TEST(Ranking, MeetsRequirementsFallsBackToOverhead) {
  Case options(2, Objective::MeetsRequirements);
  options.set_hours(0, 9.0);
  options.set_hours(1, 4.0);
  options.rank();
  EXPECT_EQ(options.best(), "B");
  EXPECT_EQ(options.judgement.deciding, Objective::LeastOperationalOverhead);
  EXPECT_TRUE(options.judgement.deciding_is_fallback);
}

TEST(Ranking, WishesComeBeforeTheFallback) {
  Case options(2, Objective::MeetsRequirements);
  options.set_hours(0, 9.0);
  options.set_hours(1, 4.0);
  leave_wish_unmet(options, 1);
  options.rank();
  EXPECT_EQ(options.best(), "A");
  EXPECT_EQ(options.judgement.ground, Ground::Wants);
}

TEST(Ranking, TheLastOneStandingIsBestByElimination) {
  Case options(3);
  options[0].verdict = Verdict::Eliminated;
  options[1].verdict = Verdict::AtRisk;
  options[2].verdict = Verdict::Eliminated;
  options.rank();
  EXPECT_EQ(options.best(), "B");
  EXPECT_EQ(options.judgement.ground, Ground::Elimination);
}

TEST(Ranking, NoBestWhileEverySurvivorIsUndecided) {
  Case options(3);
  options[0].verdict = Verdict::Open;
  options[1].verdict = Verdict::Open;
  options[2].verdict = Verdict::Eliminated;
  options.set_hours(0, 9.0);
  options.set_hours(1, 4.0);
  options.rank();
  EXPECT_EQ(options.best(), "");
  EXPECT_EQ(options.judgement.ground, Ground::Undecided);
  EXPECT_EQ(options.order(), "BAC");
  EXPECT_TRUE(options[1].would_be_first);
  EXPECT_FALSE(options[0].would_be_first);
}

TEST(Ranking, NothingSurvives) {
  Case options(2);
  options[0].verdict = options[1].verdict = Verdict::Eliminated;
  options.rank();
  EXPECT_EQ(options.best(), "");
  EXPECT_EQ(options.judgement.ground, Ground::None);
}

TEST(Ranking, OneDesignIsNotAContest) {
  Case design(1);
  design.rank();
  EXPECT_EQ(design.judgement.ground, Ground::Only);
  EXPECT_EQ(design.best(), "A");
  Case open(1);
  open[0].verdict = Verdict::Open;
  open.rank();
  EXPECT_EQ(open.best(), "");
}

TEST(Ranking, TheOrderOfWritingDecidesNothingButTheOrderOfTies) {
  Case options(3);
  options.set_hours(0, 9.0);
  options.set_hours(1, 4.0);
  options.set_hours(2, 6.0);
  options.rank();
  Case reversed(3);
  reversed.set_hours(2, 9.0);
  reversed.set_hours(1, 4.0);
  reversed.set_hours(0, 6.0);
  reversed.rank();
  EXPECT_EQ(options.order(), "BCA");
  EXPECT_EQ(reversed.order(), "BAC");
  EXPECT_EQ(options.judgement.ground, reversed.judgement.ground);
}

}  // namespace
}  // namespace plumbline
