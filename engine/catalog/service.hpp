// One entry of the catalog: what a service is, what it can do, and everything that is known about
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/base/dimension.hpp"
#include "engine/finding/fact.hpp"
#include "engine/finding/kind.hpp"

namespace plumbline {

// The general model that estimates (and later simulates) a service.
enum class Behaviour : std::uint8_t {
  ObjectStore,      // keeps objects, announces changes
  ConcurrencyPool,  // one execution environment per unit in flight, out of a shared quota
  WorkerFleet,      // instances x workers with a queue in front, always on unless scaled to zero
  LaunchedJob,      // every unit starts its own short-lived capacity
  Queue,            // keeps messages until someone polls them
  Router,           // passes each message on at once
  Orchestrator,     // runs steps in order, waits, retries
  MicroBatch,       // collects by size or time
  ShardLog,         // ordered log read by pollers
  KeyValueStore,
  RateLimitedApi,
  Passive,  // takes no part in the flow (a key, a role, an alarm ...)
};
[[nodiscard]] std::string_view behaviour_name(Behaviour behaviour);

// What a setting is when the design does not say (DESIGN section 2, "What is not said").
enum class WhenAbsent : std::uint8_t { Best, Default, Unknown };
[[nodiscard]] std::string_view when_absent_name(WhenAbsent when_absent);

// How a part passes one unit on when several connections of one mechanism leave it.
enum class Distribution : std::uint8_t {
  Each,  // every one of them gets it (topic, notification, code that calls them all)
  One,   // exactly one of them gets it (consumers of one queue)
};

// What someone who calls the service and waits gets.
enum class Answer : std::uint8_t { Back, Location, None };
[[nodiscard]] std::string_view answer_name(Answer answer);

enum class SettingType : std::uint8_t { Quantity, Word, Boolean, Text };

struct SettingInfo {
  std::string_view name;  // "timeout"
  SettingType type = SettingType::Text;
  Dimension dimension = Dimension::Count;   // for quantities
  std::span<const std::string_view> words;  // for words
  WhenAbsent when_absent = WhenAbsent::Default;
  std::string_view
      default_value;              // as written ("3 s", "false", "standard"); empty if there is none
  std::string_view typical;       // what `best` takes when nothing demands more ("ml.m5.large")
  std::string_view bounds;        // measure that a stated value bounds from above ("run-time")
  std::string_view minimum_fact;  // names of the facts that bound the legal values
  std::string_view maximum_fact;
  std::string_view default_fact;    // name of the fact that states the default, where there is one
  Kind kind = Kind::NoSuchSetting;  // kind of a value outside them
  bool on_connection = false;       // stands on a connection into or out of the service, not on it
  std::string_view meaning;         // one sentence
};

enum class Grade : std::uint8_t { Native, Bridged, Coded, ByPeople, Absent };
[[nodiscard]] std::string_view grade_name(Grade grade);
// Whether a service has the function without code of one's own.
[[nodiscard]] constexpr bool comes_by_itself(Grade grade) {
  return grade == Grade::Native || grade == Grade::Bridged || grade == Grade::ByPeople;
}

struct Capability {
  std::string_view function;  // a word of data/capabilities.yaml
  Grade grade = Grade::Native;
  std::string_view mode;  // "any" or one mode
  std::string_view note;
  std::string_view source;
  std::string_view as_of;
  Confidence confidence = Confidence::Documented;
};

// What a program or model is written for: where it runs, in which language, with which framework.
enum class RuntimeKind : std::uint8_t { Runtime, Language, Framework };
[[nodiscard]] std::string_view runtime_kind_name(RuntimeKind kind);  // "runtime"

// A word of data/runtimes.yaml.
struct RuntimeInfo {
  std::string_view name;  // "spark"
  RuntimeKind kind = RuntimeKind::Runtime;
  std::span<const std::string_view> aliases;
};

// What a service runs in some mode. The languages are those of the entry's runtimes; an entry
// without runtimes speaks of languages or frameworks by themselves.
struct RuntimeSupport {
  std::string_view id;  // of the fact that findings cite
  std::string_view mode;
  std::span<const std::string_view> runtimes;
  std::span<const std::string_view> languages;
  std::span<const std::string_view> frameworks;
  bool containers = false;  // images of one's own, and with them anything
  bool complete = false;    // closed: what no entry of the mode names does not run
};

// Where the facts of one name stand in a service's table (see fact_index.hpp).
struct FactIndexEntry {
  std::uint32_t hash = 0;
  std::uint16_t first = 0;
  std::uint16_t count = 0;
};

struct Service {
  std::string_view name;   // "lambda"
  std::string_view title;  // "AWS Lambda"
  std::string_view category;
  std::string_view summary;       // what it is for, one sentence
  std::string_view mistaken_for;  // what people wrongly expect of it; may be empty
  std::span<const std::string_view> aliases;
  Behaviour behaviour = Behaviour::Passive;
  std::span<const std::string_view> modes;
  std::string_view classic_mode;  // the mode when none is stated
  bool starts_others = false;  // can set work going by itself (push); a store or queue often cannot
  bool calls_apis = false;     // runs the customer's code, which can call any API
  bool runs_models = false;    // `serves:` / `trains:` make sense
  bool runs_programs = false;  // `runs:` makes sense
  bool holds_data = false;
  Distribution distribution = Distribution::Each;
  Answer answer = Answer::Back;
  std::span<const Fact> facts;  // in order of name
  std::span<const FactIndexEntry> fact_index;
  std::span<const SettingInfo> settings;
  std::span<const Capability> capabilities;
  std::span<const RuntimeSupport> runtimes;
  bool capabilities_complete = false;    // closed list: what is not there is absent
  std::string_view closed_to_new_since;  // life cycle, dates or empty
  std::string_view support_ends;
  std::string_view life_cycle_source;

