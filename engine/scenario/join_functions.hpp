// `does` of one component, as several options that are laid together write it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/scenario/draft.hpp"

namespace plumbline::scenario_reading {

struct JoinedFunctions {
  std::string_view component;
  std::string_view letter;      // of the first member that writes it
  const Node* layer = nullptr;  // {does: [all of them]}
};

// One for each component of which two members or more say what it does.
[[nodiscard]] std::vector<JoinedFunctions> joined_functions(Document& document,
                                                            std::span<const Patch> members);

}  // namespace plumbline::scenario_reading
