// Listing the parts of a design: components by name, connections arrow by arrow.
#include "engine/scenario/draft.hpp"

#include <string>

#include "engine/scenario/read_world.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::string_view kArrow = "->";
constexpr std::string_view kConnectionExample =
    "Write 'a -> b', or '- a -> b: {by: invoke}' with the names of components or actors.";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

void add_chain(Reading& reading, std::string_view text, SourceRange place, const Node* properties,
               std::string_view section, std::vector<ConnectionDraft>& drafts) {
  const std::vector<std::string_view> ends = split_arrow(reading, text, place);
  for (std::size_t i = 1; i < ends.size(); ++i) {
    drafts.push_back({.from = ends[i - 1],
                      .to = ends[i],
                      .place = place,
                      .properties = properties,
                      .section = section});
  }
}

void read_connection_draft(Reading& reading, const Node& item, std::string_view section,
                           std::vector<ConnectionDraft>& drafts) {
  if (item.is_scalar()) {
    return add_chain(reading, item.text, item.place, nullptr, section, drafts);
  }
  if (!item.is_map()) {
    Cursor(item, "a connection", reading.findings)
        .report_wrong_type("'a -> b' with its properties", kConnectionExample);
    return;
  }
  if (item.entries.size() != 1) {
    reading.contradiction(item.place,
                          "an entry of 'connections' holds one connection, found " +
                              std::to_string(item.entries.size()) + " keys",
                          "Begin each connection with '- ', and write its properties into one "
                          "map: '- a -> b: {by: invoke, waits: true}'.");
    return;
  }
  const Entry& entry = item.entries.front();
  const Node* properties = entry.value->is_null() ? nullptr : entry.value;
  if (properties != nullptr && !expect_map(reading, *properties, {"the connection", entry.key},
                                           "Write '- a -> b: {by: invoke}'.")) {
    properties = nullptr;
  }
  add_chain(reading, entry.key, entry.key_place, properties, section, drafts);
}

}  // namespace

std::vector<std::string_view> arrow_ends(std::string_view text) {
  std::vector<std::string_view> ends;
  std::string_view rest = text;
  for (;;) {
    const std::size_t arrow = rest.find(kArrow);
    ends.push_back(trimmed(rest.substr(0, arrow)));
    if (arrow == std::string_view::npos) break;
    rest.remove_prefix(arrow + kArrow.size());
  }
  return ends;
}

std::vector<std::string_view> split_arrow(Reading& reading, std::string_view text,
                                          SourceRange place) {
  std::vector<std::string_view> ends = arrow_ends(text);
  bool complete = ends.size() > 1;
  for (const std::string_view end : ends) complete = complete && !end.empty();
  if (complete) return ends;
  reading.report(input_errors::wrong_type, place)
      .with("what", std::string("a connection"))
      .with("expected", std::string("'a -> b'"))
      .with("found", "text " + quoted(text.substr(0, 60)))
      .with("example", std::string(kConnectionExample));
  return {};
}

void read_component_drafts(Reading& reading, const Node& map, std::string_view section,
                           std::vector<ComponentDraft>& drafts) {
  if (map.is_null()) return;
  if (!expect_map(reading, map, {"'components'", {}},
                  "components: {inbox: {service: s3}, launch: {service: lambda}}")) {
    reading.designs_broken = true;
    return;
  }
  drafts.reserve(drafts.size() + map.entries.size());
  for (const Entry& entry : map.entries) {
    if (!reading.goes_on()) break;
    if (!check_name(reading, entry.key, entry.key_place, "the name of a component",
                    Dots::Refused)) {
      continue;
    }
    if (is_actor_word(entry.key)) {
      reading.contradiction(entry.key_place,
                            quoted(entry.key) + " is the name of an actor that needs no component",
                            "Give the component another name.");
      continue;
    }
    if (!expect_map(reading, *entry.value, {"the component", entry.key},
                    "Write {service: lambda} with its settings.")) {
      reading.designs_broken = true;
      continue;
    }
    ComponentDraft& draft = drafts.emplace_back();
    draft.name = entry.key;
    draft.place = entry.key_place;
    draft.first = {.node = entry.value, .section = section};
  }
}

void read_control_drafts(Reading& reading, const Node& list, std::vector<ControlDraft>& drafts) {
  if (list.is_null()) return;
  if (!list.is_sequence()) {
    Cursor(list, "'controls'", reading.findings)
        .report_wrong_type("a list", "Begin each entry with '- ': '- network-isolation'.");
    return;
  }
  for (const Node* item : list.items) drafts.push_back({item});
}

void read_connection_drafts(Reading& reading, const Node& list, std::string_view section,
                            std::vector<ConnectionDraft>& drafts) {
  if (list.is_null()) return;
  if (!list.is_sequence()) {
    Cursor(list, "'connections'", reading.findings)
        .report_wrong_type("a list", "Begin each entry with '- ': '- a -> b: {by: invoke}'.");
    return;
  }
  drafts.reserve(drafts.size() + list.items.size());
  for (const Node* item : list.items) {
    if (!reading.goes_on()) break;
    read_connection_draft(reading, *item, section, drafts);
  }
}

}  // namespace plumbline::scenario_reading
