// The reason to remember: evidence, then depth, then margin, then place (DESIGN section 3, step 8).
#include "engine/compare/main_reason.hpp"

#include <gtest/gtest.h>

#include "tests/engine/compare/made.hpp"

namespace plumbline {
namespace {

using made::Case;
using made::finding;

Finding violation(Evidence evidence, std::uint32_t depth = 0, double margin = 1.0) {
  Finding made = finding(Severity::Violation, evidence);
  made.depth = depth;
  made.margin = margin;
  return made;
}

std::optional<std::size_t> strongest(std::vector<Finding> findings,
                                     std::vector<Requirement> requirements = {}) {
  Findings all;
  for (Finding& made : findings) all.add(std::move(made));
  return strongest_violation(all, requirements);
}

TEST(MainReason, StrongestEvidenceFirst) {
  EXPECT_EQ(strongest({violation(Evidence::Assumption), violation(Evidence::Requirement),
                       violation(Evidence::HardLimit), violation(Evidence::Impossible)}),
            3u);
}

TEST(MainReason, CauseBeforeConsequence) {
  EXPECT_EQ(
      strongest({violation(Evidence::HardLimit, 3, 99.0), violation(Evidence::HardLimit, 1, 1.1)}),
      1u);
}

TEST(MainReason, LargestMarginAmongEquals) {
  EXPECT_EQ(
      strongest({violation(Evidence::HardLimit, 1, 2.0), violation(Evidence::HardLimit, 1, 30.0)}),
      1u);
}

TEST(MainReason, TheEarlierPlaceAmongEqualsAndARuleBeforeARequirement) {
  EXPECT_EQ(strongest({violation(Evidence::HardLimit), violation(Evidence::HardLimit)}), 0u);
  Finding demanded = violation(Evidence::HardLimit);
  demanded.requirement = 0;
  EXPECT_EQ(strongest({demanded, violation(Evidence::HardLimit)}, {Requirement{}}), 1u);
}

TEST(MainReason, NotesOpenFindingsAndWishesNeverAre) {
  Finding wish = violation(Evidence::Impossible);
  wish.requirement = 0;
  Requirement want;
  want.strength = Strength::Want;
  EXPECT_EQ(strongest({finding(Severity::Note), finding(Severity::Open), wish}, {want}),
            std::nullopt);
}

TEST(MainReason, ALoserHasTheKindOfTheDecidingCriterion) {
  Case options(3);
  options.set_hours(0, 4.0);
  options.set_hours(1, 9.0);
  options[2].verdict = Verdict::Eliminated;
  options[2].findings.add(violation(Evidence::HardLimit));
  options.rank();
  Contests contests = options.contests();
  set_main_reasons(options.judgement, contests);
  EXPECT_FALSE(options[0].has_main_kind);
  EXPECT_EQ(options[1].main_kind, Kind::Overhead);
  EXPECT_EQ(options[1].main, std::nullopt);
  EXPECT_EQ(options[2].main_kind, Kind::Backlog);
  EXPECT_EQ(options[2].main, 0u);
}

TEST(MainReason, AnOpenOptionThatWouldBeFirstHasTheKindOfWhatIsOpen) {
  Case options(2);
  options.set_hours(0, 9.0);
  options.set_hours(1, 4.0);
  options[1].verdict = Verdict::Open;
  options[1].findings.add(made::open());
  options.rank();
  Contests contests = options.contests();
  set_main_reasons(options.judgement, contests);
  EXPECT_EQ(options[1].main, 0u);
  EXPECT_EQ(options[1].main_kind, Kind::Backlog);
}

TEST(MainReason, ByElimination) {
  Case options(2);
  options[0].verdict = Verdict::Eliminated;
  options[0].findings.add(violation(Evidence::Requirement));
  options.rank();
  Contests contests = options.contests();
  set_main_reasons(options.judgement, contests);
  EXPECT_TRUE(options[0].has_main_kind);
  EXPECT_FALSE(options[1].has_main_kind);
}

}  // namespace
}  // namespace plumbline
