// Fitting and adding log-normal times.
#include "engine/estimate/lognormal.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {
namespace {

constexpr double kZ99 = 2.3263478740408408;  // standard normal quantile of 0.99

Moments from_sigma(double mean, double sigma) {
  return {mean, mean * mean * std::expm1(sigma * sigma)};
}

double added_p99(double mean_a, double p99_a, double mean_b, double p99_b) {
  const bool a_is_constant = p99_a <= mean_a;
  const bool b_is_constant = p99_b <= mean_b;
  if (a_is_constant) return mean_a + p99_b;
  if (b_is_constant) return p99_a + mean_b;
  const Moments a = moments_of(mean_a, p99_a);
  const Moments b = moments_of(mean_b, p99_b);
  return quantile_of({a.mean + b.mean, a.variance + b.variance}, 0.99);
}

double repeated_p99(double mean, double p99, double count) {
  if (p99 <= mean || count <= 0.0) return finite_product(p99, count);
  if (count == 1.0) return p99;
  const Moments one = moments_of(mean, p99);
  return quantile_of({finite_product(one.mean, count), finite_product(one.variance, count)}, 0.99);
}

}  // namespace

double normal_quantile(double probability) {
  constexpr std::array kA = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                            1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
  constexpr std::array kB = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
                            6.680131188771972e+01, -1.328068155288572e+01};
  constexpr std::array kC = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                            -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
  constexpr std::array kD = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                            3.754408661907416e+00};
  constexpr double kTail = 0.02425;
  const auto tail = [&](double q) {
    return (((((kC[0] * q + kC[1]) * q + kC[2]) * q + kC[3]) * q + kC[4]) * q + kC[5]) /
           ((((kD[0] * q + kD[1]) * q + kD[2]) * q + kD[3]) * q + 1.0);
  };
  if (probability <= 0.0) return -kInfinity;
  if (probability >= 1.0) return kInfinity;
  if (probability < kTail) return tail(std::sqrt(-2.0 * std::log(probability)));
  if (probability > 1.0 - kTail) return -tail(std::sqrt(-2.0 * std::log(1.0 - probability)));
  const double q = probability - 0.5;
  const double r = q * q;
  return (((((kA[0] * r + kA[1]) * r + kA[2]) * r + kA[3]) * r + kA[4]) * r + kA[5]) * q /
         (((((kB[0] * r + kB[1]) * r + kB[2]) * r + kB[3]) * r + kB[4]) * r + 1.0);
}

Moments moments_of(double mean, double p99) {
  if (!(p99 > mean) || mean <= 0.0) return {mean, 0.0};
  if (std::isinf(mean)) return {mean, 0.0};
  if (std::isinf(p99)) return {mean, kInfinity};
  // ln(p99 / mean) = z s - s^2 / 2; the smaller root, and the largest reachable ratio beyond it.
  const double root = kZ99 * kZ99 - 2.0 * std::log(p99 / mean);
  return from_sigma(mean, root > 0.0 ? kZ99 - std::sqrt(root) : kZ99);
}

Moments moments_of_median(double median, double p99) {
  if (!(p99 > median) || median <= 0.0) return {median, 0.0};
  const double sigma = std::log(p99 / median) / kZ99;
  return from_sigma(median * std::exp(sigma * sigma / 2.0), sigma);
}

double quantile_of(Moments moments, double quantile) {
  if (moments.variance <= 0.0 || std::isinf(moments.mean)) return moments.mean;
  if (std::isinf(moments.variance)) return kInfinity;
  const double squared = std::log1p(moments.variance / (moments.mean * moments.mean));
  return moments.mean * std::exp(normal_quantile(quantile) * std::sqrt(squared) - squared / 2.0);
}

const Fact* weaker(const Fact* a, const Fact* b) {
  if (a == nullptr || b == nullptr) return a == nullptr ? b : a;
  return b->confidence > a->confidence ? b : a;
}

Timing constant(Seconds seconds) { return {seconds, seconds, nullptr}; }

Timing timing_of(const Fact& fact) {
  const Moments moments = moments_of_median(fact.value, fact.p99);
  const double p99 = std::isnan(fact.p99) ? moments.mean : std::max(fact.p99, moments.mean);
  return {Seconds::exactly(moments.mean), Seconds::exactly(p99), &fact};
}

Timing add(const Timing& a, const Timing& b) {
  return {a.mean + b.mean,
          {added_p99(a.mean.low, a.p99.low, b.mean.low, b.p99.low),
           added_p99(a.mean.high, a.p99.high, b.mean.high, b.p99.high)},
          weaker(a.fact, b.fact)};
}

Timing longer(const Timing& a, const Timing& b) {
  return {max(a.mean, b.mean), max(a.p99, b.p99), weaker(a.fact, b.fact)};
}

Timing repeat(const Timing& timing, Count count) {
  return {count * timing.mean,
          {repeated_p99(timing.mean.low, timing.p99.low, count.low),
           repeated_p99(timing.mean.high, timing.p99.high, count.high)},
          timing.fact};
}

Timing scale(const Timing& timing, double factor) {
  return {timing.mean * factor, timing.p99 * factor, timing.fact};
}

}  // namespace plumbline
