// Policies, or people, that make capacity follow the load; each variant has a policy of its own.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::scaling(const FactorContext& context, Tally& tally) {
  // Capacity that comes and goes with each run needs no policy, although the same service kept up
  // would.
  const Weight* policy = &FactorContext::weight("keep-a-scaling-policy");
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (!context.is_new(id)) continue;
    const auto [weight, share] = context.rung(id, "scaling", "scaling");
    if (weight == nullptr || (weight == policy && context.is_launched(id))) continue;
    tally.add(*weight, context.members(id) * exactly(context.fleets(id)) * share, id,
              context.pipeline().part(id).place);
  }
}

}  // namespace plumbline