  [[nodiscard]] const SettingInfo* find_setting(std::string_view setting) const;
  [[nodiscard]] bool has_mode(std::string_view mode) const;
  // What is said of a function in a mode, before what is said of any mode; nullptr: nothing.
  [[nodiscard]] const Capability* find_capability(std::string_view function,
                                                  std::string_view mode) const;
};

enum class ConnectionState : std::uint8_t { Documented, Impossible };

// One way in which one service can feed another. Data flows from `from` to `to`, whoever starts it.
struct ConnectionInfo {
  std::string_view
      from;             // service, or a class: "any-code" (calls_apis), "client", "clock", "person"
  std::string_view to;  // service or class
  std::string_view by;  // mechanism, a word of data/mechanisms.yaml
  std::string_view from_mode = "any";  // holds only for a source, or a target, in this mode
  std::string_view to_mode = "any";
  ConnectionState state = ConnectionState::Documented;
  bool started_by_target = false;  // a poller, a reader
  bool waits = false;              // the starter waits for the answer unless it says otherwise
  bool carries_pointer = false;  // the message names the item (an object key), it does not hold it
  bool returns_only = false;     // the answer of an earlier call; not a flow of its own
  // The target runs as this behaviour when it is fed this way (a polling container service is a
  // worker fleet although a run task is a launched job).
  std::optional<Behaviour> makes_target;
  // What the starter gets when that depends on the way of asking; empty: as the target says.
  std::optional<Answer> answer;
  std::span<const std::string_view> request_limits;   // fact ids that bound what is sent
  std::span<const std::string_view> response_limits;  // fact ids that bound what comes back
  std::string_view delay;                             // id of the timing fact of the hop, or empty
  std::string_view overlap_limit;  // id of the fact that refuses overlapping filters, or empty
  std::string_view delivery;       // at-least-once, request-response ...
  std::string_view retry;
  std::string_view dead_letter;
  bool loses_when_throttled = false;  // beyond its retries an unprocessed item is gone
  std::string_view source;
  std::string_view as_of;
  Confidence confidence = Confidence::Documented;
  std::string_view note;
  // The same statement as a fact that findings can cite: id "s3.to.lambda.event-notification",
  // group Connection, word "documented" or "impossible". Never null in a catalog.
  const Fact* fact = nullptr;
};

// A word of the `by:` vocabulary.
struct MechanismInfo {
  std::string_view name;  // "event-notification"
  std::span<const std::string_view> aliases;
  std::string_view meaning;
  // False where data is fetched or comes back (read, input, mount, return): it sets nothing going
  // at its target. A write does, because a store may announce it.
  bool starts_work = true;
  // What people also mean by it where the catalog records none of it between two services, in order
  // of likeness: a job that "writes" its result to a store has it as an output.
  std::span<const std::string_view> like;
};

// A word of the function vocabulary (DESIGN section 5).
struct CapabilityInfo {
  std::string_view name;
  std::string_view meaning;
  std::string_view mistaken_for;
};

// What a fact's `governs` may say (measures.def).
struct MeasureInfo {
  std::string_view name;
  FactGroup group;
  std::optional<Dimension> dimension;  // empty: any
  std::string_view meaning;
};
[[nodiscard]] std::span<const MeasureInfo> all_measures();
[[nodiscard]] const MeasureInfo* find_measure(FactGroup group, std::string_view name);

// A key under which every mode of every service says what its owner still operates
// (operations.def). It becomes the fact "lambda.operations.scaling": `word` is one of `words`,
// `value` its place in them (0 is least work), `governs` the key.
struct OperationInfo {
  std::string_view key;
  std::span<const std::string_view> words;  // from least to most work
  std::string_view meaning;
};
[[nodiscard]] std::span<const OperationInfo> all_operations();

// A quantity of the world when the author does not know it: [low, high] with its reason.
struct PlausibleRange {
  std::string_view path;  // "models.takes"
  Dimension dimension = Dimension::Time;
  double low = 0.0;
  double high = 0.0;
  std::string_view written_low;
  std::string_view written_high;
  std::string_view because;
};

}  // namespace plumbline
