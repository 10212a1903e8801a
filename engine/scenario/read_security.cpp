// The network first, since components name its subnets; controls last, since they name components.
#include "engine/scenario/read_security.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "engine/scenario/read_requirements.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr auto kWaysOut = std::to_array<std::string_view>(
    {"none", "nat", "internet-gateway", "proxy", "firewall", "peering"});
constexpr auto kPolicies = std::to_array<std::string_view>({"anything", "own"});
constexpr auto kOpenedFrom = std::to_array<std::string_view>({"anywhere", "addresses", "vpc"});
constexpr auto kTargets =
    std::to_array<std::string_view>({"internet", "account", "region", "person"});
// Services with an endpoint of their own that this analysis tells apart.
constexpr auto kEndpoints = std::to_array<std::string_view>({"s3",
                                                             "dynamodb",
                                                             "sagemaker",
                                                             "sagemaker-runtime",
                                                             "studio",
                                                             "notebook",
                                                             "logs",
                                                             "monitoring",
                                                             "sts",
                                                             "kms",
                                                             "ecr",
                                                             "ssm",
                                                             "secrets-manager",
                                                             "lambda",
                                                             "glue",
                                                             "athena",
                                                             "bedrock",
                                                             "sqs",
                                                             "sns",
                                                             "codeartifact",
                                                             "git",
                                                             "kinesis",
                                                             "firehose",
                                                             "events"});
constexpr auto kReservedOfSubnets = std::to_array<Reserved>({
    {"routes", "'internet: nat' or another way out"},
    {"cidr", "'internet: nat' or another way out"},
    {"security-group", "'controls: [security-group-nacl]'"},
});

struct SubnetReading {
  Reading& reading;
  Subnet& subnet;
};

std::vector<std::string_view> subnet_names(const World& world) {
  std::vector<std::string_view> names;
  for (const Subnet& subnet : world.subnets) names.push_back(subnet.name);
  return names;
}

void add_endpoint(const Cursor& name, SubnetReading& target, EndpointPolicy policy) {
  if (const auto index = name.word(kEndpoints, "a service with an endpoint")) {
    target.subnet.endpoints.push_back({kEndpoints[*index], name.place(), policy});
  }
}

// A list of services, or a map from services to what their policies let pass.
void read_endpoints(const Cursor& cursor, SubnetReading& target) {
  if (!cursor.is_map()) {
    for (const Cursor& item : cursor.list()) add_endpoint(item, target, EndpointPolicy::Anything);
    return;
  }
  Reading& reading = target.reading;
  for (const Entry& entry : cursor.node().entries) {
    Node name;
    name.type = NodeType::Scalar;
    name.text = entry.key;
    name.place = entry.key_place;
    EndpointPolicy policy = EndpointPolicy::Anything;
    if (!entry.value->is_null()) {
      const Cursor value(*entry.value, entry.key, reading.findings);
      const auto index = value.word(kPolicies, "what the policy of an endpoint lets pass");
      policy = static_cast<EndpointPolicy>(index.value_or(0));
    }
    add_endpoint(Cursor(*reading.document.make_node(name), "endpoints", reading.findings), target,
                 policy);
  }
}

constexpr Key<SubnetReading> kSubnetKeys[] = {
    {"internet",
     [](const Cursor& c, SubnetReading& t) {
       t.subnet.internet_place = c.place();
       if (const auto index = c.word(kWaysOut, "a way to the internet")) {
         t.subnet.internet = static_cast<WayOut>(*index);
       }
     }},
    {"endpoints", &read_endpoints},
};

struct SecurityReading {
  Reading& reading;
  Security& security;
};

void read_texts(const Cursor& cursor, std::vector<std::string_view>& texts) {
  for (const Cursor& item : cursor.list()) {
    if (const auto text = item.text()) texts.push_back(*text);
  }
}

void read_names(Reading& reading, const Cursor& cursor, std::vector<std::string_view>& names) {
  for (const Cursor& item : cursor.list()) {
    const std::optional<std::string_view> name = item.text();
    if (!name || !reading.goes_on()) continue;
    names.push_back(*name);
    if (reading.find_component(*name) != kNone || reading.designs_broken) continue;
    reading.dangling("component", *name, item.place(), [&] { return reading.component_names; });
  }
}

