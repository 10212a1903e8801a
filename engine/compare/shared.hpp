// What holds in the same way for every option that is left: it is told once and decides nothing
// between them.
#pragma once

#include "engine/compare/judgement.hpp"

namespace plumbline {

// Whether every option that can be laid out has this finding in the same way.
[[nodiscard]] bool holds_for_all(const Judgement& judgement, const Finding& finding);

// Marks findings that every option has, word for word: open ones, and doubts. A violation with
// better evidence is never set aside, however many share it. Before the verdicts.
void find_shared_findings(Judgement& judgement);

// Conditions that every option that is not eliminated needs alike. After the verdicts.
void find_shared_conditions(Judgement& judgement);

}  // namespace plumbline
