// A quantity known only to lie between two values, with its dimension in the type so that units
// refuse to mix.
#pragma once

#include <algorithm>
#include <limits>

#include "engine/base/dimension.hpp"

namespace plumbline {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

// 0 * infinity is 0: no arrivals bring no work, however long one takes.
[[nodiscard]] constexpr double finite_product(double a, double b) {
  return a == 0.0 || b == 0.0 ? 0.0 : a * b;
}

// A closed interval [low, high] of non-negative values in the base unit of D. A known value has
// low == high. Arithmetic is interval arithmetic: exact when each unknown occurs once in an
// expression, otherwise wider than the truth (never narrower), so "violated for every value" and
// "met for every value" stay proofs. Source: Moore, Kearfott, Cloud, Introduction to Interval
// Analysis (SIAM 2009), chapter 2.
template <Dimension D>
struct Range {
  double low = 0.0;
  double high = 0.0;

  [[nodiscard]] static constexpr Range exactly(double value) { return {value, value}; }
  [[nodiscard]] static constexpr Range between(double low, double high) { return {low, high}; }
  [[nodiscard]] static constexpr Range anything() { return {0.0, kInfinity}; }
  [[nodiscard]] constexpr bool is_exact() const { return low == high; }

  friend constexpr Range operator+(Range a, Range b) { return {a.low + b.low, a.high + b.high}; }
  // A pure number scales any quantity.
  friend constexpr Range operator*(Range a, double factor) {
    return {finite_product(a.low, factor), finite_product(a.high, factor)};
  }
  friend constexpr Range operator*(double factor, Range a) { return a * factor; }
  friend constexpr Range operator/(Range a, double divisor) {
    return {a.low / divisor, a.high / divisor};
  }
  friend constexpr bool operator==(Range, Range) = default;
};

using Count = Range<Dimension::Count>;
using Seconds = Range<Dimension::Time>;
using Bytes = Range<Dimension::Bytes>;
using PerSecond = Range<Dimension::Rate>;
using BytesPerSecond = Range<Dimension::ByteRate>;
using Usd = Range<Dimension::Money>;
using UsdPerMonth = Range<Dimension::MoneyRate>;
using Ratio = Range<Dimension::Ratio>;

template <Dimension D>
[[nodiscard]] constexpr Range<D> max(Range<D> a, Range<D> b) {
  return {std::max(a.low, b.low), std::max(a.high, b.high)};
}
template <Dimension D>
[[nodiscard]] constexpr Range<D> min(Range<D> a, Range<D> b) {
  return {std::min(a.low, b.low), std::min(a.high, b.high)};
}
// The smallest range that holds both.
template <Dimension D>
[[nodiscard]] constexpr Range<D> hull(Range<D> a, Range<D> b) {
  return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

// Only these products of two ranges mean something.
// Little's law: mean number in the system = arrival rate x mean time in it (J. D. C. Little, 1961).
[[nodiscard]] constexpr Count operator*(PerSecond rate, Seconds time) {
  return {finite_product(rate.low, time.low), finite_product(rate.high, time.high)};
}
[[nodiscard]] constexpr PerSecond operator*(PerSecond rate, Count times) {
  return {finite_product(rate.low, times.low), finite_product(rate.high, times.high)};
}
[[nodiscard]] constexpr Seconds operator*(Count times, Seconds time) {
  return {finite_product(times.low, time.low), finite_product(times.high, time.high)};
}
[[nodiscard]] constexpr Count operator*(Count a, Count b) {
  return {finite_product(a.low, b.low), finite_product(a.high, b.high)};
}
[[nodiscard]] constexpr BytesPerSecond operator*(PerSecond rate, Bytes size) {
  return {finite_product(rate.low, size.low), finite_product(rate.high, size.high)};
}

}  // namespace plumbline
