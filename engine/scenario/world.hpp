// What is the same for every option: workloads, data, models and programs, actors, the account.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/catalog/service.hpp"
#include "engine/scenario/name_index.hpp"
#include "engine/scenario/security.hpp"
#include "engine/scenario/value.hpp"

namespace plumbline {

// Indices into the vectors of World; -1 means "none".
using WorkloadId = std::int32_t;
using WorkId = std::int32_t;
using ActorId = std::int32_t;
using DataId = std::int32_t;
inline constexpr std::int32_t kNone = -1;

enum class ArrivalForm : std::uint8_t {
  Period,   // {period: 3 s}: evenly spaced
  Rate,     // {rate: 40/day}: nothing said about spacing
  Poisson,  // {poisson: 5/s}
  Burst,    // {burst: 300/s, for: 10 min, every: 1 day}: nothing between bursts
  Levels,   // {low: 5/s, high: 500/s}: rises and falls between the two
  OnOff,    // {busy: 300/s, for: 10 min, idle: 50 min}: both times as a rule, not to the second
  Profile,  // {profile: [5/s, 80/s, 20/s], every: 1 day}: equal parts of a period
  Ramp,     // {from: 5/s, ramp-to: 500/s, over: 10 min}: rises evenly, then stays
  Bulk,     // {bulk: 10000000, every: 1 day}: all there at once
  Once,     // {once-at-a-time: true}: the next one comes when the last is done
};
[[nodiscard]] std::string_view arrival_name(ArrivalForm form);

// How items come. All forms fill `rate` (long-run mean) and `peak` (highest sustained rate). What
// cannot follow from what is written is a range with origin Unknown: the mean between two levels,
// the rate of a burst or bulk that comes once, and of items that wait for each other.
struct Arrival {
  ArrivalForm form = ArrivalForm::Rate;
  Value rate;      // items per second, long-run mean
  Value peak;      // items per second while it is busiest; equals `rate` for steady forms, and for
                   // Bulk and Once, where nothing is sustained above it
  Value interval;  // Period: between items; Burst, Bulk, Profile: `every` (unknown: once); OnOff:
                   // `idle`
  Value duration;  // Burst, OnOff: `for`; Ramp: `over`
  std::vector<Value> levels;  // Profile: in order; Ramp: from, to
  Value items;                // Bulk: items at once; Burst: peak x duration
  SourceRange place;
};

struct Workload {
  std::string_view name;
  SourceRange place;
  Arrival arrival;
  Value size;           // of one item
  std::string_view to;  // the component (or actor) where it enters; empty: not said
  SourceRange to_place;
  std::string_view from;  // an actor that sends it; empty: not said
  SourceRange from_place;
  std::optional<bool> sender_waits;
  std::string_view label;  // data label ("confidential"), empty if none
};

// Data at rest, whatever holds it. What a component says of it (`holds: {raw: {format: parquet}}`)
// goes before what is said here.
struct DataSet {
  std::string_view name;
  SourceRange place;
  Value size;               // of all of it, as it lies there
  Value objects;            // files or objects that it is kept in
  Value columns;            // of tables
  Value columns_read;       // of them that one reading is after; as many as there are when not said
  Value reads;              // readings a second, long-run mean
  Value read_share;         // of the size that one reading is after, all columns; 1 when not said
  Value keep;               // how long it is kept
  std::string_view format;  // "csv", "parquet" ...; empty: not said
  std::string_view label;   // "confidential"; empty: none
};

enum class WorkKind : std::uint8_t { Model, Program };

// In what a work is packed.
enum class Container : std::uint8_t {
  Unsaid,    // as it suits the place where it runs
  Own,       // an image of its own, which brings all that it needs
  Provided,  // none: what the service provides must do
};

// A model that is served or a program that runs: what one unit of it needs.
struct Work {
  std::string_view name;
  WorkKind kind = WorkKind::Model;
  SourceRange place;
  Value takes;              // time per item
  Value memory;             // working memory of one unit
  Value disk;               // scratch space of one unit (0 B when not said)
  Value size;               // artifact: weights, code
  Value gpu_memory;         // 0 B when `gpu` is not asked for
  Value loads_in;           // time to load before the first item (0 s when not said for programs)
  Value returns;            // size of one answer
  std::optional<bool> gpu;  // needs an accelerator; nullopt: not said, then none is assumed
  // Words of the catalog (data/runtimes.yaml); nullptr: not said.
  const RuntimeInfo* framework = nullptr;  // pytorch
  const RuntimeInfo* language = nullptr;   // python
  const RuntimeInfo* runtime = nullptr;    // spark
  Container container = Container::Unsaid;
  bool existing = false;  // its code is there already
  Value trains_for;       // one training run of a model
  bool trains_for_stated = false;
  std::optional<bool> splittable;  // by data: k units of 1/k of the data, each with the same memory
};

enum class ActorKind : std::uint8_t { Client, Person, Clock, System };
[[nodiscard]] std::string_view actor_kind_name(ActorKind kind);

// Someone or something outside the design that may start and end connections. A name used in a
// connection that is "client", "person" or "clock" needs no declaration.
struct Actor {
  std::string_view name;
  ActorKind kind = ActorKind::Client;
  SourceRange place;
  Value takes;  // how long a person takes
};

// What the account has of a shared quota, and what others in it already use.
struct QuotaUse {
  std::string_view pool;  // "lambda-concurrency", the pool of a catalog fact
  SourceRange place;
  std::optional<Value> quota;  // stated: no longer adjustable
  std::optional<Value> used_by_others;
};

// What happens to the capacity that designs run on.
struct Conditions {
  Value spot_interruptions;  // of one run on capacity that can be taken away
  // From an interruption until work goes on; not stated: as long as a first start.
  std::optional<Value> restart;
};

// What those who build and run it know; nothing is said of a team that is not stated.
struct Team {
  bool is_stated = false;
  std::vector<std::string_view> skills;  // words of the catalog's runtimes, and a few more
  std::vector<std::string_view> new_to;
};

struct World {
  std::vector<Workload> workloads;
  std::vector<DataSet> data;
  std::vector<Work> works;  // models first, then programs, each in written order
  std::vector<Actor> actors;
  std::vector<QuotaUse> quotas;
  std::vector<Subnet> subnets;
  std::optional<bool> new_customer;  // account.new: true
  std::string_view region;           // where parts stand that do not say; empty: not said
  Conditions conditions;
  Team team;
  // Names of long lists; empty for short ones.
  NameIndex workload_index;
  NameIndex data_index;
  NameIndex work_index;
  NameIndex actor_index;

  [[nodiscard]] WorkloadId find_workload(std::string_view name) const;
  [[nodiscard]] DataId find_data(std::string_view name) const;
  [[nodiscard]] WorkId find_work(std::string_view name) const;
  [[nodiscard]] const Subnet* find_subnet(std::string_view name) const;
  [[nodiscard]] ActorId find_actor(std::string_view name) const;
};

}  // namespace plumbline
