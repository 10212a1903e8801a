// Ways between two ends that the catalog records, for findings about one that it does not.
#include "engine/checks/ways.hpp"

#include <algorithm>

#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kMostServices = 4;  // a hint, not a list

struct NamedEnd {
  std::string_view name;
  std::string_view mode;
};

NamedEnd end_of(const Part& part) {
  if (part.service != nullptr) return {part.service->name, part.mode};
  if (part.actor_kind == ActorKind::Person) return {"person", "any"};
  return {part.actor_kind == ActorKind::Clock ? "clock" : "client", "any"};
}

bool sets_going(const Catalog& catalog, const ConnectionInfo& way) {
  if (way.state != ConnectionState::Documented || way.returns_only) return false;
  const MechanismInfo* mechanism = catalog.find_mechanism(way.by);
  return mechanism == nullptr || mechanism->starts_work;
}

// The mechanisms that set the target going, each once, nearest first.
std::vector<std::string_view> mechanisms(const Catalog& catalog, NamedEnd from, NamedEnd to) {
  std::vector<std::string_view> names;
  for (const ConnectionInfo* way : catalog.connections(from.name, from.mode, to.name, to.mode)) {
    if (!sets_going(catalog, *way)) continue;
    if (std::ranges::find(names, way->by) == names.end()) names.push_back(way->by);
  }
  return names;
}

std::vector<std::string_view> services_between(const Catalog& catalog, NamedEnd from, NamedEnd to) {
  std::vector<std::string_view> names;
  for (const Service& service : catalog.services()) {
    if (service.name == from.name || service.name == to.name) continue;
    const NamedEnd middle{service.name, service.classic_mode};
    if (mechanisms(catalog, from, middle).empty() || mechanisms(catalog, middle, to).empty()) {
      continue;
    }
    names.push_back(service.name);
    if (names.size() == kMostServices) break;
  }
  return names;
}

}  // namespace

std::string way_name(const Link& link) {
  const Connection* connection = link.connection;
  if (connection != nullptr && connection->by != nullptr) return std::string(connection->by->name);
  if (connection != nullptr && !connection->claimed.empty()) {
    return std::string(connection->claimed);
  }
  return link.info != nullptr ? std::string(link.info->by) : "any way";
}

const std::string& RecordedWays::of(const Link& link) {
  const Catalog& catalog = pipeline_.catalog();
  const NamedEnd from = end_of(pipeline_.part(link.from));
  const NamedEnd to = end_of(pipeline_.part(link.to));
  for (const auto& known : known_) {
    if (known->from == from.name && known->from_mode == from.mode && known->to == to.name &&
        known->to_mode == to.mode) {
      return known->ways;
    }
  }
  known_.push_back(std::make_unique<Known>(Known{from.name, from.mode, to.name, to.mode, "none"}));
  Known& fresh = *known_.back();
  const auto direct = mechanisms(catalog, from, to);
  if (!direct.empty()) {
    fresh.ways = joined_names(direct, "or");
  } else if (const auto between = services_between(catalog, from, to); !between.empty()) {
    fresh.ways = "through " + joined_names(between, "or");
  }
  return fresh.ways;
}

}  // namespace plumbline
