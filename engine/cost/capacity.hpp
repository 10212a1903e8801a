// Time for which capacity is paid: kept up around the clock, or as long as each job lasts.
#pragma once

#include "engine/cost/part_cost.hpp"

namespace plumbline {

// Hours of capacity in a month, and how they come about in words.
struct PaidHours {
  Amount hours;
  std::string words;
  bool is_idle = false;  // paid while nothing happens
};

// `machines` are those of all members; of one job for parts that are launched.
// `measure` is what the hours are priced by.
[[nodiscard]] PaidHours paid_hours(PartCost& part, const Amount& machines, std::string_view noun,
                                   std::string_view measure);

// Machines of a kept-up part, all members together, or of one job.
[[nodiscard]] Amount machines_of(PartCost& part);

}  // namespace plumbline
