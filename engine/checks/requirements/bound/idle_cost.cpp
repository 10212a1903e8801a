// Something is paid for while nothing happens.
#include "engine/checks/requirements/bound/cost_report.hpp"

namespace plumbline {
namespace {

// What is kept has to be paid for; `none` asks for nothing else.
bool is_storage(const CostLine& line) { return line.counts == "gb-stored-months"; }
bool is_idle(const CostLine& line) { return line.idle; }

// Each line is a reason of its own.
void forbid_lines(const RuleContext& context, const Requirement& requirement, const RuleText& text,
                  const Cost& cost, Findings& findings) {
  for (const CostLine& line : cost.lines) {
    if (!line.idle || line.price == nullptr || is_storage(line)) continue;
    const CountsLine this_line = [&](const CostLine& other) {
      return other.part == line.part && other.what == line.what && other.idle;
    };
    Finding* finding = add_if_too_dear(context, requirement, text, cost, this_line, findings);
    // However uncertain the price, it is not nothing.
    if (finding != nullptr) finding->evidence = Evidence::Requirement;
  }
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (!has_number(requirement)) return;
  const Cost cost = cost_of(context.pipeline, context.estimates);
  if (requirement.bound.mean.low == 0.0) {
    forbid_lines(context, requirement, text, cost, findings);
  } else {
    add_if_too_dear(context, requirement, text, cost, &is_idle, findings);
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::idle_cost{
    .kind = RequirementKind::IdleCost,
    .text =
        {
            .id = "PLB2108",
            .slug = "idle-cost",
            .kind = Kind::Cost,
            .severity = Severity::Violation,
            .title = "something is paid for while nothing happens",
            .message = "{needs} is paid while nothing happens, {allowed} is allowed: {line}",
            .rationale = "Instances that stay on, capacity that is kept warm and reserved units "
                         "are paid for by the hour, used or not.",
            .fix = "Use what scales to nothing or is paid by use, or stop the capacity by "
                   "schedule.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/deploy-model-options.html",
        },
    .check = &check,
};

}  // namespace plumbline
