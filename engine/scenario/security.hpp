// Where parts stand in the network, who may do what with them, and the controls laid over a design.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/catalog/egress.hpp"
#include "engine/finding/location.hpp"

namespace plumbline {

// What leads from a subnet to the internet.
enum class WayOut : std::uint8_t { None, Nat, InternetGateway, Proxy, Firewall, Peering };
[[nodiscard]] std::string_view way_out_name(WayOut way);  // "internet-gateway"

// What the policy of an endpoint lets pass.
enum class EndpointPolicy : std::uint8_t {
  Anything,  // the default of AWS
  Own,       // resources of the own accounts alone
};

// `endpoints: {s3: own}`: a door from a subnet to a service of AWS.
struct SubnetEndpoint {
  std::string_view service;
  SourceRange place;
  EndpointPolicy policy = EndpointPolicy::Anything;
};

struct Subnet {
  std::string_view name;
  SourceRange place;
  WayOut internet = WayOut::None;
  SourceRange internet_place;  // nowhere: not said
  std::vector<SubnetEndpoint> endpoints;

  [[nodiscard]] const SubnetEndpoint* find_endpoint(std::string_view service) const;
};

// From where the console, notebook or presigned URL of a part may be opened.
enum class OpenedFrom : std::uint8_t { Anywhere, Addresses, Vpc };

// What a component says about its place and about permissions. Kept apart: most say nothing.
struct Security {
  std::string_view subnet;  // `in:`; empty: not said
  SourceRange subnet_place;
  std::string_view account;  // another account than the own one; empty: the own
  SourceRange account_place;
  // `role: {writes: [results]}`: the components that its role may write to.
  std::vector<std::string_view> writes;
  SourceRange role_place;                     // nowhere: nothing is said of its role
  std::vector<std::string_view> shared_with;  // accounts
  SourceRange shared_place;
  OpenedFrom opened_from = OpenedFrom::Anywhere;
  SourceRange opened_place;               // nowhere: not said
  std::vector<std::string_view> removes;  // labels that what it hands on no longer bears
};

// One entry of `controls:`.
struct ControlUse {
  const EgressControl* control = nullptr;
  SourceRange place;
  std::vector<std::string_view> on;  // components; empty: all that it can be laid over
  bool own = true;                   // false: of the base
};

}  // namespace plumbline
