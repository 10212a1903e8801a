// Hashes of fact names and the tables that lead from them to facts.
#include "engine/catalog/fact_index.hpp"

#include <algorithm>
#include <cstring>

namespace plumbline {
namespace {

// Eight letters as one number; the same bytes give the same number within one build, and the built-in
// index is written by a program of the same build.
std::uint64_t eight_letters(const char* from) {
  std::uint64_t number = 0;
  std::memcpy(&number, from, sizeof number);
  return number;
}

}  // namespace

std::uint32_t name_hash(std::string_view name) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;  // 2^64 / golden ratio (Knuth, 6.4)
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  if (name.size() >= sizeof start) {
    start = eight_letters(name.data());
    end = eight_letters(name.data() + name.size() - sizeof end);
  } else {
    for (const char c : name) start = start << 8 | static_cast<unsigned char>(c);
  }
  const std::uint64_t mixed = ((start * kMultiplier) ^ end ^ name.size()) * kMultiplier;
  return static_cast<std::uint32_t>(mixed >> 32);
}

std::vector<FactIndexEntry> index_facts(std::span<const Fact> facts) {
  std::vector<FactIndexEntry> index;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (i > 0 && facts[i].name == facts[i - 1].name) {
      ++index.back().count;
    } else {
      index.push_back({name_hash(facts[i].name), static_cast<std::uint16_t>(i), 1});
    }
  }
  std::ranges::stable_sort(index, {}, &FactIndexEntry::hash);
  return index;
}

std::span<const Fact> facts_named(const Service& service, std::string_view name) {
  const std::uint32_t hash = name_hash(name);
  auto entry = std::ranges::lower_bound(service.fact_index, hash, {}, &FactIndexEntry::hash);
  for (; entry != service.fact_index.end() && entry->hash == hash; ++entry) {
    if (service.facts[entry->first].name == name) {
      return service.facts.subspan(entry->first, entry->count);
    }
  }
  return {};
}

}  // namespace plumbline
