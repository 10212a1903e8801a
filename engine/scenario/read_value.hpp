// Reading a quantity in all its forms: exact, spread out, assumed, or not known.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/scenario/reading.hpp"
#include "engine/scenario/value.hpp"

namespace plumbline::scenario_reading {

// Whether a quantity may vary from unit to unit ({p50, p99}, {mean, cv}, {between}).
enum class Spread : std::uint8_t { Allowed, Refused };

// What is to be read.
struct Wanted {
  Dimension dimension = Dimension::Count;
  std::string_view path;         // dotted, kept by the document
  std::string_view plausible{};  // the catalog's range when it is unknown; empty: any value at all
  bool of_the_world = true;
  Spread spread = Spread::Allowed;
};

// The value, or nullopt after an error.
[[nodiscard]] std::optional<Value> read_value(Reading& reading, const Cursor& cursor,
                                              const Wanted& wanted);

// What nobody knows: the catalog's plausible range with its reason.
[[nodiscard]] Value unknown_value(const Reading& reading, const Wanted& wanted);

// A value within [low, high].
[[nodiscard]] Value range_value(const Wanted& wanted, double low, double high);

// Whether the node says `unknown` or `free`, quoted or not.
[[nodiscard]] bool says(const Node& node, std::string_view word);

// Reports a value of zero where it makes no sense; true when all is well.
bool expect_positive(Reading& reading, const Cursor& cursor, const Value& value,
                     std::string_view example);

}  // namespace plumbline::scenario_reading
