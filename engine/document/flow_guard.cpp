// Looks ahead of the parser for bracketed collections that it would hold in memory as a whole.
//
// yaml-cpp keeps every token of a collection in brackets until it knows whether the collection is a
// key, that is until its closing bracket. Its own depth guard and ours, which sees events, come too
// late: a megabyte of '[' takes 200 MB first.
#include <algorithm>

#include "engine/document/ends.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/document/sizes.hpp"
#include "engine/document/source.hpp"

namespace plumbline::reading {
namespace {

// Below this size the parser's appetite is harmless.
constexpr std::uint32_t kSmallText = 256u * 1024;
constexpr std::size_t kMostParts = 250'000;

// Walks over the text the way a YAML scanner would, as far as needed to tell brackets that open
// collections from brackets inside text. Where the two could differ, text wins: a file must not be
// refused for a smiley.
class BracketWalk {
 public:
  BracketWalk(const Source& source, const DocumentCaps& caps, Findings& findings)
      : source_(source), caps_(caps), findings_(findings) {}

  void run() {
    for (std::uint32_t line = 0; line < source_.line_count() && !stopped_;) {
      line = block_line(line);
    }
  }

 private:
  // Reads the line and gives the next one to read.
  std::uint32_t block_line(std::uint32_t line) {
    const std::string_view content = source_.line(line);
    const std::size_t first = content.find_first_not_of(" \t");
    if (first == std::string_view::npos || content[first] == '#') return line + 1;
    const std::uint32_t start = source_.line_start(line);
    if (after_plain_ && static_cast<std::int64_t>(first) > block_column_) return line + 1;
    after_plain_ = false;
    return node({start + static_cast<std::uint32_t>(first), line});
  }

  // Reads from where a node may begin up to the end of a line; gives the next line to read.
  std::uint32_t node(Spot spot) {
    for (;;) {
      spot = skip_markers(spot);
      const char c = source_.at(spot.offset);
      if (c == '\n' || c == '\r' || c == '#') return spot.line + 1;
      if (c == '|' || c == '>') {
        const BlockText text = read_block(source_, spot, block_column_);
        return source_.forward(spot, text.end).line + 1;
      }
      const std::uint32_t begin = spot.offset;
      if (c == '[' || c == '{') {
        spot = bracketed(spot);
      } else if (c == '"' || c == '\'') {
        spot = source_.forward(spot, read_quoted(source_, spot.offset).end);
      } else {
        spot.offset = end_of_plain_part(spot.offset);
        after_plain_ = true;
      }
      if (stopped_ || spot.offset >= source_.size()) return source_.line_count();
      // A key: what stands after its colon is a node again.
      std::uint32_t colon = spot.offset;
      while (source_.at(colon) == ' ' || source_.at(colon) == '\t') ++colon;
      if (source_.at(colon) != ':') return spot.line + 1;
      block_column_ = source_.byte_column({begin, spot.line});
      after_plain_ = false;
      spot.offset = colon + 1;
    }
  }

  // List dashes, question marks, anchors and tags before a node.
  Spot skip_markers(Spot spot) {
    for (;;) {
      while (source_.at(spot.offset) == ' ' || source_.at(spot.offset) == '\t') ++spot.offset;
      const char c = source_.at(spot.offset);
      const char next = source_.at(spot.offset + 1);
      if ((c == '-' || c == '?') && (next == ' ' || next == '\n' || next == '\r')) {
        block_column_ = source_.byte_column(spot);
        ++spot.offset;
      } else if (c == '&' || c == '!' || c == '*') {
        spot.offset = std::min(
            c == '!' ? end_of_tag(source_, spot.offset) : end_of_name(source_, spot.offset),
            end_of_line(spot.line));
      } else {
        return spot;
      }
    }
  }

  [[nodiscard]] std::uint32_t end_of_line(std::uint32_t line) const {
    return source_.line_start(line) + static_cast<std::uint32_t>(source_.line(line).size());
  }

  // Plain text in a block runs to ": ", " #" or the end of the line.
  [[nodiscard]] std::uint32_t end_of_plain_part(std::uint32_t offset) const {
    for (; offset < source_.size(); ++offset) {
      const char c = source_.at(offset);
      const char next = source_.at(offset + 1);
      if (c == '\n' || c == '\r') break;
      if (c == ':' && (next == ' ' || next == '\t' || next == '\n' || next == '\r')) break;
      if ((c == ' ' || c == '\t') && next == '#') break;
    }
    return offset;
  }

  // From the opening bracket to just after the one that closes it.
  Spot bracketed(Spot open) {
    std::size_t depth = 0;
    std::size_t parts = 0;
    bool node_may_begin = true;
    std::uint32_t offset = open.offset;
    while (offset < source_.size()) {
      const char c = source_.at(offset);
      if (c == '[' || c == '{') {
        if (++depth > caps_.depth) return stop(offset, "the nesting", depth, caps_.depth, "level");
        node_may_begin = true;
      } else if (c == ']' || c == '}') {
        if (--depth == 0) return source_.forward(open, offset + 1);
        node_may_begin = false;
      } else if (c == ',' || c == ':') {
        node_may_begin = true;
      } else if ((c == '"' || c == '\'') && node_may_begin) {
        offset = read_quoted(source_, offset).end;
        node_may_begin = false;
        continue;
      } else if (c == '#' || c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        const std::uint32_t next = skip_space(source_, offset);
        offset = std::max(next, offset + 1);
        continue;
      } else {
        node_may_begin = false;
      }
      if (c == ',' || c == ':' || c == '[' || c == '{') ++parts;
      if (parts > kMostParts) {
        return stop(open.offset, "this collection in brackets", parts, kMostParts, "part");
      }
      ++offset;
    }
    return source_.find(source_.size());
  }

  Spot stop(std::uint32_t offset, std::string_view what, std::size_t size, std::size_t cap,
            std::string_view noun) {
    stopped_ = true;
    const Spot begin = source_.find(offset);
    findings_.add(input_errors::input_too_large, source_.character_at(begin))
        .with("what", std::string(what))
        .with("size", count_of(size, noun))
        .with("cap", count_of(cap, noun));
    return begin;
  }

  const Source& source_;
  const DocumentCaps& caps_;
  Findings& findings_;
  // Byte column of the innermost key or dash so far: deeper lines continue its text.
  std::int64_t block_column_ = -1;
  bool after_plain_ = false;
  bool stopped_ = false;
};

}  // namespace

void guard_bracketed_collections(const Source& source, const DocumentCaps& caps,
                                 Findings& findings) {
  if (source.size() > kSmallText) BracketWalk(source, caps, findings).run();
}

}  // namespace plumbline::reading
