// What judging finds by comparing a combination with what it is without one of its members.
#pragma once

#include "engine/finding/finding.hpp"

namespace plumbline {

extern const RuleText member_contributes_nothing;

}  // namespace plumbline
