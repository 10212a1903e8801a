// What to say when no option survives: which came nearest, and which requirement kills most.
#pragma once

#include "engine/compare/judgement.hpp"

namespace plumbline {

// How far an eliminated option is from surviving.
struct Miss {
  bool is_unlaid = false;
  std::size_t violations = 0;
  int strength = 0;  // of the heaviest; smaller is weaker evidence
  double margin = 0.0;
  friend bool operator<(const Miss& a, const Miss& b);
};
[[nodiscard]] Miss miss_of(const OptionJudgement& option,
                           std::span<const Requirement> requirements);

// The option with the fewest violations; among equals the one whose heaviest violation is the
// weakest in evidence, then the smallest in margin, then the first in written order. Sets
// nearest_miss and killer_requirement when every option is eliminated, clears them otherwise.
void find_nearest_miss(Judgement& judgement);

}  // namespace plumbline
