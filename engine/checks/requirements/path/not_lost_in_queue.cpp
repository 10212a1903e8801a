// Messages expire in a queue before they are worked off.
#include <algorithm>

#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

bool comes_at_once(const Pipeline& pipeline, WorkloadId workload) {
  const ArrivalForm form =
      pipeline.world().workloads[static_cast<std::size_t>(workload)].arrival.form;
  return form == ArrivalForm::Burst || form == ArrivalForm::Bulk;
}

bool holds_items(const Part& part) {
  return part.behaviour == Behaviour::Queue || part.behaviour == Behaviour::WorkerFleet;
}

// How long an item may lie here: nothing in a consumer that keeps up, without end in front of one
// that never catches up, and while a bulk is worked off.
Quantity longest_wait(const Pipeline& pipeline, const Estimates& estimates, WorkloadId workload,
                      PartId id, const Assignment& assignment) {
  Quantity wait{Dimension::Time};
  const auto fall_behind = [&](PartId consumer) {
    const PartEstimate& here = estimates.of(consumer);
    if (here.utilisation_low > 1.0) wait.low = kInfinity;
    if (here.utilisation_high > 1.0) wait.high = kInfinity;
  };
  if (pipeline.part(id).behaviour == Behaviour::WorkerFleet) fall_behind(id);
  for (const LinkId link_id : pipeline.links_from(id)) {
    const Link& link = pipeline.link(link_id);
    if (link.carries_work() && link.started_by_target) fall_behind(link.to);
  }
  if (!comes_at_once(pipeline, workload)) return wait;
  const Quantity bulk = bulk_time_of(pipeline, workload, 0.0, assignment).time;
  return {Dimension::Time, std::max(wait.low, bulk.low), std::max(wait.high, bulk.high)};
}

void check_part(const RuleContext& context, const Requirement& requirement, const RuleText& text,
                PartId id, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Bound kept = bound_of(pipeline, id, "queue-time");
  if (!kept.exists()) return;
  const WorkloadId workload = requirement.workload;
  const Quantity wait = longest_wait(pipeline, context.estimates, workload, id, {});
  if (wait.high <= kept.allowed.low) return;
  std::vector<std::string_view> unknowns;
  for (const PartEstimate& part : context.estimates.parts) {
    unknowns.insert(unknowns.end(), part.unknowns.begin(), part.unknowns.end());
  }
  std::ranges::sort(unknowns);
  unknowns.erase(std::unique(unknowns.begin(), unknowns.end()), unknowns.end());
  const Decision decision = decide(
      pipeline, Direction::AtMost, kept.allowed.low, unknowns, [&](const Assignment& assignment) {
        if (assignment.entries.empty()) return wait;
        return longest_wait(pipeline, evaluate(pipeline, assignment), workload, id, assignment);
      });
  Finding* finding =
      add_decided(text, requirement.place, Direction::AtMost, kept.allowed.low, decision,
                  weaker(Evidence::Requirement, evidence_of(kept)), findings);
  if (finding == nullptr) return;
  finding->depth = depth_of(pipeline, id);
  finding->with("workload", workload_name(pipeline, workload))
      .with("part", std::string(pipeline.part(id).name))
      .because(kept.fact)
      .related_to(place_of(kept, place_of(pipeline, id)), "keeps them no longer");
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (requirement.workload == kNone) return;
  const Pipeline& pipeline = context.pipeline;
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    if (!holds_items(part) || !pipeline.flow(requirement.workload, id).reaches()) return;
    check_part(context, requirement, text, id, findings);
  });
}

}  // namespace

constinit const RequirementChecker requirement_checkers::not_lost_in_queue{
    .kind = RequirementKind::NotLost,
    .text =
        {
            .id = "PLB2010",
            .slug = "not-lost-in-queue",
            .kind = Kind::Availability,
            .severity = Severity::Violation,
            .title = "messages expire before they are worked off",
            .message = "items of {workload} wait {needs} in {part}, which keeps them {allowed}",
            .rationale = "A queue deletes what has waited longer than its retention, and nobody "
                         "is told.",
            .fix = "Keep messages longer, or give the consumer enough capacity to catch up.",
            .source = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/"
                      "SQSDeveloperGuide/quotas-messages.html",
        },
    .check = &check,
};

}  // namespace plumbline
