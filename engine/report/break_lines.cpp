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

// Whether the last word is a number: what it counts stays beside it.
bool ends_with_number(std::string_view text) {
  const std::string_view word = text.substr(text.find_last_of(' ') + 1);
  return !word.empty() && word.back() >= '0' && word.back() <= '9' &&
         word.find_first_not_of("0123456789.,$+-(") == std::string_view::npos;
}

// Where a line that may take `taken` bytes of `text` ends.
std::size_t line_end(std::string_view text, std::size_t taken) {
  if (taken == text.size()) return taken;
  const std::size_t nearest = text[taken] == ' ' ? taken : text.substr(0, taken).find_last_of(' ');
  if (nearest == std::string_view::npos || nearest == 0) return taken;
  std::size_t blank = nearest;
  while (ends_with_number(text.substr(0, blank))) {
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
