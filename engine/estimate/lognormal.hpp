// Times as log-normal variables: fitted to a mean and a 99th percentile, added, read at a quantile.
//
// A sum of independent log-normal variables is taken to be log-normal with the sum's mean and
// variance (L. F. Fenton, The sum of log-normal probability distributions in scatter transmission
// systems, IRE Transactions on Communications Systems 8 (1960), 57-67, known as Fenton-Wilkinson).
#pragma once

#include "engine/estimate/estimate.hpp"

namespace plumbline {

struct Moments {
  double mean = 0.0;
  double variance = 0.0;
};

// The standard normal quantile (P. J. Acklam's rational approximation, relative error
// below 1.2e-9).
[[nodiscard]] double normal_quantile(double probability);

// Moments of the log-normal variable with this mean and 99th percentile. A p99 at or below the mean
// means a constant; an infinite value stays infinite.
[[nodiscard]] Moments moments_of(double mean, double p99);
// The same for a median and a 99th percentile, as timing facts state them (NaN p99: a constant).
[[nodiscard]] Moments moments_of_median(double median, double p99);

[[nodiscard]] double quantile_of(Moments moments, double quantile);

// Sums and maxima of timings, end by end of their ranges; a maximum is taken of means and of tails
// apart, which is exact for constants and below the truth by the usual order statistics otherwise.
[[nodiscard]] Timing add(const Timing& a, const Timing& b);
[[nodiscard]] Timing longer(const Timing& a, const Timing& b);
// `count` units one after the other (independent), for count >= 0.
[[nodiscard]] Timing repeat(const Timing& timing, Count count);
[[nodiscard]] Timing scale(const Timing& timing, double factor);
[[nodiscard]] Timing constant(Seconds seconds);
[[nodiscard]] Timing timing_of(const Fact& fact);
// Of two facts the one that is less well established; nullptr counts as certain.
[[nodiscard]] const Fact* weaker(const Fact* a, const Fact* b);

}  // namespace plumbline
