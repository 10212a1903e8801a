// Which numbers the judgement used that nobody stated: chosen settings, assumptions, unknowns.
#pragma once

#include <vector>

#include "engine/compare/judgement.hpp"

namespace plumbline {

// Settings of the option's own parts that were chosen for the author.
[[nodiscard]] std::vector<ChosenSetting> chosen_settings(const Pipeline& pipeline);

// Sets unknowns (of the world, that some estimate depends on) and assumptions.
void find_provenance(Judgement& judgement);

}  // namespace plumbline
