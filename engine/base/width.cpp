// Terminal columns: measuring, padding and cutting text that holds wide and combining characters.
#include <algorithm>

#include "engine/base/character_width.hpp"
#include "engine/base/text.hpp"

namespace plumbline {
namespace {

template <class Blocks>
bool holds(const Blocks& blocks, std::uint32_t point) {
  const auto* block = std::ranges::lower_bound(blocks, point, {}, &character_width::Block::last);
  return block != blocks.end() && point >= block->first;
}

std::size_t width_of(char32_t character) {
  const auto point = static_cast<std::uint32_t>(character);
  if (point < 0x20 || (point >= 0x7F && point < 0xA0)) return 0;
  if (point < character_width::kZero.front().first) return 1;
  if (holds(character_width::kZero, point)) return 0;
  return holds(character_width::kWide, point) ? 2 : 1;
}

// An invalid byte is shown as one replacement character.
std::size_t next_width(std::string_view utf8, std::size_t& offset) {
  const std::optional<char32_t> point = decode_utf8(utf8, offset);
  return point ? width_of(*point) : 1;
}

std::string blanks(std::string_view utf8, std::size_t width) {
  const std::size_t used = display_width(utf8);
  return std::string(width > used ? width - used : 0, ' ');
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < utf8.size();) width += next_width(utf8, offset);
  return width;
}

std::string pad_right(std::string_view utf8, std::size_t width) {
  return std::string(utf8) + blanks(utf8, width);
}

std::string pad_left(std::string_view utf8, std::size_t width) {
  return blanks(utf8, width) + std::string(utf8);
}

std::string truncate(std::string_view utf8, std::size_t width) {
  if (display_width(utf8) <= width) return std::string(utf8);
  if (width == 0) return {};
  std::size_t used = 1;  // the ellipsis
  std::size_t end = 0;
  for (std::size_t offset = 0; offset < utf8.size();) {
    used += next_width(utf8, offset);
    if (used > width) break;
    end = offset;
  }
  return std::string(utf8.substr(0, end)) + "…";
}

}  // namespace plumbline
