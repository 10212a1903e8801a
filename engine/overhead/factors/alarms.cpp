// Every deployment has alarms of its own; variants share those of their endpoint.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::alarms(const FactorContext& context, Tally& tally) {
  context.climb("alarms", "code-to-own", tally);
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (context.novelty(id) == Novelty::Old) continue;
    context.add("watch-a-variant", context.members(id) * exactly(context.contents(id)), id, tally);
  }
}

}  // namespace plumbline
