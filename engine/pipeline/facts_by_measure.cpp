// Facts laid into drawers by their measure.
#include "engine/pipeline/facts_by_measure.hpp"

#include <algorithm>
#include <utility>

namespace plumbline {

FactsByMeasure::FactsByMeasure(std::vector<const Fact*> facts) : facts_(std::move(facts)) {
  const auto drawer = [](const Fact* fact) { return drawer_of(fact->governs); };
  std::ranges::stable_sort(facts_, {}, drawer);
  for (const Fact* fact : facts_) ++starts_[drawer(fact) + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) {
    starts_[i] = static_cast<std::uint16_t>(starts_[i] + starts_[i - 1]);
  }
}

}  // namespace plumbline
