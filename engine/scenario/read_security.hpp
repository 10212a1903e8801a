// The readers of the network, of what components say about permissions, and of `controls:`.
#pragma once

#include <string_view>

#include "engine/scenario/reading.hpp"

namespace plumbline::scenario_reading {

// `network:` of the file: subnets by name.
void read_network(Reading& reading, const Node& map);

// `in`, `account`, `role`, `shared-with`, `opened-from` and `removes` of a component.
[[nodiscard]] bool is_security_key(std::string_view key);
void read_security_key(Reading& reading, const Cursor& value, Component& component);

// One entry of `controls:`, a name or a map from it to what it is laid over.
void read_control(Reading& reading, const Node& item, const Design& design, ControlUse& use);

// `no-egress: {label: confidential, to: internet}`.
void read_no_egress(Reading& reading, const Cursor& arguments, Requirement& requirement);

}  // namespace plumbline::scenario_reading
