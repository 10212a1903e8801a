// One design: components with their settings, and the connections along which data flows.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/scenario/rare.hpp"
#include "engine/scenario/security.hpp"
#include "engine/scenario/world.hpp"

namespace plumbline {

using ComponentId = std::int32_t;

enum class Written : std::uint8_t {
  Stated,
  Free,     // `free`: the best legal value is asked for
  Unknown,  // `unknown`, with or without bounds
  Claimed,  // {claimed: "words"}: may not exist here; judged, not refused
};

// One setting as written. Exactly one of the value members is meaningful, by `info->type`.
struct Setting {
  std::string_view name;              // as written
  const SettingInfo* info = nullptr;  // nullptr: the service has no such setting
  Written written = Written::Stated;
  SourceRange place;  // of the value
  SourceRange key_place;
  Value value;            // quantities
  std::string_view text;  // words, texts, and the words of a claim
  bool boolean = false;
};

// A production or shadow variant of an endpoint (or a model of a multi-model one).
struct Variant {
  std::string_view name;
  SourceRange place;
  WorkId serves = kNone;
  Value weight;  // 1 when not said (the default of the API)
  bool weight_stated = false;
  bool shadow = false;
  std::vector<Setting> settings;  // instance-type, instance-count of this variant
};

// `does: [transcribe]`: a function that an option says a component has.
struct Doing {
  const CapabilityInfo* function = nullptr;
  SourceRange place;
};

// `holds: raw`: data at rest that lies in a component, and how it lies there.
struct Holding {
  DataId data = kNone;
  SourceRange place;
  std::string_view format;  // empty: as the data says
};

// A component stands for one thing, or for a family of equal ones.
struct Component {
  std::string_view name;
  SourceRange place;  // of its name
  const Service* service = nullptr;
  std::string_view service_as_written;
  SourceRange service_place;
  std::string_view mode;  // never empty: the classic mode when none is stated
  bool mode_stated = false;
  std::vector<WorkId> works;  // `serves:`, `runs:`, `trains:`; implied ones included
  bool works_implied = false;
  bool trains = false;    // by `trains:`: what it hands on is a model, not the data that it read
  bool rewrites = false;  // by `rewrites:`: its programs are written anew for it
  std::vector<Holding> holds;
  std::string_view region;  // empty: that of the world
  SourceRange region_place;
  std::vector<Variant> variants;
  bool one_per_work = false;  // one-per: model
  bool one_per_item = false;  // one-per: item
  Value count;                // `count:`; 1 when not said
  // splits: N: the work of a unit is cut into N units, each taking 1/N of the time and, unless the
  // work is splittable by data, all of the memory (DESIGN section 4).
  Value splits;
  bool existing = false;
  bool own = true;  // false: given by the base, not by this option
  std::vector<Doing> does;
  std::vector<Setting> settings;
  Rare<Security> security;

  [[nodiscard]] const Setting* find_setting(std::string_view setting) const;
};

// One end of a connection.
struct End {
  ComponentId component = kNone;
  ActorId actor = kNone;
  std::string_view name;
  [[nodiscard]] bool is_component() const { return component != kNone; }
};

enum class VariantChoice : std::uint8_t {
  ByWeight,  // nothing said: the endpoint splits by weight
  Each,      // the caller names each one in turn
  Named,     // the caller names one
};

struct Connection {
  End from;
  End to;
  SourceRange place;                  // of "a -> b"
  const MechanismInfo* by = nullptr;  // nullptr: any valid mechanism
  SourceRange by_place;
  std::string_view claimed;      // words of a claimed mechanism, else empty
  std::optional<bool> waits;     // stated
  std::optional<Answer> answer;  // stated
  VariantChoice variants = VariantChoice::ByWeight;
  bool variants_stated = false;
  std::string_view variant;  // Named
  SourceRange variants_place;
  std::optional<bool> pointer;  // `sends: pointer` / `sends: item`
  bool sends_model = false;     // `sends: model`: a trained model, none of the data behind it
  Rare<Value> every;            // `every: 1 day` of a schedule; absent: the period is not known
  Rare<Value> sends;            // `sends: 4 MB`
  SourceRange sends_place;
  std::string_view event;  // notification: "object-created" ...
  std::string_view prefix;
  std::string_view suffix;
  bool own = true;
  std::vector<Setting> settings;  // settings of the service that stand on a connection

  [[nodiscard]] const Setting* find_setting(std::string_view setting) const;
};

// Something an option took away from the base.
struct Removal {
  std::string_view name;
  SourceRange place;
  std::int32_t connections = 0;  // that went with it
};

// Why the members of a combination do not make one design; it is then not laid out at all.
struct Clash {
  enum class Type : std::uint8_t {
    Contradiction,  // two members say different things about one thing
    Missing,        // a member needs what only options outside the combination bring
  };
  Type type = Type::Contradiction;
  std::string_view what;  // "'timeout' of 'ask' is 3 s in A and 5 s in B"
  SourceRange place;
  SourceRange other_place;  // nowhere if one place tells all
};

struct Design {
  std::vector<Component> components;
  std::vector<Connection> connections;
  std::vector<Removal> removals;
  std::vector<ControlUse> controls;
  std::vector<Clash> clashes;  // of a combination; empty for one that can be built
  NameIndex component_index;   // of a long list; empty for a short one

  [[nodiscard]] ComponentId find(std::string_view name) const;
};

}  // namespace plumbline
