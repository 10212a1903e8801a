// Walking over the parts of a design and writing what each of them costs.
#include "engine/cost/cost.hpp"

#include "engine/cost/part_cost.hpp"
#include "engine/estimate/operations.hpp"

namespace plumbline {
namespace {

using WriteLines = void (*)(PartCost&);

// In the order in which a part's lines are listed.
constexpr WriteLines kWriters[] = {
    &cost_lines::requests,  &cost_lines::memory_time, &cost_lines::kept_memory,
    &cost_lines::instances, &cost_lines::processors,  &cost_lines::data,
    &cost_lines::storage,   &cost_lines::kept,        &cost_lines::data_at_rest,
    &cost_lines::scans,
};

bool costs_while_idle(const PartCost& part) {
  const Fact* fact = operation_fact(part.pipeline(), part.part(), "idle-cost");
  return fact != nullptr && fact->word == "always-on" &&
         part.part().behaviour != Behaviour::LaunchedJob;
}

// No work comes to it, but it may be paid for being there and for what lies in it.
void add_passive_part(PartCost& part, const std::string& of) {
  cost_lines::kept(part);
  if (part.part().component != nullptr && !part.part().component->holds.empty()) {
    return cost_lines::data_at_rest(part);
  }
  if (part.prices().has("gb-stored-months")) part.add_unpriced("what is kept" + of);
}

void add_part(PartCost& part) {
  const Service& service = *part.part().service;
  const std::string of = " of " + std::string(part.part().name);
  if (service.behaviour == Behaviour::Passive) return add_passive_part(part, of);
  if (part.prices().is_empty()) {
    part.add_unpriced(std::string(service.title) + of);
    return;
  }
  for (const WriteLines write : kWriters) write(part);
  if (costs_while_idle(part) && !part.has_idle_line()) {
    part.add_unpriced("idle capacity" + of);
  }
}

}  // namespace

Cost cost_of(const Pipeline& pipeline, const Estimates& estimates, const Assignment& assignment) {
  Cost cost;
  Volumes volumes;
  for (std::size_t i = 0; i < pipeline.parts().size(); ++i) {
    const Part& part = pipeline.parts()[i];
    if (part.service == nullptr) continue;
    PartCost lines(pipeline, estimates, assignment, static_cast<PartId>(i), volumes, cost);
    add_part(lines);
  }
  return cost;
}

}  // namespace plumbline
