// Work that goes on only after a person has acted waits for that person's attention.
#include <algorithm>

#include "engine/overhead/factor.hpp"

namespace plumbline {
namespace {

// Who sends a workload's items in the first place belongs to the world, not to the design.
bool sends_a_workload(const Pipeline& pipeline, PartId id) {
  for (std::size_t w = 0; w < pipeline.world().workloads.size(); ++w) {
    if (pipeline.entry(static_cast<WorkloadId>(w)) == id) return true;
  }
  return false;
}

bool passes_work_on(const FactorContext& context, PartId id) {
  const auto onward = context.pipeline().links_from(id);
  return std::ranges::any_of(onward, [&](LinkId link_id) {
    const Link& link = context.pipeline().link(link_id);
    return link.starts_work && context.is_new(link);
  });
}

}  // namespace

void factors::people(const FactorContext& context, Tally& tally) {
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    const Part& part = context.pipeline().part(id);
    const bool is_person = part.type == PartType::Actor && part.actor_kind == ActorKind::Person;
    if (!is_person || sends_a_workload(context.pipeline(), id)) continue;
    if (!passes_work_on(context, id)) continue;
    // Each person is a rota of its own.
    Events waiting;
    waiting.add(context.units_a_month(id), id);
    waiting.tally(context, "wait-for-a-person", tally);
  }
}

}  // namespace plumbline
