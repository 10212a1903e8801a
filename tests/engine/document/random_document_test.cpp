// Random documents in every style: the writer knows where it put each value, the reader must agree.
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "engine/base/text.hpp"
#include "tests/engine/document/reading.hpp"

namespace plumbline {
namespace {

using testing::numbers;

// The tree that the writer wrote, as lines "key-place key value-place value".
using Outline = std::vector<std::string>;

void outline(const Node& node, const std::string& before, Outline& lines) {
  const std::string place = numbers(node.place);
  switch (node.type) {
    case NodeType::Null:
      lines.push_back(before + place + " ~");
      return;
    case NodeType::Scalar:
      lines.push_back(before + place + (node.quoted ? " \"" : " '") + std::string(node.text));
      return;
    case NodeType::Sequence:
      lines.push_back(before + place + " list");
      for (const Node* item : node.items) outline(*item, "- ", lines);
      return;
    case NodeType::Map:
      lines.push_back(before + place + " map");
      for (const Entry& entry : node.entries) {
        outline(*entry.value, numbers(entry.key_place) + " " + std::string(entry.key) + ": ",
                lines);
      }
      return;
  }
}

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) {}

  std::string text;
  Outline lines;
  std::vector<std::string> comments;

  void document() {
    if (chance(10)) text += "\xEF\xBB\xBF";
    if (chance(10)) put("---\n");
    filler(0);
    const std::size_t first = lines.size();
    lines.emplace_back();
    const Spot begin = here();
    const Spot end = block_map(0, 0, begin);
    lines[first] = range(begin, end) + " map";
  }

 private:
  struct Spot {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
  };

  std::size_t pick(std::size_t count) { return random_() % count; }
  bool chance(std::size_t percent) { return pick(100) < percent; }
  [[nodiscard]] Spot here() const { return here_; }
  static std::string range(Spot begin, Spot end) {
    return fmt::format("{}:{}-{}:{}", begin.line, begin.column, end.line, end.column);
  }

  void put(std::string_view part) {
    text += part;
    for (const char c : part) {
      if (c == '\n') {
        here_ = {here_.line + 1, 1};
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++here_.column;
      }
    }
  }

  void blanks() { put(std::string(pick(3), ' ')); }
  void indent(std::size_t columns) { put(std::string(columns, ' ')); }

  void comment() {
    const Spot begin = here();
    put("# note ] } \" ' 설명 " + std::to_string(pick(100)));
    comments.push_back(range(begin, here()));
  }
  // The rest of a line that is complete.
  void end_line() {
    if (chance(20)) put(chance(50) ? "  " : " ");
    if (chance(15)) {
      put(" ");
      comment();
    }
    put("\n");
  }
  // Blank lines and comments between lines.
  void filler(std::size_t columns) {
    while (chance(15)) {
      if (chance(50)) {
        indent(columns);
        comment();
      }
      put("\n");
    }
  }

  std::string word() {
    static constexpr std::array<std::string_view, 14> kWords{
        "a",   "3",   "s3",    "lambda", "한국어", "新しい", "🙂",
        "x:y", "c#d", "-dash", "010",    "it's",   "99.9%",  "no"};
    return std::string(kWords[pick(kWords.size())]);
  }
  std::string words() {
    std::string result = word();
    if (result.front() == '-') result.insert(0, 1, 'z');
    while (chance(40)) result += " " + word();
    return result;
  }
  std::string key() { return words() + std::to_string(next_key_++); }

  void scalar(Spot begin, std::string_view value, char mark, const std::string& before) {
    lines.push_back(before + range(begin, here()) + " " + mark + std::string(value));
  }

  // One line of text in any style; `before` leads its line of the outline.
  void short_scalar(const std::string& before) {
    const Spot begin = here();
    const std::string value = words();
    if (chance(60)) {
      put(value);
      return scalar(begin, value, '\'', before);
    }
    const bool is_single = chance(50);
    std::string written;
    for (const char c : value) {
      if (is_single && c == '\'') written += '\'';
      written += c;
    }
    const std::string tail = is_single ? " ]# " : " \\\" \\\\ # ";
    put(is_single ? "'" + written + tail + "'" : "\"" + written + tail + "\"");
    scalar(begin, value + (is_single ? " ]# " : " \" \\ # "), '"', before);
  }

