// Lines on a terminal: breaking, hanging paragraphs, colour.
#include "engine/report/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/text.hpp"
#include "engine/report/page.hpp"

namespace plumbline {
namespace {

using testing::ElementsAre;

constexpr Style kNarrow{.width = 40, .colour = Colour::Off};

TEST(BreakLines, BreaksAtBlanks) {
  EXPECT_THAT(break_lines("one two three", 8), ElementsAre("one two", "three"));
  EXPECT_THAT(break_lines("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(break_lines("one two three", 6), ElementsAre("one", "two", "three"));
}

TEST(BreakLines, KeepsANumberWithItsUnit) {
  EXPECT_THAT(break_lines("stopped after 15 min", 17), ElementsAre("stopped after", "15 min"));
  EXPECT_THAT(break_lines("stopped after 15 min", 16), ElementsAre("stopped after", "15 min"));
  // A list is not a unit.
  EXPECT_THAT(break_lines("count 1, workers 1", 9), ElementsAre("count 1,", "workers 1"));
}

TEST(BreakLines, KeepsARangeTogether) {
  EXPECT_THAT(break_lines("over all of 1 B - 5 GB", 18), ElementsAre("over all of", "1 B - 5 GB"));
  EXPECT_THAT(break_lines("2 instead of 1 (+1.4 h)", 14),
              ElementsAre("2 instead of 1", "(+1.4 h)"));
}

TEST(BreakLines, ANumberAloneOnALineMayLoseItsUnit) {
  EXPECT_THAT(break_lines("15 min", 4), ElementsAre("15", "min"));
}

TEST(BreakLines, CutsWhatIsTooWideByDisplayColumns) {
  EXPECT_THAT(break_lines("abcdef", 4), ElementsAre("abcd", "ef"));
  EXPECT_THAT(break_lines("문서분류기", 4), ElementsAre("문서", "분류", "기"));
  EXPECT_THAT(break_lines("文", 1), ElementsAre("文"));
}

TEST(BreakLines, AlwaysHasALine) {
  EXPECT_THAT(break_lines("", 10), ElementsAre(""));
  EXPECT_THAT(break_lines("   ", 10), ElementsAre(""));
}

TEST(BreakLines, Neutralises) {
  EXPECT_THAT(break_lines("a\x1b[31mb", 40), ElementsAre("a\\u{001B}[31mb"));
}

TEST(Wrap, IndentsAllLinesButTheFirst) {
  EXPECT_EQ(wrap("one two three four", 12, "  "), "one two\n  three four");
}

TEST(AppendParagraph, HangsTheTextBesideItsHead) {
  std::string out;
  append_paragraph(
      out, {.head = "D", .head_width = 4, .text = "one two three four five six seven eight"},
      kNarrow);
  EXPECT_EQ(out,
            "  D   one two three four five six seven\n"
            "      eight\n");
}

TEST(AppendParagraph, AlignsBesideAWideHead) {
  std::string out;
  append_paragraph(out, {.head = "가나", .head_width = 6, .text = "one"}, kNarrow);
  append_paragraph(out, {.head = "ab", .head_width = 6, .text = "two"}, kNarrow);
  EXPECT_EQ(out, "  가나  one\n  ab    two\n");
}

TEST(AppendParagraph, PutsTheEndFlushRight) {
  std::string out;
  append_paragraph(out, {.head = "D", .head_width = 4, .text = "one", .end = "[1:2]"}, kNarrow);
  EXPECT_EQ(out, "  D   one                          [1:2]\n");
  out.clear();
  append_paragraph(
      out,
      {.head = "D", .head_width = 4, .text = "one two three four five six abcd", .end = "[1:2]"},
      kNarrow);
  EXPECT_EQ(out,
            "  D   one two three four five six abcd\n"
            "                                   [1:2]\n");
}

TEST(AppendParagraph, StacksWhereThereIsLittleRoom) {
  std::string out;
  append_paragraph(out, {.head = "throughput-quota", .head_width = 20, .text = "one two"}, kNarrow);
  EXPECT_EQ(out, "  throughput-quota\n    one two\n");
}

TEST(Painted, OnlyWhereColourIsOn) {
  const Style colour{.width = 80, .colour = Colour::On};
  EXPECT_EQ(painted("BEST", Paint::Good, kNarrow), "BEST");
  EXPECT_EQ(painted("BEST", Paint::Plain, colour), "BEST");
  EXPECT_EQ(painted("", Paint::Good, colour), "");
  EXPECT_EQ(painted("BEST", Paint::Good, colour), "\x1b[1;32mBEST\x1b[0m");
}

}  // namespace
}  // namespace plumbline
