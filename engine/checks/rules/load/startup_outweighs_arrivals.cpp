// A job is launched for each item, and its start-up is longer than the time until the next item.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

void check_part(const RuleContext& context, const RuleText& text, PartId id, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const PartEstimate& estimate = context.estimates.of(id);
  const Count starting = estimate.peak * estimate.startup.mean;
  // Told only where it is so for every value of what is unknown.
  if (starting.low <= 1.0) return;
  Finding& finding = findings.add(text, place_of(pipeline, id));
  finding.evidence = weakened_by(Evidence::Requirement, estimate.startup.fact);
  finding.margin = starting.low;
  finding.depth = depth_of(pipeline, id);
  finding.because(estimate.startup.fact)
      .with("part", std::string(pipeline.part(id).name))
      .with("rate", to_quantity(estimate.peak))
      .with("startup", to_quantity(estimate.startup.mean))
      .with("starting", to_quantity(starting));
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    if (part.behaviour == Behaviour::LaunchedJob) check_part(context, text, id, findings);
  });
}

}  // namespace

constinit const Rule rules::startup_outweighs_arrivals{
    .text =
        {
            .id = "PLB1206",
            .slug = "startup-outweighs-arrivals",
            .kind = Kind::Backlog,
            .severity = Severity::Note,
            .title = "jobs start more slowly than items come",
            .message = "{rate} start as jobs at {part}, and each needs {startup} before its work "
                       "begins: {starting} are starting at any time",
            .rationale = "A job brings its own capacity, which takes minutes to come. For frequent "
                         "small items most of what is paid for and looked after is start-up.",
            .fix = "Collect items into fewer jobs, or use something that is already running.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform.html",
        },
    .check = &check,
};

}  // namespace plumbline
