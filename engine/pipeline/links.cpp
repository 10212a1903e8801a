// Connections become links: the catalog says which way is meant, who starts it, and whether it can
// be.
#include <algorithm>

#include "engine/pipeline/builder.hpp"

namespace plumbline {
namespace {

using Ways = std::vector<const ConnectionInfo*>;

constexpr std::string_view kAny = "any";  // of the catalog: whatever is at this end

const ConnectionInfo* way_by(const Ways& ways, std::string_view by) {
  const auto found = std::ranges::find(ways, by, &ConnectionInfo::by);
  return found == ways.end() ? nullptr : *found;
}

// The way that is called so, else the documented one that people also call so.
const ConnectionInfo* way_called(const Ways& ways, const MechanismInfo& by) {
  if (const ConnectionInfo* way = way_by(ways, by.name)) return way;
  for (const std::string_view like : by.like) {
    const ConnectionInfo* way = way_by(ways, like);
    if (way != nullptr && way->state == ConnectionState::Documented) return way;
  }
  return nullptr;
}

bool starts_work(const Catalog& catalog, const ConnectionInfo& way) {
  if (way.returns_only) return false;
  const MechanismInfo* mechanism = catalog.find_mechanism(way.by);
  return mechanism == nullptr || mechanism->starts_work;
}

// What `by: any` means: a documented way that sets the target going, else one that fetches. Beside
// a schedule that is drawn it is the other way round: what the ticking target does not have to be
// told, it looks for.
enum class Prefers : std::uint8_t { Starting, Fetching };
const ConnectionInfo* best_way(const Catalog& catalog, const Ways& ways,
                               Prefers prefers = Prefers::Starting) {
  const ConnectionInfo* fetching = nullptr;
  const ConnectionInfo* starting = nullptr;
  for (const ConnectionInfo* way : ways) {
    if (way->state != ConnectionState::Documented || way->returns_only) continue;
    const ConnectionInfo*& first = starts_work(catalog, *way) ? starting : fetching;
    if (first == nullptr) first = way;
  }
  const bool is_fetched = prefers == Prefers::Fetching ? fetching != nullptr : starting == nullptr;
  return is_fetched ? fetching : starting;
}

// A record that speaks of these two. One that excludes a mechanism for every partner ("sends no
// notification but to a topic") leaves the other mechanisms open.
const ConnectionInfo* first_impossible(const Ways& ways) {
  const auto found = std::ranges::find_if(ways, [](const ConnectionInfo* way) {
    return way->state == ConnectionState::Impossible && way->from != kAny && way->to != kAny;
  });
  return found == ways.end() ? nullptr : *found;
}

Ways ways_between(const Catalog& catalog, const Part& from, const Part& to) {
  const CatalogEnd source = catalog_end(from);
  const CatalogEnd target = catalog_end(to);
  return catalog.connections(source.name, source.mode, target.name, target.mode);
}

// Drawn in the base between two things that exist: however it is done, the question says that it
// is done.
bool stands_today(const Connection& connection, const Part& from, const Part& to) {
  const auto stands = [](const Part& part) {
    return part.is_existing() || part.type == PartType::Actor;
  };
  return !connection.own && stands(from) && stands(to);
}

}  // namespace

const Service* bridging_service(const Catalog& catalog) {
  for (const Service& service : catalog.services()) {
    if (service.behaviour != Behaviour::ConcurrencyPool || !service.calls_apis) continue;
    for (const Capability& capability : service.capabilities) {
      if (capability.function == "run-code-on-event" && capability.grade == Grade::Native) {
        return &service;
      }
    }
  }
  return nullptr;
}

Link PipelineBuilder::make_link(const Connection& connection, PartId from, PartId to,
                                const ConnectionInfo& info) const {
  Link link{.from = from, .to = to, .connection = &connection, .info = &info};
  link.state =
      info.state == ConnectionState::Documented ? LinkState::Documented : LinkState::Impossible;
  link.returns_only = info.returns_only;
  link.starts_work = starts_work(result_.catalog(), info);
  link.started_by_target = info.started_by_target;
  link.waits = connection.waits.value_or(info.waits);
  link.pointer = connection.pointer.value_or(info.carries_pointer);
  link.variants = connection.variants;
  const Service* target = result_.part(to).service;
  const Answer usual = target == nullptr ? Answer::Back : target->answer;
  link.answer = info.answer.value_or(usual);
  return link;
}

void PipelineBuilder::add_bridge(const Connection& connection, PartId from, PartId to) {
  const Catalog& catalog = result_.catalog();
  const Service* service = bridging_service(catalog);
  if (service == nullptr) return;
  Part bridge{.type = PartType::Bridge, .service = service, .mode = service->classic_mode};
  const ConnectionInfo* first =
      best_way(catalog, ways_between(catalog, result_.part(from), bridge));
  const ConnectionInfo* second = best_way(catalog, ways_between(catalog, bridge, result_.part(to)));
  // Only what can start something, or is polled, hands work to a function by itself.
  if (first == nullptr || second == nullptr || !starts_work(catalog, *first)) return;
  result_.names_.push_back(
      std::make_unique<std::string>("bridge from " + std::string(result_.part(from).name) + " to " +
                                    std::string(result_.part(to).name)));
  bridge.name = *result_.names_.back();
  bridge.place = connection.place;
  bridge.behaviour = service->behaviour;
  bridge.own = connection.own;
  bridge.targets.push_back({});
  give_facts(bridge);
  result_.parts_.push_back(std::move(bridge));
  const auto middle = static_cast<PartId>(result_.parts_.size()) - 1;
  for (Link link :
       {make_link(connection, from, middle, *first), make_link(connection, middle, to, *second)}) {
    link.bridged = true;
    result_.links_.push_back(link);
  }
}

// Whether another drawn connection than those from the same source leads to the target.
bool PipelineBuilder::has_other_source(const Connection& connection) const {
  return std::ranges::any_of(result_.design().connections, [&](const Connection& other) {
    return other.to.name == connection.to.name && other.from.name != connection.from.name;
  });
}

// Whether another drawn connection is a clock that starts the target.
bool PipelineBuilder::is_ticking(const Connection& connection) const {
  return std::ranges::any_of(result_.design().connections, [&](const Connection& other) {
    if (other.to.name != connection.to.name || other.from.name == connection.from.name)
      return false;
    if (other.by != nullptr && other.by->name == "schedule") return true;
    if (other.from.actor == kNone) return other.from.name == "clock";
    const Actor& actor = result_.world().actors[static_cast<std::size_t>(other.from.actor)];
    return actor.kind == ActorKind::Clock;
  });
}

void PipelineBuilder::add_link(const Connection& connection) {
  const Catalog& catalog = result_.catalog();
  const PartId from = part_of(connection.from);
  const PartId to = part_of(connection.to);
  const Ways ways = ways_between(catalog, result_.part(from), result_.part(to));
  const MechanismInfo* by = connection.by;
  if (by == nullptr && !connection.claimed.empty()) by = catalog.find_mechanism(connection.claimed);

  const ConnectionInfo* way = nullptr;
  if (by != nullptr) {
    way = way_called(ways, *by);
  } else if (connection.claimed.empty()) {
    way = best_way(catalog, ways, is_ticking(connection) ? Prefers::Fetching : Prefers::Starting);
    // A way that only fetches does for a target that something else sets going.
    const bool sets_going =
        way != nullptr && (starts_work(catalog, *way) || has_other_source(connection));
    if (!sets_going) {
      const std::size_t before = result_.links_.size();
      add_bridge(connection, from, to);
      if (result_.links_.size() > before) return;
      if (way == nullptr) way = first_impossible(ways);
    }
  }
  if (way != nullptr) {
    Link link = make_link(connection, from, to, *way);
    if (link.makes_behaviour().has_value()) {
      result_.parts_[static_cast<std::size_t>(to)].behaviour = *link.makes_behaviour();
    }
    result_.links_.push_back(link);
    return;
  }
  Link link{.from = from, .to = to, .connection = &connection};
  // A mechanism that nobody has heard of carries nothing; one that is merely not recorded here is
  // open.
  if (by == nullptr && !connection.claimed.empty()) {
    link.state = LinkState::Impossible;
  } else if (stands_today(connection, result_.part(from), result_.part(to))) {
    link.state = LinkState::Existing;
  }
  link.starts_work = by == nullptr || by->starts_work;
  link.waits = connection.waits.value_or(false);
  link.pointer = connection.pointer.value_or(false);
  link.variants = connection.variants;
  const Service* target = result_.part(to).service;
  link.answer = target == nullptr ? Answer::Back : target->answer;
  result_.links_.push_back(link);
}

void PipelineBuilder::add_links() {
  result_.links_.reserve(result_.design().connections.size() + 4);
  for (const Connection& connection : result_.design().connections) add_link(connection);
}

}  // namespace plumbline
