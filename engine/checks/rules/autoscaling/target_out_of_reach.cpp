// Even with all its instances a fleet cannot bring the metric down to what its policy holds.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

struct Most {
  Quantity instances{Dimension::Count};
  const Setting* setting = nullptr;
  Bound quota;
};

Most most_instances(const Pipeline& pipeline, PartId id) {
  Most most;
  const Effective stated = effective_setting(pipeline, id, "maximum-instances");
  if (stated.exists() && stated.setting != nullptr && !stated.value.is_unknown()) {
    most.instances = stated.value.mean;
    most.setting = stated.setting;
    return most;
  }
  most.quota = bound_of(pipeline, id, "instances-of-one");
  if (most.quota.exists()) most.instances = most.quota.allowed;
  return most;
}

Quantity shared(const PerSecond& peak, const Quantity& instances) {
  return {Dimension::Rate, peak.low / instances.high, peak.high / instances.low};
}

void check_fleet(const RuleContext& context, const RuleText& text, PartId id, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Effective target = effective_setting(pipeline, id, "target-invocations");
  if (!target.exists() || target.setting == nullptr || target.value.is_unknown()) return;
  const Most most = most_instances(pipeline, id);
  if (most.instances.low <= 0.0) return;
  const PartEstimate& here = context.estimates.of(id);
  const Measure measure = [&](const Assignment& assignment) {
    return shared(evaluate(pipeline, assignment).of(id).peak, most.instances);
  };
  const double held = target.value.mean.high;
  const Decision decision = decide_amount(
      pipeline, Direction::AtMost, shared(here.peak, most.instances), held, here.unknowns, measure);
  const Evidence evidence =
      most.setting != nullptr ? Evidence::Requirement : evidence_of(most.quota);
  Finding* finding = add_decided(text, target.setting->place, Direction::AtMost, held, decision,
                                 evidence, findings);
  if (finding == nullptr) return;
  finding->depth = depth_of(pipeline, id);
  finding->because(most.quota.fact)
      .with("part", std::string(pipeline.part(id).name))
      .with("instances", most.instances);
  if (most.setting != nullptr) finding->related_to(most.setting->place, "most instances");
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part&) {
    if (!context.pipeline.activations(id).empty()) check_fleet(context, text, id, findings);
  });
}

}  // namespace

constinit const Rule rules::target_out_of_reach{
    .text =
        {
            .id = "PLB1921",
            .slug = "target-out-of-reach",
            .kind = Kind::Autoscaling,
            .severity = Severity::Violation,
            .title = "a scaling policy cannot reach its target",
            .message = "with all {instances} instances of {part} each one still gets {needs} at "
                       "the peak; the policy is to hold {allowed}",
            .rationale = "Target tracking adds instances until the metric of one is at the target. "
                         "Where the most instances are fewer than the peak divided by the target, "
                         "the fleet stands at its maximum and the target is never held.",
            .fix = "Allow more instances, or set a target that the largest fleet can hold.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/"
                      "endpoint-scaling-loadtest.html",
        },
    .check = &check,
};

}  // namespace plumbline
