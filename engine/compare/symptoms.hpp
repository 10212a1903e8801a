// Questions that ask for a cause (DESIGN section 3, `symptom:`): each option is a hypothesis, and
// the right one is a design that fails in the way that is seen.
#pragma once

#include "engine/compare/judgement.hpp"

namespace plumbline {

// Does nothing unless the scenario states a symptom. What fails in one option and not in all of
// them explains the symptom: it becomes a note. An option in which nothing fails gets a violation
// of kind fit-to-question; one in which something may fail stays open or at risk.
void judge_symptoms(Judgement& judgement);

}  // namespace plumbline
