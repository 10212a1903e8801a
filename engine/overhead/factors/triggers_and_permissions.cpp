// Both ends of a link must keep agreeing on form, name and permission.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::triggers_and_permissions(const FactorContext& context, Tally& tally) {
  for (const Link& link : context.pipeline().links()) {
    if (!context.is_new(link) || link.returns_only) continue;
    const std::string_view weight = link.starts_work ? "keep-a-trigger" : "keep-a-permission";
    context.add(weight, context.members(link), link, tally);
  }
}

}  // namespace plumbline
