// Reading a located tree key by key: wrong types, unknown keys and bad quantities become findings.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/quantity.hpp"
#include "engine/document/document.hpp"
#include "engine/finding/finding.hpp"

namespace plumbline {

// A value together with what it is called in messages ("the workload 'documents'") and the findings
// that collect its problems. Cheap to copy. Every reader reports at most once per cause and returns
// nullopt when it could not read, so that reading goes on.
class Cursor {
 public:
  Cursor(const Node& node, std::string_view where, Findings& findings);

  [[nodiscard]] const Node& node() const { return *node_; }
  [[nodiscard]] SourceRange place() const { return node_->place; }
  [[nodiscard]] std::string_view where() const { return where_; }
  [[nodiscard]] Findings& findings() const { return *findings_; }

  // For a map: the value under `key` if it is there. `where` names the child in messages and must
  // outlive the cursor (use a literal or text kept by the document).
  [[nodiscard]] std::optional<Cursor> get(std::string_view key, std::string_view where) const;
  // The same, but its absence is an error with `example` as the fix.
  [[nodiscard]] std::optional<Cursor> need(std::string_view key, std::string_view where,
                                           std::string_view example) const;
  // Reports every key that is not in `known` (did you mean ...). False if it is not a map at all.
  bool expect_map(std::span<const std::string_view> known) const;
  bool expect_map(std::initializer_list<std::string_view> known) const;

  [[nodiscard]] bool is_map() const { return node_->is_map(); }
  [[nodiscard]] bool is_scalar() const { return node_->is_scalar(); }
  [[nodiscard]] bool is_sequence() const { return node_->is_sequence(); }

  // A scalar as text; a map, list or empty value is reported as the wrong type.
  [[nodiscard]] std::optional<std::string_view> text() const;
  // `true` or `false` and nothing else (YAML 1.2 core; yes, no, on, off are words).
  [[nodiscard]] std::optional<bool> boolean() const;
  // One exact quantity (see parse_quantity).
  [[nodiscard]] std::optional<double> quantity(Dimension dimension) const;
  // One of a closed list of words; returns its index.
  [[nodiscard]] std::optional<std::size_t> word(std::span<const std::string_view> known,
                                                std::string_view what) const;
  // A list of texts; a single scalar counts as a list of one.
  [[nodiscard]] std::vector<Cursor> list() const;

  void report_wrong_type(std::string_view expected, std::string_view example) const;

 private:
  const Node* node_;
  std::string_view where_;
  Findings* findings_;
};

// " (did you mean 'x'?)" or an empty text; for the {suggestion} slot.
[[nodiscard]] std::string suggestion_for(std::string_view written,
                                         std::span<const std::string_view> known);
// "a, b and c", cut after some twelve words.
[[nodiscard]] std::string list_words(std::span<const std::string_view> words);
// "a map", "a list", "text 'abc'", "nothing" for messages (neutralised, shortened).
[[nodiscard]] std::string describe(const Node& node);

}  // namespace plumbline
