// `choose:`, as far as it can be understood before the options are read.
#pragma once

#include "engine/scenario/reading.hpp"

namespace plumbline::scenario_reading {

void read_choice(Reading& reading, const Node& node);
// After the options: whether there are as many as are to be chosen.
void check_choice(Reading& reading, std::size_t options);

// The selections of `count` things out of `size`, each in rising order, first things first.
[[nodiscard]] std::vector<std::vector<std::size_t>> selections(std::size_t size, std::size_t count);
// How many there are; `most` + 1 when there are more than `most`.
[[nodiscard]] std::size_t count_selections(std::size_t size, std::size_t count, std::size_t most);

}  // namespace plumbline::scenario_reading
