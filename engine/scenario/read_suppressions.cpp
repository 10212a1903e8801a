// Where a suppression holds: everything that the file says of a name, in the base and in all
// options.
#include "engine/scenario/read_suppressions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/catalog/days.hpp"
#include "engine/scenario/draft.hpp"
#include "engine/scenario/notes.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::string_view kExample =
    "suppress: [{rule: nobody-fetches, at: inbox, because: the partner fetches by hand}]";
constexpr std::string_view kRequirements = "requirements";
constexpr auto kWorld =
    std::to_array<std::string_view>({"models", "programs", "workloads", "data", "actors"});
constexpr auto kParts = std::to_array<std::string_view>({"components", "fill", "replace"});

// From the key to the end of what stands under it. What an alias brings stands elsewhere.
SourceRange extent_of(const Entry& entry) {
  const SourceRange& value = entry.value->place;
  const bool follows = std::pair(value.line, value.column) >=
                       std::pair(entry.key_place.line, entry.key_place.column);
  if (!follows) return entry.key_place;
  return {entry.key_place.line, entry.key_place.column, value.end_line, value.end_column};
}

// One walk over the file for one name.
class Places {
 public:
  Places(const Node& root, std::string_view at) : root_(root), at_(at), ends_(arrow_ends(at)) {}

  [[nodiscard]] std::vector<SourceRange> all() && {
    for (const std::string_view section : kWorld) add_entry(root_.find(section));
    for (const std::string_view section : {"base", "design"}) add_design(root_.find(section));
    if (const Node* options = root_.find("options")) {
      for (const Entry& option : options->entries) add_design(option.value);
    }
    add_requirements(root_.find(kRequirements));
    return std::move(found_);
  }
  // Every name that would have been found, for suggestions.
  [[nodiscard]] std::vector<std::string_view> names() && {
    collects_ = true;
    std::vector<SourceRange> ignored = std::move(*this).all();
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    return std::move(names_);
  }

 private:
  void consider(std::string_view name, SourceRange place) {
    if (collects_) names_.push_back(name);
    if (name == at_) found_.push_back(place);
  }
  void add_entry(const Node* map) {
    if (map == nullptr) return;
    for (const Entry& entry : map->entries) consider(entry.key, extent_of(entry));
  }
  void add_design(const Node* design) {
    if (design == nullptr) return;
    for (const std::string_view section : kParts) add_entry(design->find(section));
    // "scorer.timeout" speaks of scorer.
    if (const Node* set = design->find("set")) {
      for (const Entry& entry : set->entries) {
        consider(entry.key.substr(0, entry.key.find('.')), extent_of(entry));
      }
    }
    if (const Node* connections = design->find("connections")) {
      for (const Node* item : connections->items) add_connection(*item);
    }
  }
  // "a -> b" alone, or with what is said of it.
  void add_connection(const Node& item) {
    if (item.is_scalar()) return consider_arrow(item.text, item.place);
    for (const Entry& entry : item.entries) consider_arrow(entry.key, extent_of(entry));
  }
  // A chain "a -> b -> c" is two connections, written at one place.
  void consider_arrow(std::string_view text, SourceRange place) {
    if (collects_) names_.push_back(text);
    if (ends_.size() != 2) return;
    const std::vector<std::string_view> ends = arrow_ends(text);
    for (std::size_t i = 1; i < ends.size(); ++i) {
      if (ends[i - 1] == ends_[0] && ends[i] == ends_[1]) found_.push_back(place);
    }
  }
  // By its kind, or all of them.
  void add_requirements(const Node* list) {
    if (list == nullptr) return;
    if (collects_) names_.push_back(kRequirements);
    for (const Node* item : list->items) {
      if (at_ == kRequirements) found_.push_back(item->place);
      for (const Entry& entry : item->entries) {
        const bool is_kind = std::ranges::find(all_requirements(), entry.key,
                                               &RequirementInfo::key) != all_requirements().end();
        if (is_kind) consider(entry.key, item->place);
      }
    }
  }

  const Node& root_;
  std::string_view at_;
  std::vector<std::string_view> ends_;  // of a connection: two
  bool collects_ = false;
  std::vector<SourceRange> found_;
  std::vector<std::string_view> names_;
};

struct SuppressionReading {
  Reading& reading;
  Suppression& suppression;
};

