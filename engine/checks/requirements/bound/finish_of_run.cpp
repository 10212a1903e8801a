// A run of a program or a training is not over in time.
#include "engine/checks/requirements/bound/run_time.hpp"
#include "engine/checks/requirements/unmet.hpp"
#include "engine/checks/work.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (!has_number(requirement)) return;
  const Pipeline& pipeline = context.pipeline;
  for (const WorkId work : requirement.works) {
    const auto run = [&](const Assignment& assignment) {
      return run_time_of(pipeline, work, requirement.quantile, Interruptions::Ignored, assignment);
    };
    const RunTime plain = run({});
    if (plain.part == kNone) continue;  // a matter of `reaches` and `keeps-code`
    const Measure measure = [&](const Assignment& assignment) { return run(assignment).time; };
    Finding* finding =
        add_beyond_bound(context, requirement, text, plain.unknowns, measure, findings);
    if (finding == nullptr) continue;
    const PartEstimate& here = context.estimates.of(plain.part);
    // Without the start-up it would be in time: then the start-up is what the verdict rests on.
    if (here.held.mean.low <= requirement.bound.mean.low) {
      finding->evidence = weakened_by(finding->evidence, here.startup.fact);
    }
    finding->depth = depth_of(pipeline, plain.part);
    finding->because(here.startup.fact)
        .with("work", std::string(work_of(pipeline, work).name))
        .with("part", std::string(pipeline.part(plain.part).name))
        .related_to(place_of(pipeline, plain.part), "where it runs");
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::finish_of_run{
    .kind = RequirementKind::Finish,
    .text =
        {
            .id = "PLB2153",
            .slug = "finish-of-run",
            .kind = Kind::FreshnessOrDeadline,
            .severity = Severity::Violation,
            .title = "a run is not over in time",
            .message = "a run of {work} at {part} is over after {needs}, {allowed} is allowed",
            .rationale = "What starts capacity first has that much less time to work.",
            .fix = "Run it on more or faster capacity, on capacity that is there already, or start "
                   "earlier.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/how-it-works-training.html",
        },
    .check = &check,
};

}  // namespace plumbline
