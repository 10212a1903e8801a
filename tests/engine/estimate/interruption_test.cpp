// What interruptions cost, against exact sums of uniform moments and against a plain simulation.
#include "engine/estimate/interruption.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "tests/support/built.hpp"

namespace plumbline {
namespace {

TEST(Moments, HaveTheMeanOfHalfTheirNumber) {
  for (const double count : {0.0, 1.0, 2.0, 7.0}) {
    EXPECT_DOUBLE_EQ(sum_of_moments(count, 0.0), count / 2.0);
  }
}

TEST(Moments, OfOneAndTwoAreExact) {
  // One: the quantile itself. Two: the triangular distribution, whose upper tail is x^2 / 2.
  for (const double quantile : {0.5, 0.9, 0.99}) {
    EXPECT_NEAR(sum_of_moments(1.0, quantile), quantile, 1e-12);
    EXPECT_NEAR(sum_of_moments(2.0, quantile), 2.0 - std::sqrt(2.0 * (1.0 - quantile)), 1e-12);
  }
}

TEST(Moments, AreNearASimulationForAnyNumber) {
  std::mt19937 random(2024);
  std::uniform_real_distribution<double> moment(0.0, 1.0);
  constexpr std::size_t kRuns = 40'000;
  for (const int count : {1, 2, 3, 4, 5, 8, 20}) {
    std::vector<double> sums(kRuns, 0.0);
    for (double& sum : sums) {
      for (int i = 0; i < count; ++i) sum += moment(random);
    }
    std::sort(sums.begin(), sums.end());
    for (const double quantile : {0.5, 0.9, 0.99}) {
      const double simulated = sums[static_cast<std::size_t>(quantile * kRuns)];
      EXPECT_NEAR(sum_of_moments(count, quantile), simulated, 0.06) << count << " " << quantile;
    }
  }
}

TEST(Moments, NeverShrinkWithTheirNumberNorExceedIt) {
  for (const double quantile : {0.5, 0.95, 0.99}) {
    double before = 0.0;
    for (int count = 1; count <= 40; ++count) {
      const double sum = sum_of_moments(count, quantile);
      EXPECT_GE(sum, before) << count << " " << quantile;
      EXPECT_LE(sum, count);
      before = sum;
    }
  }
}

using testing::build;
using testing::Built;

// A training of eight hours under these conditions and settings.
Built drawn(const std::string& conditions, const std::string& settings) {
  return build(conditions +
               "models: {net: {trains-for: 8 h, memory: 1 GB}}\n"
               "design:\n  components:\n"
               "    job: {service: sagemaker-training, trains: net, " +
               settings +
               "}\n  connections:\n"
               "    - clock -> job: {by: schedule, every: 7 days}\n");
}

TimeLost lost(const Built& drawn, double quantile) {
  return time_lost(*drawn.pipeline, drawn.estimates, drawn.part("job"), drawn.of("job").held.mean,
                   quantile);
}

constexpr double kHour = 3600.0;
const std::string kTwo = "conditions: {spot-interruptions: 2, restart: 15 min}\n";

TEST(Interruptions, ATrainingTakesWhatItsRunTakes) {
  const Built job = drawn("", "mode: default");
  EXPECT_NEAR(job.of("job").held.mean.low, 8.0 * kHour, 60.0);
}

TEST(Interruptions, ComeOnlyToCapacityThatCanBeTakenAway) {
  const Built job = drawn(kTwo, "mode: default");
  EXPECT_EQ(interruptible_by(*job.pipeline, job.part("job")), nullptr);
  EXPECT_EQ(lost(job, 0.99).all(), Seconds{});
}

TEST(Interruptions, WithoutCheckpointsThrowTheRunBack) {
  const TimeLost spot = lost(drawn(kTwo, "mode: spot"), 0.0);
  EXPECT_NEAR(spot.waiting.low, 0.5 * kHour, 1e-6);
  EXPECT_NEAR(spot.redone.low, 8.0 * kHour, 60.0);  // twice half of the run
  EXPECT_EQ(spot.redone.low, spot.redone.high);
}

TEST(Interruptions, WithCheckpointsCostAtMostOneIntervalEach) {
  const TimeLost kept = lost(drawn(kTwo, "mode: spot, checkpoint-every: 30 min"), 0.99);
  EXPECT_LE(kept.redone.high, 2.0 * 0.5 * kHour);
  EXPECT_GT(kept.redone.low, 0.5 * kHour);
  // An interval longer than the run saves nothing.
  const TimeLost rare = lost(drawn(kTwo, "mode: spot, checkpoint-every: 2 days"), 0.99);
  EXPECT_EQ(rare.redone, lost(drawn(kTwo, "mode: spot"), 0.99).redone);
  // Where the builder chooses the interval, nothing need be done again.
  const TimeLost best = lost(drawn(kTwo, "mode: spot, checkpoints: true"), 0.99);
  EXPECT_EQ(best.redone, Seconds{});
  EXPECT_NEAR(best.waiting.high, 0.5 * kHour, 1e-6);
}

TEST(Interruptions, OfUnknownNumberAreAnUnknownOfTheWorld) {
  const Built job = drawn("", "mode: spot");
  const auto unknowns = interruption_unknowns(*job.pipeline, job.part("job"));
  ASSERT_EQ(unknowns.size(), 1u);
  EXPECT_EQ(unknowns.front(), "conditions.spot-interruptions");
  const Value* value = find_value(*job.pipeline, unknowns.front());
  ASSERT_NE(value, nullptr);
  EXPECT_TRUE(value->of_the_world);
  const TimeLost open = lost(job, 0.99);
  EXPECT_EQ(open.all().low, 0.0);
  EXPECT_GT(open.all().high, 8.0 * kHour);
}

TEST(FirstStart, OfSpotTakesAtMostAStatedRestart) {
  const auto start = [](const Built& built) {
    return first_start(*built.pipeline, built.estimates, built.part("job"));
  };
  const double stated = 0.25 * kHour;
  const Timing spot = start(drawn(kTwo, "mode: spot"));
  EXPECT_LE(spot.mean.high, stated);
  EXPECT_EQ(spot.p99.high, stated);
  // Nobody states it: the estimate stands. Capacity that stays waits for no other.
  EXPECT_GT(start(drawn("", "mode: spot")).p99.high, stated);
  const Built kept = drawn("conditions: {restart: 1 s}\n", "mode: default");
  EXPECT_EQ(start(kept).p99, kept.of("job").startup.p99);
}

TEST(Interruptions, MoreOfThemNeverCostLess) {
  double before = -1.0;
  for (int times = 0; times < 12; ++times) {
    const std::string conditions =
        "conditions: {spot-interruptions: " + std::to_string(times) + ", restart: 10 min}\n";
    const double all = lost(drawn(conditions, "mode: spot, checkpoint-every: 1 h"), 0.99).all().low;
    EXPECT_GE(all, before);
    before = all;
  }
}

}  // namespace
}  // namespace plumbline
