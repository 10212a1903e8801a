// The reader of what would be built: `design:` alone, or `base:` and `options:`.
#pragma once

#include "engine/scenario/reading.hpp"

namespace plumbline::scenario_reading {

void read_designs(Reading& reading);

}  // namespace plumbline::scenario_reading
