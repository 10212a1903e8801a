// The text of a file as the reader sees it: lines, columns in characters, and what makes it
// unreadable.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/finding/finding.hpp"
#include "engine/finding/location.hpp"

namespace plumbline::reading {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// A byte offset and its line, both counted from 0.
struct Spot {
  std::uint32_t offset = 0;
  std::uint32_t line = 0;
};

// Half-open byte offsets.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class Source {
 public:
  Source() = default;

  // Measures `text` (without its byte-order mark) and reports what cannot be read at all: invalid
  // UTF-8, control characters, lines that are too long.
  [[nodiscard]] static Source scan(std::string_view text, const DocumentCaps& caps,
                                   Findings& findings);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  // The byte at `offset`, or a line feed beyond the end.
  [[nodiscard]] char at(std::uint32_t offset) const {
    return offset < text_.size() ? text_[offset] : '\n';
  }
  [[nodiscard]] std::uint32_t line_count() const {
    return static_cast<std::uint32_t>(line_starts_.size());
  }
  [[nodiscard]] std::uint32_t line_start(std::uint32_t line) const { return line_starts_[line]; }
  // The line without its line feed (and carriage return).
  [[nodiscard]] std::string_view line(std::uint32_t line) const;

  // Column in bytes, counted from 0: what indentation is measured in.
  [[nodiscard]] std::uint32_t byte_column(Spot spot) const {
    return spot.offset - line_starts_[spot.line];
  }
  // The spot of `offset`, which is at or after `from`.
  [[nodiscard]] Spot forward(Spot from, std::uint32_t offset) const {
    while (from.line + 1 < line_starts_.size() && line_starts_[from.line + 1] <= offset) {
      ++from.line;
    }
    return {offset, from.line};
  }
  [[nodiscard]] Spot find(std::uint32_t offset) const;

  // [begin, end) as people count: from 1, in characters.
  [[nodiscard]] SourceRange range(Spot begin, Spot end) const {
    return {begin.line + 1, column(begin), end.line + 1, column(end)};
  }
  // The one character at `begin`; nothing at the end of its line.
  [[nodiscard]] SourceRange character_at(Spot begin) const;
  // From `begin` to the end of the word there (at least one character, never past the line).
  [[nodiscard]] SourceRange word_at(Spot begin) const;

  // Some line has a tab before its first visible character.
  [[nodiscard]] bool has_tab_indentation() const { return has_tab_indentation_; }
  // Offset of a tab in the indentation of this line, or the end of the text.
  [[nodiscard]] std::uint32_t tab_in_indentation(std::uint32_t line) const;

 private:
  [[nodiscard]] std::uint32_t column(Spot spot) const {
    const std::uint32_t bytes = spot.offset - line_starts_[spot.line];
    return (line_followers_.empty() ? bytes : bytes - followers_in_line(spot)) + 1;
  }
  // UTF-8 continuation bytes between the start of the line and the spot.
  [[nodiscard]] std::uint32_t followers_in_line(Spot spot) const;
  [[nodiscard]] std::uint32_t followers_before(std::uint32_t offset) const;
  void count_followers();

  std::string_view text_;
  std::vector<std::uint32_t> line_starts_;
  // Continuation bytes before each block of the text and before each line; empty for plain ASCII.
  // They make a column a subtraction of two look-ups, however long the line.
  std::vector<std::uint32_t> block_followers_;
  std::vector<std::uint32_t> line_followers_;
  bool has_tab_indentation_ = false;
};

// "a byte-order mark of UTF-16 ..." when the bytes are not UTF-8 but another Unicode form, else
// empty.
[[nodiscard]] std::string_view foreign_encoding(std::string_view bytes);

// Reports a collection in brackets that yaml-cpp would have to hold in memory as a whole although
// it is too deep or has too many parts. Only large texts need this look ahead of the parser.
void guard_bracketed_collections(const Source& source, const DocumentCaps& caps,
                                 Findings& findings);

}  // namespace plumbline::reading