void read_rule(const Cursor& cursor, SuppressionReading& target) {
  target.suppression.rule = cursor.text().value_or(std::string_view{});
  target.suppression.rule_place = cursor.place();
}

void read_at(const Cursor& cursor, SuppressionReading& target) {
  const std::optional<std::string_view> at = cursor.text();
  if (!at) return;
  Reading& reading = target.reading;
  target.suppression.at = *at;
  target.suppression.places = Places(*reading.root, *at).all();
  if (!target.suppression.places.empty() || reading.designs_broken) return;
  reading.dangling("part, connection, requirement or name of the world", *at, cursor.place(),
                   [&] { return Places(*reading.root, {}).names(); });
}

std::vector<std::string_view> letters_of(const Scenario& scenario) {
  std::vector<std::string_view> letters;
  for (const Offer& offer : scenario.offers) letters.push_back(offer.letter);
  if (!letters.empty()) return letters;
  for (const Option& option : scenario.options) letters.push_back(option.letter);
  return letters;
}

void read_option(const Cursor& cursor, SuppressionReading& target) {
  const std::optional<std::string_view> letter = cursor.text();
  Reading& reading = target.reading;
  if (!letter || reading.designs_broken) return;
  if (!reading.scenario.has_options) {
    return reading.contradiction(cursor.place(),
                                 "'option' names an option, but the scenario has a 'design:' alone",
                                 "Leave 'option' out.");
  }
  target.suppression.option = *letter;
  const std::vector<std::string_view> letters = letters_of(reading.scenario);
  if (std::ranges::find(letters, *letter) != letters.end()) return;
  reading.dangling("option", *letter, cursor.place(),
                   [&] { return std::vector<std::string_view>(letters); });
}

void read_because(const Cursor& cursor, SuppressionReading& target) {
  const std::string_view text = cursor.text().value_or(std::string_view{});
  const bool is_blank = text.find_first_not_of(" \t\n") == std::string_view::npos;
  target.suppression.because = is_blank ? std::string_view{} : text;
}

void read_until(const Cursor& cursor, SuppressionReading& target) {
  const std::optional<std::string_view> day = cursor.text();
  if (!day) return;
  if (!is_day(*day)) {
    return cursor.report_wrong_type("a day", "Write 2027, 2027-01 or 2027-01-31.");
  }
  target.suppression.until = *day;
}

constexpr Key<SuppressionReading> kKeys[] = {
    {"rule", &read_rule},       {"at", &read_at},       {"option", &read_option},
    {"because", &read_because}, {"until", &read_until},
};

bool has_needed_keys(Reading& reading, const Node& map) {
  const Cursor cursor(map, "a suppression", reading.findings);
  bool complete = true;
  for (const auto& [key, example] : {std::pair("rule", "rule: nobody-fetches, or rule: PLB1308"),
                                     std::pair("at", "at: inbox, or at: inbox -> launch"),
                                     std::pair("because", "because: why it may be set aside")}) {
    complete = cursor.need(key, key, example).has_value() && complete;
  }
  return complete;
}

void note_expired(Reading& reading, const Suppression& suppression) {
  reading.notes.add(scenario_notes::suppression_expired, suppression.place)
      .with("rule", std::string(suppression.rule))
      .with("at", std::string(suppression.at))
      .with("until", std::string(suppression.until))
      .with("day", std::string(reading.scenario.facts_as_of));
}

}  // namespace

void read_suppressions(Reading& reading, const Node& list) {
  if (!list.is_sequence()) {
    return Cursor(list, "'suppress'", reading.findings)
        .report_wrong_type("a list", std::string(kExample));
  }
  for (const Node* item : list.items) {
    if (!reading.goes_on()) return;
    if (!expect_map(reading, *item, {"a suppression", {}}, kExample)) continue;
    Suppression suppression;
    suppression.place = item->place;
    SuppressionReading target{reading, suppression};
    read_keys(reading, *item, {"a suppression", {}}, kKeys, {}, target);
    if (!has_needed_keys(reading, *item)) continue;
    if (suppression.because.empty()) {
      reading.contradiction(item->place, "a finding is set aside without a reason",
                            "Write under 'because' why it may be set aside.");
    }
    suppression.expired = suppression.has_ended(reading.scenario.facts_as_of);
    if (suppression.expired) note_expired(reading, suppression);
    reading.scenario.suppressions.push_back(std::move(suppression));
  }
}

}  // namespace plumbline::scenario_reading
