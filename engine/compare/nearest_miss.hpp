// What to say when no option survives: which came nearest, and which requirement kills most.
#pragma once

#include "engine/compare/judgement.hpp"

namespace plumbline {

// The option with the fewest violations; among equals the one whose heaviest violation is the
// weakest in evidence, then the smallest in margin, then the first in written order. Sets
// nearest_miss and killer_requirement when every option is eliminated, clears them otherwise.
void find_nearest_miss(Judgement& judgement);

}  // namespace plumbline
