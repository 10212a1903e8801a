// A design as a graph of parts and links, with the work that comes to each part.
//
// The only user of Boost.Graph; everything else speaks of parts, links, flows and paths. Built once
// per option from the typed design, the world and the catalog. All views live as long as the
// scenario.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/pipeline/facts_by_measure.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline {

using PartId = std::int32_t;
using LinkId = std::int32_t;

enum class PartType : std::uint8_t {
  Component,
  Actor,   // a client, a person, the clock, an external system
  Bridge,  // a function that nobody drew but that a missing hop needs (DESIGN section 3, step 5)
};

// What one call to a part can address: a variant of an endpoint, a model of a multi-model one, or
// the whole part (then the only target, with every work of the part).
struct Target {
  std::string_view name;  // of the variant or model; empty: the whole part
  std::vector<WorkId> works;
  double weight = 1.0;
  bool shadow = false;  // gets copies, answers nobody
  const Variant* variant = nullptr;
};

struct Part {
  PartType type = PartType::Component;
  std::string_view name;  // of a bridge: "bridge from inbox to score"
  SourceRange place;
  const Component* component = nullptr;
  const Actor* actor = nullptr;  // nullptr for an undeclared "client", "person", "clock"
  ActorKind actor_kind = ActorKind::Client;
  const Service* service = nullptr;  // nullptr for actors
  std::string_view mode;
  Behaviour behaviour = Behaviour::Passive;  // as its connections make it (makes_target)
  std::vector<Target> targets;               // at least one, except for actors
  // Limits and timings of its service that hold for its mode on the day and that something computes
  // with; nullptr for an actor.
  const FactsByMeasure* known = nullptr;
  // Settings of an existing thing that nobody wrote down: quantities of the world, judged over
  // their legal range ("components.inbox.timeout").
  std::vector<std::pair<const SettingInfo*, Value>> unknown_settings;
  bool is_as_found = false;  // an existing thing that no option touches: what is unsaid is unknown
  bool own = true;           // false: given by the base
  [[nodiscard]] std::span<const Fact* const> facts() const {
    return known != nullptr ? known->all() : std::span<const Fact* const>{};
  }
  // Those that govern the measure, in order of name, and perhaps some that govern another.
  [[nodiscard]] std::span<const Fact* const> facts_near(std::string_view measure) const {
    return known != nullptr ? known->near(measure) : std::span<const Fact* const>{};
  }
  [[nodiscard]] bool is_existing() const { return component != nullptr && component->existing; }
  // A model that is served today has callers today, drawn or not.
  [[nodiscard]] bool is_asked_by_others() const {
    return is_existing() && service != nullptr && service->runs_models &&
           behaviour != Behaviour::LaunchedJob;
  }
};

enum class LinkState : std::uint8_t {
  Documented,  // the catalog records this way
  Impossible,  // the catalog records that it cannot be; the work does not pass
  Unrecorded,  // open: the work is taken to pass, and the finding says so
  Existing,    // not recorded, and there today: the base draws it between things that exist
};

struct Link {
  PartId from = 0;
  PartId to = 0;
  const Connection* connection = nullptr;  // the drawn one; of a bridge's links: the one it bridges
  LinkState state = LinkState::Unrecorded;
  const ConnectionInfo* info = nullptr;  // nullptr when unrecorded
  bool bridged = false;                  // one of the two links of a bridge
  bool starts_work = true;         // false: data is fetched or comes back, nothing is set going
  bool started_by_target = false;  // polled, read
  bool waits = false;              // the starter is held until the target is done
  bool returns_only = false;
  bool pointer = false;          // names the item instead of holding it
  bool in_cycle = false;         // closes a cycle: drawn, reported, not followed
  Answer answer = Answer::Back;  // what the starter gets
  VariantChoice variants = VariantChoice::ByWeight;

  // Whether work passes: it can be, and it does not only close a circle or bring an answer.
  [[nodiscard]] bool carries_work() const {
    return state != LinkState::Impossible && !in_cycle && !returns_only;
  }
  [[nodiscard]] std::optional<Behaviour> makes_behaviour() const {
    return info == nullptr ? std::nullopt : info->makes_target;
  }
};

// What sets a part going, followed from its source.
enum class SourceType : std::uint8_t { Workload, Clock, Person };

