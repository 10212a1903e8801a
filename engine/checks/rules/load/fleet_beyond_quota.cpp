// A fleet needs more instances than a quota grants.
#include "engine/checks/helpers.hpp"
#include "engine/checks/pools.hpp"
#include "engine/checks/work.hpp"
#include "engine/estimate/fleet.hpp"

namespace plumbline {
namespace {

// The narrower of the quotas of one component and of the account, whatever others use of it.
Bound instance_quota(const RuleContext& context, PartId id) {
  const Bound of_one = bound_of(context.pipeline, id, "instances-of-one");
  Bound of_all = bound_of(context.pipeline, id, "instances");
  const SharedQuota quota = shared_quota_of(context.pipeline, id);
  if (quota.exists() && of_all.fact == quota.fact) of_all.allowed = quota.whole;
  return of_all.allowed.low < of_one.allowed.low ? of_all : of_one;
}

// Instances that must be there at least, and those that the load asks for where a quota that can be
// raised stands against them. Where it cannot, items wait, and backlog-grows says so.
Quantity instances_needed(const RuleContext& context, const Estimates& estimates, PartId id,
                          const Bound& quota) {
  const Count at_least = estimates.of(id).chosen_instances;
  const bool items_wait =
      is_behind_a_queue(context.pipeline, id) || evidence_of(quota) != Evidence::Assumption;
  if (items_wait) return to_quantity(at_least);
  const double workers = workers_of_instance(context.pipeline, id);
  const Count for_load = pressing_units(context.pipeline, estimates, id) / workers;
  return to_quantity(max(for_load, at_least));
}

void check_fleet(const RuleContext& context, const RuleText& text, PartId id, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Bound quota = instance_quota(context, id);
  // A stated number of instances outside its limits has its own rule.
  if (!quota.exists() || quota.setting != nullptr) return;
  const Quantity amount = instances_needed(context, context.estimates, id, quota);
  if (amount.high <= quota.allowed.low) return;
  if (amount.low <= quota.allowed.high && is_started_at_will(pipeline, id)) return;
  const Measure measure = [&](const Assignment& assignment) {
    return instances_needed(context, evaluate(pipeline, assignment), id, quota);
  };
  add_if_beyond(context, text, quota, {id, place_of(pipeline, id), amount},
                context.estimates.of(id).unknowns, measure, findings);
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    if (part.behaviour != Behaviour::WorkerFleet || context.pipeline.activations(id).empty())
      return;
    check_fleet(context, text, id, findings);
  });
}

}  // namespace

constinit const Rule rules::fleet_beyond_quota{
    .text =
        {
            .id = "PLB1207",
            .slug = "fleet-beyond-quota",
            .kind = Kind::ThroughputQuota,
            .severity = Severity::Violation,
            .title = "a fleet needs more instances than a quota grants",
            .message = "{part} needs {needs} instances; {allowed} are granted",
            .rationale =
                "Instances of an account are counted against a quota. Without a higher one "
                "the fleet is not created, or stays smaller than its load.",
            .fix =
                "Ask for a higher quota, use larger instances, or share instances between models.",
            .source = "https://docs.aws.amazon.com/general/latest/gr/sagemaker.html",
        },
    .check = &check,
};

}  // namespace plumbline