  // A value within brackets; gives nothing because brackets carry their own end.
  void flow_value(std::size_t depth, const std::string& before) {
    if (depth < 3 && chance(30)) return flow_collection(depth + 1, before);
    short_scalar(before);
  }

  void flow_space() {
    if (chance(10)) {
      put(" ");
      comment();
      put("\n         ");
    } else {
      blanks();
    }
  }

  void flow_collection(std::size_t depth, const std::string& before) {
    const bool is_map = chance(50);
    const Spot begin = here();
    const std::size_t line = lines.size();
    lines.emplace_back();
    put(is_map ? "{" : "[");
    const std::size_t count = pick(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) put(",");
      put(" ");
      flow_space();
      if (!is_map) {
        flow_value(depth, "- ");
      } else {
        const Spot key_begin = here();
        const std::string name = key();
        put(name);
        const std::string place = range(key_begin, here());
        if (chance(15)) {
          if (chance(50)) put(": ");
          lines.push_back(place + " " + name + ": " + place + " ~");
        } else {
          put(": ");
          flow_value(depth, place + " " + name + ": ");
        }
      }
      blanks();
    }
    // A key alone must not end its line: the parser would drop it.
    if (is_map) {
      blanks();
    } else {
      flow_space();
    }
    put(is_map ? "}" : "]");
    lines[line] = before + range(begin, here()) + (is_map ? " map" : " list");
  }

  // Text that goes on in further lines at `columns`; ends with its line. Gives its end.
  Spot long_scalar(std::size_t columns, const std::string& before) {
    const Spot begin = here();
    std::string value;
    Spot end;
    switch (pick(3)) {
      case 0: {  // plain or quoted, folded
        const bool is_quoted = chance(50);
        if (is_quoted) put("\"");
        for (std::size_t i = 0; i <= 1 + pick(2); ++i) {
          if (i > 0) {
            put("\n");
            value += ' ';
            indent(columns);
          }
          const std::string part = words();
          put(part);
          value += part;
        }
        if (is_quoted) put("\"");
        end = here();
        scalar(begin, value, is_quoted ? '"' : '\'', before);
        end_line();
        return end;
      }
      default: {  // literal or folded block
        const bool is_literal = chance(50);
        put(is_literal ? "|" : ">");
        end_line();
        for (std::size_t i = 0; i <= pick(3); ++i) {
          if (i > 0) value += is_literal ? '\n' : ' ';
          const std::string part = words() + " # text";
          indent(columns);
          put(part);
          end = here();
          put("\n");
          value += part;
        }
        value += '\n';
        lines.push_back(before + range(begin, end) + " \"" + value);
        return end;
      }
    }
  }

  // What stands after "key:" or "-"; ends with its line. Gives the end of the value. `empty` is
  // the place of an empty value, `after` where it ends.
  Spot block_value(std::size_t columns, std::size_t depth, const std::string& before,
                   const std::string& empty, Spot after) {
    switch (pick(depth < 5 ? 8 : 6)) {
      case 0:
        lines.push_back(before + empty + " ~");
        end_line();
        return after;
      case 1: {
        put(" ");
        blanks();
        flow_collection(0, before);
        const Spot end = here();
        end_line();
        return end;
      }
      case 2:
        put(" ");
        blanks();
        return long_scalar(columns + 1 + pick(3), before);
      case 3:
      case 4:
      case 5: {
        put(" ");
        blanks();
        short_scalar(before);
        const Spot end = here();
        end_line();
        return end;
      }
      default: {
        end_line();
        return block_collection(columns + 1 + pick(3), depth + 1, before);
      }
    }
  }

  Spot block_collection(std::size_t columns, std::size_t depth, const std::string& before) {
    const std::size_t line = lines.size();
    lines.emplace_back();
    filler(columns);
    indent(columns);
    const Spot begin = here();
    const bool is_map = chance(60);
    const Spot end = is_map ? block_map(columns, depth, begin) : block_list(columns, depth);
    lines[line] = before + range(begin, end) + (is_map ? " map" : " list");
    return end;
  }

  // The first key or dash stands at the current place. Both give the end of the last value.
  Spot block_map(std::size_t columns, std::size_t depth, Spot end) {
    const std::size_t count = 1 + pick(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) {
        filler(columns);
        indent(columns);
      }
      const Spot begin = here();
      const std::string name = key();
      put(name);
      const std::string place = range(begin, here());
      put(":");
      end = block_value(columns, depth, place + " " + name + ": ", place, here());
    }
    return end;
  }

  Spot block_list(std::size_t columns, std::size_t depth) {
    Spot end;
    const std::size_t count = 1 + pick(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) {
        filler(columns);
        indent(columns);
      }
      const Spot begin = here();
      put("-");
      const std::string place = range(begin, here());
      if (depth < 5 && chance(20)) {  // a collection that begins on the line of its dash
        put(" ");
        const std::size_t line = lines.size();
        lines.emplace_back();
        const Spot inner = here();
        const bool is_map = chance(60);
        end =
            is_map ? block_map(columns + 2, depth + 1, inner) : block_list(columns + 2, depth + 1);
        lines[line] = "- " + range(inner, end) + (is_map ? " map" : " list");
      } else {
        end = block_value(columns, depth, "- ", place, here());
      }
    }
    return end;
  }

  std::mt19937_64 random_;
  Spot here_;
  int next_key_ = 0;
};

