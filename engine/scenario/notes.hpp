// What reading tells without refusing the file, as rules without a check; the words live in
// notes.def.
#pragma once

#include <span>

#include "engine/finding/finding.hpp"

namespace plumbline::scenario_notes {

#define PLUMBLINE_SCENARIO_NOTE(name, id, slug, title, message, rationale, fix) \
  extern const RuleText name;
#include "engine/scenario/notes.def"
#undef PLUMBLINE_SCENARIO_NOTE

[[nodiscard]] std::span<const RuleText* const> all();

}  // namespace plumbline::scenario_notes
