// Building in order, and the look-ups that other stages use.
#include "engine/pipeline/pipeline.hpp"

#include <algorithm>

#include "engine/pipeline/builder.hpp"

namespace plumbline {
namespace {

std::size_t index(std::int32_t id) { return static_cast<std::size_t>(id); }

template <class T>
std::span<const T> slice(const std::vector<T>& grouped, const std::vector<std::uint32_t>& begin,
                         std::int32_t id) {
  const std::uint32_t first = begin[index(id)];
  return {grouped.data() + first, begin[index(id) + 1] - first};
}

std::size_t answering_targets(const Part& part) {
  return static_cast<std::size_t>(std::ranges::count(part.targets, false, &Target::shadow));
}

// Whether the caller must name what it calls: members of a family and models of a shared endpoint
// have no weights to be drawn by.
bool is_always_named(const Part& part) {
  return part.targets.size() > 1 && part.targets.front().variant == nullptr;
}

bool holds(const Target& target, WorkId work) {
  return std::ranges::find(target.works, work) != target.works.end();
}

// The share of calls over a link that one target of its end sees.
struct Addressed {
  double share = 0.0;
  bool by_weight = false;
};
Addressed addressed(const Part& part, const Target& target, VariantChoice choice,
                    std::string_view name) {
  if (target.shadow) return {1.0, false};  // gets a copy of whatever production gets
  if (part.targets.size() == 1 || is_always_named(part)) return {1.0, false};
  switch (choice) {
    case VariantChoice::Each:
      return {1.0, false};
    case VariantChoice::Named:
      return {target.name == name ? 1.0 : 0.0, false};
    case VariantChoice::ByWeight:
      break;
  }
  double total = 0.0;
  for (const Target& other : part.targets) total += other.shadow ? 0.0 : other.weight;
  const double share = total > 0.0 ? target.weight / total : 0.0;
  return {share, share < 1.0};
}

}  // namespace

PipelineBuilder::PipelineBuilder(const Scenario& scenario, const Design& design) {
  result_.scenario_ = &scenario;
  result_.design_ = &design;
}

Pipeline PipelineBuilder::build() && {
  add_components();
  for (const Workload& workload : result_.world().workloads) {
    const ActorId sender = result_.world().find_actor(workload.from);
    if (!workload.from.empty()) actor_part(workload.from, sender, workload.place);
  }
  add_links();
  group_links();
  find_entries();
  order_parts();
  follow_work();
  return std::move(result_);
}

Pipeline Pipeline::build(const Scenario& scenario, const Design& design) {
  return PipelineBuilder(scenario, design).build();
}

std::span<const LinkId> Pipeline::links_from(PartId id) const {
  return slice(out_, out_begin_, id);
}
std::span<const LinkId> Pipeline::links_to(PartId id) const { return slice(in_, in_begin_, id); }

PartId Pipeline::find(std::string_view name) const {
  const ComponentId component = design_->find(name);
  if (component != kNone) return component;
  for (std::size_t i = design_->components.size(); i < parts_.size(); ++i) {
    if (parts_[i].type == PartType::Actor && parts_[i].name == name) return static_cast<PartId>(i);
  }
  return kNone;
}

std::span<const Activation> Pipeline::activations(PartId id) const {
  return slice(activations_, activation_begin_, id);
}

const Flow& Pipeline::flow(WorkloadId workload, PartId id) const {
  return flows_[index(workload) * parts_.size() + index(id)];
}

std::vector<TargetFlow> Pipeline::flows_to_work(WorkloadId workload, WorkId work) const {
  std::vector<TargetFlow> found;
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    const Part& part = parts_[p];
    const auto id = static_cast<PartId>(p);
    const Flow& here = flow(workload, id);
    if (!here.reaches()) continue;
    for (std::size_t t = 0; t < part.targets.size(); ++t) {
      const Target& target = part.targets[t];
      if (!holds(target, work)) continue;
      TargetFlow best{.part = id,
                      .target = static_cast<std::int32_t>(t),
                      .shadow = target.shadow,
                      .open = here.open,
                      .via = here.via};
      bool is_called = false;
      for (const LinkId link_id : links_to(id)) {
        const Link& link = links_[index(link_id)];
        if (!link.carries_work() || !flow(workload, link.from).reaches()) continue;
        is_called = true;
        const std::string_view name =
            link.connection == nullptr ? std::string_view{} : link.connection->variant;
        const Addressed way = addressed(part, target, link.variants, name);
        const double share = std::min(way.share, here.share);
        if (share > best.share) {
          best.share = share;
          best.by_weight = way.by_weight;
          best.via = link_id;
        }
      }
      if (!is_called) {  // the workload enters right here
        const Addressed way = addressed(part, target, VariantChoice::ByWeight, {});
        best.share = std::min(way.share, here.share);
        best.by_weight = way.by_weight;
      }
      found.push_back(best);
    }
  }
  return found;
}

std::vector<LinkId> Pipeline::path_to(WorkloadId workload, PartId id) const {
  std::vector<LinkId> path;
  // A flow's depth bounds the walk: each hop came from a part one hop nearer to the entry.
  for (LinkId via = flow(workload, id).via; via != kNone && path.size() <= parts_.size();
       via = flow(workload, links_[index(via)].from).via) {
    path.push_back(via);
  }
  std::ranges::reverse(path);
  return path;
}

double Pipeline::calls_per_unit(const Link& link) const {
  const Part& target = part(link.to);
  if (is_always_named(target)) return static_cast<double>(target.targets.size());
  if (link.variants == VariantChoice::Each) {
    return static_cast<double>(std::max<std::size_t>(1, answering_targets(target)));
  }
  return 1.0;
}

double Pipeline::items_per_call(const Link& link) const {
  if (!link.started_by_target || link.connection == nullptr) return 1.0;
  const Setting* batch = link.connection->find_setting("batch-size");
  const bool is_stated =
      batch != nullptr && batch->written == Written::Stated && batch->info != nullptr;
  return is_stated ? std::max(1.0, batch->value.mean.low) : 1.0;
}

PartId Pipeline::entry(WorkloadId workload) const { return entries_[index(workload)]; }

}  // namespace plumbline
