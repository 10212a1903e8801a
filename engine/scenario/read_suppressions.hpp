// `suppress:`: findings that the author has looked at and sets aside.
#pragma once

#include "engine/scenario/reading.hpp"

namespace plumbline::scenario_reading {

// After everything that has a name has been read. Which rules there are is known to a later stage
// (`check_suppressions`).
void read_suppressions(Reading& reading, const Node& list);

}  // namespace plumbline::scenario_reading
