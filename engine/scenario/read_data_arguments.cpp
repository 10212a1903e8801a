// What a requirement about data names: data, or the components or items in their place.
#include <algorithm>
#include <array>
#include <string>

#include "engine/scenario/read_requirements.hpp"

namespace plumbline::scenario_reading {
namespace {

std::vector<std::string_view> workload_names(const World& world) {
  std::vector<std::string_view> names;
  for (const Workload& one : world.workloads) names.push_back(one.name);
  return names;
}

void read_workload(Reading& reading, const Cursor& map, Requirement& requirement) {
  const std::optional<Cursor> cursor = map.get("of", "of");
  const std::optional<std::string_view> name = cursor ? cursor->text() : std::nullopt;
  if (!name) return;
  const World& world = reading.scenario.world;
  requirement.workload = world.find_workload(*name);
  if (requirement.workload != kNone || reading.workloads_broken) return;
  reading.dangling("workload", *name, cursor->place(), [&] { return workload_names(world); });
}

void read_regions(Reading& reading, const Cursor& map, Requirement& requirement) {
  const std::optional<Cursor> list = map.get("regions", "regions");
  if (!list) {
    reading.report(input_errors::missing_key, map.place())
        .with("where", quoted(requirement_info(requirement.kind).key))
        .with("key", std::string("regions"))
        .with("example", "Write " + std::string(requirement_info(requirement.kind).example) + ".");
    return;
  }
  for (const Cursor& item : list->list()) {
    if (const auto region = item.text()) requirement.regions.push_back(*region);
  }
}

void read_key(const Cursor& map, Requirement& requirement) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"any", "aws-managed", "customer-managed"});
  constexpr auto kOwners =
      std::to_array<KeyOwner>({KeyOwner::AwsOwned, KeyOwner::AwsManaged, KeyOwner::Customer});
  const std::optional<Cursor> cursor = map.get("key", "key");
  if (!cursor) return;
  if (const auto index = cursor->word(kWords, "an owner of a key")) {
    requirement.key = kOwners[*index];
  }
}

bool names_something(const Requirement& requirement, const Node& map) {
  const auto is_written = [&](std::string_view key) {
    return map.is_map() && map.find(key) != nullptr;
  };
  return !requirement.data.empty() || is_written("data") || is_written("components") ||
         is_written("of");
}

}  // namespace

DataArguments data_arguments(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::Encrypted:
      return {.data = true, .components = true, .key = true};
    case RequirementKind::NotPublic:
    case RequirementKind::Versioned:
      return {.data = true, .components = true};
    case RequirementKind::StaysIn:
      return {.data = true, .workload = true, .regions = true};
    case RequirementKind::Kept:
    case RequirementKind::Readable:
      return {.data = true};
    default:
      return {};
  }
}

void add_argument_keys(const DataArguments& arguments, std::vector<std::string_view>& keys) {
  if (arguments.data) keys.push_back("data");
  if (arguments.components) keys.push_back("components");
  if (arguments.workload) keys.push_back("of");
  if (arguments.regions) keys.push_back("regions");
  if (arguments.key) keys.push_back("key");
}

DataId read_data_name(Reading& reading, const Cursor& cursor) {
  const std::optional<std::string_view> name = cursor.text();
  if (!name) return kNone;
  const World& world = reading.scenario.world;
  const DataId id = world.find_data(*name);
  if (id != kNone || reading.data_broken) return id;
  reading.dangling("data", *name, cursor.place(), [&] {
    std::vector<std::string_view> names;
    for (const DataSet& one : world.data) names.push_back(one.name);
    return names;
  });
  return kNone;
}

void read_component_names(Reading& reading, const Cursor& list, Requirement& requirement) {
  for (const Cursor& item : list.list()) {
    const std::optional<std::string_view> name = item.text();
    if (!name || !reading.goes_on()) continue;
    requirement.components.push_back(*name);
    if (reading.find_component(*name) != kNone || reading.designs_broken) continue;
    reading.dangling("component", *name, item.place(), [&] { return reading.component_names; });
  }
}

void read_data_names(Reading& reading, const Cursor& map, Requirement& requirement) {
  const std::optional<Cursor> list = map.get("data", "data");
  if (!list) return;
  for (const Cursor& item : list->list()) {
    const DataId id = read_data_name(reading, item);
    if (id != kNone) requirement.data.push_back(id);
  }
}

void read_data_arguments(Reading& reading, const Cursor& map, const DataArguments& arguments,
                         Requirement& requirement) {
  const World& world = reading.scenario.world;
  if (map.is_map()) {
    read_data_names(reading, map, requirement);
    if (arguments.components) {
      if (const auto list = map.get("components", "components")) {
        read_component_names(reading, *list, requirement);
      }
    }
    if (arguments.workload) read_workload(reading, map, requirement);
    if (arguments.key) read_key(map, requirement);
  }
  if (arguments.regions) read_regions(reading, map, requirement);
  if (names_something(requirement, map.node())) return;
  if (world.data.size() == 1) {
    requirement.data.push_back(0);
    return;
  }
  if (reading.data_broken) return;
  const RequirementInfo& info = requirement_info(requirement.kind);
  reading.report(input_errors::missing_key, map.place())
      .with("where", quoted(info.key))
      .with("key", std::string("data"))
      .with("example", world.data.empty()
                           ? std::string("Describe what is kept under 'data:', for instance "
                                         "'data: {raw: {size: 10 TB}}'.")
                           : "Name the data: data: " + std::string(world.data.front().name) + ".");
}

}  // namespace plumbline::scenario_reading
