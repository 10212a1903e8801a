// One design, or several options each laid over a base.
#include "engine/scenario/read_options.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "engine/base/text.hpp"
#include "engine/scenario/draft.hpp"
#include "engine/scenario/read_choice.hpp"
#include "engine/scenario/read_combinations.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::string_view kExample =
    "{components: {inbox: {service: s3}}, connections: [inbox -> launch]}";
constexpr auto kReserved = std::to_array<Reserved>({
    {"sketch", "'sketch: true' beside 'options', for all of them"},
    {"network", "'network' at the top of the file, and 'in' of components"},
    {"identity", "'role' of a component"},
    {"places", "words in 'question'"},
    {"steps", "'components' and 'connections'"},
});
constexpr std::string_view kBaseComponents = "base.components";
constexpr auto kDesignKeys =
    std::to_array<std::string_view>({"components", "connections", "controls"});
constexpr auto kOptionKeys = std::to_array<std::string_view>(
    {"title", "components", "connections", "fill", "set", "replace", "remove", "controls"});

template <std::size_t kCount>
void check_keys(Reading& reading, const Node& map, const Named& where,
                const std::array<std::string_view, kCount>& known) {
  for (const Entry& entry : map.entries) {
    if (std::ranges::find(known, entry.key) != known.end()) continue;
    report_unknown_key(reading, entry, where, known, kReserved);
  }
}

// `base:` or `design:`, as far as its parts.
DesignDraft read_draft(Reading& reading, const Entry& entry) {
  DesignDraft draft;
  const Node& map = *entry.value;
  if (map.is_null() && entry.key == "base") return draft;
  const std::string name = quoted(entry.key);
  if (!expect_map(reading, map, {name, {}}, kExample)) {
    reading.designs_broken = true;
    return draft;
  }
  check_keys(reading, map, {name, {}}, kDesignKeys);
  if (const Node* components = map.find("components")) {
    read_component_drafts(reading, *components, reading.path({entry.key, "components"}),
                          draft.components);
  }
  if (const Node* connections = map.find("connections")) {
    read_connection_drafts(reading, *connections, reading.path({entry.key, "connections"}),
                           draft.connections);
  }
  if (const Node* controls = map.find("controls")) {
    read_control_drafts(reading, *controls, draft.controls);
  }
  draft.index.build(draft.components);
  return draft;
}

// The names of all parts anywhere, before any of them is understood.
void collect_names(Reading& reading, const std::vector<const DesignDraft*>& drafts) {
  std::vector<std::string_view>& names = reading.component_names;
  std::size_t count = 0;
  for (const DesignDraft* draft : drafts) count += draft->components.size();
  names.reserve(count);
  for (const DesignDraft* draft : drafts) {
    const bool first = draft == drafts.front();
    for (const ComponentDraft& component : draft->components) {
      if (first || component.first.section != kBaseComponents) names.push_back(component.name);
    }
  }
  if (names.size() > NameIndex::kShort) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }
  reading.component_index.build_from(names, [](std::string_view name) { return name; });
}

bool check_letter(Reading& reading, const Entry& entry) {
  constexpr std::size_t kLongest = 32;
  if (is_name(entry.key, Dots::Refused) && count_code_points(entry.key) <= kLongest) return true;
  reading.report(input_errors::wrong_type, entry.key_place)
      .with("what", std::string("the key of an option"))
      .with("expected", std::string("a letter or a short name without blanks and dots"))
      .with("found", "text " + quoted(truncate(entry.key, 40)))
      .with("example", std::string("options: {A: {title: ...}, B: {title: ...}}"));
  return false;
}

bool check_option(Reading& reading, const Entry& entry) {
  const Named where{"option", entry.key};
  if (!check_letter(reading, entry)) return false;
  if (!expect_map(
          reading, *entry.value, where,
          "Write what the option adds: {title: ..., components: {...}, connections: [...]}, "
          "or {} for the base as it is.")) {
    return false;
  }
  check_keys(reading, *entry.value, where, kOptionKeys);
  return true;
}

void read_title(Reading& reading, const Node& map, Option& option) {
  const Node* title = map.find("title");
  if (title == nullptr) return;
  option.title = Cursor(*title, "'title'", reading.findings).text().value_or(std::string_view{});
}

std::vector<std::string_view> added_names(const Node& option) {
  std::vector<std::string_view> names;
  if (const Node* components = option.find("components")) {
    for (const Entry& entry : components->entries) names.push_back(entry.key);
  }
  return names;
}

