// The parts of an option as it is written, before anything of it is understood.
#pragma once

#include <string_view>
#include <vector>

#include "engine/scenario/draft.hpp"

namespace plumbline::scenario_reading {

// Calls `visit(entry)` for each entry of the map under `section`, if there is one.
template <class Visit>
void for_each_entry(const Node& option, std::string_view section, Visit visit) {
  const Node* map = option.find(section);
  if (map == nullptr) return;
  for (const Entry& entry : map->entries) visit(entry);
}

// Calls `visit(from, to, properties, place)` for each arrow that the option adds.
template <class Visit>
void for_each_arrow(const Node& option, Visit visit) {
  const Node* list = option.find("connections");
  if (list == nullptr) return;
  for (const Node* item : list->items) {
    const bool is_map = item->is_map() && item->entries.size() == 1;
    const std::string_view text = is_map ? item->entries.front().key : item->text;
    const SourceRange place = is_map ? item->entries.front().key_place : item->place;
    const Node* properties = is_map ? item->entries.front().value : nullptr;
    const std::vector<std::string_view> ends = arrow_ends(text);
    for (std::size_t i = 1; i < ends.size(); ++i) visit(ends[i - 1], ends[i], properties, place);
  }
}

// A text, or each text of a list, as `remove` and `does` are written.
template <class Visit>
void for_each_text(const Node* node, Visit visit) {
  if (node == nullptr) return;
  if (node->is_scalar()) visit(*node);
  for (const Node* item : node->items) {
    if (item->is_scalar()) visit(*item);
  }
}

// The steps of an address before the last dot: "variants.v1" of "variants.v1.weight".
[[nodiscard]] inline std::string_view above(std::string_view address) {
  const std::size_t dot = address.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : address.substr(0, dot);
}

}  // namespace plumbline::scenario_reading
