// Each connection is built once: trigger or call, permission, the form of what passes, a test.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::connections(const FactorContext& context, Tally& tally) {
  for (const Link& link : context.pipeline().links()) {
    if (!context.is_new(link) || link.returns_only) continue;
    const std::string_view weight = link.starts_work ? "build-a-connection" : "grant-access";
    context.add(weight, context.members(link), link, tally);
  }
}

}  // namespace plumbline
