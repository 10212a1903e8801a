// Where values end: the parser tells only where they begin, so the source is read once more.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/document/source.hpp"

namespace plumbline::reading {

// All functions take and give byte offsets into source.text(), and stay within it whatever they
// are given.

// The first offset at or after `from` that is neither blank, line break nor comment.
[[nodiscard]] std::uint32_t skip_space(const Source& source, std::uint32_t from);

struct QuotedText {
  std::uint32_t end = 0;  // just after the closing quote, or the end of the text
  bool closed = false;
  bool verbatim = false;  // one line without escapes: what stands between the quotes is the value
};
// `from` is the offset of the opening quote, ' or ".
[[nodiscard]] QuotedText read_quoted(const Source& source, std::uint32_t from);

// The end of a plain scalar that begins at `from` and whose value, folded by the parser, is
// `value`.
[[nodiscard]] std::uint32_t end_of_plain(const Source& source, std::uint32_t from,
                                         std::string_view value);

struct BlockText {
  std::uint32_t content = 0;  // offset of the line after the header
  std::uint32_t end = 0;      // just after the last visible character, or after the header
};
// A block scalar whose `|` or `>` stands at `from`; `parent` is the byte column of the innermost
// block collection around it, -1 for none.
[[nodiscard]] BlockText read_block(const Source& source, Spot from, std::int64_t parent);

// Just after the bracket that closes a collection, given the end of its last child.
[[nodiscard]] std::uint32_t end_of_bracketed(const Source& source, std::uint32_t from,
                                             char closing);

// The innermost bracket that stands open at `to`, if any opens at or after `from`; `from` is where
// a value, a colon or a dash stands.
[[nodiscard]] std::optional<std::uint32_t> open_bracket(const Source& source, std::uint32_t from,
                                                        std::uint32_t to);

// Just after the name of the alias or anchor (`*name`, `&name`) at `from`.
[[nodiscard]] std::uint32_t end_of_name(const Source& source, std::uint32_t from);
// Just after the tag (`!x`, `!!x`, `!<x>`) at `from`.
[[nodiscard]] std::uint32_t end_of_tag(const Source& source, std::uint32_t from);

// Length of `~`, `null`, `Null` or `NULL` standing alone at `from`, else 0.
[[nodiscard]] std::uint32_t null_word(const Source& source, std::uint32_t from);

}  // namespace plumbline::reading
