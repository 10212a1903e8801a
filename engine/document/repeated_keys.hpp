// Finds keys that stand more than once in a map.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/document/document.hpp"

namespace plumbline::reading {

// Calls `tell(first, again)` for every entry whose key an earlier entry has, in written order.
template <class Tell>
void for_each_repetition(std::span<const Entry> entries, Tell tell) {
  // Most maps are small, and comparing each with each then costs less than any table.
  constexpr std::size_t kSmall = 12;
  if (entries.size() <= kSmall) {
    for (std::size_t i = 1; i < entries.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (entries[i].key != entries[j].key) continue;
        tell(entries[j], entries[i]);
        break;
      }
    }
    return;
  }
  std::vector<std::uint32_t> order(entries.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  // Shorter keys first is as good an order as any, and cheaper to tell.
  const auto less = [&entries](std::uint32_t a, std::uint32_t b) {
    const std::string_view x = entries[a].key;
    const std::string_view y = entries[b].key;
    if (x.size() != y.size()) return x.size() < y.size();
    const int compared = x.compare(y);
    return compared != 0 ? compared < 0 : a < b;
  };
  std::sort(order.begin(), order.end(), less);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> repetitions;  // again, first
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (entries[order[i]].key == entries[order[first]].key) {
      repetitions.emplace_back(order[i], order[first]);
    } else {
      first = i;
    }
  }
  std::sort(repetitions.begin(), repetitions.end());
  for (const auto& [again, original] : repetitions) tell(entries[original], entries[again]);
}

}  // namespace plumbline::reading
