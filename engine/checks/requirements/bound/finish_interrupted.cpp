// In time if nothing interrupts it, too late if its capacity is taken away.
#include <cmath>

#include "engine/checks/requirements/bound/run_time.hpp"
#include "engine/checks/requirements/unmet.hpp"
#include "engine/checks/work.hpp"
#include "engine/estimate/interruption.hpp"

namespace plumbline {
namespace {

using Find = std::function<RunTime(Interruptions, const Assignment&)>;

// How the part keeps its progress, as the message says it.
std::string progress_of(const Pipeline& pipeline, PartId id) {
  const Quantity interval = checkpoint_interval(pipeline, id);
  if (interval.low == kInfinity) return "it keeps no checkpoints and begins again each time";
  if (interval.high == 0.0) return "it goes on from its last checkpoint each time";
  return "it loses up to " + format_quantity(interval) + " of work each time";
}

// Whether it would be in time if nothing took time to start: then a number that the catalog only
// estimates decides.
bool rests_on_startup(const RuleContext& context, const RunTime& counted, double within) {
  const Conditions& conditions = context.pipeline.world().conditions;
  const Timing start = first_start(context.pipeline, context.estimates, counted.part);
  const double starts =
      conditions.restart ? 1.0 : 1.0 + std::ceil(conditions.spot_interruptions.mean.high);
  return counted.time.low - starts * start.p99.high <= within;
}

void check_one(const RuleContext& context, const Requirement& requirement, const RuleText& text,
               const std::string& what, const Find& find, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const RunTime plain = find(Interruptions::Ignored, {});
  if (plain.part == kNone) return;
  const double within = requirement.bound.mean.low;
  if (plain.time.low > within) return;  // too late all the same: `finish` says so
  const RunTime counted = find(Interruptions::Counted, {});
  const Fact* fact = interruptible_by(pipeline, counted.part);
  if (fact == nullptr) return;
  const Measure measure = [&](const Assignment& assignment) {
    return find(Interruptions::Counted, assignment).time;
  };
  Finding* finding =
      add_beyond_bound(context, requirement, text, counted.unknowns, measure, findings);
  if (finding == nullptr) return;
  const Conditions& conditions = pipeline.world().conditions;
  const Fact* startup = context.estimates.of(counted.part).startup.fact;
  if (rests_on_startup(context, counted, within)) {
    finding->evidence = weakened_by(finding->evidence, startup);
  }
  if (!conditions.restart) finding->because(startup);
  finding->depth = depth_of(pipeline, counted.part);
  finding->because(fact)
      .with("what", what)
      .with("part", std::string(pipeline.part(counted.part).name))
      .with("times", conditions.spot_interruptions.mean)
      .with("progress", progress_of(pipeline, counted.part))
      .related_to(place_of(pipeline, counted.part), "its capacity can be taken away");
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (!has_number(requirement)) return;
  const Pipeline& pipeline = context.pipeline;
  const double quantile = requirement.quantile;
  for (const WorkId work : requirement.works) {
    const Find find = [&](Interruptions interruptions, const Assignment& assignment) {
      return run_time_of(pipeline, work, quantile, interruptions, assignment);
    };
    check_one(context, requirement, text, "a run of " + std::string(work_of(pipeline, work).name),
              find, findings);
  }
  const WorkloadId workload = requirement.workload;
  if (workload == kNone || !comes_at_once(pipeline, workload)) return;
  const Find find = [&](Interruptions interruptions, const Assignment& assignment) {
    return bulk_time_of(pipeline, workload, requirement.bound.mean.low, quantile, interruptions,
                        assignment);
  };
  check_one(context, requirement, text, "the work on " + workload_name(pipeline, workload), find,
            findings);
}

}  // namespace

constinit const RequirementChecker requirement_checkers::finish_interrupted{
    .kind = RequirementKind::Finish,
    .text =
        {
            .id = "PLB2154",
            .slug = "finish-interrupted",
            .kind = Kind::Interruption,
            .severity = Severity::Violation,
            .title = "interruptions make it too late",
            .message =
                "{what} at {part} is over after {needs} with {times} interruptions, {allowed} "
                "is allowed; {progress}",
            .rationale = "Spare capacity is taken back at any moment. Work without a checkpoint is "
                         "lost then, and the run waits for capacity again.",
            .fix = "Save checkpoints often enough, or run it on capacity that is not taken away.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/"
                      "model-managed-spot-training.html",
        },
    .check = &check,
};

}  // namespace plumbline
