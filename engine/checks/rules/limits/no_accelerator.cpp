// Work needs an accelerator where there is none.
#include "engine/checks/helpers.hpp"
#include "engine/checks/needs.hpp"

namespace plumbline {
namespace {

// A service without accelerators, or an instance type without one.
Bound accelerators_of(const RuleContext& context, const Need& need) {
  Bound bound = bound_of(context.pipeline, need.id, "gpus");
  if (bound.exists() || need.instance_type == nullptr) return bound;
  return instance_bound(context.pipeline, need, "gpus");
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_need(context.pipeline, [&](const Need& need) {
    if (!need.work->gpu.value_or(false)) return;
    const Bound bound = accelerators_of(context, need);
    if (!bound.exists() || bound.allowed.high >= 1.0) return;
    Finding& finding = findings.add(text, place_of(bound, place_of(context.pipeline, need.id)));
    finding.evidence = evidence_of(bound.fact);
    finding.margin = kInfinity;
    finding.depth = depth_of(context.pipeline, need.id);
    finding.because(bound.fact)
        .with("work", std::string(need.work->name))
        .with("part", std::string(need.part->name));
    finding.related_to(need.work->place, "what it needs");
  });
}

}  // namespace

constinit const Rule rules::no_accelerator{
    .text =
        {
            .id = "PLB1006",
            .slug = "no-accelerator",
            .kind = Kind::HardwareFit,
            .severity = Severity::Violation,
            .title = "work needs an accelerator where there is none",
            .message = "{work} needs an accelerator; {part} has none",
            .rationale = "Some services and instance types offer no GPU, whatever is configured.",
            .fix = "Choose an instance type with an accelerator, or a service that offers them.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html",
        },
    .check = &check,
};

}  // namespace plumbline
