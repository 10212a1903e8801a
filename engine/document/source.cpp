// Finds line starts and unreadable characters in one pass, and turns offsets into columns.
#include "engine/document/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

#include "engine/base/text.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/document/sizes.hpp"

namespace plumbline::reading {
namespace {

constexpr std::uint32_t kBlock = 64;
// Repetitions of one problem that are still shown as related places.
constexpr std::size_t kRepetitionsShown = 8;

enum class ByteClass : std::uint8_t { Ordinary, LineFeed, CarriageReturn, Control, Tab, High };

constexpr std::array<ByteClass, 256> make_classes() {
  std::array<ByteClass, 256> classes{};
  for (std::size_t i = 0; i < 0x20; ++i) classes[i] = ByteClass::Control;
  classes['\t'] = ByteClass::Tab;
  classes['\n'] = ByteClass::LineFeed;
  classes['\r'] = ByteClass::CarriageReturn;
  classes[0x7F] = ByteClass::Control;
  for (std::size_t i = 0x80; i < 0x100; ++i) classes[i] = ByteClass::High;
  return classes;
}
constexpr std::array<ByteClass, 256> kClasses = make_classes();

// Number of UTF-8 continuation bytes (10xxxxxx), eight at a time.
std::uint32_t followers_of(std::string_view bytes) {
  constexpr std::uint64_t kLowest = 0x0101010101010101;
  std::uint32_t count = 0;
  while (bytes.size() >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), sizeof word);
    count += static_cast<std::uint32_t>(std::popcount((word >> 7) & ~(word >> 6) & kLowest));
    bytes.remove_prefix(sizeof word);
  }
  for (const char byte : bytes) {
    count += (static_cast<unsigned char>(byte) & 0xC0) == 0x80 ? 1u : 0u;
  }
  return count;
}

// A C1 control (but for U+0085, which YAML counts among the printable characters) or a byte-order
// mark inside the text, else 0.
char32_t control_at(std::string_view text, std::size_t offset) {
  if (text.substr(offset, kByteOrderMark.size()) == kByteOrderMark) return 0xFEFF;
  if (static_cast<unsigned char>(text[offset]) != 0xC2 || offset + 1 >= text.size()) return 0;
  const auto next = static_cast<unsigned char>(text[offset + 1]);
  return next >= 0x80 && next < 0xA0 && next != 0x85 ? next : 0;
}

std::string name_control(char32_t character) {
  const auto code = static_cast<std::uint32_t>(character);
  switch (code) {
    case 0x00:
      return "U+0000 (NUL)";
    case 0x0C:
      return "U+000C (form feed)";
    case 0x0D:
      return "U+000D (a carriage return without a line feed)";
    case 0x1B:
      return "U+001B (escape)";
    case 0xFEFF:
      return "U+FEFF (a byte-order mark inside the text)";
    default:
      return fmt::format("U+{:04X}", code);
  }
}

// Collects control characters: each kind once, its repetitions as related places.
class ControlCharacters {
 public:
  void see(char32_t character, std::uint32_t offset) {
    for (Seen& seen : seen_) {
      if (seen.character != character) continue;
      if (seen.offsets.size() <= kRepetitionsShown) seen.offsets.push_back(offset);
      return;
    }
    seen_.push_back({character, {offset}});
  }

  void report(const Source& source, Findings& findings) const {
    for (const Seen& seen : seen_) {
      Finding& finding =
          findings.add(input_errors::control_character, place(source, seen, seen.offsets.front()));
      finding.with("character", name_control(seen.character));
      for (std::size_t i = 1; i < seen.offsets.size(); ++i) {
        finding.related_to(place(source, seen, seen.offsets[i]), "here too");
      }
    }
  }

 private:
  struct Seen {
    char32_t character;
    std::vector<std::uint32_t> offsets;
  };

  static SourceRange place(const Source& source, const Seen& seen, std::uint32_t offset) {
    const Spot begin = source.find(offset);
    const std::uint32_t bytes = seen.character < 0x80 ? 1 : seen.character < 0x800 ? 2 : 3;
    return source.range(begin, {offset + bytes, begin.line});
  }

  std::vector<Seen> seen_;
};

void report_long_lines(const Source& source, const DocumentCaps& caps, Findings& findings) {
  for (std::uint32_t line = 0; line < source.line_count(); ++line) {
    const std::size_t length = source.line(line).size();
    if (length <= caps.line_bytes) continue;
    const Spot begin{source.line_start(line), line};
    findings.add(input_errors::input_too_large, source.range(begin, begin))
        .with("what", "this line")
        .with("size", count_of(length, "byte"))
        .with("cap", count_of(caps.line_bytes, "byte"));
    if (findings.size() >= kMostProblems) return;
  }
}

}  // namespace

