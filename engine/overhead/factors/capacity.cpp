// Capacity that must be, or may be, chosen before work arrives; each variant has capacity of its
// own.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::capacity(const FactorContext& context, Tally& tally) {
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (!context.is_new(id)) continue;
    const auto [weight, share] = context.rung(id, "capacity", "capacity-to-plan");
    if (weight == nullptr) continue;
    tally.add(*weight, context.members(id) * exactly(context.fleets(id)) * share, id,
              context.pipeline().part(id).place);
  }
}

}  // namespace plumbline
