// Machines that are visible must be looked after one by one, their operating systems fleet by
// fleet.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::servers(const FactorContext& context, Tally& tally) {
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (!context.is_new(id)) continue;
    const auto [weight, share] = context.rung(id, "servers", "servers-to-manage");
    if (weight != nullptr) {
      tally.add(*weight, context.machines(id) * share, id, context.pipeline().part(id).place);
    }
  }
  context.climb("servers", "patching", tally);
}

}  // namespace plumbline
