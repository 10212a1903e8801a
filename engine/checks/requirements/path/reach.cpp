// How the items of a workload come to what a requirement names.
#include "engine/checks/requirements/path/reach.hpp"

#include <algorithm>

namespace plumbline {
namespace {

// Shares are quotients of weights.
constexpr double kAll = 1.0 - 1e-9;

PartId part_with(const Pipeline& pipeline, WorkId work) {
  PartId id = 0;
  for (const Part& part : pipeline.parts()) {
    for (const Target& target : part.targets) {
      if (std::ranges::find(target.works, work) != target.works.end()) return id;
    }
    ++id;
  }
  return kNone;
}

LinkId first_unrecorded(const Pipeline& pipeline, WorkloadId workload, PartId part) {
  for (const LinkId id : pipeline.path_to(workload, part)) {
    if (pipeline.link(id).state == LinkState::Unrecorded) return id;
  }
  return kNone;
}

// Targets of one part share its items. Parts that see everything each see the same items; parts
// that share a queue see different ones.
struct Shares {
  double of_part = 0.0;
  double widest = 0.0;
  double apart = 0.0;
  void close_part(double items_of_part) {
    if (items_of_part >= kAll) {
      widest = std::max(widest, of_part);
    } else {
      apart += of_part;
    }
    of_part = 0.0;
  }
  [[nodiscard]] double total() const { return std::min(1.0, std::max(widest, apart)); }
};

Reached reach_of_work(const Pipeline& pipeline, WorkloadId workload, WorkId work) {
  Reached reached{.name = pipeline.world().works[static_cast<std::size_t>(work)].name};
  const std::vector<TargetFlow> flows = pipeline.flows_to_work(workload, work);
  if (flows.empty()) {
    reached.part = part_with(pipeline, work);
    reached.reach = reached.part == kNone ? Reach::Absent : Reach::NotStarted;
    return reached;
  }
  Shares shares;
  bool is_open = true;
  bool has_copy = false;
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const TargetFlow& flow = flows[i];
    has_copy = has_copy || flow.shadow;
    if (!flow.shadow) {
      shares.of_part += flow.share;
      is_open = is_open && flow.open;
      if (reached.part == kNone || flow.share > reached.share) {
        reached.part = flow.part;
        reached.share = flow.share;
        reached.via = flow.via;
      }
    }
    const bool is_last_of_part = i + 1 == flows.size() || flows[i + 1].part != flow.part;
    if (is_last_of_part) shares.close_part(pipeline.flow(workload, flow.part).share);
  }
  reached.share = shares.total();
  if (has_copy && reached.share < kAll) {
    // A copy of every item is seen too; that its answer goes nowhere is told by a rule.
    reached.part = flows.front().part;
    reached.reach = Reach::Everything;
    return reached;
  }
  reached.reach = reached.share < kAll ? Reach::Share
                  : is_open            ? Reach::Unrecorded
                                       : Reach::Everything;
  if (is_open && reached.reach == Reach::Unrecorded) {
    reached.via = first_unrecorded(pipeline, workload, reached.part);
  }
  return reached;
}

Reached reach_of_component(const Pipeline& pipeline, WorkloadId workload, std::string_view name) {
  Reached reached{.name = name, .part = pipeline.find(name)};
  if (reached.part == kNone) return reached;
  const Flow& flow = pipeline.flow(workload, reached.part);
  reached.share = flow.share;
  reached.via = flow.via;
  if (!flow.reaches()) {
    reached.reach = Reach::NotStarted;
  } else if (flow.share < kAll) {
    reached.reach = Reach::Share;
  } else if (flow.open) {
    reached.reach = Reach::Unrecorded;
    reached.via = first_unrecorded(pipeline, workload, reached.part);
  } else {
    reached.reach = Reach::Everything;
  }
  return reached;
}

// Unless each is to see every item, it is enough that together they see them all.
void pass_shared_items(std::vector<Reached>& all) {
  double together = 0.0;
  for (const Reached& one : all) together += one.reach == Reach::Share ? one.share : 0.0;
  if (together < kAll) return;
  for (Reached& one : all) {
    if (one.reach == Reach::Share && one.share > 0.0) one.reach = Reach::Everything;
  }
}

}  // namespace

std::vector<Reached> reach_of(const RuleContext& context, const Requirement& requirement) {
  const Pipeline& pipeline = context.pipeline;
  std::vector<Reached> all;
  all.reserve(requirement.works.size() + requirement.components.size());
  for (const WorkId work : requirement.works) {
    all.push_back(reach_of_work(pipeline, requirement.workload, work));
  }
  for (const std::string_view name : requirement.components) {
    all.push_back(reach_of_component(pipeline, requirement.workload, name));
  }
  if (!requirement.separately) pass_shared_items(all);
  return all;
}

LinkId find_break(const Pipeline& pipeline, WorkloadId workload, PartId part) {
  std::vector<bool> seen(pipeline.parts().size());
  std::vector<PartId> open{part};
  LinkId weakest = kNone;
  while (!open.empty()) {
    const PartId here = open.back();
    open.pop_back();
    if (seen[static_cast<std::size_t>(here)]) continue;
    seen[static_cast<std::size_t>(here)] = true;
    for (const LinkId id : pipeline.links_to(here)) {
      const Link& link = pipeline.link(id);
      if (link.state == LinkState::Impossible) return id;  // explains more than anything else
      if (pipeline.flow(workload, link.from).reaches()) {
        weakest = id;
      } else {
        open.push_back(link.from);
      }
    }
  }
  return weakest;
}

}  // namespace plumbline
