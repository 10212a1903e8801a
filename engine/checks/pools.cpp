// Quotas that parts share with each other and with the rest of the account, and what they take of
// them.
#include "engine/checks/pools.hpp"

#include <algorithm>

#include "engine/checks/work.hpp"

namespace plumbline {
namespace {

// What an account grants to all its parts together.
constexpr std::string_view kShared[] = {"concurrency", "instances", "vcpus-in-use"};

double setting_or_one(const Pipeline& pipeline, PartId id, std::string_view name) {
  const Effective effective = effective_setting(pipeline, id, name);
  if (!effective.exists()) return 1.0;
  return std::max(1.0, effective.value.mean.low);
}

// The most that a stated setting of its connections lets through, infinity when one does not say.
double let_through(const Pipeline& pipeline, PartId id) {
  double sum = 0.0;
  for (const LinkId link_id : pipeline.links_to(id)) {
    const Link& link = pipeline.link(link_id);
    if (!link.carries_work() || !link.starts_work) continue;
    double here = kInfinity;
    if (link.connection != nullptr) {
      for (const Setting& setting : link.connection->settings) {
        if (setting.info == nullptr || setting.info->bounds != "concurrency-of-connection")
          continue;
        if (setting.written == Written::Stated) here = setting.value.mean.high;
      }
    }
    sum += here;
  }
  return sum > 0.0 ? sum : kInfinity;
}

// What is set aside for a part is gone for everyone else, used or not.
const Setting* set_aside(const Pipeline& pipeline, PartId id) {
  const Bound own = bound_of(pipeline, id, "concurrency-of-one");
  const bool is_stated = own.setting != nullptr && own.setting->written == Written::Stated;
  return is_stated ? own.setting : nullptr;
}

}  // namespace

SharedQuota shared_quota_of(const Pipeline& pipeline, PartId id) {
  SharedQuota quota;
  for (const std::string_view measure : kShared) {
    for (const Fact* fact : pipeline.part(id).facts_near(measure)) {
      const bool is_shared = fact->governs == measure && fact->group == FactGroup::Limit &&
                             !fact->qualifier.empty();
      if (!is_shared) continue;
      if (quota.fact == nullptr || fact->value < quota.fact->value) quota.fact = fact;
    }
  }
  if (quota.fact == nullptr) return quota;
  const auto& uses = pipeline.world().quotas;
  const auto use = std::ranges::find(uses, quota.fact->qualifier, &QuotaUse::pool);
  if (use != uses.end()) quota.use = &*use;
  quota.whole = quota.use != nullptr && quota.use->quota
                    ? quota.use->quota->mean
                    : Quantity::exactly(quota.fact->dimension, quota.fact->value);
  return quota;
}

double taken_by_unit(const Pipeline& pipeline, PartId id, std::string_view measure) {
  if (measure == "instances") return setting_or_one(pipeline, id, "instance-count");
  return measure == "vcpus-in-use" ? setting_or_one(pipeline, id, "vcpus") : 1.0;
}

Count pressing_units(const Pipeline& pipeline, const Estimates& estimates, PartId id) {
  const PartEstimate& here = estimates.of(id);
  const Seconds busy = here.startup.mean + here.held.mean;
  Count units = here.peak * busy;
  if (pipeline.part(id).behaviour == Behaviour::LaunchedJob) units = units + here.at_once;
  if (here.unknowns.empty() && units.high < kInfinity) return units;
  const Bound limit = run_time_bound(pipeline, id);
  if (!limit.exists() || is_per_item(limit)) return units;
  const double longest = here.startup.mean.high + limit.allowed.high;
  const double most = finite_product(here.peak.high, longest) + here.at_once.high;
  return min(units, Count::exactly(most));
}

Quantity demand_on(const Pipeline& pipeline, const Estimates& estimates, PartId id,
                   const Fact& quota) {
  if (quota.governs == "concurrency") {
    if (const Setting* setting = set_aside(pipeline, id)) return setting->value.mean;
  }
  if (pipeline.part(id).behaviour == Behaviour::WorkerFleet) {
    return to_quantity(estimates.of(id).chosen_instances);
  }
  const Count units =
      min(pressing_units(pipeline, estimates, id), Count::exactly(let_through(pipeline, id)));
  return to_quantity(units * taken_by_unit(pipeline, id, quota.governs));
}

std::string counted(const Fact* fact) {
  const std::string_view unit = fact == nullptr ? std::string_view{} : fact->unit;
  if (unit == "executions" || unit == "instances" || unit == "jobs") return std::string(unit);
  return unit.starts_with("vcpu") ? "vCPUs" : "requests";
}

}  // namespace plumbline