Source Source::scan(std::string_view text, const DocumentCaps& caps, Findings& findings) {
  Source source;
  source.text_ = text;
  // Scenario lines are some 40 bytes long; growing twice costs less than counting first.
  source.line_starts_.reserve(text.size() / 32 + 2);
  source.line_starts_.push_back(0);

  ControlCharacters controls;
  bool has_high = false;
  std::size_t longest_line = 0;
  std::uint32_t line_start = 0;
  std::uint32_t line_of_last_tab = std::numeric_limits<std::uint32_t>::max();
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    const ByteClass what = kClasses[static_cast<unsigned char>(text[i])];
    if (what == ByteClass::Ordinary) continue;
    switch (what) {
      case ByteClass::LineFeed:
        longest_line = std::max<std::size_t>(longest_line, i - line_start);
        line_start = i + 1;
        source.line_starts_.push_back(line_start);
        break;
      case ByteClass::CarriageReturn:
        if (i + 1 >= size || text[i + 1] != '\n') controls.see(U'\r', i);
        break;
      case ByteClass::Control:
        controls.see(static_cast<unsigned char>(text[i]), i);
        break;
      case ByteClass::Tab:
        // Only the first tab of a line can show that it indents.
        if (line_of_last_tab != line_start) {
          const std::string_view before = text.substr(line_start, i - line_start);
          if (before.find_first_not_of(' ') == std::string_view::npos) {
            source.has_tab_indentation_ = true;
          }
        }
        line_of_last_tab = line_start;
        break;
      case ByteClass::High:
        has_high = true;
        if (const char32_t control = control_at(text, i)) controls.see(control, i);
        break;
      case ByteClass::Ordinary:
        break;
    }
  }
  longest_line = std::max<std::size_t>(longest_line, size - line_start);

  if (has_high) {
    source.count_followers();
    if (const auto invalid = find_invalid_utf8(text)) {
      const Spot begin = source.find(static_cast<std::uint32_t>(*invalid));
      const auto byte = static_cast<unsigned char>(text[*invalid]);
      findings.add(input_errors::not_utf8, source.range(begin, {begin.offset + 1, begin.line}))
          .with("found", fmt::format("the byte 0x{:02X}", byte));
    }
  }
  controls.report(source, findings);
  if (longest_line > caps.line_bytes) report_long_lines(source, caps, findings);
  return source;
}

std::string_view Source::line(std::uint32_t line) const {
  const std::uint32_t start = line_starts_[line];
  std::uint32_t end = line + 1 < line_count() ? line_starts_[line + 1] - 1 : size();
  if (end > start && text_[end - 1] == '\r') --end;
  return text_.substr(start, end - start);
}

Spot Source::find(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return {offset, static_cast<std::uint32_t>(after - line_starts_.begin()) - 1};
}

SourceRange Source::character_at(Spot begin) const {
  std::uint32_t end = begin.offset;
  if (end < size() && text_[end] != '\n') ++end;
  while (end < size() && followers_of(text_.substr(end, 1)) > 0) ++end;
  return range(begin, {end, begin.line});
}

SourceRange Source::word_at(Spot begin) const {
  const std::size_t end = std::min(text_.find_first_of(" \t\n\r", begin.offset), text_.size());
  if (end == begin.offset) return character_at(begin);
  return range(begin, {static_cast<std::uint32_t>(end), begin.line});
}

std::uint32_t Source::tab_in_indentation(std::uint32_t line) const {
  const std::string_view content = this->line(line);
  const std::size_t first = content.find_first_not_of(" \t");
  const std::size_t tab = content.find('\t');
  if (first == std::string_view::npos || tab >= first) return size();
  return line_starts_[line] + static_cast<std::uint32_t>(tab);
}

void Source::count_followers() {
  block_followers_.reserve(text_.size() / kBlock + 1);
  std::uint32_t count = 0;
  for (std::size_t block = 0; block <= text_.size(); block += kBlock) {
    block_followers_.push_back(count);
    count += followers_of(text_.substr(block, kBlock));
  }
  line_followers_.reserve(line_starts_.size() + 1);
  for (const std::uint32_t start : line_starts_) {
    line_followers_.push_back(followers_before(start));
  }
  line_followers_.push_back(count);
}

std::uint32_t Source::followers_before(std::uint32_t offset) const {
  const std::uint32_t block = offset / kBlock;
  return block_followers_[block] + followers_of(text_.substr(block * kBlock, offset % kBlock));
}

std::uint32_t Source::followers_in_line(Spot spot) const {
  const std::uint32_t before_line = line_followers_[spot.line];
  if (line_followers_[spot.line + 1] == before_line) return 0;  // A line of ASCII.
  return followers_before(spot.offset) - before_line;
}

std::string_view foreign_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32 (little-endian)";
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32 (big-endian)";
  if (bytes.starts_with("\xFF\xFE"sv)) return "UTF-16 (little-endian)";
  if (bytes.starts_with("\xFE\xFF"sv)) return "UTF-16 (big-endian)";
  if (bytes.size() < 4) return {};
  // Without a mark the zero bytes around the first ASCII characters give the width away
  // (YAML 1.2.2, section 5.2).
  const std::array<bool, 4> zero{bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0};
  if (zero == std::array{false, true, true, true}) return "UTF-32 (little-endian)";
  if (zero == std::array{true, true, true, false}) return "UTF-32 (big-endian)";
  if (zero == std::array{false, true, false, true}) return "UTF-16 (little-endian)";
  if (zero == std::array{true, false, true, false}) return "UTF-16 (big-endian)";
  return {};
}

}  // namespace plumbline::reading
