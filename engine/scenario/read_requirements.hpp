// The readers of what is asked: requirements and the objective.
#pragma once

#include "engine/scenario/reading.hpp"

namespace plumbline::scenario_reading {

// Of `requirements:`, or of `symptom:`, which says in the same forms what is seen to fail.
void read_requirements(Reading& reading, const Node& list, bool symptoms);

// The number of a bound requirement: {at-most: 10 min}, with a quantile where it is a time.
// `fallback_place` is where the requirement stands.
void read_bound(Reading& reading, const Cursor& map, Requirement& requirement,
                std::string_view path);
// The keys that a bound of this kind understands.
[[nodiscard]] std::span<const std::string_view> bound_keys(RequirementKind kind);

// What a requirement about data names: `data:`, `components:`, `of:`, `regions:`, `key:`.
struct DataArguments {
  bool data = false;
  bool components = false;  // what it names in place of data
  bool workload = false;    // the same
  bool regions = false;
  bool key = false;
};
[[nodiscard]] DataArguments data_arguments(RequirementKind kind);
void add_argument_keys(const DataArguments& arguments, std::vector<std::string_view>& keys);
void read_data_arguments(Reading& reading, const Cursor& map, const DataArguments& arguments,
                         Requirement& requirement);
// The names of components under `key`, each of which some option has.
void read_component_names(Reading& reading, const Cursor& list, Requirement& requirement);
// The names under `data:` of a requirement, where it has that key.
void read_data_names(Reading& reading, const Cursor& map, Requirement& requirement);
// Data by name; dangling ones are reported.
[[nodiscard]] DataId read_data_name(Reading& reading, const Cursor& cursor);

void read_objective(Reading& reading, const Node& node);
void read_then(Reading& reading, const Node& node);

// Notes each sentence of the question that demands something and that no requirement quotes.
void check_question_coverage(Reading& reading);

}  // namespace plumbline::scenario_reading
