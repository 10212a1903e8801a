// The words in which views speak.
#include "engine/report/phrases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace plumbline {
namespace {

using testing::ElementsAre;

Condition condition(std::string subject, double seconds,
                    Condition::Direction direction = Condition::Direction::AtMost) {
  return {std::move(subject), direction, Quantity::exactly(Dimension::Time, seconds), true};
}

TEST(Phrases, Conditions) {
  EXPECT_EQ(condition_text(condition("models.v1.takes", 58.0)), "models.v1.takes is at most 58 s");
  EXPECT_EQ(condition_text(condition("w.period", 60.0, Condition::Direction::AtLeast)),
            "w.period is at least 1 min");
  EXPECT_EQ(conditions_text(std::vector<Condition>{condition("a", 5.0), condition("b", 5.0),
                                                   condition("c", 9.0)}),
            "a and b are at most 5 s and c is at most 9 s");
}

TEST(Phrases, Lists) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(listed(std::vector<std::string>{"a", "b"}), "a and b");
  EXPECT_EQ(listed(std::vector<std::string>{"a", "b", "c"}), "a, b and c");
}

TEST(Phrases, Places) {
  EXPECT_EQ(place_text({62, 5, 62, 9}), "[62:5]");
  EXPECT_EQ(place_text({}), "");
}

TEST(Phrases, RequirementsAreQuotedAsWhatTheyAre) {
  Requirement requirement;
  requirement.kind = RequirementKind::Sustained;
  EXPECT_EQ(quoted_requirement(requirement), "required: sustained");
  requirement.says = "every 3 seconds";
  EXPECT_EQ(quoted_requirement(requirement), "the question says \"every 3 seconds\"");
  requirement.inferred = true;
  EXPECT_EQ(quoted_requirement(requirement),
            "the author's reading of the question: \"every 3 seconds\"");
}

TEST(Phrases, MoneyAndHours) {
  EXPECT_EQ(dollars_text({Dimension::MoneyRate, 252.0, 252.0}), "$252");
  EXPECT_EQ(dollars_text({Dimension::MoneyRate, 44900.0, 55500.0}), "$44,900 - 55,500");
  EXPECT_EQ(dollars_text({Dimension::MoneyRate, 12.0, kInfinity}), "at least $12");
  EXPECT_EQ(hours_text(6.06), "6.1");
  EXPECT_EQ(hours_text(2617.0), "2,620");
}

TEST(Phrases, ASpanNamesItsUnitOnce) {
  EXPECT_EQ(span_text(Objective::LeastOperationalOverhead, -0.84, 4.5), "-0.8 to 4.5 h/month");
  EXPECT_EQ(span_text(Objective::LeastDevelopmentEffort, 1.0, 2.0), "1.0 to 2.0 h");
  EXPECT_EQ(span_text(Objective::LowestLatency, 0.002, 3.0), "2 ms to 3 s");
}

TEST(Phrases, DoubtsSayWhatTheyRestOn) {
  Finding finding;
  finding.margin = 66.5;
  EXPECT_THAT(doubt_text(finding), testing::HasSubstr("estimate"));
  Fact quota;
  quota.adjustable = true;
  finding.facts.push_back(&quota);
  EXPECT_THAT(doubt_text(finding), testing::HasSubstr("at least 67 times"));
  finding.margin = 1.31;
  EXPECT_THAT(doubt_text(finding), testing::HasSubstr("at least 1.4 times"));
  finding.margin = kInfinity;
  EXPECT_THAT(doubt_text(finding), testing::Not(testing::HasSubstr("times")));
}

TEST(Phrases, RelatedPlacesOfOneNoteShareALine) {
  Finding finding;
  finding.related = {{{64, 9, 64, 20}, "overlaps with it"},
                     {{8, 1, 8, 2}, ""},
                     {{66, 9, 66, 20}, "overlaps with it"},
                     {{}, "nowhere"}};
  EXPECT_THAT(related_text(finding),
              ElementsAre("overlaps with it [64:9] and [66:9]", "together with [8:1]"));
}

}  // namespace
}  // namespace plumbline
