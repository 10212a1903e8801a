// Measures of two options over what is not known: shared unknowns cancel, crossings are found.
#include "engine/compare/measured.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace plumbline {
namespace {

double value_of(const Assignment& assignment, std::string_view path) {
  for (const Assignment::Entry& entry : assignment.entries) {
    if (entry.path == path) return entry.value;
  }
  return -1.0;
}

Quantity dollars(double value) { return Quantity::exactly(Dimension::MoneyRate, value); }

TEST(LikelyValue, IsTheGeometricMiddleOfAPlausibleRange) {
  EXPECT_DOUBLE_EQ(likely_value(1.0, 100.0), 10.0);
  EXPECT_DOUBLE_EQ(likely_value(0.0, 10.0), 5.0);
  EXPECT_DOUBLE_EQ(likely_value(7.0, 7.0), 7.0);
}

TEST(DifferenceOver, WithoutUnknownsIsExact) {
  const MeasuredDifference difference = difference_over(
      {}, [](const Assignment&) { return dollars(3.0); },
      [](const Assignment&) { return dollars(10.0); });
  EXPECT_DOUBLE_EQ(difference.span.low, 7.0);
  EXPECT_DOUBLE_EQ(difference.span.high, 7.0);
  EXPECT_TRUE(difference.is_proof);
}

TEST(DifferenceOver, EqualIsNoProof) {
  const Measure same = [](const Assignment&) { return dollars(3.0); };
  EXPECT_FALSE(difference_over({}, same, same).is_proof);
}

TEST(DifferenceOver, ASharedUnknownIsTriedAtOneValueOnBothSides) {
  // Alone, 1 to 100 and 2 to 101 overlap; together the difference is always 1.
  const std::vector<Variable> variables{{"workloads.w.rate", 1.0, 100.0}};
  const MeasuredDifference difference = difference_over(
      variables, [](const Assignment& at) { return dollars(value_of(at, "workloads.w.rate")); },
      [](const Assignment& at) { return dollars(1.0 + value_of(at, "workloads.w.rate")); });
  EXPECT_TRUE(difference.is_proof);
  EXPECT_NEAR(difference.span.low, 1.0, 1e-9);
  EXPECT_NEAR(difference.span.high, 1.0, 1e-9);
}

TEST(DifferenceOver, PartsOfOneNameInTwoOptionsAreTwoUnknowns) {
  const std::vector<Variable> variables{{"job.count", 1.0, 10.0, Variable::On::First},
                                        {"job.count", 1.0, 10.0, Variable::On::Second}};
  const Measure count = [](const Assignment& at) { return dollars(value_of(at, "job.count")); };
  const MeasuredDifference difference = difference_over(variables, count, count);
  EXPECT_DOUBLE_EQ(difference.span.low, -9.0);
  EXPECT_DOUBLE_EQ(difference.span.high, 9.0);
  EXPECT_FALSE(difference.is_proof);
}

TEST(DifferenceOver, ACrossingBetweenTheEndsIsFound) {
  // Equal at both ends, dearer in between: machines are taken whole.
  const std::vector<Variable> variables{{"workloads.w.rate", 1.0, 16.0}};
  const MeasuredDifference difference = difference_over(
      variables,
      [](const Assignment& at) {
        const double rate = value_of(at, "workloads.w.rate");
        return dollars(rate > 1.0 && rate < 16.0 ? 30.0 : 10.0);
      },
      [](const Assignment&) { return dollars(20.0); });
  EXPECT_FALSE(difference.is_proof);
  EXPECT_LT(difference.span.low, 0.0);
  EXPECT_GT(difference.span.high, 0.0);
}

TEST(DifferenceOver, ManyUnknownsAreNeverAProof) {
  std::vector<Variable> variables;
  const std::vector<std::string> names{"a", "b", "c", "d", "e", "f", "g"};
  for (const std::string& name : names) variables.push_back({name, 1.0, 2.0});
  const MeasuredDifference difference = difference_over(
      variables, [](const Assignment&) { return dollars(1.0); },
      [](const Assignment&) { return dollars(2.0); });
  EXPECT_FALSE(difference.is_proof);
  EXPECT_DOUBLE_EQ(difference.span.likely, 1.0);
}

TEST(DifferenceOver, NeitherIsBetterWhereBothAreEndless) {
  const Measure endless = [](const Assignment&) { return dollars(kInfinity); };
  const MeasuredDifference difference = difference_over({}, endless, endless);
  EXPECT_DOUBLE_EQ(difference.span.likely, 0.0);
}

}  // namespace
}  // namespace plumbline
