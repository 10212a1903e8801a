// The units of the scenario language and their exact ratios to the base units; internal to base.
#pragma once

#include <string_view>
#include <vector>

#include "engine/base/dimension.hpp"

namespace plumbline {

// One unit is multiplier / divisor base units. Two whole numbers, because a thousandth and a
// hundredth have no exact binary form while dividing by 1000 and 100 rounds only once.
struct Unit {
  std::string_view spelling;
  double multiplier = 1.0;
  double divisor = 1.0;
};

// The unit of Time, Bytes, Money or Ratio with this spelling (upper and lower case differ: "MB" is
// not "Mb"), nullptr if there is none. Other dimensions have no units of their own.
[[nodiscard]] const Unit* find_unit_of(Dimension dimension, std::string_view spelling);

// True if the word is a unit of any dimension, so that it cannot be the name of a counted thing.
[[nodiscard]] bool is_unit(std::string_view word);

// Every spelling of the dimension's units, the usual ones first.
[[nodiscard]] std::vector<std::string_view> unit_spellings(Dimension dimension);

// `number` of these units in base units. Decimal fractions of decimal units come out as if computed
// in decimal: 99.9 % is the same double as 0.999, so a value exactly at its limit compares equal.
[[nodiscard]] double in_base_units(double number, const Unit& unit);

}  // namespace plumbline
