// YAML text as a located tree: every key and value knows where it begins and ends.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/finding/finding.hpp"
#include "engine/finding/location.hpp"

namespace plumbline {

enum class NodeType : std::uint8_t { Null, Scalar, Sequence, Map };

struct Entry;

// Plain data; nodes live as long as their Document. A node reached through an alias has the places
// of the alias, its children those of the anchor.
struct Node {
  NodeType type = NodeType::Null;
  bool quoted = false;    // a scalar written with quotes or as a block
  std::string_view text;  // of a scalar
  SourceRange place;      // of the value: from its first to just after its last character; the
                          // key's place when the value is empty
  std::span<const Entry> entries;      // of a map, in written order
  std::span<const Node* const> items;  // of a sequence

  [[nodiscard]] bool is_map() const { return type == NodeType::Map; }
  [[nodiscard]] bool is_scalar() const { return type == NodeType::Scalar; }
  [[nodiscard]] bool is_sequence() const { return type == NodeType::Sequence; }
  [[nodiscard]] bool is_null() const { return type == NodeType::Null; }
  // The value under `key`, or nullptr.
  [[nodiscard]] const Node* find(std::string_view key) const;
  [[nodiscard]] const Entry* find_entry(std::string_view key) const;
};

struct Entry {
  std::string_view key;
  SourceRange key_place;
  const Node* value = nullptr;  // never null
};

struct Comment {
  std::string_view text;  // without '#' and surrounding blanks
  SourceRange place;
};

// Limits checked before or while scanning (DESIGN section 9).
struct DocumentCaps {
  std::size_t bytes = 32u * 1024 * 1024;
  std::size_t line_bytes = 64u * 1024;
  std::size_t depth = 64;
  std::size_t expanded_alias_nodes = 200'000;
  std::size_t values = 3'000'000;  // twice a design of 100,000 parts and 250,000 links
};

class Document {
 public:
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  [[nodiscard]] const std::string& file() const;
  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] const Node& root() const;
  // All comments in order of place (found by our own scan: the parser drops them).
  [[nodiscard]] std::vector<Comment> comments() const;

  // New nodes for trees made from this document (merged options); they live as long as it does.
  [[nodiscard]] Node* make_node(const Node& like);
  [[nodiscard]] std::span<Entry> make_entries(std::span<const Entry> entries);
  [[nodiscard]] std::span<const Node*> make_items(std::span<const Node* const> items);
  [[nodiscard]] std::string_view keep(std::string_view text);

 private:
  struct State;
  explicit Document(std::unique_ptr<State> state);
  friend Expected<Document, Findings> parse_document(std::string text, std::string file,
                                                     const DocumentCaps& caps);
  std::unique_ptr<State> state_;
};

// Reads one YAML document whose root is a map. On failure returns all problems that can be told
// apart (duplicate keys are all reported; a syntax error ends the reading). Never throws on input.
// Guards: UTF-8 (UTF-16 and UTF-32 are recognised and named), a byte-order mark at the start is
// skipped, caps above, NUL and control characters, one document only, root must be a map, duplicate
// keys (both places), cyclic and exploding aliases, merge keys `<<` (applied: explicit keys win),
// complex and non-scalar keys, tags (refused: values are read as plain text), tabs as indentation.
[[nodiscard]] Expected<Document, Findings> parse_document(std::string text, std::string file,
                                                          const DocumentCaps& caps = {});

// Reads a file below a byte cap; the error finding says unreadable, a folder, too large, missing.
[[nodiscard]] Expected<std::string, Findings> read_file(const std::string& path,
                                                        std::size_t cap = DocumentCaps{}.bytes);

// A deep merge, `patch` over `base`: maps merge key by key (base order first, then new keys), all
// else is replaced by the patch. Nodes keep their own places; the result lives as long as `owner`.
[[nodiscard]] const Node* merge(Document& owner, const Node& base, const Node& patch);

// Why a dotted address leads nowhere: the segment at fault, as written, and a whole clause about it
// ("'service' is text and has no keys inside").
struct AddressError {
  std::string segment;
  std::string reason;
};

// Dotted addresses name a value by keys, and by numbers from 0 within a list:
// `workloads.documents.arrive.period`, `question.0`. A key that holds a dot, a quote or blanks at
// its ends is written in double quotes: `components."a.b".service` (`""` stands for a quote within
// quotes). Trees are never changed: the result shares what it did not touch, keeps the places of
// untouched keys, and lives as long as `owner`.

// The value at `address`.
[[nodiscard]] Expected<const Node*, AddressError> find_path(const Node& root,
                                                            std::string_view address);
// `root` with `value` at `address`. Missing keys (and empty values on the way) become maps; in a
// list, the number after the last item appends. New keys have the place of `value`.
[[nodiscard]] Expected<const Node*, AddressError> set_path(Document& owner, const Node& root,
                                                           std::string_view address,
                                                           const Node& value);
// `root` without the key or item at `address`, which must exist.
[[nodiscard]] Expected<const Node*, AddressError> remove_path(Document& owner, const Node& root,
                                                              std::string_view address);

}  // namespace plumbline
