// Key by key, then across keys: what one weight says, and how the weights of one ladder relate.
#include "engine/overhead/embed/read_weights.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <string>

#include "engine/catalog/service.hpp"
#include "engine/document/cursor.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/overhead/factor_list.hpp"

namespace plumbline {
namespace {

void refuse(const Cursor& cursor, std::string reason, std::string fix) {
  cursor.findings()
      .add(input_errors::contradiction, cursor.place())
      .with("reason", std::move(reason))
      .with("fix", std::move(fix));
}

std::string_view read_text(const Cursor& map, std::string_view key, std::string_view example) {
  const std::optional<Cursor> value = map.need(key, key, example);
  return value ? value->text().value_or(std::string_view{}) : std::string_view{};
}

// nullopt when it is not there or no number, which has been reported then.
std::optional<double> read_number(const Cursor& map, std::string_view key) {
  const std::optional<Cursor> value = map.need(key, key, "likely: 1.5");
  const std::optional<std::string_view> text = value ? value->text() : std::nullopt;
  if (!text) return std::nullopt;
  double number = 0.0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc{} && end == text->data() + text->size() && number >= 0.0) return number;
  value->report_wrong_type("a number of at least 0", "likely: 1.5");
  return std::nullopt;
}

void read_hours(const Cursor& map, Weight& weight) {
  const std::optional<Cursor> hours =
      map.need("hours", "hours", "hours: {low: 1, likely: 2, high: 4}");
  if (!hours || !hours->expect_map({"low", "likely", "high"})) return;
  const std::optional<double> low = read_number(*hours, "low");
  const std::optional<double> likely = read_number(*hours, "likely");
  const std::optional<double> high = read_number(*hours, "high");
  if (!low || !likely || !high) return;
  weight.base = {*low, *likely, *high};
  if (!(*low <= *likely && *likely <= *high && *likely > 0.0)) {
    refuse(*hours, "hours must rise from low over likely to high", "Correct one of the three.");
  }
}

void read_factor(const Cursor& map, Weight& weight) {
  const std::optional<Cursor> factor = map.need("factor", "factor", "factor: releases");
  if (!factor) return;
  std::vector<std::string_view> known;
  known.reserve(std::size(kFactorInfos));
  for (const FactorInfo& info : kFactorInfos) known.push_back(info.name);
  const std::optional<std::size_t> index = factor->word(known, "a factor");
  if (!index) return;
  weight.factor = kFactorInfos[*index].name;
  weight.is_effort = kFactorInfos[*index].is_effort;
}

void read_when(const Cursor& map, Weight& weight) {
  const std::optional<Cursor> when = map.get("when", "when");
  if (!when) return;
  if (!when->is_map() || when->node().entries.size() != 1) {
    when->report_wrong_type("one operations key with its words", "when: {patching: image}");
    return;
  }
  std::vector<std::string_view> keys;
  for (const OperationInfo& operation : all_operations()) keys.push_back(operation.key);
  if (!when->expect_map(keys)) return;
  const Entry& entry = when->node().entries.front();
  const auto operation = std::ranges::find(all_operations(), entry.key, &OperationInfo::key);
  if (operation == all_operations().end()) return;
  weight.key = operation->key;
  for (const Cursor& word : Cursor(*entry.value, operation->key, when->findings()).list()) {
    const std::optional<std::size_t> rank = word.word(operation->words, "a word of this key");
    if (rank) weight.ranks = static_cast<std::uint16_t>(weight.ranks | 1u << *rank);
  }
}

void read_source(const Cursor& map, Weight& weight) {
  weight.source = read_text(map, "source", "source: estimate");
  const std::optional<Cursor> source = map.get("source", "source");
  if (source && weight.source != "estimate" && !weight.source.starts_with("https://")) {
    source->report_wrong_type("a public https address, or estimate", "source: estimate");
  }
  std::vector<std::string_view> known;
  for (int i = 0; i <= static_cast<int>(Confidence::Estimate); ++i) {
    known.push_back(confidence_name(static_cast<Confidence>(i)));
  }
  if (const auto confidence = map.get("confidence", "confidence")) {
    const auto index = confidence->word(known, "a confidence");
    if (index) weight.confidence = static_cast<Confidence>(*index);
  }
}

Weight read_weight(const Cursor& map) {
  Weight weight;
  weight.id = read_text(map, "id", "id: release-a-function");
  read_factor(map, weight);
  read_when(map, weight);
  read_hours(map, weight);
  weight.margin = read_number(map, "margin").value_or(0.0);
  if (weight.margin > 1.0) {
    refuse(map, "a further thing cannot cost more than the first", "Write a margin of at most 1.");
  }
  weight.one = read_text(map, "one", "one: function to release");
  weight.many = read_text(map, "many", "many: functions to release");
  weight.frequency = read_text(map, "frequency", "frequency: monthly");
  weight.who = read_text(map, "who", "who: operations");
  weight.meaning = read_text(map, "meaning", "meaning: What the work is.");
  weight.because = read_text(map, "because", "because: How the hours come about.");
  read_source(map, weight);
  return weight;
}

struct Read {
  Weight weight;
  Cursor cursor;
};

// Every word of a key with the weight that it brings, in the order of the words; alarms and code
// are ladders of their own, while servers and renewals share the key `patching` and so one ladder.
void check_ladders(const std::vector<Read>& all) {
  struct Rung {
    std::size_t rank;
    const Read* read;
  };
  std::map<std::pair<std::string_view, std::string_view>, std::vector<Rung>> ladders;
  for (const Read& read : all) {
    if (read.weight.key.empty()) continue;
    const bool is_shared = read.weight.key == "patching";
    auto& ladder = ladders[{read.weight.key, is_shared ? std::string_view{} : read.weight.factor}];
    for (std::size_t rank = 0; rank < 16; ++rank) {
      if ((read.weight.ranks >> rank & 1u) != 0) ladder.push_back({rank, &read});
    }
  }
  for (auto& [key, ladder] : ladders) {
    std::ranges::stable_sort(ladder, {}, &Rung::rank);
    for (std::size_t i = 1; i < ladder.size(); ++i) {
      const Weight& lower = ladder[i - 1].read->weight;
      const Weight& upper = ladder[i].read->weight;
      if (ladder[i - 1].rank == ladder[i].rank) {
        refuse(ladder[i].read->cursor, "'" + std::string(lower.id) + "' has this word already",
               "Give each word of a key one weight in each factor.");
      }
      if (&lower == &upper) continue;
      const auto climbs = [&](double Hours::*hours) {
        return lower.base.*hours <= upper.margin * (upper.base.*hours) * (1.0 + 1e-9);
      };
      if (!climbs(&Hours::low) || !climbs(&Hours::likely) || !climbs(&Hours::high)) {
        refuse(ladder[i].read->cursor,
               "a further '" + std::string(upper.id) + "' costs less than the first '" +
                   std::string(lower.id) +
                   "', so moving one of several to less work would cost more",
               "Raise the hours or margin here, or lower the hours there.");
      }
    }
  }
}

void check_ids(const std::vector<Read>& all) {
  std::set<std::string_view> ids;
  for (const Read& read : all) {
    if (!ids.insert(read.weight.id).second) {
      refuse(read.cursor, "'" + std::string(read.weight.id) + "' stands twice",
             "Give each weight an id of its own.");
    }
  }
}

}  // namespace

Expected<std::vector<Weight>, Findings> read_weights(const Document& document) {
  Findings findings(document.file());
  std::vector<Read> all;
  const Cursor root(document.root(), "a file of weights", findings);
  if (root.expect_map({"plumbline-weights", "weights"})) {
    if (read_text(root, "plumbline-weights", "plumbline-weights: 1") != "1") {
      refuse(root, "this is not version 1 of the format", "Write 'plumbline-weights: 1'.");
    }
    const std::optional<Cursor> list = root.need("weights", "weights", "weights: [...]");
    for (const Cursor& item : list ? list->list() : std::vector<Cursor>{}) {
      const Cursor map(item.node(), "a weight", findings);
      if (!map.expect_map({"id", "factor", "when", "hours", "margin", "one", "many", "frequency",
                           "who", "meaning", "source", "because", "confidence"})) {
        continue;
      }
      all.push_back({read_weight(map), map});
    }
  }
  check_ids(all);
  check_ladders(all);
  findings.finish();
  if (!findings.empty()) return Unexpected<Findings>{std::move(findings)};
  std::vector<Weight> weights;
  weights.reserve(all.size());
  for (const Read& read : all) weights.push_back(read.weight);
  return weights;
}

}  // namespace plumbline
