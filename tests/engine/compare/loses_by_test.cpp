// The lines on which a loser loses.
#include "engine/compare/loses_by.hpp"

#include <gtest/gtest.h>

#include "tests/engine/compare/made.hpp"

namespace plumbline {
namespace {

using made::Case;
using made::duty;
using made::ledger;

TEST(LostDuties, NamesBothSidesAndPutsTheHeaviestFirst) {
  const Ledger best = ledger({duty("releases", "release", {1, 1, 1}, "1 endpoint to release"),
                              duty("keys", "key", {9, 9, 9}, "1 key to turn")});
  const Ledger loser = ledger({duty("releases", "release", {3, 3, 3}, "3 endpoints to release"),
                               duty("alarms", "alarm", {5, 5, 5}, "2 alarms to answer")});
  const std::vector<LostBy> lost = lost_duties(loser, best);
  ASSERT_EQ(lost.size(), 2u);
  EXPECT_EQ(lost[0].text, "2 alarms to answer");
  EXPECT_DOUBLE_EQ(lost[0].difference, 5.0);
  EXPECT_EQ(lost[1].text, "3 endpoints to release instead of 1");
  EXPECT_EQ(lost[1].factor, "releases");
  EXPECT_DOUBLE_EQ(lost[1].difference, 2.0);
}

TEST(LostDuties, DifferentThingsOfOneWeightAreBothNamed) {
  const Ledger best = ledger({duty("images", "image", {1, 1, 1}, "an image to rebuild")});
  const Ledger loser = ledger({duty("images", "image", {2, 2, 2}, "2 images to rebuild")});
  const std::vector<LostBy> lost = lost_duties(loser, best);
  ASSERT_EQ(lost.size(), 1u);
  EXPECT_EQ(lost[0].text, "2 images to rebuild instead of an image to rebuild");
}

TEST(Losses, EliminatedOptionsHaveThemToo) {
  Case options(2);
  options.set_hours(0, 4.0);
  options.set_hours(1, 9.0);
  options[1].verdict = Verdict::Eliminated;
  options.rank();
  Contests contests = options.contests();
  set_losses(options.judgement, contests);
  EXPECT_TRUE(options[0].loses_by.empty());
  ASSERT_EQ(options[1].loses_by.size(), 1u);
  EXPECT_DOUBLE_EQ(options[1].loses_by[0].difference, 9.0);
}

TEST(Losses, ServersAreCounted) {
  Case options(2, Objective::FewestServers);
  options[1].overhead.servers = 3;
  options.rank();
  Contests contests = options.contests();
  set_losses(options.judgement, contests);
  ASSERT_EQ(options[1].loses_by.size(), 1u);
  EXPECT_EQ(options[1].loses_by[0].text, "3 servers to look after instead of none");
}

}  // namespace
}  // namespace plumbline
