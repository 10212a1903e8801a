// The code and configuration that somebody writes for each part.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::code(const FactorContext& context, Tally& tally) {
  context.climb("code", "code-to-own", tally);
}

}  // namespace plumbline
