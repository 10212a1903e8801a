// `choose: {as: together}`: the options as they are written, and the designs they make jointly.
#pragma once

#include "engine/scenario/draft.hpp"

namespace plumbline::scenario_reading {

// Lays every combination of as many options as are chosen over the base, and every combination of
// one option less, by which it is seen what each member contributes.
void read_combinations(Reading& reading, const DesignDraft& base, std::span<const Patch> offers);

}  // namespace plumbline::scenario_reading
