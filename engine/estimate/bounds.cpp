// The narrowest bound on one measure at one part: facts of its mode, quotas stated for the account,
// settings.
#include <algorithm>

#include "engine/estimate/estimate.hpp"

namespace plumbline {
namespace {

const QuotaUse* quota_of(const World& world, std::string_view pool) {
  if (pool.empty()) return nullptr;
  const auto found = std::ranges::find(world.quotas, pool, &QuotaUse::pool);
  return found == world.quotas.end() ? nullptr : &*found;
}

// What is left of a shared quota when others have taken theirs.
Quantity left_of(const Quantity& quota, const QuotaUse& use) {
  if (!use.used_by_others) return quota;
  const Quantity& others = use.used_by_others->mean;
  return {quota.dimension, std::max(0.0, quota.low - others.high),
          std::max(0.0, quota.high - others.low)};
}

// A log carries as much as its shards together; how many there are is free until somebody says.
double shards_of(const Pipeline& pipeline, PartId id) {
  const Effective shards = effective_setting(pipeline, id, "shard-count");
  if (!shards.exists()) return 1.0;
  return shards.value.origin == Origin::Chosen ? kInfinity : shards.value.mean.high;
}

void narrow_by_fact(const Pipeline& pipeline, PartId id, const Fact& fact, Bound& bound) {
  const World& world = pipeline.world();
  Quantity allowed = Quantity::exactly(fact.dimension, fact.value);
  if (fact.scope == "per-shard") {
    const double shards = shards_of(pipeline, id);
    allowed = Quantity::exactly(fact.dimension, fact.value * shards);
  }
  const Value* stated = nullptr;
  if (const QuotaUse* use = quota_of(world, fact.qualifier)) {
    if (use->quota) {
      stated = &*use->quota;
      allowed = stated->mean;
    }
    allowed = left_of(allowed, *use);
  }
  if (bound.fact != nullptr && allowed.low >= bound.allowed.low) return;
  bound.allowed = allowed;
  bound.fact = &fact;
  bound.stated_quota = stated;
}

void narrow_by_setting(const Setting& setting, Bound& bound) {
  const Quantity& value = setting.value.mean;
  if (value.high >= bound.allowed.high && value.low >= bound.allowed.low) return;
  bound.allowed = {value.dimension, std::min(value.low, bound.allowed.low),
                   std::min(value.high, bound.allowed.high)};
  bound.setting = &setting;
}

bool bounds(const Setting& setting, std::string_view measure) {
  return setting.info != nullptr && setting.info->bounds == measure &&
         (setting.written == Written::Stated || setting.written == Written::Unknown);
}

void narrow_by_settings(const Part& part, std::string_view measure, Bound& bound) {
  for (const auto& [info, value] : part.unknown_settings) {
    if (info->bounds != measure) continue;
    bound.allowed.low = std::min(bound.allowed.low, value.mean.low);
  }
  if (part.component == nullptr) return;
  for (const Setting& setting : part.component->settings) {
    if (bounds(setting, measure)) narrow_by_setting(setting, bound);
  }
}

}  // namespace

Bound bound_of(const Pipeline& pipeline, PartId id, std::string_view measure) {
  const Part& part = pipeline.part(id);
  Bound bound;
  for (const Fact* fact : part.facts_near(measure)) {
    if (fact->group != FactGroup::Limit || fact->is_minimum || fact->governs != measure) continue;
    narrow_by_fact(pipeline, id, *fact, bound);
  }
  narrow_by_settings(part, measure, bound);
  return bound;
}

Bound minimum_of(const Pipeline& pipeline, PartId id, std::string_view measure) {
  Bound bound{.allowed = Quantity::exactly(Dimension::Count, 0.0)};
  for (const Fact* fact : pipeline.part(id).facts_near(measure)) {
    if (fact->group != FactGroup::Limit || !fact->is_minimum || fact->governs != measure) continue;
    if (bound.fact != nullptr && fact->value <= bound.allowed.low) continue;
    bound.allowed = Quantity::exactly(fact->dimension, fact->value);
    bound.fact = fact;
  }
  return bound;
}

}  // namespace plumbline
