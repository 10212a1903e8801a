// Follows the work from where it enters: what sets each part going, how often, and which items come
// to it.
#include <algorithm>

#include "engine/pipeline/builder.hpp"

namespace plumbline {
namespace {

bool is_source(const Part& part) {
  return part.type == PartType::Actor && part.actor_kind != ActorKind::Client &&
         part.actor_kind != ActorKind::System;
}

// Whether the clock ticks over this link: it leaves the clock, or a scheduler that is drawn itself.
bool ticks(const Pipeline& pipeline, const Link& link) {
  const Part& from = pipeline.part(link.from);
  if (from.type == PartType::Actor) return from.actor_kind == ActorKind::Clock;
  return link.connection != nullptr && link.connection->by != nullptr &&
         link.connection->by->name == "schedule";
}

// Items that several ways bring: one way that carries all of them is enough; shares add up to all.
double together(double a, double b) { return a >= 1.0 || b >= 1.0 ? 1.0 : std::min(1.0, a + b); }

}  // namespace

// Consumers of one queue share its messages; everything else hands each unit to each target.
double PipelineBuilder::split_of(const Link& link) const {
  const Part& from = result_.part(link.from);
  if (from.service == nullptr || from.service->distribution == Distribution::Each) return 1.0;
  double consumers = 0.0;
  for (const LinkId id : result_.links_from(link.from)) {
    const Link& other = result_.link(id);
    if (other.carries_work() && other.starts_work) consumers += 1.0;
  }
  return consumers > 1.0 ? 1.0 / consumers : 1.0;
}

// Ways over which the same source comes by the same link are one.
void PipelineBuilder::add_activation(PartId id, Activation activation) {
  auto& here = activations_[static_cast<std::size_t>(id)];
  for (Activation& other : here) {
    if (other.via == activation.via && other.source == activation.source &&
        other.workload == activation.workload && other.clock_link == activation.clock_link) {
      other.units += activation.units;
      return;
    }
  }
  here.push_back(activation);
}

// Where work begins: a workload's entry, a tick of the clock, a person who acts unasked.
void PipelineBuilder::begin_work(PartId id) {
  const World& world = result_.world();
  bool is_entry = false;
  for (std::size_t w = 0; w < world.workloads.size(); ++w) {
    if (result_.entries_[w] != id) continue;
    is_entry = true;
    const auto workload = static_cast<WorkloadId>(w);
    add_activation(id, {.source = SourceType::Workload, .workload = workload, .units = 1.0});
    Flow& flow = result_.flows_[w * result_.parts_.size() + static_cast<std::size_t>(id)];
    flow.share = 1.0;
    flow.person = result_.part(id).type == PartType::Actor &&
                  result_.part(id).actor_kind == ActorKind::Person;
  }
  for (const LinkId link : result_.links_from(id)) {
    if (result_.part(id).type == PartType::Actor || !ticks(result_, result_.link(link))) continue;
    add_activation(id, {.source = SourceType::Clock, .clock_link = link, .units = 1.0});
  }
  const Part& part = result_.part(id);
  if (!is_entry && is_source(part) && part.actor_kind == ActorKind::Person) {
    add_activation(id, {.source = SourceType::Person, .units = 1.0});
  }
}

// A started unit of the source makes its calls over the link; each becomes units of work here.
void PipelineBuilder::activate_over(LinkId id) {
  const Link& link = result_.link(id);
  const Part& to = result_.part(link.to);
  const double pieces =
      to.component == nullptr ? 1.0 : std::max(1.0, to.component->splits.mean.low);
  const double each =
      result_.calls_per_unit(link) * split_of(link) * pieces / result_.items_per_call(link);
  if (ticks(result_, link)) {
    add_activation(
        link.to,
        {.source = SourceType::Clock, .clock_link = id, .units = each, .via = id, .depth = 1});
    return;
  }
  for (const Activation& source : activations_[static_cast<std::size_t>(link.from)]) {
    // What a scheduler is set going for goes by its schedule alone.
    if (source.clock_link != kNone && result_.link(source.clock_link).from == link.from) continue;
    Activation activation = source;
    activation.units *= each;
    activation.via = id;
    ++activation.depth;
    add_activation(link.to, activation);
  }
}

// Whether a source that works through many items hands each of them over by itself: as drawn
// (one-per: item), or because the target is a model that answers single requests.
bool PipelineBuilder::takes_items_singly(const Link& link) const {
  const Part& target = result_.part(link.to);
  if (target.component != nullptr && target.component->one_per_item) return true;
  return link.waits && target.behaviour != Behaviour::LaunchedJob && target.service != nullptr &&
         target.service->runs_models && !target.service->calls_apis;
}

// One unit for each item although a timer started the source: the source walks through its items.
void PipelineBuilder::spread_items(LinkId id) {
  const Link& link = result_.link(id);
  if (!takes_items_singly(link)) return;
  const std::size_t workloads = result_.world().workloads.size();
  bool spread = false;
  for (std::size_t w = 0; w < workloads; ++w) {
    const Flow& flow = result_.flow(static_cast<WorkloadId>(w), link.from);
    if (flow.reaches() && flow.batch) spread = true;
  }
  if (!spread) return;
  auto& here = activations_[static_cast<std::size_t>(link.to)];
  std::erase_if(here, [&](const Activation& activation) {
    return activation.via == id && activation.source != SourceType::Workload;
  });
  const double each = result_.calls_per_unit(link);
  for (std::size_t w = 0; w < workloads; ++w) {
    const Flow& flow = result_.flow(static_cast<WorkloadId>(w), link.from);
    if (!flow.reaches() || !flow.batch) continue;
    add_activation(link.to, {.source = SourceType::Workload,
                             .workload = static_cast<WorkloadId>(w),
                             .units = each * flow.share,
                             .via = id,
                             .depth = flow.depth + 1});
  }
}

// Brings the items of every workload over one link. Items that are fetched come only to a part that
// something else sets going: who asks it today need not be drawn.
void PipelineBuilder::carry_items(LinkId id) {
  const Link& link = result_.link(id);
  const std::size_t parts = result_.parts_.size();
  const auto& here = activations_[static_cast<std::size_t>(link.to)];
  if (!link.starts_work && here.empty() && !result_.part(link.to).is_asked_by_others()) return;
  const bool one_per_item = takes_items_singly(link);
  for (std::size_t w = 0; w < result_.world().workloads.size(); ++w) {
    const Flow source = result_.flows_[w * parts + static_cast<std::size_t>(link.from)];
    if (!source.reaches()) continue;
    const bool is_set_going = std::ranges::any_of(here, [&](const Activation& activation) {
      return activation.source == SourceType::Workload &&
             activation.workload == static_cast<WorkloadId>(w);
    });
    Flow& flow = result_.flows_[w * parts + static_cast<std::size_t>(link.to)];
    // What is fetched for a part that this workload already sets going is the same item once more.
    if (!link.starts_work && is_set_going && flow.reaches()) continue;
    const bool is_first = !flow.reaches();
    const bool open = source.open || link.state == LinkState::Unrecorded;
    const bool batch = link.starts_work ? source.batch && !one_per_item : !is_set_going;
    const bool person = source.person || (result_.part(link.to).type == PartType::Actor &&
                                          result_.part(link.to).actor_kind == ActorKind::Person);
    flow.share = together(flow.share, source.share * split_of(link));
    flow.open = is_first ? open : flow.open && open;
    flow.batch = is_first ? batch : flow.batch && batch;
    flow.person = is_first ? person : flow.person && person;
    if (is_first) {
      flow.via = id;
      flow.depth = source.depth + 1;
    }
  }
}

void PipelineBuilder::follow_into(PartId id) {
  begin_work(id);
  const auto inbound = result_.links_to(id);
  for (const LinkId link : inbound) {
    if (result_.link(link).carries_work() && result_.link(link).starts_work) activate_over(link);
  }
  for (const LinkId link : inbound) {
    if (!result_.link(link).carries_work() || !result_.link(link).starts_work) continue;
    spread_items(link);
    carry_items(link);
  }
  for (const LinkId link : inbound) {
    if (result_.link(link).carries_work() && !result_.link(link).starts_work) carry_items(link);
  }
}

void PipelineBuilder::follow_work() {
  const std::size_t parts = result_.parts_.size();
  result_.flows_.resize(parts * result_.world().workloads.size());
  activations_.resize(parts);
  for (const PartId id : result_.order_) follow_into(id);
  result_.activation_begin_.reserve(parts + 1);
  result_.activation_begin_.push_back(0);
  for (const auto& here : activations_) {
    result_.activations_.insert(result_.activations_.end(), here.begin(), here.end());
    result_.activation_begin_.push_back(static_cast<std::uint32_t>(result_.activations_.size()));
  }
}

}  // namespace plumbline
