// Look-ups in a design by name.
#include "engine/scenario/design.hpp"

namespace plumbline {
namespace {

const Setting* find_in(const std::vector<Setting>& settings, std::string_view name) {
  for (const Setting& setting : settings) {
    if (setting.name == name) return &setting;
  }
  return nullptr;
}

}  // namespace

const Setting* Component::find_setting(std::string_view setting) const {
  return find_in(settings, setting);
}

const Setting* Connection::find_setting(std::string_view setting) const {
  return find_in(settings, setting);
}

ComponentId Design::find(std::string_view name) const {
  return find_named(component_index, components, name);
}

}  // namespace plumbline
