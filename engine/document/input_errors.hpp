// The errors of reading, as rules without a check; the words live in input_errors.def.
#pragma once

#include <span>

#include "engine/finding/finding.hpp"

namespace plumbline::input_errors {

#define PLUMBLINE_INPUT_ERROR(name, id, slug, title, message, fix) extern const RuleText name;
#include "engine/document/input_errors.def"
#undef PLUMBLINE_INPUT_ERROR

[[nodiscard]] std::span<const RuleText* const> all();

}  // namespace plumbline::input_errors
