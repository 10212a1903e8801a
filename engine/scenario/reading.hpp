// What the readers of one scenario share: the catalog, the findings, reading a map key by key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/document/cursor.hpp"
#include "engine/document/document.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/scenario/name_index.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline::scenario_reading {

// A thing as messages call it; put into words only when something is wrong.
struct Named {
  std::string_view what;  // "the workload"
  std::string_view name;  // "documents"; may be empty

  [[nodiscard]] std::string words() const;
};

// A word that belongs to the language but is not judged yet, and what to write meanwhile.
struct Reserved {
  std::string_view key;
  std::string_view instead;
};

// One key of a map and who reads it. A key without a reader is known and read elsewhere.
template <class Target>
struct Key {
  std::string_view name;
  void (*read)(const Cursor& value, Target& target) = nullptr;
};

class Reading {
 public:
  Reading(Scenario& read, Findings& collector);

  Scenario& scenario;
  Document& document;
  const Catalog& catalog;
  Findings& findings;
  Findings notes;
  const Node* root = nullptr;  // of the file, after what the command line sets
  std::size_t models = 0;      // the works before this one are models
  // A section that could not be read at all: names that would have stood there are not reported.
  bool workloads_broken = false;
  bool works_broken = false;
  bool data_broken = false;
  bool designs_broken = false;
  // Every component of the base and of all options, for requirements and workloads that name some.
  NameIndex component_index;
  std::vector<std::string_view> component_names;
  [[nodiscard]] std::int32_t find_component(std::string_view name) const {
    return find_named(component_index, component_names, name,
                      [](std::string_view one) { return one; });
  }

  [[nodiscard]] AsOf as_of() const { return {scenario.facts_as_of}; }
  // The parts joined by dots, living as long as the document.
  [[nodiscard]] std::string_view path(std::initializer_list<std::string_view> parts);

  // A finding of reading at a place.
  Finding& report(const RuleText& rule, SourceRange place) { return findings.add(rule, place); }
  void contradiction(SourceRange place, std::string reason, std::string fix);
  void not_yet(SourceRange place, std::string_view key, std::string_view instead);
  // " (did you mean 'x'?)". Files with many wrong names get suggestions for the first of them only:
  // looking for near misses is slow.
  [[nodiscard]] std::string suggest(std::string_view written,
                                    std::span<const std::string_view> known);
  // A name that refers to nothing. Each name is reported once; further uses become related places.
  // `known` gives the names that exist; it is asked only when they are needed.
  template <class KnownNames>
  void dangling(std::string_view what, std::string_view name, SourceRange place, KnownNames known) {
    if (!repeats(what, name, place)) dangling_with(what, name, place, known());
  }

  // False once so many problems are known that more of them help nobody.
  [[nodiscard]] bool goes_on() const { return findings.size() < kMostFindings; }
  // Takes back what was found from a position on, for a reading that was only a try.
  [[nodiscard]] std::vector<Finding> take_findings_from(std::size_t position);
  // Counts parts of designs over all options; false, after one error, when there are too many for
  // the memory of a usual machine (a large base times many options).
  [[nodiscard]] bool afford(std::size_t parts, SourceRange place);

  void assume(std::string_view path, SourceRange place) { assumptions_.emplace_back(place, path); }
  // The paths of all {assume: ...}, each once, in order of place.
  [[nodiscard]] std::vector<std::string_view> assumptions();

 private:
  static constexpr std::size_t kMostFindings = 1000;
  static constexpr std::size_t kMostParts = 1'000'000;

  [[nodiscard]] bool repeats(std::string_view what, std::string_view name, SourceRange place);
  void dangling_with(std::string_view what, std::string_view name, SourceRange place,
                     const std::vector<std::string_view>& known);

  struct Missing {
    std::string what;
    std::string_view name;
    std::size_t finding;
  };
  std::vector<Missing> missing_;
  std::vector<std::pair<SourceRange, std::string_view>> assumptions_;
  std::size_t suggestions_left_ = 200'000;  // comparisons of two names
  std::size_t parts_ = 0;
};

// Reports `entry`, which is none of the known keys: a misspelling, a word not judged yet ...
void report_unknown_key(Reading& reading, const Entry& entry, const Named& where,
                        std::span<const std::string_view> known, std::span<const Reserved> reserved,
                        std::string_view hint = {});

// Whether `node` is a map; anything else is reported as the wrong type.
bool expect_map(Reading& reading, const Node& node, const Named& where, std::string_view example);

// Calls the reader of each key that is there, in written order; other keys are reported.
template <class Target, std::size_t kCount>
void read_keys(Reading& reading, const Node& map, const Named& where,
               const Key<Target> (&keys)[kCount], std::span<const Reserved> reserved,
               Target& target) {
  for (const Entry& entry : map.entries) {
    const Key<Target>* found = nullptr;
    for (const Key<Target>& key : keys) {
      if (key.name == entry.key) {
        found = &key;
        break;
      }
    }
    if (found != nullptr) {
      if (found->read != nullptr) {
        found->read(Cursor(*entry.value, entry.key, reading.findings), target);
      }
      continue;
    }
    std::vector<std::string_view> known;
    for (const Key<Target>& key : keys) known.push_back(key.name);
    report_unknown_key(reading, entry, where, known, reserved);
  }
}

// Whether the text can name something: not empty, not longer than a line, without blanks, commas,
// dots (they part the steps of an address) and arrows.
enum class Dots : std::uint8_t { Allowed, Refused };
[[nodiscard]] bool is_name(std::string_view text, Dots dots);
// The same, with an error that says what a name is.
bool check_name(Reading& reading, std::string_view name, SourceRange place, std::string_view what,
                Dots dots);

[[nodiscard]] std::string quoted(std::string_view name);

}  // namespace plumbline::scenario_reading
