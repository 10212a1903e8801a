// Units as sources write them ("MB", "USD-per-1M-requests", "executions/min") and what they mean in
// Plumbline's base units.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/dimension.hpp"

namespace plumbline {

struct CatalogUnit {
  Dimension dimension = Dimension::Count;
  double factor = 1.0;  // base units in one of it
};

// Known units of time, size, rate, money and share; any other lower-case word is a plain count
// ("executions"). `binary`: the source's KB, MB, GB or TB is a power of 1024, as AWS counts memory
// and most payloads; for other units that is an error. nullopt if the text is no unit.
enum class Prefixes { Decimal, Binary };
[[nodiscard]] std::optional<CatalogUnit> find_unit(std::string_view unit, Prefixes prefixes);

}  // namespace plumbline
