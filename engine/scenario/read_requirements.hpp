// The readers of what is asked: requirements and the objective.
#pragma once

#include "engine/scenario/reading.hpp"

namespace plumbline::scenario_reading {

void read_requirements(Reading& reading, const Node& list);

// The number of a bound requirement: {at-most: 10 min}, with a quantile where it is a time.
// `fallback_place` is where the requirement stands.
void read_bound(Reading& reading, const Cursor& map, Requirement& requirement,
                std::string_view path);
// The keys that a bound of this kind understands.
[[nodiscard]] std::span<const std::string_view> bound_keys(RequirementKind kind);

void read_objective(Reading& reading, const Node& node);
void read_then(Reading& reading, const Node& node);

// Notes each sentence of the question that demands something and that no requirement quotes.
void check_question_coverage(Reading& reading);

}  // namespace plumbline::scenario_reading
