// Parts of this design and others in the account draw on one quota, and together they need more.
#include <algorithm>
#include <utility>

#include "engine/checks/helpers.hpp"
#include "engine/checks/pools.hpp"
#include "engine/checks/work.hpp"

namespace plumbline {
namespace {

struct Pool {
  SharedQuota quota;
  std::vector<PartId> parts;
};

// Pools that others use too, or several parts of this design.
std::vector<Pool> pools_of(const Pipeline& pipeline) {
  std::vector<std::pair<SharedQuota, PartId>> draws;
  draws.reserve(pipeline.parts().size());
  for_each_component(pipeline, [&](PartId id, const Part&) {
    const SharedQuota quota = shared_quota_of(pipeline, id);
    if (quota.exists() && !pipeline.activations(id).empty()) draws.emplace_back(quota, id);
  });
  std::vector<Pool> pools;
  for (const auto& draw : draws) {
    const SharedQuota& quota = draw.first;  // clang 14 captures no structured bindings
    const PartId id = draw.second;
    const auto same = std::ranges::find_if(
        pools, [&](const Pool& pool) { return pool.quota.pool() == quota.pool(); });
    if (same != pools.end()) {
      same->parts.push_back(id);
      continue;
    }
    const auto drawing = std::ranges::count_if(
        draws, [&](const auto& other) { return other.first.pool() == quota.pool(); });
    if (drawing > 1 || quota.used_by_others() != nullptr) pools.push_back({quota, {id}});
  }
  return pools;
}

Quantity needed_by_all(const Pipeline& pipeline, const Pool& pool, const Estimates& estimates,
                       const Assignment& assignment) {
  const Value* others = pool.quota.used_by_others();
  Quantity sum = Quantity::exactly(Dimension::Count, 0.0);
  if (others != nullptr) sum = assignment.mean(*others);
  for (const PartId id : pool.parts) {
    const Quantity demand = demand_on(pipeline, estimates, id, *pool.quota.fact);
    sum.low += demand.low;
    sum.high += demand.high;
  }
  return sum;
}

// One part alone that needs more than the whole has its own finding.
bool is_one_parts_fault(const RuleContext& context, const Pool& pool) {
  if (pool.quota.used_by_others() != nullptr) return false;
  return std::ranges::any_of(pool.parts, [&](PartId id) {
    return demand_on(context.pipeline, context.estimates, id, *pool.quota.fact).high >
           pool.quota.whole.low;
  });
}

std::vector<std::string_view> unknowns_of(const RuleContext& context, const Pool& pool) {
  std::vector<std::string_view> paths;
  for (const PartId id : pool.parts) {
    for (const std::string_view path : context.estimates.of(id).unknowns) {
      if (std::ranges::find(paths, path) == paths.end()) paths.push_back(path);
    }
  }
  const Value* others = pool.quota.used_by_others();
  if (others != nullptr && others->is_unknown()) paths.push_back(others->path);
  return paths;
}

void check_pool(const RuleContext& context, const RuleText& text, const Pool& pool,
                Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Quantity sum = needed_by_all(pipeline, pool, context.estimates, {});
  if (sum.high <= pool.quota.whole.low || is_one_parts_fault(context, pool)) return;
  Bound bound;
  bound.allowed = pool.quota.whole;
  bound.fact = pool.quota.fact;
  if (pool.quota.use != nullptr && pool.quota.use->quota)
    bound.stated_quota = &*pool.quota.use->quota;
  const PartId first = pool.parts.front();
  const bool at_will =
      std::ranges::any_of(pool.parts, [&](PartId id) { return is_started_at_will(pipeline, id); });
  if (sum.low <= bound.allowed.high && at_will) return;
  const Measure needed = [&](const Assignment& assignment) {
    return needed_by_all(pipeline, pool, evaluate(pipeline, assignment), assignment);
  };
  Finding* finding = add_if_beyond(context, text, bound, {first, place_of(pipeline, first), sum},
                                   unknowns_of(context, pool), needed, findings);
  if (finding == nullptr) return;
  std::vector<std::string_view> names;
  for (const PartId id : pool.parts) {
    names.push_back(pipeline.part(id).name);
    if (id != first) finding->related_to(place_of(pipeline, id), "draws on the same quota");
  }
  const Value* others = pool.quota.used_by_others();
  finding->with("parts", joined_names(names))
      .with("counted", counted(pool.quota.fact))
      .with("others", others != nullptr ? others->mean : Quantity::exactly(Dimension::Count, 0.0));
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for (const Pool& pool : pools_of(context.pipeline)) check_pool(context, text, pool, findings);
}

}  // namespace

constinit const Rule rules::neighbours_starved{
    .text =
        {
            .id = "PLB1202",
            .slug = "neighbours-starved",
            .kind = Kind::ThroughputQuota,
            .severity = Severity::Violation,
            .title = "a shared quota does not suffice for all who draw on it",
            .message = "{parts} and others in the account ({others} in use) need {needs} {counted} "
                       "at peak and share {allowed}; neighbours are refused",
            .rationale = "A quota of the account belongs to everything in it. A burst in one place "
                         "takes what a neighbour needs, and the neighbour's callers get errors.",
            .fix =
                "Hold the burst back with a queue and a concurrency limit, set concurrency aside "
                "for the neighbours, or ask for a higher quota.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
        },
    .check = &check,
};

}  // namespace plumbline
