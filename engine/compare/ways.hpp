// An option that leaves open which of several services it takes: the best of its ways stands for
// it.
#pragma once

#include <vector>

#include "engine/compare/judgement.hpp"

namespace plumbline {

// `ways` are judged each by itself. The best one counts: viable before open before at risk, then by
// the objective; the others are kept in it as fallen, with their verdict and the reason.
[[nodiscard]] OptionJudgement take_best_way(const Scenario& scenario,
                                            std::vector<OptionJudgement> ways);

}  // namespace plumbline
