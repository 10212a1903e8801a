// What two options cost, or how long they take, over everything that is not known.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "engine/compare/judgement.hpp"
#include "engine/compare/ledger_difference.hpp"

namespace plumbline {

// An unknown, with its range. One of the world is the same number on both sides; one of a part is
// tried apart from what the other option calls by the same name.
struct Variable {
  enum class On : std::uint8_t { Both, First, Second };
  std::string_view path;
  double low = 0.0;
  double high = 0.0;
  On on = On::Both;
};

// The value in the middle of a plausible range: ranges span powers of ten, so it is the geometric
// middle where there is one.
[[nodiscard]] double likely_value(double low, double high);

struct MeasuredDifference {
  Span span;              // the second's measure minus the first's
  bool is_proof = false;  // one is no worse at every assignment tried, and all corners were
  // Where neither is better throughout: the share of what is not known (all unknowns together from
  // one end to the other) over which the likely winner is ahead.
  double share = 1.0;
};

using Measure = std::function<Quantity(const Assignment&)>;

// Compares two measures at the same assignments: every corner of the box of unknowns, and points on
// the diagonals between its ends (measures step where a further machine is taken, so that corners
// alone may miss a crossing). Beyond six unknowns only the ends of each are tried, and nothing is
// called a proof.
[[nodiscard]] MeasuredDifference difference_over(std::span<const Variable> variables,
                                                 const Measure& first, const Measure& second);

// MostCostEffective: US dollars a month. LowestLatency: seconds at the 99th percentile, summed over
// the workloads that come to an end; infinity when none does.
[[nodiscard]] MeasuredDifference measured_difference(Objective objective,
                                                     const OptionJudgement& first,
                                                     const OptionJudgement& second);
// The measure with every unknown at its likely value.
[[nodiscard]] double likely_measure(Objective objective, const OptionJudgement& option);
// What both options pay alike there: lines of parts of one name that are the same on both sides.
[[nodiscard]] double cost_alike(const OptionJudgement& first, const OptionJudgement& second);
// The cost lines there.
[[nodiscard]] Cost likely_cost(const OptionJudgement& option);

}  // namespace plumbline
