// Which places can be reached from others over directed hops, and by which hops first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

struct RouteHop {
  std::int32_t from = 0;
  std::int32_t to = 0;
};

// The shortest routes from any of the sources.
struct Routes {
  std::vector<std::int32_t> via;    // by place: the hop by which it was first reached; -1: none
  std::vector<std::int32_t> depth;  // hops from the nearest source; -1: not reached

  [[nodiscard]] bool reaches(std::int32_t place) const {
    return depth[static_cast<std::size_t>(place)] >= 0;
  }
};
[[nodiscard]] Routes routes_from(std::size_t places, std::span<const RouteHop> hops,
                                 std::span<const std::int32_t> sources);

}  // namespace plumbline
