// `choose: {as: together}`: what becomes of each option as it is written.
#pragma once

#include "engine/compare/judgement.hpp"

namespace plumbline {

// Sets `offers`; the ranking and the main reasons of the combinations stand already.
void find_offers(Judgement& judgement);

}  // namespace plumbline
