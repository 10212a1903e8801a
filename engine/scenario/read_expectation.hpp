// The reader of what the author expects; nothing of it comes into the scenario.
#pragma once

#include "engine/scenario/reading.hpp"

namespace plumbline::scenario_reading {

// `answer`, `because`, `disputed`, `alternatives` and `expect` of the file.
[[nodiscard]] Expectation read_expectation(Reading& reading);

}  // namespace plumbline::scenario_reading
