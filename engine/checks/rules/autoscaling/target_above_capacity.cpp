// A scaling policy waits until instances get as much as they can do, or more.
#include "engine/checks/helpers.hpp"
#include "engine/estimate/fleet.hpp"

namespace plumbline {
namespace {

constexpr double kJustAbove = 1.0 + 1e-9;

// What one instance finishes in a second when it is always busy with the work alone.
Quantity capacity(const Pipeline& pipeline, PartId id, const PartEstimate& estimate,
                  const Assignment& assignment) {
  const double workers = workers_of_instance(pipeline, id);
  const Seconds busy = work_time(pipeline, id, estimate.items, assignment).mean;
  const auto rate = [&](double time) { return time > 0.0 ? workers / time : kInfinity; };
  return {Dimension::Rate, rate(busy.high), rate(busy.low)};
}

void check_fleet(const RuleContext& context, const RuleText& text, PartId id, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Effective target = effective_setting(pipeline, id, "target-invocations");
  if (!target.exists() || target.setting == nullptr || target.value.is_unknown()) return;
  const PartEstimate& here = context.estimates.of(id);
  const Measure measure = [&](const Assignment& assignment) {
    return capacity(pipeline, id, evaluate(pipeline, assignment).of(id), assignment);
  };
  // The target has to lie below what an instance can do: a fleet at exactly that is full.
  const double above = target.value.mean.low * kJustAbove;
  const Decision decision =
      decide_amount(pipeline, Direction::AtLeast, capacity(pipeline, id, here, {}), above,
                    here.unknowns, measure);
  Finding* finding = add_decided(text, target.setting->place, Direction::AtLeast, above, decision,
                                 Evidence::Requirement, findings);
  if (finding == nullptr) return;
  finding->depth = depth_of(pipeline, id);
  finding->with("part", std::string(pipeline.part(id).name));
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    if (part.behaviour != Behaviour::WorkerFleet) return;
    if (!context.pipeline.activations(id).empty()) check_fleet(context, text, id, findings);
  });
}

}  // namespace

constinit const Rule rules::target_above_capacity{
    .text =
        {
            .id = "PLB1922",
            .slug = "target-above-capacity",
            .kind = Kind::Autoscaling,
            .severity = Severity::Violation,
            .title = "a scaling target is more than an instance can do",
            .message = "one instance of {part} does {needs}; a policy that holds {allowed} adds "
                       "none before it is overloaded",
            .rationale =
                "The threshold of a scaling policy has to lie below the most that one instance "
                "answers: the target is that rate times a safety factor, to begin with 0.5.",
            .fix = "Set the target to the measured rate of an instance times a safety factor.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/"
                      "endpoint-scaling-loadtest.html",
        },
    .check = &check,
};

}  // namespace plumbline
