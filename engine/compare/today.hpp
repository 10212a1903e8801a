// The scenario judged once more by today's facts, when it fixes another day.
#pragma once

#include <span>

#include "engine/compare/judgement.hpp"

namespace plumbline {

// Judges without looking at another day; judge() is this and today's view of it.
[[nodiscard]] Judgement judge_at_its_day(const Scenario& scenario);

// Facts cited by either judgement that were different on the scenario's day, each once, by id.
[[nodiscard]] std::vector<ChangedFact> changed_facts(const Judgement& then, const Judgement& now);

// Sets `today`.
void judge_today(Judgement& judgement);

}  // namespace plumbline
