// A run that the clock starts is not finished when the clock starts the next one.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

Quantity time_of_run(const PartEstimate& estimate) {
  return to_quantity(estimate.startup.mean + estimate.held.mean);
}

// The period of the schedule that starts this part itself, if it is known.
const Value* period_of(const Pipeline& pipeline, const Activation& activation) {
  if (activation.source != SourceType::Clock || activation.depth != 1) return nullptr;
  if (activation.clock_link == kNone) return nullptr;
  const Connection* connection = pipeline.link(activation.clock_link).connection;
  const bool is_known = connection != nullptr && connection->every && connection->every->is_known();
  return is_known ? &*connection->every : nullptr;
}

void check_run(const RuleContext& context, const RuleText& text, PartId id, const Value& period,
               const Link& link, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const PartEstimate& estimate = context.estimates.of(id);
  const double every = period.mean.low;
  const Measure measure = [&](const Assignment& assignment) {
    return time_of_run(evaluate(pipeline, assignment).of(id));
  };
  const Decision decision = decide_amount(pipeline, Direction::AtMost, time_of_run(estimate), every,
                                          estimate.unknowns, measure);
  // Runs may stand side by side where nothing forbids it, so this never eliminates by itself.
  Finding* finding = add_decided(text, place_of(link), Direction::AtMost, every, decision,
                                 Evidence::Assumption, findings);
  if (finding == nullptr) return;
  finding->depth = depth_of(pipeline, id);
  finding->because(estimate.startup.fact).with("part", std::string(pipeline.part(id).name));
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part&) {
    for (const Activation& activation : context.pipeline.activations(id)) {
      const Value* period = period_of(context.pipeline, activation);
      if (period == nullptr) continue;
      check_run(context, text, id, *period, context.pipeline.link(activation.clock_link), findings);
    }
  });
}

}  // namespace

constinit const Rule rules::runs_overlap{
    .text =
        {
            .id = "PLB1204",
            .slug = "runs-overlap",
            .kind = Kind::Backlog,
            .severity = Severity::Violation,
            .title = "scheduled runs overlap",
            .message = "a run of {part} takes {needs} with its start-up, and the next one begins "
                       "after {allowed}",
            .rationale =
                "A schedule does not wait. Runs that take longer than their period stand "
                "side by side and meet on the same data, or queue up one behind the other.",
            .fix =
                "Start runs less often, make them shorter, or make sure that two may run at once.",
            .source = "https://docs.aws.amazon.com/eventbridge/latest/userguide/"
                      "using-eventbridge-scheduler.html",
        },
    .check = &check,
};

}  // namespace plumbline
