// A workflow is defined once, and then each of the steps that it takes.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::workflows(const FactorContext& context, Tally& tally) {
  const Pipeline& pipeline = context.pipeline();
  for (std::size_t i = 0; i < pipeline.parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (!context.is_new(id) || pipeline.part(id).behaviour != Behaviour::Orchestrator) continue;
    context.add("define-a-workflow", context.members(id), id, tally);
  }
  for (const Link& link : pipeline.links()) {
    const bool is_step = pipeline.part(link.from).behaviour == Behaviour::Orchestrator &&
                         !link.started_by_target && !link.returns_only;
    if (is_step && context.is_new(link)) {
      context.add("define-a-state", context.members(link), link, tally);
    }
  }
}

}  // namespace plumbline
