// People, clients, the clock and other systems: they start and end connections from outside.
#include <array>
#include <optional>

#include "engine/scenario/read_value.hpp"
#include "engine/scenario/read_world.hpp"

namespace plumbline::scenario_reading {
namespace {

struct ActorWord {
  std::string_view name;
  ActorKind kind;
};
// These need no declaration.
constexpr auto kActorWords = std::to_array<ActorWord>({
    {"client", ActorKind::Client},
    {"person", ActorKind::Person},
    {"clock", ActorKind::Clock},
});
constexpr auto kKinds = std::to_array<std::string_view>({"client", "person", "clock", "system"});

constexpr auto kReserved = std::to_array<Reserved>({
    {"place", "words in 'question'"},
    {"skills", "'objective: least-development-effort'"},
    {"available", "'takes', the waiting included"},
});

const ActorWord* find_word(std::string_view name) {
  for (const ActorWord& word : kActorWords) {
    if (word.name == name) return &word;
  }
  return nullptr;
}

Wanted wanted_time(Reading& reading, std::string_view name) {
  return {.dimension = Dimension::Time,
          .path = reading.path({"actors", name, "takes"}),
          .plausible = "actors.takes"};
}

struct ActorReading {
  Reading& reading;
  Actor& actor;
  bool takes_time = false;
};

constexpr Key<ActorReading> kKeys[] = {
    {"kind",
     [](const Cursor& c, ActorReading& t) {
       if (const auto index = c.word(kKinds, "a kind of actor")) {
         t.actor.kind = static_cast<ActorKind>(*index);
       }
     }},
    {"takes",
     [](const Cursor& c, ActorReading& t) {
       if (auto value = read_value(t.reading, c, wanted_time(t.reading, t.actor.name))) {
         t.actor.takes = *value;
         t.takes_time = true;
       }
     }},
};

// A person takes as long as people do; nobody else takes time.
void fill_absent_time(Reading& reading, Actor& actor) {
  if (actor.kind == ActorKind::Person) {
    actor.takes = unknown_value(reading, wanted_time(reading, actor.name));
    return;
  }
  actor.takes = Value::exactly(Dimension::Time, 0.0, Origin::Defaulted);
}

void read_actor(Reading& reading, const Entry& entry, Actor& actor) {
  const Named where{"the actor", entry.key};
  constexpr std::string_view kExample = "Write {kind: client}, person, clock or system.";
  actor.name = entry.key;
  actor.place = entry.key_place;
  const ActorWord* word = find_word(entry.key);
  if (word != nullptr) actor.kind = word->kind;
  ActorReading target{reading, actor};
  const Node& map = *entry.value;
  if (map.is_null() && word != nullptr) return fill_absent_time(reading, actor);
  if (expect_map(reading, map, where, kExample)) {
    read_keys(reading, map, where, kKeys, kReserved, target);
    if (word == nullptr && map.find("kind") == nullptr) {
      reading.report(input_errors::missing_key, entry.key_place)
          .with("where", where.words())
          .with("key", std::string("kind"))
          .with("example", std::string(kExample));
    }
  }
  if (!target.takes_time) fill_absent_time(reading, actor);
}

}  // namespace

bool is_actor_word(std::string_view name) { return find_word(name) != nullptr; }

void read_actors(Reading& reading, const Node& map) {
  if (map.is_null()) return;
  if (!expect_map(reading, map, {"'actors'", {}}, "actors: {approver: {kind: person}}")) return;
  World& world = reading.scenario.world;
  world.actors.reserve(map.entries.size() + kActorWords.size());
  for (const Entry& entry : map.entries) {
    if (!reading.goes_on()) break;
    if (!check_name(reading, entry.key, entry.key_place, "the name of an actor", Dots::Refused)) {
      continue;
    }
    read_actor(reading, entry, world.actors.emplace_back());
  }
  world.actor_index.build(world.actors);
}

ActorId find_or_add_actor(Reading& reading, std::string_view name) {
  World& world = reading.scenario.world;
  const ActorId known = world.find_actor(name);
  const ActorWord* word = known == kNone ? find_word(name) : nullptr;
  if (word == nullptr) return known;
  Actor& actor = world.actors.emplace_back();
  actor.name = word->name;
  actor.kind = word->kind;
  fill_absent_time(reading, actor);
  return static_cast<ActorId>(world.actors.size() - 1);
}

std::vector<std::string_view> actor_names(const World& world) {
  std::vector<std::string_view> names;
  for (const Actor& actor : world.actors) names.push_back(actor.name);
  for (const ActorWord& word : kActorWords) {
    if (world.find_actor(word.name) == kNone) names.push_back(word.name);
  }
  return names;
}

}  // namespace plumbline::scenario_reading
