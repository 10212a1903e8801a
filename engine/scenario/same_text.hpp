// Whether two pieces of a file are written in the same words.
#pragma once

#include <string>

#include "engine/document/document.hpp"

namespace plumbline::scenario_reading {

// A value that is not there is an empty one; the order of the keys of a map says nothing.
[[nodiscard]] bool is_same_text(const Node* a, const Node* b);

// A text that is equal for what is_same_text holds equal, to look it up by.
[[nodiscard]] std::string canonical_text(const Node* node);

}  // namespace plumbline::scenario_reading
