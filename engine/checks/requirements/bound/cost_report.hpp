// What cost and idle-cost have in common: money a month, by lines whose prices may be weak or
// unknown.
#pragma once

#include <functional>

#include "engine/checks/requirements/unmet.hpp"
#include "engine/cost/cost.hpp"

namespace plumbline {

// Which lines count.
using CountsLine = std::function<bool(const CostLine&)>;

// The money a month of the lines that count and whose price is known.
[[nodiscard]] Quantity sum_of_lines(const Cost& cost, const CountsLine& counts);

// The sum of the lines that count against the bound: {needs}, {allowed}, {line}, {amount} of the
// largest line. nullptr when it is met.
Finding* add_if_too_dear(const RuleContext& context, const Requirement& requirement,
                         const RuleText& text, const Cost& cost, const CountsLine& counts,
                         Findings& findings);

}  // namespace plumbline
