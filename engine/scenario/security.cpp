// Names of what the network and its endpoints can be.
#include "engine/scenario/security.hpp"

#include <algorithm>
#include <array>

namespace plumbline {

std::string_view way_out_name(WayOut way) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"none", "nat", "internet-gateway", "proxy", "firewall", "peering"});
  return kNames[static_cast<std::size_t>(way)];
}

const SubnetEndpoint* Subnet::find_endpoint(std::string_view service) const {
  const auto found = std::ranges::find(endpoints, service, &SubnetEndpoint::service);
  return found == endpoints.end() ? nullptr : &*found;
}

}  // namespace plumbline
