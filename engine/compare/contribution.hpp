// `choose: {as: together}`: members without which a combination would do just as much.
#pragma once

#include "engine/compare/judgement.hpp"

namespace plumbline {

// Adds a finding to every combination for each member that contributes nothing. Without it, no
// demand is met less and no rule is broken that the combination keeps. A remainder that cannot be
// laid out needs the member. Verdicts are set afterwards.
void find_idle_members(Judgement& judgement);

}  // namespace plumbline
