// The G/G/c approximation.
#include "engine/estimate/queueing.hpp"

#include <algorithm>
#include <cmath>

namespace plumbline {

QueueWait waiting_time(double load, double servers, double service, double ca2, double cs2) {
  if (load <= 0.0 || service <= 0.0) return {};
  const double utilisation = load / servers;
  if (!(utilisation < 1.0)) return {kInfinity, kInfinity};
  const double exponent = std::sqrt(2.0 * (servers + 1.0)) - 1.0;
  const double delayed = std::pow(utilisation, exponent);
  const double mean = service * (ca2 + cs2) / 2.0 * delayed / (servers * (1.0 - utilisation));
  if (mean <= 0.0) return {};
  // P_wait is about rho^(sqrt(2(c+1)) - 1), the same factor as in the mean.
  const double given_waiting = mean / delayed;
  const double p99 = delayed > 0.01 ? given_waiting * std::log(delayed / 0.01) : 0.0;
  return {mean, std::max(mean, p99)};
}

}  // namespace plumbline
