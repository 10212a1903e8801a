// Data in motion: how items come, how large they are, where they enter.
#include <array>
#include <string>

#include "engine/scenario/read_value.hpp"
#include "engine/scenario/read_world.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr auto kReserved = std::to_array<Reserved>({
    {"when-throttled", "the requirement 'not-lost'"},
    {"data", "'size' of one item"},
    {"format", "words in 'question'"},
    {"structure", "words in 'question'"},
    {"keep", "words in 'question'"},
    {"key", "words in 'question'"},
    {"ordered", "words in 'question'"},
});

struct WorkloadReading {
  Reading& reading;
  Workload& workload;
  std::string_view path;  // "workloads.documents"
};

Wanted wanted_size(Reading& reading, std::string_view path) {
  return {.dimension = Dimension::Bytes,
          .path = reading.path({path, "size"}),
          .plausible = "workloads.size"};
}

void read_to(const Cursor& cursor, WorkloadReading& target) {
  target.workload.to = cursor.text().value_or(std::string_view{});
  target.workload.to_place = cursor.place();
}

constexpr Key<WorkloadReading> kKeys[] = {
    {"arrive", [](const Cursor& c,
                  WorkloadReading& t) { t.workload.arrival = read_arrival(t.reading, c, t.path); }},
    {"size",
     [](const Cursor& c, WorkloadReading& t) {
       const Wanted wanted = wanted_size(t.reading, t.path);
       t.workload.size =
           read_value(t.reading, c, wanted).value_or(unknown_value(t.reading, wanted));
     }},
    {"to", &read_to},
    {"from",
     [](const Cursor& c, WorkloadReading& t) {
       t.workload.from = c.text().value_or(std::string_view{});
       t.workload.from_place = c.place();
     }},
    {"sender-waits",
     [](const Cursor& c, WorkloadReading& t) { t.workload.sender_waits = c.boolean(); }},
    {"label", [](const Cursor& c,
                 WorkloadReading& t) { t.workload.label = c.text().value_or(std::string_view{}); }},
};

void read_workload(Reading& reading, const Entry& entry, Workload& workload) {
  const Named where{"the workload", entry.key};
  workload.name = entry.key;
  workload.place = entry.key_place;
  WorkloadReading target{reading, workload, reading.path({"workloads", entry.key})};
  const Node& map = *entry.value;
  const bool readable =
      map.is_map() ||
      (!map.is_null() &&
       expect_map(reading, map, where, "Write {arrive: {rate: 40/day}, size: 200 KB, to: inbox}."));
  if (readable) read_keys(reading, map, where, kKeys, kReserved, target);
  if (!readable || map.find("arrive") == nullptr) {
    workload.arrival = unknown_arrival(reading, target.path);
  }
  if (!readable || map.find("size") == nullptr) {
    workload.size = unknown_value(reading, wanted_size(reading, target.path));
  }
}

}  // namespace

void read_workloads(Reading& reading, const Node& map) {
  if (map.is_null()) return;
  if (!expect_map(reading, map, {"'workloads'", {}},
                  "workloads: {documents: {arrive: {period: 3 s}, size: unknown, to: inbox}}")) {
    reading.workloads_broken = true;
    return;
  }
  World& world = reading.scenario.world;
  world.workloads.reserve(map.entries.size());
  for (const Entry& entry : map.entries) {
    if (!reading.goes_on()) break;
    if (!check_name(reading, entry.key, entry.key_place, "the name of a workload", Dots::Allowed)) {
      continue;
    }
    read_workload(reading, entry, world.workloads.emplace_back());
  }
  world.workload_index.build(world.workloads);
}

void check_workload_ends(Reading& reading) {
  const World& world = reading.scenario.world;
  for (std::size_t i = 0; i < world.workloads.size(); ++i) {
    const Workload& workload = world.workloads[i];
    if (!workload.to.empty() && !reading.designs_broken &&
        reading.find_component(workload.to) == kNone &&
        find_or_add_actor(reading, workload.to) == kNone) {
      reading.dangling("component or actor", workload.to, workload.to_place, [&] {
        std::vector<std::string_view> known = reading.component_names;
        for (const std::string_view actor : actor_names(world)) known.push_back(actor);
        return known;
      });
    }
    if (!workload.from.empty() && find_or_add_actor(reading, workload.from) == kNone) {
      reading.dangling("actor", workload.from, workload.from_place,
                       [&] { return actor_names(world); });
    }
  }
}

}  // namespace plumbline::scenario_reading
