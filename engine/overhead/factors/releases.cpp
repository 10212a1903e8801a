// Whatever is deployed is changed, tested and rolled out; variants travel in one release.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::releases(const FactorContext& context, Tally& tally) {
  context.climb("releases", "code-to-own", tally);
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (context.novelty(id) == Novelty::Old) continue;
    context.add("release-a-variant", context.members(id) * exactly(context.contents(id)), id,
                tally);
  }
}

}  // namespace plumbline
