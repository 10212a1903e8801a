// UTF-8, neutralised output and stable hashes.
#include "engine/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

namespace plumbline {
namespace {

struct Block {
  char32_t first;
  char32_t last;
};

// What a reader cannot see, or what makes the rest of a line appear elsewhere than it stands.
// Source: Unicode Technical Report 36 (security considerations) and the list in text.hpp.
constexpr auto kTreacherous = std::to_array<Block>({
    {0x0000, 0x001F},    // C0 controls, escape among them
    {0x007F, 0x009F},    // delete and C1 controls
    {0x00AD, 0x00AD},    // soft hyphen
    {0x034F, 0x034F},    // combining grapheme joiner
    {0x061C, 0x061C},    // Arabic letter mark
    {0x115F, 0x1160},    // Hangul fillers
    {0x17B4, 0x17B5},    // Khmer inherent vowels
    {0x180E, 0x180E},    // Mongolian vowel separator
    {0x200B, 0x200F},    // zero-width space, joiners, directional marks
    {0x2028, 0x202E},    // line and paragraph separators, directional embeddings
    {0x2060, 0x206F},    // word joiner, invisible operators, directional isolates
    {0x3164, 0x3164},    // Hangul filler
    {0xFEFF, 0xFEFF},    // byte-order mark
    {0xFFA0, 0xFFA0},    // halfwidth Hangul filler
    {0xFFF9, 0xFFFB},    // interlinear annotation
    {0xFFFE, 0xFFFF},    // noncharacters
    {0x1BCA0, 0x1BCA3},  // shorthand format controls
    {0x1D173, 0x1D17A},  // musical format controls
    {0xE0000, 0xE007F},  // tags
});

bool is_treacherous(char32_t point) {
  const auto* block = std::ranges::lower_bound(kTreacherous, point, {}, &Block::last);
  return block != kTreacherous.end() && point >= block->first;
}

bool is_plain_ascii(char c) { return c >= 0x20 && c < 0x7F; }

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// The length of the run of ASCII at `offset`, eight bytes at a time: nearly all of a scenario.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  while (offset + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + offset, sizeof eight);
    if ((eight & kHighBits) != 0) break;
    offset += sizeof eight;
  }
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80) ++offset;
  return offset;
}

}  // namespace

std::optional<char32_t> decode_utf8(std::string_view text, std::size_t& offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::size_t length = sequence_length(lead);
  if (length == 1) {
    ++offset;
    return lead;
  }
  const std::size_t start = offset;
  ++offset;
  if (length == 0 || text.size() - start < length) return std::nullopt;
  // The bits of the lead byte below its length marker: 5, 4 or 3 of them.
  char32_t point = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[start + i]);
    if ((byte & 0xC0U) != 0x80U) return std::nullopt;
    point = (point << 6U) | (byte & 0x3FU);
  }
  // Overlong forms, surrogates and what lies beyond Unicode have no other meaning to fall back on.
  if (length == 3 && (point < 0x800 || (point >= 0xD800 && point <= 0xDFFF))) return std::nullopt;
  if (length == 4 && (point < 0x10000 || point > 0x10FFFF)) return std::nullopt;
  offset = start + length;
  return point;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (true) {
    offset = skip_ascii(text, offset);
    if (offset >= text.size()) return std::nullopt;
    const std::size_t start = offset;
    if (!decode_utf8(text, offset)) return start;
  }
}

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(
      utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string neutralise(std::string_view text) {
  if (std::ranges::all_of(text, is_plain_ascii)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const std::optional<char32_t> point = decode_utf8(text, offset);
    if (!point) {
      fmt::format_to(std::back_inserter(result), "\\x{{{:02X}}}",
                     static_cast<unsigned char>(text[start]));
    } else if (is_treacherous(*point)) {
      fmt::format_to(std::back_inserter(result), "\\u{{{:04X}}}",
                     static_cast<std::uint32_t>(*point));
    } else {
      result.append(text.substr(start, offset - start));
    }
  }
  return result;
}

std::uint64_t stable_hash(std::string_view bytes) {
  // The constants of FNV-1a for 64 bits (draft-eastlake-fnv).
  std::uint64_t hash = 14695981039346656037U;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 1099511628211U;
  }
  return hash;
}

}  // namespace plumbline