void read_subnet_name(const Cursor& cursor, SecurityReading& target) {
  const std::optional<std::string_view> name = cursor.text();
  if (!name) return;
  target.security.subnet = *name;
  target.security.subnet_place = cursor.place();
  const World& world = target.reading.scenario.world;
  if (world.find_subnet(*name) != nullptr) return;
  target.reading.dangling("subnet", *name, cursor.place(), [&] { return subnet_names(world); });
}

constexpr Key<SecurityReading> kRoleKeys[] = {
    {"writes",
     [](const Cursor& c, SecurityReading& t) { read_names(t.reading, c, t.security.writes); }},
};

void read_role(const Cursor& cursor, SecurityReading& target) {
  const Named where{"'role'", {}};
  target.security.role_place = cursor.place();
  if (!expect_map(target.reading, cursor.node(), where, "role: {writes: [results]}")) return;
  // Another key in its place is told by itself.
  if (cursor.node().entries.empty()) {
    target.reading.report(input_errors::missing_key, cursor.place())
        .with("where", std::string("'role'"))
        .with("key", std::string("writes"))
        .with("example", std::string("Write 'role: {writes: [results]}', or 'writes: []' for a "
                                     "role that writes nowhere."));
  }
  read_keys(target.reading, cursor.node(), where, kRoleKeys, {}, target);
}

constexpr Key<SecurityReading> kSecurityKeys[] = {
    {"in", &read_subnet_name},
    {"account",
     [](const Cursor& c, SecurityReading& t) {
       t.security.account = c.text().value_or(std::string_view{});
       t.security.account_place = c.place();
     }},
    {"role", &read_role},
    {"shared-with",
     [](const Cursor& c, SecurityReading& t) {
       read_texts(c, t.security.shared_with);
       t.security.shared_place = c.place();
     }},
    {"opened-from",
     [](const Cursor& c, SecurityReading& t) {
       t.security.opened_place = c.place();
       if (const auto index = c.word(kOpenedFrom, "from where a part may be opened")) {
         t.security.opened_from = static_cast<OpenedFrom>(*index);
       }
     }},
    {"removes", [](const Cursor& c, SecurityReading& t) { read_texts(c, t.security.removes); }},
};

struct ControlReading {
  Reading& reading;
  const Design& design;
  ControlUse& use;
};

void read_over(const Cursor& cursor, ControlReading& target) {
  for (const Cursor& item : cursor.list()) {
    const std::optional<std::string_view> name = item.text();
    if (!name) continue;
    target.use.on.push_back(*name);
    if (target.design.find(*name) != kNone) continue;
    target.reading.dangling("component", *name, item.place(), [&] {
      std::vector<std::string_view> known;
      for (const Component& one : target.design.components) known.push_back(one.name);
      return known;
    });
  }
}

constexpr Key<ControlReading> kControlKeys[] = {{"over", &read_over}};

const EgressControl* find_control(Reading& reading, std::string_view name, SourceRange place) {
  const EgressControl* control = egress_table().find_control(name);
  if (control == nullptr) {
    reading.dangling("control", name, place, [] {
      std::vector<std::string_view> known;
      for (const EgressControl& one : egress_table().controls) known.push_back(one.name);
      return known;
    });
  }
  return control;
}

// Labels that data and workloads bear.
std::vector<std::string_view> labels_of(const World& world) {
  std::vector<std::string_view> labels;
  const auto add = [&](std::string_view label) {
    if (!label.empty() && std::ranges::find(labels, label) == labels.end()) labels.push_back(label);
  };
  for (const DataSet& data : world.data) add(data.label);
  for (const Workload& workload : world.workloads) add(workload.label);
  return labels;
}

struct NoEgressReading {
  Reading& reading;
  Requirement& requirement;
};

