// More load never makes a fixed fleet less busy, and never shortens what waits in front of it.
#include <gtest/gtest.h>

#include <random>

#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;

constexpr unsigned kSeed = 20261124;

Built fleet(double rate, double takes, int instances, int workers) {
  return build("models: {m: {takes: " + std::to_string(takes) +
               " s}}\nworkloads: {calls: {arrive: {poisson: " + std::to_string(rate) +
               "/s}, size: 1 KB, from: app}}\nactors: {app: {kind: client}}\ndesign:\n" +
               "  components: {e: {service: sagemaker-endpoint, serves: m, instance-count: " +
               std::to_string(instances) + ", workers: " + std::to_string(workers) +
               "}}\n  connections:\n    - app -> e: {by: invoke}\n");
}

TEST(LoadProperty, UtilisationOfAFixedFleetNeverFallsWithLoad) {
  std::mt19937 random(kSeed);
  std::uniform_real_distribution<double> rates(0.01, 50.0);
  std::uniform_real_distribution<double> times(0.01, 5.0);
  std::uniform_int_distribution<int> counts(1, 4);
  for (int round = 0; round < 100; ++round) {
    const double rate = rates(random);
    const double takes = times(random);
    const int instances = counts(random);
    const int workers = counts(random);
    const Built less = fleet(rate, takes, instances, workers);
    const Built more = fleet(rate * 1.5, takes, instances, workers);
    EXPECT_GE(more.of("e").utilisation_low, less.of("e").utilisation_low)
        << "seed " << kSeed << " round " << round;
    EXPECT_GE(more.of("e").respond.mean.low, less.of("e").respond.mean.low - 1e-9)
        << "seed " << kSeed << " round " << round;
    EXPECT_GE(more.of("e").respond.p99.low, less.of("e").respond.p99.low - 1e-9)
        << "seed " << kSeed << " round " << round;
  }
}

}  // namespace
}  // namespace plumbline
