// Fitting, adding and reading log-normal times.
#include "engine/estimate/lognormal.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace plumbline {
namespace {

TEST(NormalQuantile, AgreesWithTabulatedValues) {
  // Abramowitz and Stegun, table 26.1 and 26.6.
  EXPECT_NEAR(normal_quantile(0.5), 0.0, 1e-9);
  EXPECT_NEAR(normal_quantile(0.95), 1.6448536270, 1e-8);
  EXPECT_NEAR(normal_quantile(0.99), 2.3263478740, 1e-8);
  EXPECT_NEAR(normal_quantile(0.999), 3.0902323062, 1e-8);
  EXPECT_NEAR(normal_quantile(0.01), -2.3263478740, 1e-8);
}

TEST(LogNormal, FitReturnsTheQuantileItWasFittedTo) {
  for (const double ratio : {1.01, 1.5, 3.0, 10.0}) {
    const Moments moments = moments_of(2.0, 2.0 * ratio);
    EXPECT_NEAR(quantile_of(moments, 0.99), 2.0 * ratio, 1e-6) << ratio;
    EXPECT_DOUBLE_EQ(moments.mean, 2.0);
  }
}

TEST(LogNormal, MedianAndTailGiveTheKnownMean) {
  // sigma = ln(p99 / p50) / 2.3263; mean = p50 exp(sigma^2 / 2).
  const Moments moments = moments_of_median(100.0, 1000.0);
  const double sigma = std::log(10.0) / 2.3263478740408408;
  EXPECT_NEAR(moments.mean, 100.0 * std::exp(sigma * sigma / 2.0), 1e-9);
  EXPECT_NEAR(quantile_of(moments, 0.5), 100.0, 1e-6);
  EXPECT_NEAR(quantile_of(moments, 0.99), 1000.0, 1e-5);
}

TEST(LogNormal, ConstantsStayConstants) {
  const Moments moments = moments_of(5.0, 5.0);
  EXPECT_EQ(moments.variance, 0.0);
  EXPECT_EQ(quantile_of(moments, 0.999), 5.0);
}

TEST(LogNormal, ASumLiesBetweenItsPartsAndTheSumOfTails) {
  const Timing a{Seconds::exactly(1.0), Seconds::exactly(4.0), nullptr};
  const Timing b{Seconds::exactly(2.0), Seconds::exactly(5.0), nullptr};
  const Timing sum = add(a, b);
  EXPECT_DOUBLE_EQ(sum.mean.low, 3.0);
  EXPECT_GT(sum.p99.low, 5.0);
  EXPECT_LT(sum.p99.low, 9.0);
  const Timing shifted = add(a, constant(Seconds::exactly(10.0)));
  EXPECT_DOUBLE_EQ(shifted.p99.low, 14.0) << "a constant moves the tail by itself";
}

TEST(LogNormal, RepeatingNarrowsTheTail) {
  const Timing one{Seconds::exactly(1.0), Seconds::exactly(4.0), nullptr};
  const Timing many = repeat(one, Count::exactly(10'000));
  EXPECT_DOUBLE_EQ(many.mean.low, 10'000.0);
  EXPECT_LT(many.p99.low, 10'300.0);
  EXPECT_GT(many.p99.low, 10'000.0);
}

TEST(LogNormal, EndsStayInOrder) {
  const Timing a{{1.0, 3600.0}, {1.0, 3600.0}, nullptr};
  const Timing b{Seconds::exactly(0.3), Seconds::exactly(0.9), nullptr};
  const Timing sum = add(a, b);
  EXPECT_LE(sum.mean.low, sum.mean.high);
  EXPECT_LE(sum.p99.low, sum.p99.high);
}

}  // namespace
}  // namespace plumbline
