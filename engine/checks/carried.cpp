// What goes over a link: the item itself, the name of an item, an answer, a stated amount.
#include "engine/checks/carried.hpp"

#include <algorithm>

#include "engine/checks/helpers.hpp"
#include "engine/checks/work.hpp"

namespace plumbline {
namespace {

// A managed model cannot fetch what a message names: it must be handed the item.
bool needs_the_item(const Part& part) {
  return part.service != nullptr && part.service->runs_models && !part.service->calls_apis;
}

bool passes_pointer(const Pipeline& pipeline, WorkloadId workload, const Link& link) {
  if (link.pointer) return true;
  if (link.connection != nullptr && (link.connection->sends || link.connection->pointer)) {
    return false;  // stated otherwise
  }
  return !needs_the_item(pipeline.part(link.to)) && holds_pointer(pipeline, workload, link.from);
}

// Nobody knows the size of an answer that nobody wrote down; what is written as unknown is judged.
bool is_written(const Value& value) { return !value.place.is_nowhere(); }

void add_results(const Pipeline& pipeline, const Target& target, SourceRange place,
                 std::vector<Load>& loads) {
  if (target.shadow) return;
  for (const WorkId work : target.works) {
    const Value& returns = work_of(pipeline, work).returns;
    if (is_written(returns)) loads.push_back({&returns, place});
  }
}

bool stores_results(const Pipeline& pipeline, const Link& link) {
  const Part& from = pipeline.part(link.from);
  const bool has_works = from.component != nullptr &&
                         (!from.component->works.empty() || !from.component->variants.empty());
  return has_works && pipeline.part(link.to).behaviour == Behaviour::ObjectStore;
}

// What comes back is drawn as a connection of its own, which says what it carries.
bool is_answer_drawn(const Pipeline& pipeline, const Link& link) {
  return std::ranges::any_of(pipeline.links_from(link.to), [&](LinkId id) {
    const Link& back = pipeline.link(id);
    return back.to == link.from && back.returns_only;
  });
}

}  // namespace

bool holds_pointer(const Pipeline& pipeline, WorkloadId workload, PartId id) {
  const LinkId via = pipeline.flow(workload, id).via;
  return via != kNone && passes_pointer(pipeline, workload, pipeline.link(via));
}

void add_loads(const Pipeline& pipeline, const Link& link, std::vector<Load>& loads) {
  const SourceRange place = place_of(link);
  if (link.connection != nullptr && link.connection->sends) {
    loads.push_back({&*link.connection->sends, link.connection->sends_place});
    return;
  }
  if (link.pointer) return;
  if (link.returns_only || stores_results(pipeline, link)) {
    for (const Target& target : pipeline.part(link.from).targets) {
      add_results(pipeline, target, place, loads);
    }
    return;
  }
  const auto& workloads = pipeline.world().workloads;
  for (std::size_t i = 0; i < workloads.size(); ++i) {
    const auto workload = static_cast<WorkloadId>(i);
    if (!pipeline.flow(workload, link.from).reaches()) continue;
    if (passes_pointer(pipeline, workload, link)) continue;
    loads.push_back({&workloads[i].size, place});
  }
}

void add_answers(const Pipeline& pipeline, const Link& link, std::vector<Load>& loads) {
  if (link.answer != Answer::Back || link.returns_only) return;
  if (is_answer_drawn(pipeline, link)) return;
  if (link.connection != nullptr &&
      link.connection->answer.value_or(Answer::Back) != Answer::Back) {
    return;  // dropped, or fetched from a location
  }
  const bool is_named = link.connection != nullptr && link.variants == VariantChoice::Named;
  for (const Target& target : pipeline.part(link.to).targets) {
    if (is_named && target.name != link.connection->variant) continue;
    add_results(pipeline, target, place_of(link), loads);
  }
}

}  // namespace plumbline
