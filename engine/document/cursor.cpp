// The typed readers: each turns one node into a value or reports once why it cannot.
#include "engine/document/cursor.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline {
namespace {

// Scenario text in a message is cut to this many columns: enough to recognise it.
constexpr std::size_t kShownColumns = 40;

std::string shown(std::string_view text) { return truncate(neutralise(text), kShownColumns); }

}  // namespace

Cursor::Cursor(const Node& node, std::string_view where, Findings& findings)
    : node_(&node), where_(where), findings_(&findings) {}

std::optional<Cursor> Cursor::get(std::string_view key, std::string_view where) const {
  const Node* value = node_->find(key);
  if (value == nullptr) return std::nullopt;
  return Cursor(*value, where, *findings_);
}

std::optional<Cursor> Cursor::need(std::string_view key, std::string_view where,
                                   std::string_view example) const {
  if (std::optional<Cursor> value = get(key, where)) return value;
  // Something that is no map at all has been reported as such.
  if (node_->is_map()) {
    findings_->add(input_errors::missing_key, place())
        .with("where", std::string(where_))
        .with("key", std::string(key))
        .with("example", std::string(example));
  }
  return std::nullopt;
}

bool Cursor::expect_map(std::span<const std::string_view> known) const {
  if (!node_->is_map()) {
    report_wrong_type("a map of keys and values", fmt::format("Keys: {}.", list_words(known)));
    return false;
  }
  for (const Entry& entry : node_->entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    findings_->add(input_errors::unknown_key, entry.key_place)
        .with("key", std::string(entry.key))
        .with("where", std::string(where_))
        .with("suggestion", suggestion_for(entry.key, known))
        .with("known", list_words(known));
  }
  return true;
}

bool Cursor::expect_map(std::initializer_list<std::string_view> known) const {
  return expect_map(std::span(known.begin(), known.size()));
}

std::optional<std::string_view> Cursor::text() const {
  if (node_->is_scalar()) return node_->text;
  report_wrong_type("text", "Write the text after the colon.");
  return std::nullopt;
}

std::optional<bool> Cursor::boolean() const {
  if (node_->is_scalar() && !node_->quoted) {
    // The three spellings of YAML 1.2 (core schema, section 10.3.2).
    for (const std::string_view yes : {"true", "True", "TRUE"}) {
      if (node_->text == yes) return true;
    }
    for (const std::string_view no : {"false", "False", "FALSE"}) {
      if (node_->text == no) return false;
    }
  }
  report_wrong_type("true or false", "Write true or false; yes, no, on and off are words here.");
  return std::nullopt;
}

std::optional<double> Cursor::quantity(Dimension dimension) const {
  if (!node_->is_scalar()) {
    report_wrong_type(dimension_name(dimension), "Write a number with its unit.");
    return std::nullopt;
  }
  Expected<double, QuantityError> value = parse_quantity(node_->text, dimension);
  if (value.has_value()) return value.value();
  const QuantityError& error = value.error();
  findings_->add(input_errors::bad_quantity, place())
      .with("text", shown(node_->text))
      .with("what", std::string(dimension_name(dimension)))
      .with("reason", error.reason)
      .with("suggestion", error.suggestion.empty()
                              ? std::string()
                              : fmt::format(" (did you mean '{}'?)", error.suggestion))
      .with("examples", error.examples);
  return std::nullopt;
}

std::optional<std::size_t> Cursor::word(std::span<const std::string_view> known,
                                        std::string_view what) const {
  if (!node_->is_scalar()) {
    report_wrong_type(what, fmt::format("Known: {}.", list_words(known)));
    return std::nullopt;
  }
  const auto found = std::find(known.begin(), known.end(), node_->text);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  findings_->add(input_errors::unknown_word, place())
      .with("word", shown(node_->text))
      .with("what", std::string(what))
      .with("suggestion", suggestion_for(node_->text, known))
      .with("known", list_words(known));
  return std::nullopt;
}

std::vector<Cursor> Cursor::list() const {
  std::vector<Cursor> items;
  if (node_->is_scalar()) {
    items.push_back(*this);
  } else if (node_->is_sequence()) {
    items.reserve(node_->items.size());
    for (const Node* item : node_->items) items.emplace_back(*item, where_, *findings_);
  } else {
    report_wrong_type("a list", "Write the items as '- item' on lines of their own, or [a, b].");
  }
  return items;
}

void Cursor::report_wrong_type(std::string_view expected, std::string_view example) const {
  findings_->add(input_errors::wrong_type, place())
      .with("what", std::string(where_))
      .with("expected", std::string(expected))
      .with("found", describe(*node_))
      .with("example", std::string(example));
}

std::string suggestion_for(std::string_view written, std::span<const std::string_view> known) {
  const std::optional<std::string_view> near = did_you_mean(written, known);
  return near ? fmt::format(" (did you mean '{}'?)", *near) : std::string();
}

std::string list_words(std::span<const std::string_view> words) {
  constexpr std::size_t kShownWords = 12;
  std::string list;
  const std::size_t shown_words = words.size() > kShownWords + 1 ? kShownWords : words.size();
  for (std::size_t i = 0; i < shown_words; ++i) {
    if (i > 0) list += i + 1 == words.size() ? " and " : ", ";
    list += words[i];
  }
  if (shown_words < words.size()) {
    list += fmt::format(" and {} more", words.size() - shown_words);
  }
  return list;
}

std::string describe(const Node& node) {
  switch (node.type) {
    case NodeType::Null:
      return "nothing";
    case NodeType::Scalar:
      return node.text.empty() ? "an empty text" : fmt::format("text '{}'", shown(node.text));
    case NodeType::Sequence:
      return "a list";
    case NodeType::Map:
      return "a map";
  }
  return "nothing";
}

}  // namespace plumbline
