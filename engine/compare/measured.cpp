// What two options cost, or how long they take, over everything that is not known.
#include "engine/compare/measured.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/assert.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kFewPoints = 9;    // that a crossing between the ends is not missed
constexpr std::size_t kManyPoints = 41;  // that a share can be told within a few per cent
constexpr std::size_t kMostCorners = 6;  // 64 corners, each the estimate of two designs

// What both sides are given when every variable stands at some value.
struct Assignments {
  Assignment first;
  Assignment second;
};

void give(Assignments& assignments, const Variable& variable, double value) {
  if (variable.on != Variable::On::Second) {
    assignments.first.entries.push_back({variable.path, value});
  }
  if (variable.on != Variable::On::First) {
    assignments.second.entries.push_back({variable.path, value});
  }
}

// `part` 0 is the low end, 1 the high end, between them on the scale of likely_value.
double value_at(const Variable& variable, double part) {
  if (part <= 0.0 || variable.low == variable.high) return variable.low;
  if (part >= 1.0) return variable.high;
  if (!std::isfinite(variable.high)) return variable.low;
  if (variable.low > 0.0) return variable.low * std::pow(variable.high / variable.low, part);
  return variable.low + part * (variable.high - variable.low);
}

// Both infinite: neither is better.
double minus(double a, double b) { return a == b ? 0.0 : a - b; }

// Keeps the extremes of the difference as points are tried.
class Explorer {
 public:
  Explorer(std::span<const Variable> variables, const Measure& first, const Measure& second)
      : variables_(variables), first_(first), second_(second) {}

  // `part_of(i)` is where variable i stands between its ends.
  template <typename PartOf>
  Span at(const PartOf& part_of) {
    Assignments assignments;
    for (std::size_t i = 0; i < variables_.size(); ++i) {
      give(assignments, variables_[i], value_at(variables_[i], part_of(i)));
    }
    const Quantity a = first_(assignments.first);
    const Quantity b = second_(assignments.second);
    // What is left of the ranges is one and the same uncertainty (of a timing, of a price).
    const double low = minus(b.low, a.low);
    const double high = minus(b.high, a.high);
    const Span here{std::min(low, high), (low + high) / 2.0, std::max(low, high)};
    span_.low = is_empty_ ? here.low : std::min(span_.low, here.low);
    span_.high = is_empty_ ? here.high : std::max(span_.high, here.high);
    is_empty_ = false;
    return here;
  }

  void set_likely(const Span& here) { span_.likely = here.likely; }
  [[nodiscard]] const Span& span() const { return span_; }

 private:
  std::span<const Variable> variables_;
  const Measure& first_;
  const Measure& second_;
  Span span_;
  bool is_empty_ = true;
};

void explore_corners(Explorer& explorer, std::size_t variables) {
  for (std::size_t corner = 0; corner < (std::size_t{1} << variables); ++corner) {
    (void)explorer.at([&](std::size_t i) { return (corner >> i & 1U) != 0 ? 1.0 : 0.0; });
  }
}

// Each variable at either end while the others stand at their likely values, and all at one end.
void explore_ends(Explorer& explorer, std::size_t variables) {
  for (const double end : {0.0, 1.0}) {
    (void)explorer.at([&](std::size_t) { return end; });
    for (std::size_t moved = 0; moved < variables; ++moved) {
      (void)explorer.at([&](std::size_t i) { return i == moved ? end : 0.5; });
    }
  }
}

// All variables together from one end to the other. The share of the points at which the likely
// winner is ahead.
double explore_diagonal(Explorer& explorer, std::size_t points) {
  std::size_t ahead = 0;
  for (std::size_t i = 0; i < points; ++i) {
    const double part = static_cast<double>(i) / static_cast<double>(points - 1);
    const Span here = explorer.at([&](std::size_t) { return part; });
    if (here.likely * explorer.span().likely > 0.0) ++ahead;
  }
  return static_cast<double>(ahead) / static_cast<double>(points);
}

Quantity latency_measure(const OptionJudgement& option, const Assignment& assignment) {
  const Estimates estimates = evaluate(*option.pipeline, assignment);
  Quantity sum = Quantity::exactly(Dimension::Time, 0.0);
  bool reaches = false;
  for (const WorkloadLatency& known : option.latencies) {
    const Latency latency = latency_of(*option.pipeline, estimates, known.workload,
                                       known.latency.quantile, Waiting::Exclude, assignment);
    if (!latency.reaches) continue;
    reaches = true;
    sum.low += latency.tail.low;
    sum.high += latency.tail.high;
  }
  return reaches ? sum : Quantity::exactly(Dimension::Time, kInfinity);
}