// One source of work at one part.
struct Activation {
  SourceType source = SourceType::Workload;
  WorkloadId workload = kNone;  // Workload
  LinkId clock_link = kNone;    // Clock: the link that carries the schedule
  double units = 0.0;  // units of work at this part per item (Workload) or tick (Clock, Person)
  LinkId via = kNone;  // the link it came by; kNone where it enters
  std::uint32_t depth = 0;  // hops from the source
};

// How one workload's items come to one part.
struct Flow {
  double share = 0.0;   // of the items that come here at all: 1 every one, 0 none
  bool open = false;    // passes over an unrecorded link
  bool batch = false;   // comes as data that a started part fetches, not one unit per item
  bool person = false;  // a person stands on every way here
  LinkId via = kNone;
  std::uint32_t depth = 0;
  [[nodiscard]] bool reaches() const { return share > 0.0; }
};

// How one workload's items come to one target of one part.
struct TargetFlow {
  PartId part = 0;
  std::int32_t target = 0;
  double share = 0.0;
  bool by_weight = false;  // less than all because a variant is drawn by weight
  bool shadow = false;
  bool open = false;
  LinkId via = kNone;
};

class Pipeline {
 public:
  // Never fails: what cannot be is a link state, not an error.
  static Pipeline build(const Scenario& scenario, const Design& design);

  [[nodiscard]] const Scenario& scenario() const { return *scenario_; }
  [[nodiscard]] const World& world() const { return scenario_->world; }
  [[nodiscard]] const Design& design() const { return *design_; }
  [[nodiscard]] const Catalog& catalog() const { return *scenario_->catalog; }
  [[nodiscard]] AsOf as_of() const { return {scenario_->facts_as_of}; }

  [[nodiscard]] std::span<const Part> parts() const { return parts_; }
  [[nodiscard]] std::span<const Link> links() const { return links_; }
  [[nodiscard]] const Part& part(PartId id) const { return parts_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] const Link& link(LinkId id) const { return links_[static_cast<std::size_t>(id)]; }
  // A model that is asked by others, and that nothing drawn sets going: it reads what is within its
  // reach when it likes, and works on no item.
  [[nodiscard]] bool only_reads(PartId id) const {
    return part(id).is_asked_by_others() && activations(id).empty();
  }
  [[nodiscard]] std::span<const LinkId> links_from(PartId id) const;
  [[nodiscard]] std::span<const LinkId> links_to(PartId id) const;
  // The part of a component by name, or kNone.
  [[nodiscard]] PartId find(std::string_view name) const;
  // Parts so that each comes after those that feed it (cycles cut at Link::in_cycle).
  [[nodiscard]] std::span<const PartId> order() const { return order_; }

  [[nodiscard]] std::span<const Activation> activations(PartId id) const;
  [[nodiscard]] const Flow& flow(WorkloadId workload, PartId id) const;
  // Where one workload meets one work; empty: nowhere.
  [[nodiscard]] std::vector<TargetFlow> flows_to_work(WorkloadId workload, WorkId work) const;
  // The hops by which a workload first came to a part, from its entry.
  [[nodiscard]] std::vector<LinkId> path_to(WorkloadId workload, PartId id) const;
  // How many calls one unit of the link's source makes over the link (variants: each, one-per).
  [[nodiscard]] double calls_per_unit(const Link& link) const;
  // How many items one call over the link brings: a poller's stated batch; a free choice takes one.
  [[nodiscard]] double items_per_call(const Link& link) const;
  // Where a workload enters: a component, or the actor that sends it; kNone if it is nowhere.
  [[nodiscard]] PartId entry(WorkloadId workload) const;

 private:
  friend class PipelineBuilder;
  const Scenario* scenario_ = nullptr;
  const Design* design_ = nullptr;
  std::vector<Part> parts_;
  std::vector<Link> links_;
  std::vector<LinkId> out_, in_;  // grouped by part
  std::vector<std::uint32_t> out_begin_, in_begin_;
  std::vector<PartId> order_;
  std::vector<PartId> entries_;          // by workload
  std::vector<Activation> activations_;  // grouped by part
  std::vector<std::uint32_t> activation_begin_;
  std::vector<Flow> flows_;                          // workload-major
  std::vector<std::unique_ptr<std::string>> names_;  // of bridges and of unknown settings
  // One list per service and mode in use; parts share them.
  struct FactSet {
    const Service* service;
    std::string_view mode;
    FactsByMeasure facts;
  };
  std::vector<std::unique_ptr<FactSet>> fact_sets_;
};

}  // namespace plumbline
