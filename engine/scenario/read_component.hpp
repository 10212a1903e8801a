// The readers of one component, of its variants and of one connection.
#pragma once

#include "engine/scenario/draft.hpp"
#include "engine/scenario/read_settings.hpp"

namespace plumbline::scenario_reading {

void read_component(Reading& reading, const ComponentDraft& draft, const OptionPlace& where,
                    Component& component);
void read_variants(Reading& reading, const Node& map, const SettingPlace& place,
                   Component& component);
void read_connection(Reading& reading, const ConnectionDraft& draft, const OptionPlace& where,
                     const Design& design, Connection& connection);

// Hardware is in the catalog for its facts; nobody can put it into a design by itself.
[[nodiscard]] bool is_part(const Service& service);
// A service by its name or an alias; nullptr, after an error, if there is none.
[[nodiscard]] const Service* find_part_service(Reading& reading, std::string_view name,
                                               SourceRange place);

// One work, or a list of works, by name; appended once each.
void read_work_names(Reading& reading, const Cursor& cursor, std::vector<WorkId>& works);
[[nodiscard]] WorkId read_work_name(Reading& reading, const Cursor& cursor);

// A function by the word of `plumbline list capabilities`; nullptr, after an error, if there is none.
[[nodiscard]] const CapabilityInfo* read_function(Reading& reading, std::string_view name,
                                                  SourceRange place);

// Works that follow from what a service is for: a service that serves models and runs none of the
// customer's own code serves all models when there is one per model, or the only model there is.
void imply_works(Reading& reading, Component& component);

}  // namespace plumbline::scenario_reading
