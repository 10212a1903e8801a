// What keeps data, schemas or checkpoints needs someone who knows how long and in which form.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::state(const FactorContext& context, Tally& tally) {
  context.climb("state", "state-to-manage", tally);
}

}  // namespace plumbline