std::string with_windows_line_ends(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') result += '\r';
    result += c;
  }
  return result;
}

void expect_read_as_written(const std::string& text, const Writer& writer) {
  const auto document = parse_document(text, "random.yaml");
  if (!document.has_value()) {
    const Finding& finding = document.error().all().front();
    FAIL() << numbers(finding.place) << " " << render_message(finding.rule->message, finding);
  }
  Outline read;
  outline(document.value().root(), "", read);
  ASSERT_EQ(read, writer.lines);

  std::vector<std::string> comments;
  for (const Comment& comment : document.value().comments()) {
    comments.push_back(numbers(comment.place));
  }
  ASSERT_EQ(comments, writer.comments);
}

TEST(RandomDocuments, AreReadWithThePlacesTheyWereWrittenAt) {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    Writer writer(seed);
    writer.document();
    SCOPED_TRACE(fmt::format("seed {}:\n{}", seed, writer.text));
    ASSERT_NO_FATAL_FAILURE(expect_read_as_written(writer.text, writer));
    ASSERT_NO_FATAL_FAILURE(expect_read_as_written(with_windows_line_ends(writer.text), writer));
  }
}

// Whatever is cut out of a document: it is read or it is refused at a place inside it.
TEST(RandomDocuments, CutAnywhereAreReadOrRefusedInPlace) {
  std::mt19937_64 random(7);
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    Writer writer(seed);
    writer.document();
    std::string text = writer.text;
    const std::size_t begin = random() % (text.size() + 1);
    text.erase(begin, random() % 20);
    SCOPED_TRACE(fmt::format("seed {}:\n{}", seed, text));
    const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n') + 1);
    const auto document = parse_document(text, "random.yaml");
    if (document.has_value()) continue;
    ASSERT_FALSE(document.error().empty());
    for (const Finding& finding : document.error().all()) {
      EXPECT_GE(finding.place.line, 1u);
      EXPECT_LE(finding.place.end_line, lines);
      EXPECT_GE(finding.place.column, 1u);
      EXPECT_LE(std::pair(finding.place.line, finding.place.column),
                std::pair(finding.place.end_line, finding.place.end_column));
      EXPECT_FALSE(render_message(finding.rule->message, finding).empty());
      EXPECT_FALSE(render_message(finding.rule->fix, finding).empty());
    }
  }
}

}  // namespace
}  // namespace plumbline