Cost cost_at(const OptionJudgement& option, const Assignment& assignment) {
  return cost_of(*option.pipeline, evaluate(*option.pipeline, assignment), assignment);
}

Measure measure_of(Objective objective, const OptionJudgement& option) {
  if (objective == Objective::LowestLatency) {
    return [&option](const Assignment& assignment) { return latency_measure(option, assignment); };
  }
  PLUMBLINE_ASSERT(objective == Objective::MostCostEffective);
  return [&option](const Assignment& assignment) { return cost_at(option, assignment).monthly; };
}

std::vector<std::string_view> unknowns_of(Objective objective, const OptionJudgement& option) {
  if (objective == Objective::MostCostEffective) return option.cost.unknowns;
  std::vector<std::string_view> paths;
  for (const WorkloadLatency& workload : option.latencies) {
    paths.insert(paths.end(), workload.latency.unknowns.begin(), workload.latency.unknowns.end());
  }
  return paths;
}

// Adds the unknowns of one option; those of the world only once.
void add_variables(Objective objective, const OptionJudgement& option, Variable::On side,
                   std::vector<Variable>& variables) {
  for (const std::string_view path : unknowns_of(objective, option)) {
    const Value* value = find_value(*option.pipeline, path);
    if (value == nullptr) continue;
    const Variable::On on = value->of_the_world ? Variable::On::Both : side;
    const bool is_known = std::ranges::any_of(variables, [&](const Variable& variable) {
      return variable.path == path && variable.on == on;
    });
    if (!is_known) variables.push_back({path, value->mean.low, value->mean.high, on});
  }
}

Assignment likely_assignment(Objective objective, const OptionJudgement& option) {
  std::vector<Variable> variables;
  add_variables(objective, option, Variable::On::First, variables);
  Assignment assignment;
  for (const Variable& variable : variables) {
    assignment.entries.push_back({variable.path, likely_value(variable.low, variable.high)});
  }
  return assignment;
}

}  // namespace

double likely_value(double low, double high) { return value_at({"", low, high}, 0.5); }

MeasuredDifference difference_over(std::span<const Variable> variables, const Measure& first,
                                   const Measure& second) {
  Explorer explorer(variables, first, second);
  explorer.set_likely(explorer.at([](std::size_t) { return 0.5; }));
  const bool all_corners = variables.size() <= kMostCorners;
  if (all_corners) {
    explore_corners(explorer, variables.size());
  } else {
    explore_ends(explorer, variables.size());
  }
  explore_diagonal(explorer, kFewPoints);
  const bool one_sided = explorer.span().low >= 0.0 || explorer.span().high <= 0.0;
  if (one_sided) return {explorer.span(), all_corners && explorer.span().likely != 0.0, 1.0};
  const double share = explore_diagonal(explorer, kManyPoints);
  return {explorer.span(), false, share};
}

MeasuredDifference measured_difference(Objective objective, const OptionJudgement& first,
                                       const OptionJudgement& second) {
  std::vector<Variable> variables;
  add_variables(objective, first, Variable::On::First, variables);
  add_variables(objective, second, Variable::On::Second, variables);
  MeasuredDifference difference =
      difference_over(variables, measure_of(objective, first), measure_of(objective, second));
  // A part without a known price is never counted as free, so nothing is proved beside it.
  const bool is_priced = first.cost.unpriced == second.cost.unpriced;
  if (objective == Objective::MostCostEffective && !is_priced) difference.is_proof = false;
  return difference;
}

double likely_measure(Objective objective, const OptionJudgement& option) {
  const Quantity measure = measure_of(objective, option)(likely_assignment(objective, option));
  return measure.low == measure.high ? measure.low : (measure.low + measure.high) / 2.0;
}

double cost_alike(const OptionJudgement& first, const OptionJudgement& second) {
  const Cost one = likely_cost(first);
  const Cost other = likely_cost(second);
  std::vector<bool> taken(other.lines.size());
  double alike = 0.0;
  for (const CostLine& line : one.lines) {
    if (!std::isfinite(line.monthly.high)) continue;
    const std::string_view name = first.pipeline->part(line.part).name;
    for (std::size_t i = 0; i < other.lines.size(); ++i) {
      const CostLine& rival = other.lines[i];
      const bool is_same =
          !taken[i] && rival.what == line.what && rival.monthly.low == line.monthly.low &&
          rival.monthly.high == line.monthly.high && second.pipeline->part(rival.part).name == name;
      if (!is_same) continue;
      taken[i] = true;
      alike += (line.monthly.low + line.monthly.high) / 2.0;
      break;
    }
  }
  return alike;
}

Cost likely_cost(const OptionJudgement& option) {
  return cost_at(option, likely_assignment(Objective::MostCostEffective, option));
}

}  // namespace plumbline
