// The difference of two ledgers, weight by weight, so that what both owe in the same way cancels.
#include "engine/compare/ledger_difference.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/compare/judgement.hpp"

namespace plumbline {
namespace {

// Sums of the same numbers in another order may differ in their last digits.
constexpr double kRounding = 1e-9;

struct Sides {
  Hours a;
  Hours b;
};

using Weights = std::map<std::string_view, Sides>;  // by the weight's id

std::string_view id_of(const Duty& duty) {
  return duty.weight != nullptr ? duty.weight->id : std::string_view(duty.text);
}

std::map<std::string_view, Weights> by_factor(const Ledger& a, const Ledger& b) {
  std::map<std::string_view, Weights> factors;
  for (const Duty& duty : a.duties) factors[duty.factor][id_of(duty)].a += duty.hours;
  for (const Duty& duty : b.duties) factors[duty.factor][id_of(duty)].b += duty.hours;
  return factors;
}

// The number behind a weight is low, likely or high on both sides at once.
Span difference_of(const Sides& sides) {
  const double low = sides.b.low - sides.a.low;
  const double likely = sides.b.likely - sides.a.likely;
  const double high = sides.b.high - sides.a.high;
  return {std::min({low, likely, high}), likely, std::max({low, likely, high})};
}

void add(Span& sum, const Span& more) {
  sum.low += more.low;
  sum.likely += more.likely;
  sum.high += more.high;
}

}  // namespace

LedgerDifference difference_of(const Ledger& a, const Ledger& b) {
  LedgerDifference difference;
  for (const auto& [factor, weights] : by_factor(a, b)) {
    Span hours;
    for (const auto& [id, sides] : weights) add(hours, difference_of(sides));
    add(difference.total, hours);
    difference.factors.push_back({factor, hours});
  }
  return difference;
}

bool dominates(const Ledger& a, const Ledger& b) {
  const double rounding = kRounding * (1.0 + std::max(a.total.high, b.total.high));
  const LedgerDifference difference = difference_of(a, b);
  const bool never_worse = std::ranges::all_of(
      difference.factors, [&](const FactorDifference& f) { return f.hours.low >= -rounding; });
  return never_worse && std::ranges::any_of(difference.factors, [&](const FactorDifference& f) {
           return f.hours.likely > rounding;
         });
}

}  // namespace plumbline
