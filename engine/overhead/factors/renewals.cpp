// Language runtimes lose support, versions end, images gain known holes.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::renewals(const FactorContext& context, Tally& tally) {
  context.climb("renewals", "patching", tally);
}

}  // namespace plumbline
