// A quantity of a scenario together with where it came from: stated, assumed, chosen, by default,
// or not known.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/base/quantity.hpp"
#include "engine/finding/fact.hpp"
#include "engine/finding/location.hpp"

namespace plumbline {

// Where a value comes from (DESIGN section 1: every number used is one of these).
enum class Origin : std::uint8_t {
  Stated,     // written in the scenario
  Assumed,    // written as {assume: ..., because: ...}: listed, and flipped when testing certainty
  Chosen,     // `free`, or absent with when-absent `best`: the builder picks the best legal value
  Defaulted,  // absent, the AWS default at the facts date
  Catalog,    // a fact about the service
  Unknown,    // judged over the whole range
};
[[nodiscard]] std::string_view origin_name(Origin origin);

// One quantity. `mean` is the range of its typical value (exact when stated); `p99` the range of
// its 99th percentile, equal to `mean` for a constant. Two values with one `path` are one variable,
// so an unknown of the world cancels between options.
struct Value {
  Quantity mean{};
  Quantity p99{};
  Origin origin = Origin::Unknown;
  bool of_the_world = true;    // false: a part of a design
  SourceRange place{};         // nowhere when nobody wrote it
  std::string_view path{};     // "models.v1.takes"
  std::string_view because{};  // reason of an assumption or of a plausible range
  const Fact* fact = nullptr;  // behind a default or a chosen bound, if there is one

  [[nodiscard]] bool is_unknown() const { return origin == Origin::Unknown; }
  [[nodiscard]] bool is_known() const { return origin != Origin::Unknown && mean.is_exact(); }

  [[nodiscard]] static Value exactly(Dimension dimension, double value, Origin origin) {
    const Quantity quantity = Quantity::exactly(dimension, value);
    return {.mean = quantity, .p99 = quantity, .origin = origin};
  }
};

}  // namespace plumbline
