// The readers of the world: what is the same for every option.
#pragma once

#include <string_view>

#include "engine/scenario/reading.hpp"

namespace plumbline::scenario_reading {

// `models:` and `programs:`.
void read_works(Reading& reading, const Node& map, WorkKind kind);
void read_data(Reading& reading, const Node& map);
void read_workloads(Reading& reading, const Node& map);
// Names of components and senders, once all of them are known.
void check_workload_ends(Reading& reading);
void read_actors(Reading& reading, const Node& map);
void read_account(Reading& reading, const Node& map);
void read_conditions(Reading& reading, const Node& map);
// Nobody says how often capacity is taken away: the plausible range, before anything is read.
void fill_absent_conditions(Reading& reading);
void read_team(Reading& reading, const Node& map);

// How items come; `path` is that of the workload.
[[nodiscard]] Arrival read_arrival(Reading& reading, const Cursor& cursor, std::string_view path);
// Nothing is said of it.
[[nodiscard]] Arrival unknown_arrival(Reading& reading, std::string_view path);

// The actor of this name; "client", "person" and "clock" come into being when they are named.
[[nodiscard]] ActorId find_or_add_actor(Reading& reading, std::string_view name);
// The names of all actors, the ones that need no declaration included.
[[nodiscard]] std::vector<std::string_view> actor_names(const World& world);
// Whether the name belongs to an actor that needs no declaration.
[[nodiscard]] bool is_actor_word(std::string_view name);

}  // namespace plumbline::scenario_reading
