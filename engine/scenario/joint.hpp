// Options that are laid over one base together: whether they agree, and what they say jointly.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/scenario/draft.hpp"

namespace plumbline::scenario_reading {

// Whether two values are written in the same words; a value that is not there is an empty one.
[[nodiscard]] bool is_same_text(const Node* a, const Node* b);

// `does` of one component, as several members write it.
struct JoinedFunctions {
  std::string_view component;
  std::string_view letter;      // of the first member that writes it
  const Node* layer = nullptr;  // {does: [all of them]}
};
[[nodiscard]] std::vector<JoinedFunctions> joined_functions(Document& document,
                                                            std::span<const Patch> members);

// Why the members do not make one design: what two of them say differently, and what they need of
// options that are not among them. `all` are the options of the scenario. Names that no option
// knows are left to the reader, which reports them.
[[nodiscard]] std::vector<Clash> find_clashes(Document& document, const DesignDraft& base,
                                              std::span<const Patch> members,
                                              std::span<const Patch> all);

}  // namespace plumbline::scenario_reading
