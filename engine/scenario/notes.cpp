// The table of notes, made from the words in notes.def.
#include "engine/scenario/notes.hpp"

#include <array>

namespace plumbline::scenario_notes {

// Names and texts of a list, where parentheses would not compile.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define PLUMBLINE_SCENARIO_NOTE(name_, id_, slug_, title_, message_, rationale_, fix_) \
  constinit const RuleText name_{.id = id_,                                            \
                                 .slug = slug_,                                        \
                                 .kind = Kind::MissingFact,                            \
                                 .severity = Severity::Note,                           \
                                 .title = title_,                                      \
                                 .message = message_,                                  \
                                 .rationale = rationale_,                              \
                                 .fix = fix_,                                          \
                                 .source = {}};
#include "engine/scenario/notes.def"
#undef PLUMBLINE_SCENARIO_NOTE

namespace {

constexpr auto kAll = std::to_array<const RuleText*>({
#define PLUMBLINE_SCENARIO_NOTE(name, id, slug, title, message, rationale, fix) &name,
#include "engine/scenario/notes.def"
#undef PLUMBLINE_SCENARIO_NOTE
});

}  // namespace
// NOLINTEND(bugprone-macro-parentheses)

std::span<const RuleText* const> all() { return kAll; }

}  // namespace plumbline::scenario_notes
