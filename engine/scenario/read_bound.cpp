// The number of a bound: which direction it has, of which dimension it is, at which quantile.
#include <algorithm>
#include <array>
#include <string>

#include "engine/scenario/read_requirements.hpp"
#include "engine/scenario/read_value.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr auto kTimeKeys = std::to_array<std::string_view>({"at-most", "within", "quantile"});
constexpr auto kCostKeys = std::to_array<std::string_view>({"at-most"});
constexpr auto kRateKeys = std::to_array<std::string_view>({"at-least"});
constexpr auto kWithinKeys = std::to_array<std::string_view>({"within", "at-most"});
constexpr auto kForKeys = std::to_array<std::string_view>({"for"});
constexpr auto kBoundWords =
    std::to_array<std::string_view>({"at-most", "at-least", "within", "for"});

struct Quantile {
  std::string_view word;
  double value;
};
constexpr auto kQuantiles = std::to_array<Quantile>({
    {"p50", 0.5},
    {"p90", 0.9},
    {"p95", 0.95},
    {"p99", 0.99},
    {"p99.9", 0.999},
    {"mean", 0.0},
    {"median", 0.5},
});

Dimension dimension_of(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::Throughput:
      return Dimension::Rate;
    case RequirementKind::Cost:
    case RequirementKind::IdleCost:
      return Dimension::MoneyRate;
    default:
      return Dimension::Time;
  }
}

void read_quantile(const Cursor& map, Requirement& requirement) {
  const std::optional<Cursor> cursor = map.get("quantile", "quantile");
  if (!cursor) return;
  std::vector<std::string_view> words;
  for (const Quantile& quantile : kQuantiles) words.push_back(quantile.word);
  if (const auto index = cursor->word(words, "a quantile")) {
    requirement.quantile = kQuantiles[*index].value;
  }
}

// Bounds that are there but do not fit the kind ("throughput: {at-most: ...}").
bool refuse_wrong_direction(Reading& reading, const Cursor& map, RequirementKind kind) {
  const std::span<const std::string_view> keys = bound_keys(kind);
  bool refused = false;
  for (const Entry& entry : map.node().entries) {
    const bool bound = std::ranges::find(kBoundWords, entry.key) != kBoundWords.end();
    if (!bound || std::ranges::find(keys, entry.key) != keys.end()) continue;
    refused = true;
    reading.contradiction(
        entry.key_place,
        quoted(requirement_info(kind).key) + " cannot be bounded by " + quoted(entry.key),
        "Write " + std::string(requirement_info(kind).example) + ".");
  }
  return refused;
}

}  // namespace

std::span<const std::string_view> bound_keys(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::Latency:
    case RequirementKind::Freshness:
    case RequirementKind::Finish:
      return kTimeKeys;
    case RequirementKind::Cost:
    case RequirementKind::IdleCost:
      return kCostKeys;
    case RequirementKind::Throughput:
      return kRateKeys;
    case RequirementKind::Readable:
      return kWithinKeys;
    case RequirementKind::Kept:
      return kForKeys;
    default:
      return {};
  }
}

void read_bound(Reading& reading, const Cursor& map, Requirement& requirement,
                std::string_view path) {
  const std::span<const std::string_view> keys = bound_keys(requirement.kind);
  if (keys.empty()) return;
  const Dimension dimension = dimension_of(requirement.kind);
  const bool at_least = requirement.kind == RequirementKind::Throughput ||
                        requirement.kind == RequirementKind::Kept;
  requirement.direction = at_least ? Direction::AtLeast : Direction::AtMost;
  requirement.bound = range_value({.dimension = dimension, .path = path}, 0.0, kInfinity);
  if (!map.is_map()) return;
  if (refuse_wrong_direction(reading, map, requirement.kind)) return;
  const Node* found = nullptr;
  for (const std::string_view word : kBoundWords) {
    if (std::ranges::find(keys, word) == keys.end()) continue;
    const std::optional<Cursor> cursor = map.get(word, word);
    if (!cursor) continue;
    if (found != nullptr) {
      reading.contradiction(cursor->place(), "the bound is given twice", "Keep one of the two.");
      return;
    }
    found = &cursor->node();
    if (const auto value = read_value(
            reading, *cursor, {.dimension = dimension, .path = path, .spread = Spread::Refused})) {
      requirement.bound = *value;
    }
  }
  read_quantile(map, requirement);
  if (found != nullptr || !requirement.word.empty()) return;
  reading.report(input_errors::missing_key, map.place())
      .with("where", quoted(requirement_info(requirement.kind).key))
      .with("key", std::string(keys.front()))
      .with("example", "Write " + std::string(requirement_info(requirement.kind).example) +
                           ", or quote a word without a number by 'word: quickly'.");
}

}  // namespace plumbline::scenario_reading
