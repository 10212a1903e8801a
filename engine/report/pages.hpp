// The pages of `explain` and the lists of `list`: rules, kinds, services, facts, ways out
// with their controls and the words of the language, from the tables that judging itself uses.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/report/page.hpp"

namespace plumbline {

// What can be asked for: the word of `explain TYPE NAME` and of `list TYPES`.
struct Topic {
  std::string_view singular;  // "rule"
  std::string_view plural;    // "rules"
  std::string_view meaning;   // one line for the help
  // Every page with this name or alias; empty if there is none.
  std::vector<Page> (*explain)(const Catalog& catalog, std::string_view name);
  // Everything there is; `filter` narrows where a topic can be narrowed (facts by service).
  Listing (*list)(const Catalog& catalog, std::string_view filter);
  // Names that `explain` finds, for suggestions; they live as long as the catalog.
  void (*names)(const Catalog& catalog, std::vector<std::string_view>& names);
};

[[nodiscard]] std::span<const Topic* const> all_topics();
// By singular or plural.
[[nodiscard]] const Topic* find_topic(std::string_view word);

// The value of a fact as people read it: "900 s (15 min)", "p50 139 s, p99 504 s",
// "no published limit", "documented".
[[nodiscard]] std::string fact_value_text(const Fact& fact);

// One object for each topic, in the file of its group (pages_<group>.cpp).
namespace topics {
extern const Topic rules;
extern const Topic errors;
extern const Topic kinds;
extern const Topic services;
extern const Topic facts;
extern const Topic capabilities;
extern const Topic requirements;
extern const Topic mechanisms;
extern const Topic objectives;
extern const Topic controls;
extern const Topic ways;
}  // namespace topics

// The ways in which parts can be connected, those that `keep` keeps; a table of service and
// mechanism pages.
[[nodiscard]] Table connection_table(std::span<const ConnectionInfo> ways, std::string_view name,
                                     bool (*keep)(const ConnectionInfo& way,
                                                  std::string_view name));

}  // namespace plumbline
