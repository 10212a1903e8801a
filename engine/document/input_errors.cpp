// The table of input errors, made from the words in input_errors.def.
#include "engine/document/input_errors.hpp"

#include <array>

namespace plumbline::input_errors {

// NOLINTBEGIN(bugprone-macro-parentheses): names and initialisers cannot stand in parentheses.
#define PLUMBLINE_INPUT_ERROR(name_, id_, slug_, title_, message_, fix_) \
  constinit const RuleText name_{.id = id_,                              \
                                 .slug = slug_,                          \
                                 .kind = Kind::MissingFact,              \
                                 .severity = Severity::Error,            \
                                 .title = title_,                        \
                                 .message = message_,                    \
                                 .rationale = {},                        \
                                 .fix = fix_,                            \
                                 .source = {}};
#include "engine/document/input_errors.def"
#undef PLUMBLINE_INPUT_ERROR

namespace {

constexpr auto kAll = std::to_array<const RuleText*>({
#define PLUMBLINE_INPUT_ERROR(name, id, slug, title, message, fix) &name,
#include "engine/document/input_errors.def"
#undef PLUMBLINE_INPUT_ERROR
});
// NOLINTEND(bugprone-macro-parentheses)

}  // namespace

std::span<const RuleText* const> all() { return kAll; }

}  // namespace plumbline::input_errors
