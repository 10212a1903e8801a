// Looking things up in the table of ways and controls.
#include "engine/catalog/egress.hpp"

#include <algorithm>
#include <array>

namespace plumbline {

std::string_view egress_target_name(EgressTarget target) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"internet", "account", "region", "person"});
  return kNames[static_cast<std::size_t>(target)];
}

std::string_view egress_effect_name(EgressEffect effect) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"closes", "narrows", "protects", "enforces", "detects"});
  return kNames[static_cast<std::size_t>(effect)];
}

const EgressCell* EgressControl::find_cell(std::int32_t way) const {
  const auto found = std::ranges::find(cells, way, &EgressCell::way);
  return found == cells.end() ? nullptr : &*found;
}

const EgressControl* EgressTable::find_control(std::string_view word) const {
  const auto found = std::ranges::find_if(controls, [&](const EgressControl& control) {
    return control.id == word || control.name == word ||
           std::ranges::find(control.aliases, word) != control.aliases.end();
  });
  return found == controls.end() ? nullptr : &*found;
}

std::int32_t EgressTable::find_way(std::string_view word) const {
  const auto found = std::ranges::find_if(
      ways, [&](const EgressWay& way) { return way.id == word || way.name == word; });
  return found == ways.end() ? -1 : static_cast<std::int32_t>(found - ways.begin());
}

EgressRole EgressTable::role_of(std::string_view service) const {
  const auto found = std::ranges::lower_bound(services, service, {}, &EgressService::service);
  return found == services.end() || found->service != service ? EgressRole::None : found->role;
}

}  // namespace plumbline
