// Waiting times against the exact formulas of queueing theory.
#include "engine/estimate/queueing.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace plumbline {
namespace {

// Erlang's C: probability that all c servers are busy (A. K. Erlang, 1917), by the stable recursion
// of B.
double erlang_c(double load, int servers) {
  double b = 1.0;
  for (int n = 1; n <= servers; ++n) b = load * b / (n + load * b);
  const double utilisation = load / servers;
  return b / (1.0 - utilisation * (1.0 - b));
}

TEST(Queueing, IsExactForOneMarkovianServer) {
  for (const double load : {0.1, 0.5, 0.8, 0.95}) {
    EXPECT_NEAR(waiting_time(load, 1.0, 2.0, 1.0, 1.0).mean, 2.0 * load / (1.0 - load), 1e-9)
        << load;
  }
}

TEST(Queueing, IsNearErlangForSeveralServersUnderLoad) {
  for (const int servers : {2, 4, 10}) {
    for (const double utilisation : {0.7, 0.8, 0.9}) {
      const double load = utilisation * servers;
      const double exact = erlang_c(load, servers) / (servers * (1.0 - utilisation));
      const double found = waiting_time(load, servers, 1.0, 1.0, 1.0).mean;
      // The stated band: a tenth of the wait, or a fiftieth of the service time where waits are
      // short.
      EXPECT_NEAR(found, exact, std::max(0.10 * exact, 0.02))
          << servers << " servers at " << utilisation;
    }
  }
}

TEST(Queueing, ADeterministicServerHalvesTheWait) {
  EXPECT_NEAR(waiting_time(0.8, 1.0, 1.0, 1.0, 0.0).mean,
              waiting_time(0.8, 1.0, 1.0, 1.0, 1.0).mean / 2.0, 1e-12);
}

TEST(Queueing, NothingWaitsWithoutVariation) {
  EXPECT_EQ(waiting_time(0.9, 1.0, 1.0, 0.0, 0.0).mean, 0.0);
}

TEST(Queueing, SaturationIsInfinite) {
  EXPECT_TRUE(std::isinf(waiting_time(1.0, 1.0, 1.0, 1.0, 1.0).mean));
  EXPECT_TRUE(std::isinf(waiting_time(5.0, 4.0, 1.0, 1.0, 1.0).p99));
}

TEST(Queueing, TheTailOfOneMarkovianServerIsExponential) {
  // M/M/1: P(W > t) = rho exp(-(1 - rho) t / S).
  const double rho = 0.8;
  EXPECT_NEAR(waiting_time(rho, 1.0, 1.0, 1.0, 1.0).p99, std::log(rho / 0.01) / (1.0 - rho), 1e-9);
}

}  // namespace
}  // namespace plumbline
