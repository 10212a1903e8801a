// A draft understood part by part: components first, because connections name them.
#include <utility>

#include "engine/scenario/read_component.hpp"
#include "engine/scenario/read_security.hpp"
#include "engine/scenario/read_world.hpp"

namespace plumbline::scenario_reading {
namespace {

void check_no_actor(Reading& reading, const ComponentDraft& draft) {
  if (reading.scenario.world.find_actor(draft.name) == kNone) return;
  reading.contradiction(draft.place, quoted(draft.name) + " is both a component and an actor",
                        "Give one of them another name.");
}

}  // namespace

void read_design(Reading& reading, const DesignDraft& draft, const OptionPlace& where,
                 Design& design) {
  design.components.reserve(draft.components.size());
  for (const ComponentDraft& component : draft.components) {
    if (!reading.goes_on()) return;
    check_no_actor(reading, component);
    read_component(reading, component, where, design.components.emplace_back());
  }
  design.component_index = draft.index;
  design.connections.reserve(draft.connections.size());
  for (const ConnectionDraft& connection : draft.connections) {
    if (!reading.goes_on()) return;
    read_connection(reading, connection, where, design, design.connections.emplace_back());
  }
  for (const ControlDraft& control : draft.controls) {
    if (!reading.goes_on()) return;
    ControlUse use;
    use.own = control.own;
    read_control(reading, *control.node, design, use);
    if (use.control != nullptr) design.controls.push_back(std::move(use));
  }
  design.removals = draft.removals;
}

}  // namespace plumbline::scenario_reading
