// The facts that hold for one service and mode, found by the measure that they govern.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"

namespace plumbline {

// Every rule asks every part for the bound on its measure, and most parts have none: the answer must
// cost no more than looking into one of a few drawers.
class FactsByMeasure {
 public:
  FactsByMeasure() = default;
  // `facts` in order of name; those of one measure keep that order.
  explicit FactsByMeasure(std::vector<const Fact*> facts);

  [[nodiscard]] std::span<const Fact* const> all() const { return facts_; }
  // All facts that govern the measure, in order of name, and perhaps some that govern another.
  [[nodiscard]] std::span<const Fact* const> near(std::string_view measure) const {
    const std::size_t drawer = drawer_of(measure);
    return std::span(facts_).subspan(starts_[drawer], starts_[drawer + 1] - starts_[drawer]);
  }

 private:
  static constexpr std::size_t kDrawers = 64;
  // Two measures may share a drawer.
  [[nodiscard]] static constexpr std::size_t drawer_of(std::string_view measure) {
    if (measure.empty()) return 0;
    const auto letter = [&](std::size_t i) { return static_cast<unsigned char>(measure[i]); };
    const std::size_t mixed = measure.size() * 7 + letter(0) * 5u + letter(measure.size() - 1) +
                              letter(measure.size() / 2) * 3u;
    return mixed % kDrawers;
  }

  std::vector<const Fact*> facts_;
  std::array<std::uint16_t, kDrawers + 1> starts_{};
};

}  // namespace plumbline
