// Every form of a quantity, and every way of getting one wrong.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// The time that a model takes, written so.
struct Taken {
  ReadScenario read;
  const Value& value() const { return read.scenario.world.works[0].takes; }
};
Taken takes(const std::string& written) {
  return {testing::read_world("models: {v1: {takes: " + written + "}}\n")};
}
std::vector<std::string> wrong(const std::string& written) {
  return testing::problems_of_world("models: {v1: {takes: " + written + "}}\n");
}

TEST(Value, Exact) {
  const Taken taken = takes("80 ms");
  EXPECT_EQ(taken.value().mean, Quantity::exactly(Dimension::Time, 0.08));
  EXPECT_EQ(taken.value().p99, taken.value().mean);
  EXPECT_EQ(taken.value().origin, Origin::Stated);
  EXPECT_EQ(taken.value().path, "models.v1.takes");
  EXPECT_TRUE(taken.value().of_the_world);
  EXPECT_EQ(taken.value().place.line, 2u);
  EXPECT_EQ(taken.value().place.column, 22u);
}

TEST(Value, UnknownIsThePlausibleRangeWithItsReason) {
  const PlausibleRange* range = Catalog::built_in().plausible("models.takes");
  ASSERT_NE(range, nullptr);
  const Taken taken = takes("unknown");
  EXPECT_EQ(taken.value().mean, (Quantity{Dimension::Time, range->low, range->high}));
  EXPECT_EQ(taken.value().because, range->because);
  EXPECT_TRUE(taken.value().is_unknown());
  EXPECT_EQ(taken.value().place.column, 22u);
}

TEST(Value, UnknownWithinBounds) {
  const Taken taken = takes("{unknown: true, between: [1 s, 1 min], because: it varies}");
  EXPECT_EQ(taken.value().mean, (Quantity{Dimension::Time, 1.0, 60.0}));
  EXPECT_EQ(taken.value().because, "it varies");
  EXPECT_TRUE(taken.value().is_unknown());
}

TEST(Value, LognormalByTwoPercentiles) {
  const Taken taken = takes("{p50: 80 ms, p99: 300 ms}");
  const double s = std::log(300.0 / 80.0) / 2.3263478740408408;
  EXPECT_NEAR(taken.value().mean.low, 0.08 * std::exp(s * s / 2.0), 1e-12);
  EXPECT_TRUE(taken.value().is_known());
  EXPECT_DOUBLE_EQ(taken.value().p99.low, 0.3);
}

TEST(Value, LognormalByMeanAndVariation) {
  const Taken taken = takes("{mean: 2 s, cv: 1.5}");
  EXPECT_DOUBLE_EQ(taken.value().mean.low, 2.0);
  // s^2 = ln(1 + 1.5^2), median = 2 / sqrt(1 + 1.5^2).
  const double s = std::sqrt(std::log(3.25));
  EXPECT_NEAR(taken.value().p99.low, 2.0 / std::sqrt(3.25) * std::exp(2.3263478740408408 * s),
              1e-9);
}

TEST(Value, TheTwoLognormalFormsAgree) {
  const Taken moments = takes("{mean: 2 s, cv: 0}");
  EXPECT_DOUBLE_EQ(moments.value().p99.low, 2.0);
  const Taken percentiles = takes("{p50: 2 s, p99: 2 s}");
  EXPECT_DOUBLE_EQ(percentiles.value().mean.low, 2.0);
}

TEST(Value, EvenlyBetween) {
  const Taken taken = takes("{between: [1 min, 4 min]}");
  EXPECT_DOUBLE_EQ(taken.value().mean.low, 150.0);
  EXPECT_DOUBLE_EQ(taken.value().p99.low, 60.0 + 0.99 * 180.0);
  EXPECT_EQ(taken.value().origin, Origin::Stated);
}

TEST(Value, AssumptionsAreListedInOrderOfPlaceOnce) {
  const ReadScenario read = testing::read(
      "workloads: {docs: {size: {assume: 5 MB}}}\n"
      "models: {v1: {takes: {assume: {p50: 1 s, p99: 3 s}, because: a similar one does}}}\n"
      "base:\n"
      "  components: {ask: {service: lambda, timeout: {assume: 1 min}}}\n"
      "options: {A: {}, B: {}}\n");
  const Value& value = read.scenario.world.works[0].takes;
  EXPECT_EQ(value.origin, Origin::Assumed);
  EXPECT_EQ(value.because, "a similar one does");
  EXPECT_DOUBLE_EQ(value.p99.low, 3.0);
  EXPECT_THAT(read.scenario.assumptions,
              ElementsAre("workloads.docs.size", "models.v1.takes", "base.components.ask.timeout"));
}

TEST(Value, NothingIsNotNegativeOrWithoutUnit) {
  EXPECT_THAT(wrong("80"),
              ElementsAre("2:22 PLB0024 '80' is not a time: a bare number needs a unit"));
  EXPECT_THAT(wrong("-3 s"), ElementsAre(StartsWith("2:22 PLB0024 '-3 s' is not a time")));
  EXPECT_THAT(wrong("3 MB"), ElementsAre(StartsWith("2:22 PLB0024 '3 MB' is not a time")));
}

TEST(Value, PartsMustNotContradictEachOther) {
  EXPECT_THAT(wrong("{p50: 3 s, p99: 1 s}"),
              ElementsAre("2:22 PLB0027 the 99th percentile is below the median"));
  EXPECT_THAT(wrong("{between: [4 s, 1 s]}"),
              ElementsAre("2:32 PLB0027 the first bound of 'between' is above the second"));
  EXPECT_THAT(wrong("{p50: 0, p99: 1 s}"),
              ElementsAre("2:22 PLB0027 a spread this wide has no finite mean"));
  EXPECT_THAT(wrong("{assume: unknown}"),
              ElementsAre("2:31 PLB0027 what is assumed cannot be unknown"));
}

TEST(Value, OtherFormsAreExplained) {
  EXPECT_THAT(wrong("free"), ElementsAre(StartsWith("2:22 PLB0022 takes must be a value or")));
  EXPECT_THAT(wrong("[1 s]"), ElementsAre("2:22 PLB0022 takes must be a time, found a list"));
  EXPECT_THAT(wrong("{at-most: 1 s}"),
              ElementsAre("2:22 PLB0022 takes must be a time, found a map"));
  EXPECT_THAT(wrong("{p50: 1 s}"), ElementsAre("2:22 PLB0023 takes needs 'p99'"));
  EXPECT_THAT(wrong("{p50: 1 s, p99: 2 s, p90: 1 s}"),
              ElementsAre(StartsWith("2:43 PLB0020 'p90' is not a key of takes")));
  EXPECT_THAT(wrong("{between: [1 s]}"),
              ElementsAre("2:32 PLB0022 between must be a list of two values, found a list"));
  EXPECT_THAT(wrong("{unknown: false}"), ElementsAre(HasSubstr("unknown must be true")));
}

TEST(Value, ExamplesAreInTheUnitThatIsWanted) {
  const auto read =
      read_scenario("plumbline: 1\nmodels: {v1: {memory: []}}\n" + std::string(testing::kDesign),
                    "test.yaml", Catalog::built_in());
  ASSERT_FALSE(read.has_value());
  const Finding& finding = read.error().all().front();
  EXPECT_THAT(render_message(finding.rule->fix, finding), StartsWith("Write 200 KB, unknown"));
}

TEST(Value, OriginsHaveNames) {
  EXPECT_EQ(origin_name(Origin::Assumed), "assumed");
  EXPECT_EQ(origin_name(Origin::Defaulted), "by default");
}

}  // namespace
}  // namespace plumbline
