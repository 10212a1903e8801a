// More units are in flight at peak than a quota lets run at once, and what is too much is refused.
#include "engine/checks/helpers.hpp"
#include "engine/checks/pools.hpp"
#include "engine/estimate/fleet.hpp"

namespace plumbline {
namespace {

bool is_refused(const Bound& bound) {
  if (bound.setting != nullptr || bound.fact == nullptr) return bound.setting != nullptr;
  const OnExceed then = bound.fact->on_exceed;
  return then == OnExceed::Throttle || then == OnExceed::Reject || then == OnExceed::Fail;
}

// A new account starts with less.
Bound in_new_account(const RuleContext& context, PartId id, const Bound& bound) {
  if (!context.pipeline.world().new_customer.value_or(false)) return bound;
  const Bound less = bound_of(context.pipeline, id, "concurrency-in-new-account");
  return less.allowed.low < bound.allowed.low ? less : bound;
}

// The bound without what others use: that they are starved is another finding.
Bound own_bound(const RuleContext& context, PartId id) {
  Bound bound = in_new_account(context, id, context.estimates.of(id).server_bound);
  const SharedQuota quota = shared_quota_of(context.pipeline, id);
  if (bound.setting == nullptr && quota.exists() && bound.fact == quota.fact) {
    bound.allowed = quota.whole;
  }
  return bound;
}

// What waits in line until there is room is the business of backlog-grows.
bool waits_in_line(const Pipeline& pipeline, PartId id, const Bound& bound) {
  if (is_behind_a_queue(pipeline, id)) return true;
  const bool is_fleet = pipeline.part(id).behaviour == Behaviour::WorkerFleet;
  return is_fleet && evidence_of(bound) != Evidence::Assumption;
}

// Units in what the bound counts: instances of a job, requests of an instance.
double unit_in_bound(const PartEstimate& estimate, const Bound& bound) {
  const double servers = estimate.servers.low;
  const double allowed = estimate.server_bound.allowed.low;
  const bool counts = estimate.server_bound.fact == bound.fact && servers > 0.0 && allowed > 0.0;
  return counts && servers < kInfinity ? allowed / servers : 1.0;
}

void check_part(const RuleContext& context, const RuleText& text, PartId id, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const PartEstimate& estimate = context.estimates.of(id);
  if (!estimate.server_bound.exists() || pipeline.activations(id).empty()) return;
  const Bound bound = own_bound(context, id);
  if (!is_refused(bound) || waits_in_line(pipeline, id, bound)) return;
  const double each = unit_in_bound(estimate, bound);
  const auto needed = [&](const Estimates& estimates) {
    return to_quantity(pressing_units(pipeline, estimates, id) * each);
  };
  Finding* finding = add_if_beyond(
      context, text, bound, {id, place_of(pipeline, id), needed(context.estimates)},
      estimate.unknowns,
      [&](const Assignment& assignment) { return needed(evaluate(pipeline, assignment)); },
      findings);
  if (finding == nullptr) return;
  finding->evidence = weakened_by(finding->evidence, estimate.startup.fact);
  finding->with("counted", counted(bound.fact)).because(estimate.startup.fact);
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline,
                     [&](PartId id, const Part&) { check_part(context, text, id, findings); });
}

}  // namespace

constinit const Rule rules::quota_in_flight{
    .text =
        {
            .id = "PLB1201",
            .slug = "quota-in-flight",
            .kind = Kind::ThroughputQuota,
            .severity = Severity::Violation,
            .title = "more is in flight than a quota allows",
            .message =
                "{part} needs {needs} {counted} at once; {allowed} may run at once, and what "
                "comes beyond is refused",
            .rationale = "As many units are in flight as come in the time that one takes (Little's "
                         "law: rate times time). Beyond the quota, calls are throttled or refused.",
            .fix = "Put a queue in front, make the work shorter, or ask for a higher quota.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html",
        },
    .check = &check,
};

}  // namespace plumbline
