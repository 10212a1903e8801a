// The order of the options, and the best of them, by the objective and the criteria after it.
#pragma once

#include "engine/compare/criterion.hpp"
#include "engine/compare/judgement.hpp"

namespace plumbline {

// Sets ranking, ranks, scores, best, tie, ground, the difference to the runner-up, deciding and
// would_be_first; the verdicts stand already (DESIGN section 3, step 6).
void rank_options(Judgement& judgement, Contests& contests);

}  // namespace plumbline
