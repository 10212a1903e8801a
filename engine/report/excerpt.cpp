// The line that a finding speaks of, with carets under it, as a terminal shows both.
#include "engine/report/excerpt.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/report/layout.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kLeastRoom = 20;
constexpr std::size_t kBefore = 3;  // part of the room that is kept for what stands before a range

// Byte offset of the character in column `column` (from 1); the end of the text if it is shorter.
std::size_t offset_of(std::string_view line, std::uint32_t column) {
  std::size_t offset = 0;
  for (std::uint32_t i = 1; i < column && offset < line.size(); ++i) {
    static_cast<void>(decode_utf8(line, offset));
  }
  return offset;
}

// The longest tail of `text` that is at most `width` columns wide once it is neutralised.
std::string tail(std::string_view text, std::size_t width) {
  std::size_t begin = text.size();
  std::string kept;
  while (begin > 0) {
    std::size_t start = begin - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    std::string longer = neutralise(text.substr(start, begin - start)) + kept;
    if (display_width(longer) > width) break;
    kept = std::move(longer);
    begin = start;
  }
  return begin > 0 ? "\u2026" + kept : kept;
}

struct Cut {
  std::string before;
  std::string range;
  std::string after;
};

// What of the line is shown: the range, as much before it as a third of the room, then the rest.
Cut cut(std::string_view line, const SourceRange& place, std::size_t room) {
  const std::size_t begin = offset_of(line, place.column);
  const bool ends_here = place.end_line == place.line;
  const std::size_t end =
      ends_here ? std::max(begin, offset_of(line, place.end_column)) : line.size();
  Cut result;
  result.before = neutralise(line.substr(0, begin));
  result.range = neutralise(line.substr(begin, end - begin));
  result.after = neutralise(line.substr(end));
  if (display_width(result.before + result.range + result.after) <= room) return result;
  const std::size_t width = display_width(result.range);
  const std::size_t before = std::max(room / kBefore, room > width ? room - width : 0);
  if (display_width(result.before) > before)
    result.before = tail(line.substr(0, begin), before - 1);
  const std::size_t left = room - std::min(room, display_width(result.before));
  result.range = truncate(result.range, std::max<std::size_t>(left, 1));
  const std::size_t rest = left - std::min(left, display_width(result.range));
  result.after = rest > 1 ? truncate(result.after, rest) : std::string();
  return result;
}

}  // namespace

std::string_view Lines::line(std::uint32_t number) const {
  if (number < number_) {
    offset_ = 0;
    number_ = 1;
  }
  while (number_ < number) {
    const std::size_t end = text_.find('\n', offset_);
    if (end == std::string_view::npos) return {};
    offset_ = end + 1;
    ++number_;
  }
  std::string_view found = text_.substr(offset_, text_.find('\n', offset_) - offset_);
  if (found.ends_with('\r')) found.remove_suffix(1);
  // A byte-order mark is not part of the first line's columns.
  if (number == 1 && found.starts_with("\xEF\xBB\xBF")) found.remove_prefix(3);
  return found;
}

std::string excerpt(const Lines& lines, const SourceRange& place, const Style& style) {
  if (place.is_nowhere()) return {};
  const std::string_view line = lines.line(place.line);
  if (line.empty()) return {};
  const std::string number = fmt::format("{:>5}", place.line);
  const std::string margin(number.size(), ' ');
  const std::size_t used = number.size() + 3;
  const Cut shown = cut(line, place, std::max(style.width, used + kLeastRoom) - used);
  const std::size_t carets = std::max<std::size_t>(1, display_width(shown.range));
  std::string text = painted(number + " | ", Paint::Faint, style);
  text += shown.before + painted(shown.range, Paint::Bold, style) + shown.after;
  trim_right(text);
  text += "\n" + painted(margin + " | ", Paint::Faint, style);
  text += std::string(display_width(shown.before), ' ');
  text += painted(std::string(carets, '^'), Paint::Bad, style) + "\n";
  return text;
}

}  // namespace plumbline
