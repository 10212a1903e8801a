// Breaks text into lines for a terminal: at blanks, but not between a number and its unit.
#include "engine/base/text.hpp"
#include "engine/report/page.hpp"

namespace plumbline {
namespace {

// Cuts a word that is wider than the column; always takes at least one character.
std::size_t bytes_that_fit(std::string_view text, std::size_t width) {
  std::size_t taken = 0;
  std::size_t used = 0;
  while (taken < text.size()) {
    std::size_t next = taken;
    static_cast<void>(decode_utf8(text, next));
    used += display_width(text.substr(taken, next - taken));
    if (taken > 0 && used > width) break;
    taken = next;
  }
  return taken;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.back() >= '0' && word.back() <= '9' &&
         word.find_first_not_of("0123456789.,$+-(") == std::string_view::npos;
}

// Whether a line may end at the blank: not between a number and what it counts, nor around the dash
// of a range ("1 B - 5 GB").
bool may_end_at(std::string_view text, std::size_t blank) {
  const std::string_view before = text.substr(0, blank);
  const std::string_view last = before.substr(before.find_last_of(' ') + 1);
  const std::string_view after = text.substr(blank + 1);
  const std::string_view next = after.substr(0, after.find(' '));
  if (last == "-" || next == "-") return false;
  return !is_number(last) || next.starts_with('(');
}

// Where a line that may take `taken` bytes of `text` ends.
std::size_t line_end(std::string_view text, std::size_t taken) {
  if (taken == text.size()) return taken;
  const std::size_t nearest = text[taken] == ' ' ? taken : text.substr(0, taken).find_last_of(' ');
  if (nearest == std::string_view::npos || nearest == 0) return taken;
  std::size_t blank = nearest;
  while (!may_end_at(text, blank)) {
    blank = text.substr(0, blank).find_last_of(' ');
    if (blank == std::string_view::npos || blank == 0) return nearest;
  }
  return blank;
}

}  // namespace

std::vector<std::string> break_lines(std::string_view text, std::size_t width) {
  const std::string clean = neutralise(text);
  std::vector<std::string> lines;
  std::string_view rest = clean;
  while (true) {
    const std::size_t start = rest.find_first_not_of(' ');
    if (start == std::string_view::npos) break;
    rest.remove_prefix(start);
    const std::size_t taken = line_end(rest, bytes_that_fit(rest, width));
    std::string line(rest.substr(0, taken));
    line.erase(line.find_last_not_of(' ') + 1);
    lines.push_back(std::move(line));
    rest.remove_prefix(taken);
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace plumbline
