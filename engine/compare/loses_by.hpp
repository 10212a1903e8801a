// The ledger lines on which an option loses to the best: what a learner would name as the reason.
#pragma once

#include <vector>

#include "engine/compare/criterion.hpp"
#include "engine/compare/judgement.hpp"

namespace plumbline {

// Lines on which `loser` is worse, the heaviest first. Duties are compared by their weight.
[[nodiscard]] std::vector<LostBy> lost_duties(const Ledger& loser, const Ledger& best);

// Sets loses_by of every option against the first of the best, by the criterion that separates
// them.
void set_losses(Judgement& judgement, Contests& contests);

}  // namespace plumbline
