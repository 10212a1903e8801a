// `service: {any-of: [...]}` and `service: {class: ...}`: one design for each way to take them.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "engine/base/text.hpp"
#include "engine/scenario/read_component.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::size_t kMostMembers = 12;  // of one component
constexpr std::size_t kMostWays = 24;     // of one option

// A component that any of several services can be.
struct AnyOf {
  std::size_t component = 0;  // position in the draft
  std::vector<const Service*> members;
};

// The service as the last layer that names one writes it.
const Entry* service_entry(const ComponentDraft& draft) {
  for (auto layer = draft.more.rbegin(); layer != draft.more.rend(); ++layer) {
    const Entry* entry = layer->node->find_entry("service");
    if (entry != nullptr || layer->kind == LayerKind::Replaces) return entry;
  }
  return draft.first.node->find_entry("service");
}

void read_list(Reading& reading, const Cursor& list, std::vector<const Service*>& members) {
  for (const Cursor& item : list.list()) {
    const std::optional<std::string_view> name = item.text();
    if (!name || !reading.goes_on()) continue;
    const Service* service = find_part_service(reading, *name, item.place());
    if (service == nullptr) continue;
    if (std::ranges::find(members, service) != members.end()) {
      reading.contradiction(item.place(),
                            "'any-of' names " + std::string(service->title) + " twice",
                            "Name each service once.");
      continue;
    }
    members.push_back(service);
  }
}

void read_class(Reading& reading, const Cursor& cursor, std::vector<const Service*>& members) {
  const std::optional<std::string_view> name = cursor.text();
  if (!name) return;
  std::set<std::string_view> known;
  for (const Service& service : reading.catalog.services()) {
    if (!is_part(service)) continue;
    known.insert(service.category);
    if (service.category == *name) members.push_back(&service);
  }
  if (!members.empty()) return;
  reading.dangling("class of services", *name, cursor.place(),
                   [&] { return std::vector<std::string_view>(known.begin(), known.end()); });
}

std::vector<const Service*> read_members(Reading& reading, const Node& map) {
  constexpr std::string_view kExample =
      "Write a service, {any-of: [glue, emr]} or {class: streaming}.";
  std::vector<const Service*> members;
  const Cursor cursor(map, "service", reading.findings);
  if (!cursor.expect_map({"any-of", "class"})) return members;
  const auto list = cursor.get("any-of", "any-of");
  const auto word = cursor.get("class", "class");
  if (!list && !word && !map.entries.empty()) return members;  // reported
  if (list.has_value() == word.has_value()) {
    cursor.report_wrong_type("a service, or one of 'any-of' and 'class'", kExample);
    return members;
  }
  if (word) {
    read_class(reading, *word, members);
  } else if (list->is_sequence() && list->node().items.empty()) {
    list->report_wrong_type("a list of services", kExample);
  } else {
    read_list(reading, *list, members);
  }
  if (members.size() <= kMostMembers) return members;
  reading.contradiction(map.place,
                        "any of " + std::to_string(members.size()) +
                            " services may be taken here, more than the " +
                            std::to_string(kMostMembers) + " that are tried",
                        "Name those that the option can mean: 'any-of: [glue, emr]'.");
  members.resize(kMostMembers);
  return members;
}

// Marks the components whose service is open, and reads what each can be.
std::vector<AnyOf> read_any_of(Reading& reading, DesignDraft& draft) {
  std::vector<AnyOf> open;
  std::size_t ways = 1;
  for (std::size_t i = 0; i < draft.components.size(); ++i) {
    ComponentDraft& component = draft.components[i];
    const Entry* entry = service_entry(component);
    if (entry == nullptr || !entry->value->is_map()) continue;
    component.is_any_of = true;
    component.taken_place = entry->value->place;
    AnyOf one{i, read_members(reading, *entry->value)};
    if (one.members.empty()) continue;  // reported
    component.taken = one.members.front();
    ways *= one.members.size();
    if (ways > kMostWays) {
      reading.contradiction(entry->value->place,
                            "with this one there are " + std::to_string(ways) +
                                " ways to take the services of the option, more than the " +
                                std::to_string(kMostWays) + " that are tried",
                            "Name fewer services, or write an option for each that matters.");
      return {};
    }
    open.push_back(std::move(one));
  }
  return open;
}

// The next way, the last component first; false after all of them.
bool advance(const std::vector<AnyOf>& open, std::vector<std::size_t>& way) {
  for (std::size_t i = open.size(); i-- > 0;) {
    if (++way[i] < open[i].members.size()) return true;
    way[i] = 0;
  }
  return false;
}

bool is_at(const std::vector<Finding>& findings, SourceRange place) {
  return std::ranges::any_of(findings, [&](const Finding& one) { return one.place == place; });
}

// A setting that one of the services does not have counts for those that have it. What no way can
// read is wrong.
void report_common(Reading& reading, const std::vector<std::vector<Finding>>& problems) {
  for (const Finding& finding : problems.front()) {
    const bool is_common = std::ranges::all_of(
        problems, [&](const std::vector<Finding>& way) { return is_at(way, finding.place); });
    if (is_common) reading.findings.add(finding);
  }
}

}  // namespace

void read_ways(Reading& reading, DesignDraft& draft, const OptionPlace& where, Option& option) {
  const std::vector<AnyOf> open = read_any_of(reading, draft);
  if (open.empty()) return read_design(reading, draft, where, option.design);
  std::vector<std::size_t> way(open.size(), 0);
  std::vector<std::vector<Finding>> problems;
  do {
    if (!reading.afford(draft.components.size() + draft.connections.size(), where.place)) return;
    Option& read = problems.empty() ? option : option.others.emplace_back();
    read.letter = option.letter;
    read.title = option.title;
    read.place = option.place;
    read.members = option.members;
    for (std::size_t i = 0; i < open.size(); ++i) {
      ComponentDraft& component = draft.components[open[i].component];
      component.taken = open[i].members[way[i]];
      read.taken.push_back({component.name, component.taken});
    }
    const std::size_t before = reading.findings.size();
    read_design(reading, draft, where, read.design);
    problems.push_back(reading.take_findings_from(before));
  } while (advance(open, way));
  report_common(reading, problems);
}

}  // namespace plumbline::scenario_reading
