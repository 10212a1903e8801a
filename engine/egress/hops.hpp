// The graph on which ways are searched: from the data in a part to the places outside.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/egress/posture.hpp"
#include "engine/pipeline/routes.hpp"

namespace plumbline {

// What there is around each part; every part has its own, so that a route is a sender's own.
enum class Spot : std::uint8_t {
  Data,
  OwnedByAws,   // the interface that AWS owns
  Network,      // the interface in the network of the customer
  S3Outside,    // S3 by the internet
  S3Door,       // S3 by the endpoint of the network
  ApisOutside,  // APIs of AWS by the internet
  ApiDoor,      // APIs of AWS by interface endpoints
  Resolver,
  Upload,  // the service moves data with the execution role
  Url,
  Browser,
  PublicApi,
  Role,
  Logs,
  Shell,
  Wire,
  Drawn,
};
inline constexpr std::int32_t kSpots = 17;

struct OutHop {
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::int32_t way = -1;  // index of the ways, for a hop that leaves; -1: on the way
  std::string_view reason;
  SourceRange place;
  bool is_default = false;
};

[[nodiscard]] inline std::int32_t spot_of(PartId part, Spot spot) {
  return part * kSpots + static_cast<std::int32_t>(spot);
}
[[nodiscard]] inline std::int32_t outside_of(std::size_t parts, EgressTarget target) {
  return static_cast<std::int32_t>(parts) * kSpots + static_cast<std::int32_t>(target);
}
[[nodiscard]] inline std::size_t places_of(std::size_t parts) {
  return parts * static_cast<std::size_t>(kSpots) + 4;
}
// "'train'", "the network interface of 'train'", "the internet".
[[nodiscard]] std::string place_name(const Pipeline& pipeline, std::int32_t place);

// The hops that are open under these postures.
[[nodiscard]] std::vector<OutHop> open_hops(const Pipeline& pipeline,
                                            std::span<const EgressPosture> postures);

}  // namespace plumbline
