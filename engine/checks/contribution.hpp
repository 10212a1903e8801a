// What judging finds by comparing designs: a combination with what it is without one of its
// members, a hypothesis with what is seen.
#pragma once

#include "engine/finding/finding.hpp"

namespace plumbline {

extern const RuleText member_contributes_nothing;
extern const RuleText symptom_unexplained;

}  // namespace plumbline
