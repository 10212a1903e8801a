// Closed forms over a pipeline: how long one unit takes, how much is in flight, what bounds it.
//
// Everything is an interval over what is unknown (see base/range.hpp) and monotone in each unknown,
// so thresholds ("met if models.v1.takes is at most 58 s") are found by bisection.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

// Values tried for unknowns while looking for a threshold; empty: the ranges themselves.
struct Assignment {
  struct Entry {
    std::string_view path;
    double value;
  };
  std::vector<Entry> entries;
  [[nodiscard]] Quantity mean(const Value& value) const;
  [[nodiscard]] Quantity p99(const Value& value) const;
};

// A typical value and a 99th percentile of one time, with what it rests on.
struct Timing {
  Seconds mean;
  Seconds p99;
  const Fact* fact = nullptr;  // the weakest fact behind it, if any
};

// What a setting comes to: written, chosen, or by default.
struct Effective {
  Value value;            // quantities
  std::string_view text;  // words and texts
  bool boolean = false;
  const Setting* setting = nullptr;   // nullptr: nobody wrote it
  const SettingInfo* info = nullptr;  // nullptr: the service has no such setting
  [[nodiscard]] bool exists() const { return info != nullptr; }
};
[[nodiscard]] Effective effective_setting(const Pipeline& pipeline, PartId id,
                                          std::string_view name);
[[nodiscard]] Effective effective_setting(const Pipeline& pipeline, const Link& link,
                                          std::string_view name);

// The narrowest bound from above on one measure ("run-time", "memory", "concurrency") at one part.
struct Bound {
  Quantity allowed{Dimension::Count, kInfinity, kInfinity};
  // What bounds: a fact (also when a setting chosen for the author meets it), a stated setting that
  // is narrower, the quota written under `account:`.
  const Fact* fact = nullptr;
  const Setting* setting = nullptr;
  const Value* stated_quota = nullptr;
  [[nodiscard]] bool exists() const { return allowed.low < kInfinity; }
  [[nodiscard]] bool has_stated_quota() const {
    return stated_quota != nullptr && stated_quota->origin == Origin::Stated;
  }
  [[nodiscard]] bool is_adjustable() const {
    return setting == nullptr && fact != nullptr && fact->adjustable &&
           !has_stated_quota();
  }
};
[[nodiscard]] Bound bound_of(const Pipeline& pipeline, PartId id, std::string_view measure);
// Lower bounds (minimum facts) of a measure; allowed.low is the minimum, 0 when there is none.
[[nodiscard]] Bound minimum_of(const Pipeline& pipeline, PartId id, std::string_view measure);

// Whether a part makes this model, and how long that takes is said or not known: `takes` is then a
// matter of serving it.
[[nodiscard]] bool is_training_run(const Part& part, const Work& work);
// How long a work takes at a part: one item, or one training run.
[[nodiscard]] const Value& duration_of(const Part& part, const Work& work);

// The works' own time in one unit, without the service's overhead around it and without anything
// that is waited for: what a run-time limit sees. `items` are those of one unit. A model takes its
// time for each of them; a program that a timer starts takes its time once for all that it finds.
[[nodiscard]] Timing work_time(const Pipeline& pipeline, PartId id, Count items,
                               const Assignment& assignment = {});

// One part under its load.
struct PartEstimate {
  Timing startup;      // before the work of a unit begins: job start, cold start share, 0 when warm
  Timing own;          // one unit's own work: takes x items of the unit, plus service overhead
  Timing held;         // own plus the calls it waits for (calls run side by side: chosen)
  Timing queue;        // waiting in front of a fleet's servers
  Timing collect;      // waiting in a micro batch until it is handed on
  Timing respond;      // from handing a unit over to its end: startup, waiting, collecting, held
  Count items;         // items of a workload in one unit (1, or a whole bulk)
  PerSecond rate;      // units a second, long run, all sources
  PerSecond peak;      // units a second while busiest
  Count at_once{};     // units that come all at once (a bulk), on top of the rates
  Count in_flight;     // Little: peak x (startup + held)
  Count servers;       // units it can work on at once; infinity when nothing bounds it
  Bound server_bound;  // what bounds `servers`
  Count chosen_instances;  // fleets, jobs: instances taken (stated, or the fewest that carry the
                           // peak)
  double utilisation_low = 0.0;  // peak load / servers; may exceed 1
  double utilisation_high = 0.0;
  bool unstable = false;  // utilisation_low > 1: the backlog grows while the peak lasts
  std::vector<std::string_view> unknowns;  // paths it depends on, in order, each once
};

struct Estimates {
  std::vector<PartEstimate> parts;  // by PartId
  [[nodiscard]] const PartEstimate& of(PartId id) const {
    return parts[static_cast<std::size_t>(id)];
  }
};
[[nodiscard]] Estimates evaluate(const Pipeline& pipeline, const Assignment& assignment = {});

// Time along one workload's longest path.
struct LatencyRow {
  std::string_view part;  // name
  std::string_view
      what;  // "starts", "works", "waits for others", "is told of it", "waits for the schedule"
  Quantity mean;
  Quantity tail;  // mean of this row given that the total is at the asked quantile: rows add up
  std::string_view method;  // "fact", "stated", "sum", "M/M/c" ...
  const Fact* fact = nullptr;
};
struct Latency {
  bool reaches = false;  // the workload comes to an end at all
  Quantity mean{Dimension::Time};
  Quantity tail{Dimension::Time};  // at the asked quantile
  double quantile = 0.99;
  PartId last = kNone;  // where it ends
  std::vector<LatencyRow> rows;
  std::vector<std::string_view> unknowns;
  const Fact* weakest = nullptr;
};
enum class Waiting : std::uint8_t {
  Exclude,  // latency: from the moment the work is set going
  Include,  // freshness: a schedule or buffer that an item waits for counts
};
[[nodiscard]] Latency latency_of(const Pipeline& pipeline, const Estimates& estimates,
                                 WorkloadId workload, double quantile, Waiting waiting,
                                 const Assignment& assignment = {});

// Time to work off one bulk or burst, start-up included, and the parallel units it takes to do so.
struct BulkTime {
  Quantity time{Dimension::Time};  // with the servers that the bounds allow
  PartId bottleneck = kNone;
  Bound bound;  // of the bottleneck
  std::vector<std::string_view> unknowns;
  // Servers needed at the bottleneck to finish within a time (infinity: never).
  Count needed;
};
[[nodiscard]] BulkTime bulk_time_of(const Pipeline& pipeline, WorkloadId workload, double within,
                                    const Assignment& assignment = {});

// Met, violated or open against a bound, with the condition that decides. `measure` must be
// monotone in every unknown and is called again with assignments. Conditions are sufficient
// together: all unknowns of one dimension at the threshold at once.
enum class Outcome : std::uint8_t { Met, Violated, Open };
struct Decision {
  Outcome outcome = Outcome::Met;
  Quantity value;                     // what was found
  std::vector<Condition> conditions;  // when open
};
[[nodiscard]] Decision decide(const Pipeline& pipeline, Direction direction, double bound,
                              const std::vector<std::string_view>& unknowns,
                              const std::function<Quantity(const Assignment&)>& measure);

// The value in the world or the design that a path names, or nullptr.
[[nodiscard]] const Value* find_value(const Pipeline& pipeline, std::string_view path);

}  // namespace plumbline
