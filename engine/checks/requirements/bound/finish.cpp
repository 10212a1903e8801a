// A bulk or burst is not worked off in time.
#include <algorithm>
#include <cmath>

#include "engine/checks/requirements/bound/busy.hpp"
#include "engine/checks/requirements/bound/run_time.hpp"
#include "engine/checks/requirements/unmet.hpp"
#include "engine/estimate/fleet.hpp"

namespace plumbline {
namespace {

// The share of the bottleneck's time that rests on stated and documented times.
double certain_share(const RuleContext& context, PartId bottleneck) {
  const Busy busy =
      busy_times(context.pipeline, context.estimates)[static_cast<std::size_t>(bottleneck)];
  return busy.time.low > 0.0 ? busy.certain / busy.time.low : 1.0;
}

// What works on the bulk side by side: as many units as the part can have, or the lanes of the one
// unit that walks through it, as many as it may get.
Quantity side_by_side(const RuleContext& context, WorkloadId workload, const BulkTime& bulk) {
  const Pipeline& pipeline = context.pipeline;
  const auto activations = pipeline.activations(bulk.bottleneck);
  const bool has_units = std::ranges::any_of(activations, [&](const Activation& activation) {
    return activation.source == SourceType::Workload && activation.workload == workload;
  });
  if (has_units) return to_quantity(context.estimates.of(bulk.bottleneck).servers);
  const bool is_counted = bulk.bound.setting != nullptr || !bulk.bound.exists();
  if (is_counted)
    return Quantity::exactly(Dimension::Count, lanes_of_unit(pipeline, bulk.bottleneck));
  const double workers = workers_of_instance(pipeline, bulk.bottleneck);
  return {Dimension::Count, bulk.bound.allowed.low * workers, bulk.bound.allowed.high * workers};
}

Quantity whole(Count count) {
  return {Dimension::Count, std::ceil(count.low - 1e-9), std::ceil(count.high - 1e-9)};
}

void explain(const RuleContext& context, WorkloadId workload, const BulkTime& bulk, double within,
             Finding& finding) {
  const Pipeline& pipeline = context.pipeline;
  const PartEstimate& here = context.estimates.of(bulk.bottleneck);
  finding.depth = depth_of(pipeline, bulk.bottleneck);
  if (bulk.bound.exists()) {
    finding.because(bulk.bound.fact).evidence = weaker(finding.evidence, evidence_of(bulk.bound));
  }
  if (bulk.time.low * certain_share(context, bulk.bottleneck) <= within) {
    finding.evidence = weakened_by(finding.evidence, here.startup.fact);
    finding.evidence = weakened_by(finding.evidence, here.held.fact);
  }
  finding.because(here.startup.fact)
      .with("part", std::string(pipeline.part(bulk.bottleneck).name))
      .with("workers", whole(bulk.needed))
      .with("has", side_by_side(context, workload, bulk))
      .related_to(place_of(bulk.bound, place_of(pipeline, bulk.bottleneck)), "sets the pace");
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (requirement.workload == kNone || !has_number(requirement)) return;
  const Pipeline& pipeline = context.pipeline;
  if (!comes_at_once(pipeline, requirement.workload)) return;
  const double within = requirement.bound.mean.low;
  const BulkTime bulk = bulk_time_of(pipeline, requirement.workload, within);
  if (bulk.bottleneck == kNone) return;  // nothing works on it: a matter of `reaches`
  const Measure measure = [&](const Assignment& assignment) {
    if (assignment.entries.empty()) return bulk.time;
    return bulk_time_of(pipeline, requirement.workload, within, assignment).time;
  };
  Finding* finding = add_beyond_bound(context, requirement, text, bulk.unknowns, measure, findings);
  if (finding != nullptr) explain(context, requirement.workload, bulk, within, *finding);
}

}  // namespace

constinit const RequirementChecker requirement_checkers::finish{
    .kind = RequirementKind::Finish,
    .text =
        {
            .id = "PLB2103",
            .slug = "finish",
            .kind = Kind::FreshnessOrDeadline,
            .severity = Severity::Violation,
            .title = "a bulk is not worked off in time",
            .message = "{workload} are worked off after {needs}, {allowed} is allowed; {part} sets "
                       "the pace with {has} side by side, {workers} would do",
            .rationale =
                "All stages work side by side, so the slowest one sets the pace; what has to "
                "start first starts within the time.",
            .fix = "Give the slowest part more workers, ask for a higher quota, or start earlier.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform.html",
        },
    .check = &check,
};

}  // namespace plumbline
