// What pages tell about ways out and controls beyond what judging reads of the table: which parts a
// way leads out of, and which settings come to the same as a control.
//
// Both are rules of the search (engine/egress), written down in data/egress/matrix.yaml for
// readers; tests/engine/egress holds the two against each other.
#pragma once

#include <span>
#include <string_view>

#include "engine/catalog/egress.hpp"

namespace plumbline {

[[nodiscard]] std::string_view egress_role_name(EgressRole role);     // "development"
[[nodiscard]] std::string_view egress_role_meaning(EgressRole role);  // "where people write code"

struct EgressHints {
  // By index of the ways. Empty: any part that the design draws.
  std::span<const std::span<const EgressRole>> from;
  // By index of the controls, as a component or subnet says them. Empty: there is none.
  std::span<const std::span<const std::string_view>> settings;
};
[[nodiscard]] const EgressHints& egress_hints();

}  // namespace plumbline