constexpr Key<NoEgressReading> kNoEgressKeys[] = {
    {"label",
     [](const Cursor& c, NoEgressReading& t) {
       const std::optional<std::string_view> label = c.text();
       if (!label) return;
       t.requirement.label = *label;
       const std::vector<std::string_view> known = labels_of(t.reading.scenario.world);
       if (std::ranges::find(known, *label) != known.end() || t.reading.data_broken) return;
       t.reading.dangling("label", *label, c.place(),
                          [&] { return std::vector<std::string_view>(known); });
     }},
    {"to",
     [](const Cursor& c, NoEgressReading& t) {
       for (const Cursor& item : c.list()) {
         if (const auto index = item.word(kTargets, "where data may not go")) {
           t.requirement.targets.push_back(static_cast<EgressTarget>(*index));
         }
       }
     }},
    {"ways",
     [](const Cursor& c, NoEgressReading& t) {
       for (const Cursor& item : c.list()) {
         const std::optional<std::string_view> name = item.text();
         if (!name) continue;
         const std::int32_t way = egress_table().find_way(*name);
         if (way >= 0) {
           t.requirement.ways.push_back(way);
           continue;
         }
         t.reading.dangling("way out", *name, item.place(), [] {
           std::vector<std::string_view> known;
           for (const EgressWay& one : egress_table().ways) known.push_back(one.name);
           return known;
         });
       }
     }},
    {"from", [](const Cursor& c,
                NoEgressReading& t) { read_component_names(t.reading, c, t.requirement); }},
};

}  // namespace

void read_network(Reading& reading, const Node& map) {
  if (map.is_null()) return;
  constexpr std::string_view kExample = "network: {private: {internet: none, endpoints: [s3]}}";
  if (!expect_map(reading, map, {"'network'", {}}, kExample)) return;
  for (const Entry& entry : map.entries) {
    if (!reading.goes_on()) return;
    if (!check_name(reading, entry.key, entry.key_place, "the name of a subnet", Dots::Refused)) {
      continue;
    }
    Subnet& subnet = reading.scenario.world.subnets.emplace_back();
    subnet.name = entry.key;
    subnet.place = entry.key_place;
    const Named where{"the subnet", entry.key};
    if (entry.value->is_null() || !expect_map(reading, *entry.value, where, kExample)) continue;
    SubnetReading target{reading, subnet};
    read_keys(reading, *entry.value, where, kSubnetKeys, kReservedOfSubnets, target);
  }
}

bool is_security_key(std::string_view key) {
  return std::ranges::any_of(kSecurityKeys, [&](const auto& one) { return one.name == key; });
}

void read_security_key(Reading& reading, const Cursor& value, Component& component) {
  if (!component.security) component.security = Security{};
  SecurityReading target{reading, *component.security};
  for (const auto& key : kSecurityKeys) {
    if (key.name == value.where()) key.read(value, target);
  }
}

void read_control(Reading& reading, const Node& item, const Design& design, ControlUse& use) {
  constexpr std::string_view kExample =
      "Write '- network-isolation', or '- network-isolation: {over: [train]}'.";
  if (item.is_scalar()) {
    use.place = item.place;
    use.control = find_control(reading, item.text, item.place);
    return;
  }
  const Named where{"a control", {}};
  if (!expect_map(reading, item, where, kExample)) return;
  if (item.entries.size() != 1) {
    return Cursor(item, "a control", reading.findings)
        .report_wrong_type("one control with what it is laid over", kExample);
  }
  const Entry& entry = item.entries.front();
  use.place = entry.key_place;
  use.control = find_control(reading, entry.key, entry.key_place);
  ControlReading target{reading, design, use};
  if (entry.value->is_null()) return;
  if (expect_map(reading, *entry.value, {"the control", entry.key}, kExample)) {
    read_keys(reading, *entry.value, {"the control", entry.key}, kControlKeys, {}, target);
  }
}

void read_no_egress(Reading& reading, const Cursor& arguments, Requirement& requirement) {
  const Node& node = arguments.node();
  if (node.is_null()) return;
  const std::string example = "Write " + std::string(requirement_info(requirement.kind).example);
  const Named where{"the requirement", "no-egress"};
  if (!expect_map(reading, node, where, example)) return;
  NoEgressReading target{reading, requirement};
  read_keys(reading, node, where, kNoEgressKeys, {}, target);
}

}  // namespace plumbline::scenario_reading
