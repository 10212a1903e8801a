// How lines are laid out on a terminal: paragraphs with a hanging head, tables of aligned cells,
// colour.
#include "engine/report/layout.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/report/page.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kLeastRoom = 30;  // columns in which a sentence can still be read

std::string_view code_of(Paint paint) {
  switch (paint) {
    case Paint::Plain:
      return "";
    case Paint::Bold:
      return "\x1b[1m";
    case Paint::Good:
      return "\x1b[1;32m";
    case Paint::Bad:
      return "\x1b[31m";
    case Paint::Doubtful:
      return "\x1b[33m";
    case Paint::Undecided:
      return "\x1b[36m";
    case Paint::Faint:
      return "\x1b[2m";
  }
  return "";
}

// Puts `end` flush right behind the last line, or on a line of its own.
void append_end(std::vector<std::string>& lines, const std::string& end, std::size_t room) {
  constexpr std::size_t kGap = 2;
  if (end.empty()) return;
  const std::size_t width = display_width(end);
  if (display_width(lines.back()) + kGap + width > room) lines.emplace_back();
  if (width < room) lines.back() = pad_right(lines.back(), room - width);
  lines.back() += end;
}

}  // namespace

std::string painted(std::string_view text, Paint paint, const Style& style) {
  if (style.colour == Colour::Off || paint == Paint::Plain || text.empty()) {
    return std::string(text);
  }
  return std::string(code_of(paint)).append(text).append("\x1b[0m");
}

void append_paragraph(std::string& out, const Paragraph& paragraph, const Style& style) {
  const std::string head = neutralise(paragraph.head);
  std::size_t left = paragraph.indent + paragraph.head_width;
  const bool is_stacked = paragraph.head_width > 0 && style.width < left + kLeastRoom;
  if (is_stacked) {
    left = paragraph.indent + 2;
    if (!head.empty()) {
      out.append(paragraph.indent, ' ').append(painted(head, paragraph.head_paint, style));
      out.push_back('\n');
    }
  }
  const std::size_t room = std::max(style.width, left + kLeastRoom) - left;
  std::vector<std::string> lines = break_lines(paragraph.text, room);
  append_end(lines, paragraph.end, room);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string line;
    if (i == 0 && !is_stacked && paragraph.head_width > 0) {
      line.append(paragraph.indent, ' ').append(painted(head, paragraph.head_paint, style));
      const std::size_t used = paragraph.indent + display_width(head);
      line.append(used < left ? left - used : 1, ' ');
    } else {
      line.append(left, ' ');
    }
    line += lines[i];
    trim_right(line);
    out.append(line).push_back('\n');
  }
}

std::size_t widest(const std::vector<std::string>& texts) {
  std::size_t width = 0;
  for (const std::string& text : texts) width = std::max(width, display_width(text));
  return width;
}

void trim_right(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

std::string wrap(std::string_view text, std::size_t width, std::string_view indent) {
  const std::size_t room = std::max<std::size_t>(width, display_width(indent) + 1);
  std::string out;
  // The first line begins where the caller stands; the rest are indented.
  for (const std::string& line : break_lines(text, room - display_width(indent))) {
    if (!out.empty()) out.append("\n").append(indent);
    out += line;
  }
  return out;
}

}  // namespace plumbline
