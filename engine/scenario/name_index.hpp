// Finding things by name: straight through a short list, by binary search in a long one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline {

// Remembers where each of the first `size()` things of a list stands. Short lists are not
// remembered at all: looking through them is faster. Sorted rather than hashed, so that no choice
// of names makes it slow.
class NameIndex {
 public:
  static constexpr std::int32_t kNotThere = -1;
  static constexpr std::size_t kShort = 32;

  // `names` gives the name of each thing by position.
  template <class Item>
  void build(const std::vector<Item>& items) {
    build_from(items, [](const Item& item) -> std::string_view { return item.name; });
  }
  template <class Items, class NameOf>
  void build_from(const Items& items, NameOf name_of) {
    names_.clear();
    if (items.size() <= kShort) return;
    names_.reserve(items.size());
    for (const auto& item : items) {
      names_.emplace_back(name_of(item), static_cast<std::int32_t>(names_.size()));
    }
    sort();
  }

  // How many things, from the first on, are remembered.
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  // The first of them with this name, or kNotThere.
  [[nodiscard]] std::int32_t find(std::string_view name) const;

 private:
  void sort();

  std::vector<std::pair<std::string_view, std::int32_t>> names_;
};

// Looks `name` up among `items`, of which `index` remembers the first ones.
template <class Items, class NameOf>
[[nodiscard]] std::int32_t find_named(const NameIndex& index, const Items& items,
                                      std::string_view name, NameOf name_of) {
  if (const std::int32_t found = index.find(name); found != NameIndex::kNotThere) return found;
  for (std::size_t i = index.size(); i < items.size(); ++i) {
    if (name_of(items[i]) == name) return static_cast<std::int32_t>(i);
  }
  return NameIndex::kNotThere;
}
template <class Item>
[[nodiscard]] std::int32_t find_named(const NameIndex& index, const std::vector<Item>& items,
                                      std::string_view name) {
  return find_named(index, items, name,
                    [](const Item& item) -> std::string_view { return item.name; });
}

}  // namespace plumbline
