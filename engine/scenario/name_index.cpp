// Sorting the names once and searching them by halves.
#include "engine/scenario/name_index.hpp"

#include <algorithm>

namespace plumbline {

void NameIndex::sort() { std::sort(names_.begin(), names_.end()); }

std::int32_t NameIndex::find(std::string_view name) const {
  const auto found = std::lower_bound(
      names_.begin(), names_.end(), name,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return found != names_.end() && found->first == name ? found->second : kNotThere;
}

}  // namespace plumbline
