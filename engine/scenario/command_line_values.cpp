// Values of the command line: each is parsed as YAML by itself and copied into the file's tree.
#include "engine/scenario/command_line_values.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "engine/base/text.hpp"
#include "engine/document/cursor.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::string_view kWrapper = "value";
// Sections whose keys are names: a value for a name that is not there would invent a thing.
constexpr auto kNaming =
    std::to_array<std::string_view>({"workloads", "models", "programs", "actors", "options"});

SourceRange place_of(std::size_t index) {
  return {.line = 0, .column = static_cast<std::uint32_t>(index + 1)};
}

// Where the value stands on the command line: "path=value", columns from 1.
SourceRange shown_place(const CommandLineValue& value) {
  const auto width = static_cast<std::uint32_t>(count_code_points(value.first) + 1 +
                                                count_code_points(value.second));
  return {.line = 1, .column = 1, .end_line = 1, .end_column = width + 1};
}

// A node of another document, copied with its text; it stands nowhere in the file.
const Node* copy(Document& document, const Node& node, SourceRange place) {
  Node copied;
  copied.type = node.type;
  copied.quoted = node.quoted;
  copied.text = document.keep(std::string(node.text));
  copied.place = place;
  std::vector<Entry> entries;
  for (const Entry& entry : node.entries) {
    entries.push_back(
        {document.keep(std::string(entry.key)), place, copy(document, *entry.value, place)});
  }
  copied.entries = document.make_entries(entries);
  std::vector<const Node*> items;
  for (const Node* item : node.items) items.push_back(copy(document, *item, place));
  copied.items = document.make_items(items);
  return document.make_node(copied);
}

void refuse(Findings& findings, const CommandLineValue& value, std::string reason,
            std::string fix) {
  findings.add(input_errors::contradiction, shown_place(value))
      .with("reason", std::move(reason))
      .with("fix", std::move(fix));
}

// The value by itself: a scalar, a flow map or a flow list. Its problems keep their columns.
std::optional<Document> parse_value(const CommandLineValue& value, Findings& findings) {
  std::string text(kWrapper);
  text.append(": ").append(value.second);
  const std::string file(kCommandLineFile);
  Expected<Document, Findings> parsed = parse_document(std::move(text), file);
  if (!parsed.has_value()) {
    for (Finding finding : parsed.error().all()) {
      finding.place = shown_place(value);
      finding.related.clear();
      findings.add(std::move(finding));
    }
    return std::nullopt;
  }
  if (parsed.value().root().entries.size() != 1) {
    refuse(findings, value, "the value holds more than one value",
           "Write one value: --set models.v1.takes=\"5 s\"");
    return std::nullopt;
  }
  return std::move(parsed).value();
}

bool check_name(const Node& root, const CommandLineValue& value, Findings& findings) {
  const std::string_view path = value.first;
  const std::size_t dot = path.find('.');
  const std::string_view section = path.substr(0, dot);
  if (dot == std::string_view::npos || path.find('"') != std::string_view::npos ||
      std::ranges::find(kNaming, section) == kNaming.end()) {
    return true;
  }
  const Node* map = root.find(section);
  std::vector<std::string_view> known;
  if (map != nullptr) {
    for (const Entry& entry : map->entries) {
      // A name may hold dots itself, so it is compared as a beginning of the path.
      const std::string_view rest = path.substr(dot + 1);
      if (rest.starts_with(entry.key) &&
          (rest.size() == entry.key.size() || rest[entry.key.size()] == '.')) {
        return true;
      }
      known.push_back(entry.key);
    }
  }
  const std::string_view name = path.substr(dot + 1, path.find('.', dot + 1) - dot - 1);
  findings.add(input_errors::dangling_name, shown_place(value))
      .with("what", "entry of '" + std::string(section) + "'")
      .with("name", std::string(name))
      .with("suggestion", suggestion_for(name, known))
      .with("known", known.empty() ? std::string("none") : list_words(known));
  return false;
}

// The path with names that hold dots put in quotes, as set_path wants them: a key of the tree that
// the rest of the path begins with is taken whole.
std::string quoted_path(const Node& root, std::string_view path) {
  std::string quoted;
  const Node* node = &root;
  std::string_view rest = path;
  while (!rest.empty() && path.find('"') == std::string_view::npos) {
    std::string_view step = rest.substr(0, rest.find('.'));
    if (node != nullptr && node->is_map()) {
      for (const Entry& entry : node->entries) {
        const bool fits = rest.starts_with(entry.key) && entry.key.size() > step.size() &&
                          (rest.size() == entry.key.size() || rest[entry.key.size()] == '.');
        if (fits) step = entry.key;
      }
      node = node->find(step);
    } else {
      node = nullptr;
    }
    if (!quoted.empty()) quoted.push_back('.');
    const bool dotted = step.find('.') != std::string_view::npos;
    if (dotted) quoted.push_back('"');
    quoted.append(step);
    if (dotted) quoted.push_back('"');
    if (step.size() == rest.size()) return quoted;
    rest.remove_prefix(step.size() + 1);
    if (rest.empty()) quoted.push_back('.');
  }
  return quoted.empty() ? std::string(path) : quoted;
}

}  // namespace

const Node* set_values(Document& document, const std::vector<CommandLineValue>& values,
                       Findings& findings) {
  const Node* root = &document.root();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const CommandLineValue& value = values[i];
    const std::optional<Document> parsed = parse_value(value, findings);
    if (!parsed || !check_name(*root, value, findings)) continue;
    const Node* node = copy(document, *parsed->root().entries.front().value, place_of(i));
    const auto changed = set_path(document, *root, quoted_path(*root, value.first), *node);
    if (!changed.has_value()) {
      refuse(findings, value, changed.error().reason,
             "A path begins at the top of the file: --set workloads.documents.arrive.period=\"10 "
             "min\"");
      continue;
    }
    root = changed.value();
  }
  return findings.empty() ? root : nullptr;
}

Findings command_line_problems(const Findings& findings,
                               const std::vector<CommandLineValue>& values) {
  Findings problems{std::string(kCommandLineFile)};
  for (const Finding& finding : findings.all()) {
    if (finding.place.line != 0 || finding.place.column == 0) continue;
    Finding shown = finding;
    shown.place = shown_place(values[finding.place.column - 1]);
    shown.related.clear();
    problems.add(std::move(shown));
  }
  return problems;
}

}  // namespace plumbline::scenario_reading
