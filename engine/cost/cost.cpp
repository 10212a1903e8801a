// Walking over the parts of a design and writing what each of them costs.
#include "engine/cost/cost.hpp"

#include "engine/cost/part_cost.hpp"

namespace plumbline {
namespace {

using WriteLines = void (*)(PartCost&);

// In the order in which a part's lines are listed.
constexpr WriteLines kWriters[] = {
    &cost_lines::requests,  &cost_lines::memory_time, &cost_lines::kept_memory,
    &cost_lines::instances, &cost_lines::processors,  &cost_lines::data,
    &cost_lines::storage,
};

bool costs_while_idle(const PartCost& part) {
  const Fact* fact = part.pipeline().catalog().find_fact(
      *part.part().service, "operations.idle-cost", part.part().mode, part.pipeline().as_of());
  return fact != nullptr && fact->word == "always-on" &&
         part.part().behaviour != Behaviour::LaunchedJob;
}

void add_part(PartCost& part) {
  const Service& service = *part.part().service;
  const std::string of = " of " + std::string(part.part().name);
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
  for (std::size_t i = 0; i < pipeline.parts().size(); ++i) {
    const Part& part = pipeline.parts()[i];
    if (part.service == nullptr || part.service->behaviour == Behaviour::Passive) continue;
    PartCost lines(pipeline, estimates, assignment, static_cast<PartId>(i), cost);
    add_part(lines);
  }
  return cost;
}

}  // namespace plumbline