// Every option on its own account; the designs are those of their combinations.
void read_together(Reading& reading, const DesignDraft& base, const Node& options) {
  std::vector<std::string_view>& names = reading.component_names;
  for (const ComponentDraft& component : base.components) names.push_back(component.name);
  std::vector<Patch> offers;
  for (const Entry& entry : options.entries) {
    if (!reading.goes_on()) break;
    Option option;
    if (check_option(reading, entry)) {
      read_title(reading, *entry.value, option);
      offers.push_back({entry.value, {entry.key, entry.key_place}});
      const std::vector<std::string_view> added = added_names(*entry.value);
      names.insert(names.end(), added.begin(), added.end());
    } else {
      reading.designs_broken = true;
    }
    reading.scenario.offers.push_back({entry.key, option.title, entry.key_place});
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  reading.component_index.build_from(names, [](std::string_view name) { return name; });
  if (reading.designs_broken || !reading.goes_on()) return;
  read_combinations(reading, base, offers);
}

void read_alone(Reading& reading, const DesignDraft& base, const Node& options) {
  std::vector<DesignDraft> drafts;
  std::vector<Option>& read = reading.scenario.options;
  drafts.reserve(options.entries.size());
  read.reserve(options.entries.size());
  for (const Entry& entry : options.entries) {
    if (!reading.goes_on()) break;
    // The letter is known even if what it stands for cannot be read.
    Option& option = read.emplace_back();
    option.letter = entry.key;
    option.place = entry.key_place;
    DesignDraft& draft = drafts.emplace_back();
    if (!check_option(reading, entry)) {
      reading.designs_broken = true;
      continue;
    }
    read_title(reading, *entry.value, option);
    const Patch patch{entry.value, {option.letter, option.place}};
    draft = apply_options(reading, base, {&patch, 1}, option.place);
  }
  if (!reading.afford(0, options.place)) {  // reported already
    reading.designs_broken = true;
    return;
  }
  std::vector<const DesignDraft*> all = {&base};
  for (const DesignDraft& draft : drafts) all.push_back(&draft);
  collect_names(reading, all);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!reading.goes_on()) return;
    read_ways(reading, drafts[i], {read[i].letter, read[i].place}, read[i]);
  }
}

void read_options(Reading& reading, const Entry* base_entry, const Node& options) {
  DesignDraft base;
  if (base_entry != nullptr) {
    base = read_draft(reading, *base_entry);
    reading.scenario.base_place = base_entry->value->place;
  }
  const OptionChoice& choice = reading.scenario.choice;
  if (choice.is_stated() && choice.form == ChoiceForm::Together) {
    read_together(reading, base, options);
  } else {
    read_alone(reading, base, options);
  }
}

void read_single_design(Reading& reading, const Entry& entry) {
  DesignDraft draft = read_draft(reading, entry);
  collect_names(reading, {&draft});
  Option& option = reading.scenario.options.emplace_back();
  option.letter = "design";
  option.place = entry.key_place;
  read_ways(reading, draft, {{}, entry.key_place}, option);
}

void report_nothing_to_judge(Reading& reading) {
  reading.designs_broken = true;
  const Node& root = *reading.root;
  reading.report(input_errors::nothing_to_judge,
                 root.entries.empty() ? root.place : root.entries.front().key_place);
}

}  // namespace

void read_designs(Reading& reading) {
  const Node& root = *reading.root;
  const Entry* design = root.find_entry("design");
  const Entry* base = root.find_entry("base");
  const Entry* options = root.find_entry("options");
  if (design == nullptr && options == nullptr) return report_nothing_to_judge(reading);
  if (design != nullptr && (options != nullptr || base != nullptr)) {
    reading.contradiction(
        design->key_place,
        options != nullptr ? "'design:' and 'options:' exclude each other"
                           : "'base:' belongs to options, but there is a 'design:' alone",
        options != nullptr ? "Keep 'design:' for one design, or make it one of the options."
                           : "Move what stands under 'base:' into 'design:'.");
  }
  reading.scenario.has_options = options != nullptr;
  if (options == nullptr || options->value->is_map()) {
    check_choice(reading, options == nullptr ? 1 : options->value->entries.size());
  }
  if (options == nullptr) return read_single_design(reading, *design);
  if (!expect_map(reading, *options->value, {"'options'", {}},
                  "options: {A: {title: ..., components: {...}}}")) {
    reading.designs_broken = true;
    return;
  }
  if (options->value->entries.empty()) return report_nothing_to_judge(reading);
  read_options(reading, base, *options->value);
}

}  // namespace plumbline::scenario_reading
