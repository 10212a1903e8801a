// What cost and idle-cost have in common: money a month, by lines whose prices may be weak or
// unknown.
#include "engine/checks/requirements/bound/cost_report.hpp"

namespace plumbline {
namespace {

bool is_priced(const CostLine& line) { return line.price != nullptr; }

const CostLine* largest_line(const Cost& cost, const CountsLine& counts) {
  const CostLine* largest = nullptr;
  for (const CostLine& line : cost.lines) {
    if (!is_priced(line) || !counts(line)) continue;
    const bool is_larger =
        largest == nullptr || line.monthly.low > largest->monthly.low ||
        (line.monthly.low == largest->monthly.low && line.monthly.high > largest->monthly.high);
    if (is_larger) largest = &line;
  }
  return largest;
}

// Recalled prices decide only where the documented ones alone do not.
Evidence evidence_of_prices(const Cost& cost, const CountsLine& counts, double bound) {
  double certain = 0.0;
  bool has_weak = false;
  for (const CostLine& line : cost.lines) {
    if (!is_priced(line) || !counts(line)) continue;
    if (is_weak(line.price->confidence)) {
      has_weak = has_weak || line.monthly.high > 0.0;
    } else {
      certain += line.monthly.low;
    }
  }
  return has_weak && certain <= bound ? Evidence::Assumption : Evidence::Requirement;
}

}  // namespace

Quantity sum_of_lines(const Cost& cost, const CountsLine& counts) {
  Quantity sum{Dimension::MoneyRate};
  for (const CostLine& line : cost.lines) {
    if (!is_priced(line) || !counts(line)) continue;
    sum.low += line.monthly.low;
    sum.high += line.monthly.high;
  }
  return sum;
}

Finding* add_if_too_dear(const RuleContext& context, const Requirement& requirement,
                         const RuleText& text, const Cost& cost, const CountsLine& counts,
                         Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Measure measure = [&](const Assignment& assignment) {
    if (assignment.entries.empty()) return sum_of_lines(cost, counts);
    return sum_of_lines(cost_of(pipeline, evaluate(pipeline, assignment), assignment), counts);
  };
  Finding* finding = add_beyond_bound(context, requirement, text, cost.unknowns, measure, findings);
  if (finding == nullptr) return nullptr;
  finding->evidence = evidence_of_prices(cost, counts, requirement.bound.mean.low);
  const CostLine* largest = largest_line(cost, counts);
  finding->with("line", largest != nullptr ? largest->what : std::string("nothing"))
      .with("amount", largest != nullptr ? largest->monthly : Quantity{Dimension::MoneyRate});
  if (largest == nullptr) return finding;
  finding->because(largest->price).related_to(largest->place, "the largest line");
  if (largest->part != kNone) finding->depth = depth_of(pipeline, largest->part);
  return finding;
}

}  // namespace plumbline
