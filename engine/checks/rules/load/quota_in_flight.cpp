// More units are in flight at peak than a quota lets run at once, and what is too much is refused.
#include "engine/checks/helpers.hpp"
#include "engine/checks/pools.hpp"
#include "engine/checks/work.hpp"
#include "engine/estimate/fleet.hpp"

namespace plumbline {
namespace {

bool is_refused(const Bound& bound) {
  if (bound.setting != nullptr || bound.fact == nullptr) return bound.setting != nullptr;
  const OnExceed then = bound.fact->on_exceed;
  return then == OnExceed::Throttle || then == OnExceed::Reject || then == OnExceed::Fail;
}

// A new account starts with less. What others use is left out: that they are starved is another
// finding.
Bound own_bound(const RuleContext& context, PartId id) {
  Bound bound = context.estimates.of(id).server_bound;
  if (context.pipeline.world().new_customer.value_or(false)) {
    const Bound less = bound_of(context.pipeline, id, "concurrency-in-new-account");
    if (less.allowed.low < bound.allowed.low) bound = less;
  }
  const SharedQuota quota = shared_quota_of(context.pipeline, id);
  if (bound.setting == nullptr && bound.fact == quota.fact) bound.allowed = quota.whole;
  return bound;
}

std::string_view measure_of(const Bound& bound) {
  return bound.setting != nullptr ? bound.setting->info->bounds : bound.fact->governs;
}

// Works alone, without an estimated start, already need more.
bool is_proved_by_works(const RuleContext& context, PartId id, double each, const Bound& bound) {
  const PartEstimate& estimate = context.estimates.of(id);
  const Count busy = estimate.peak * work_time(context.pipeline, id, estimate.items).mean;
  return busy.low * each > bound.allowed.high;
}

void check_part(const RuleContext& context, const RuleText& text, PartId id, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const PartEstimate& estimate = context.estimates.of(id);
  if (!estimate.server_bound.exists() || is_behind_a_queue(pipeline, id)) return;
  const Bound bound = own_bound(context, id);
  if (!is_refused(bound)) return;
  const double each = taken_by_unit(pipeline, id, measure_of(bound));
  const auto needed = [&](const Estimates& estimates) {
    return to_quantity(pressing_units(pipeline, estimates, id) * each);
  };
  const Quantity amount = needed(context.estimates);
  if (amount.low <= bound.allowed.high && is_started_at_will(pipeline, id)) return;
  const Measure measure = [&](const Assignment& assignment) {
    return needed(evaluate(pipeline, assignment));
  };
  Finding* finding = add_if_beyond(context, text, bound, {id, place_of(pipeline, id), amount},
                                   estimate.unknowns, measure, findings);
  if (finding == nullptr) return;
  if (!is_proved_by_works(context, id, each, bound)) {
    finding->evidence = weakened_by(finding->evidence, estimate.startup.fact);
    finding->because(estimate.startup.fact);
  }
  const Fact* quota = bound.fact != nullptr ? bound.fact : shared_quota_of(pipeline, id).fact;
  finding->with("counted", counted(quota));
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    // A fleet lets items wait until there is room.
    if (part.behaviour == Behaviour::WorkerFleet || context.pipeline.activations(id).empty())
      return;
    check_part(context, text, id, findings);
  });
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
