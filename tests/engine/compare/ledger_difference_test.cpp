// Differences of ledgers: what both owe cancels, and dominance holds whatever the weights are.
#include "engine/compare/ledger_difference.hpp"

#include <gtest/gtest.h>

#include "tests/engine/compare/made.hpp"

namespace plumbline {
namespace {

using made::duty;
using made::ledger;

TEST(LedgerDifference, ASharedWeightCountsOnce) {
  // Three of a thing against one of it: the weight is 1 to 4 hours on both sides at once.
  const Ledger one = ledger({duty("releases", "release", {1, 2, 4})});
  const Ledger three = ledger({duty("releases", "release", {3, 6, 12})});
  const LedgerDifference difference = difference_of(one, three);
  EXPECT_DOUBLE_EQ(difference.total.low, 2.0);
  EXPECT_DOUBLE_EQ(difference.total.likely, 4.0);
  EXPECT_DOUBLE_EQ(difference.total.high, 8.0);
}

TEST(LedgerDifference, DifferentWeightsAreIndependent) {
  const Ledger a = ledger({duty("releases", "first", {1, 2, 4})});
  const Ledger b = ledger({duty("releases", "second", {3, 5, 7})});
  const Span total = difference_of(a, b).total;
  EXPECT_DOUBLE_EQ(total.low, 3.0 - 4.0);
  EXPECT_DOUBLE_EQ(total.likely, 3.0);
  EXPECT_DOUBLE_EQ(total.high, 7.0 - 1.0);
}

TEST(LedgerDifference, IsTakenFactorByFactor) {
  const Ledger a = ledger({duty("alarms", "alarm", {1, 1, 1})});
  const Ledger b = ledger({duty("releases", "release", {2, 2, 2})});
  const LedgerDifference difference = difference_of(a, b);
  ASSERT_EQ(difference.factors.size(), 2u);
  EXPECT_EQ(difference.factors[0].factor, "alarms");
  EXPECT_DOUBLE_EQ(difference.factors[0].hours.likely, -1.0);
  EXPECT_DOUBLE_EQ(difference.factors[1].hours.likely, 2.0);
}

TEST(Dominates, MoreOfTheSameIsDominated) {
  const Ledger one = ledger({duty("releases", "release", {1, 2, 4})});
  const Ledger three = ledger({duty("releases", "release", {3, 6, 12})});
  EXPECT_TRUE(dominates(one, three));
  EXPECT_FALSE(dominates(three, one));
}

TEST(Dominates, NothingDominatesItself) {
  const Ledger one = ledger({duty("releases", "release", {1, 2, 4})});
  EXPECT_FALSE(dominates(one, one));
}

TEST(Dominates, NeedsEveryFactor) {
  const Ledger a =
      ledger({duty("releases", "release", {1, 1, 1}), duty("alarms", "alarm", {2, 2, 2})});
  const Ledger b =
      ledger({duty("releases", "release", {9, 9, 9}), duty("alarms", "alarm", {1, 1, 1})});
  EXPECT_FALSE(dominates(a, b));
  EXPECT_FALSE(dominates(b, a));
}

TEST(Dominates, IsNoProofWhileTheRangesOfDifferentWeightsOverlap) {
  const Ledger a = ledger({duty("releases", "first", {1, 2, 4})});
  const Ledger b = ledger({duty("releases", "second", {3, 5, 7})});
  EXPECT_FALSE(dominates(a, b));
  const Ledger c = ledger({duty("releases", "third", {5, 6, 7})});
  EXPECT_TRUE(dominates(a, c));
}

}  // namespace
}  // namespace plumbline
