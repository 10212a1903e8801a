// The scans that find the ends of scalars and bracketed collections.
#include "engine/document/ends.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace plumbline::reading {
namespace {

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }
constexpr bool is_space(char c) { return is_blank(c) || is_break(c); }
constexpr bool is_flow_indicator(char c) {
  return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

std::uint32_t end_of_line(const Source& source, std::uint32_t from) {
  const std::size_t end = source.text().find('\n', from);
  return end == std::string_view::npos ? source.size() : static_cast<std::uint32_t>(end);
}

// A comment begins where '#' opens a line or follows a blank.
bool is_comment(const Source& source, std::uint32_t offset) {
  return source.at(offset) == '#' && (offset == 0 || is_space(source.at(offset - 1)));
}

// Number of blanks (not tabs) at the start of the line that begins at `from`.
std::uint32_t indentation(const Source& source, std::uint32_t from) {
  std::uint32_t offset = from;
  while (source.at(offset) == ' ') ++offset;
  return offset - from;
}

}  // namespace

std::uint32_t skip_space(const Source& source, std::uint32_t from) {
  std::uint32_t offset = from;
  while (offset < source.size()) {
    if (is_space(source.at(offset))) {
      ++offset;
    } else if (is_comment(source, offset)) {
      offset = end_of_line(source, offset);
    } else {
      break;
    }
  }
  return offset;
}

QuotedText read_quoted(const Source& source, std::uint32_t from) {
  const char quote = source.at(from);
  bool verbatim = true;
  std::uint32_t offset = from + 1;
  while (offset < source.size()) {
    const char c = source.at(offset);
    if (c == quote) {
      if (quote == '"' || source.at(offset + 1) != '\'') return {offset + 1, true, verbatim};
      verbatim = false;
      offset += 2;
    } else if (c == '\\' && quote == '"') {
      verbatim = false;
      offset += 2;
    } else {
      if (c == '\n') verbatim = false;
      ++offset;
    }
  }
  return {source.size(), false, false};
}

std::uint32_t end_of_plain(const Source& source, std::uint32_t from, std::string_view value) {
  const std::string_view rest = source.text().substr(std::min(from, source.size()));
  if (rest.starts_with(value)) return from + static_cast<std::uint32_t>(value.size());
  // Over several lines: a blank or line feed of the value stands for a run of breaks and
  // indentation, all else stands for itself.
  std::uint32_t offset = from;
  std::size_t i = 0;
  while (i < value.size() && offset < source.size()) {
    if (value[i] == source.at(offset) && value[i] != '\n') {
      ++i;
      ++offset;
    } else if (is_space(value[i]) && is_space(source.at(offset))) {
      while (i < value.size() && is_space(value[i])) ++i;
      while (offset < source.size() && is_space(source.at(offset))) ++offset;
    } else if (is_space(source.at(offset))) {
      ++offset;  // Blanks before a break belong to no value.
    } else {
      break;
    }
  }
  return offset;
}

BlockText read_block(const Source& source, Spot from, std::int64_t parent) {
  std::uint32_t header = from.offset + 1;
  std::int64_t indent = -1;
  while (source.at(header) == '+' || source.at(header) == '-' ||
         (source.at(header) >= '0' && source.at(header) <= '9')) {
    if (source.at(header) >= '0' && source.at(header) <= '9') {
      indent = std::max<std::int64_t>(parent, 0) + (source.at(header) - '0');
    }
    ++header;
  }
  BlockText text{.content = std::min(end_of_line(source, header) + 1, source.size()),
                 .end = header};
  std::uint32_t line = text.content;
  while (line < source.size()) {
    const std::uint32_t end = end_of_line(source, line);
    std::uint32_t last = end;
    while (last > line && is_space(source.at(last - 1))) --last;
    if (last > line) {
      const std::int64_t own = indentation(source, line);
      if (indent < 0) indent = std::max<std::int64_t>({own, parent + 1, 1});
      if (own < indent) break;
      text.end = last;
    }
    line = end + 1;
  }
  return text;
}

std::uint32_t end_of_bracketed(const Source& source, std::uint32_t from, char closing) {
  std::uint32_t offset = from;
  while (offset < source.size()) {
    if (source.at(offset) == closing) return offset + 1;
    offset = is_comment(source, offset) ? end_of_line(source, offset) : offset + 1;
  }
  return source.size();
}

std::optional<std::uint32_t> open_bracket(const Source& source, std::uint32_t from,
                                          std::uint32_t to) {
  std::vector<std::uint32_t> open;
  bool value_may_begin = true;
  for (std::uint32_t offset = from; offset < std::min(to, source.size());) {
    const char c = source.at(offset);
    if (is_space(c) || is_comment(source, offset)) {
      offset = std::max(skip_space(source, offset), offset + 1);
      continue;
    }
    if ((c == '"' || c == '\'') && value_may_begin) {
      offset = read_quoted(source, offset).end;
      value_may_begin = false;
      continue;
    }
    if ((c == '[' || c == '{') && (value_may_begin || !open.empty())) {
      open.push_back(offset);
    } else if ((c == ']' || c == '}') && !open.empty()) {
      open.pop_back();
    }
    value_may_begin = c == '[' || c == '{' || c == ',' || c == ':' || c == '-' || c == '?';
    ++offset;
  }
  if (open.empty()) return std::nullopt;
  return open.back();
}

std::uint32_t end_of_name(const Source& source, std::uint32_t from) {
  std::uint32_t offset = from + 1;
  while (offset < source.size() && !is_space(source.at(offset)) &&
         !is_flow_indicator(source.at(offset))) {
    ++offset;
  }
  return std::min(offset, source.size());
}

std::uint32_t end_of_tag(const Source& source, std::uint32_t from) {
  if (source.at(from + 1) != '<') return end_of_name(source, from);
  std::uint32_t offset = from;
  while (offset < source.size() && source.at(offset) != '>' && !is_break(source.at(offset)))
    ++offset;
  return source.at(offset) == '>' ? offset + 1 : offset;
}

std::uint32_t null_word(const Source& source, std::uint32_t from) {
  constexpr std::array<std::string_view, 4> kWords{"~", "null", "Null", "NULL"};
  if (from >= source.size()) return 0;
  const std::string_view rest = source.text().substr(from);
  for (const std::string_view word : kWords) {
    if (!rest.starts_with(word)) continue;
    const auto length = static_cast<std::uint32_t>(word.size());
    const char next = source.at(from + length);
    if (is_space(next) || is_flow_indicator(next) || next == ':') return length;
  }
  return 0;
}

}  // namespace plumbline::reading
