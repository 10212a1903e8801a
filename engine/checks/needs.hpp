// What a work needs of the place where it runs: memory, disk, accelerators.
#pragma once

#include "engine/checks/helpers.hpp"
#include "engine/checks/work.hpp"

namespace plumbline {

// One work at one target of one component.
struct Need {
  PartId id = 0;
  const Part* part = nullptr;
  const Component* component = nullptr;
  const Work* work = nullptr;
  const Setting* instance_type = nullptr;  // stated for this target
};

// Calls `visit(const Need&)` for every work at every target of every component, in written order.
template <typename Visit>
void for_each_need(const Pipeline& pipeline, Visit&& visit) {
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    if (part.service == nullptr) return;
    for (const Target& target : part.targets) {
      for (const WorkId work : target.works) {
        visit(Need{id, &part, part.component, &work_of(pipeline, work),
                   stated_instance_type(part, target)});
      }
    }
  });
}

// Whether the unit is cut into pieces that each keep the whole of what the work holds in memory.
[[nodiscard]] bool is_cut(const Need& need);
[[nodiscard]] bool has_accelerator(const Pipeline& pipeline, const Need& need);

// What the stated instance type has of memory, gpus or gpu-memory.
[[nodiscard]] Bound instance_bound(const Pipeline& pipeline, const Need& need,
                                   std::string_view what);

// The need against what the service and the stated instance type offer. Supplies {work}, {part},
// {needs} and {allowed}.
Finding* add_if_lacking(const RuleContext& context, const RuleText& text, const Need& need,
                        std::string_view measure, const Value& amount, Findings& findings);

}  // namespace plumbline
