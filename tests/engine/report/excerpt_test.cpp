// Carets stand under what they mean, whatever the characters before them are.
#include "engine/report/excerpt.hpp"

#include <gtest/gtest.h>

#include "engine/base/text.hpp"

namespace plumbline {
namespace {

constexpr Style kStyle{.width = 80, .colour = Colour::Off};

TEST(Lines, FindsLinesInAnyOrder) {
  const Lines lines("one\r\ntwo\n\nfour");
  EXPECT_EQ(lines.line(4), "four");
  EXPECT_EQ(lines.line(1), "one");
  EXPECT_EQ(lines.line(2), "two");
  EXPECT_EQ(lines.line(3), "");
  EXPECT_EQ(lines.line(5), "");
}

TEST(Lines, DoesNotCountAByteOrderMark) { EXPECT_EQ(Lines("\xEF\xBB\xBFone").line(1), "one"); }

TEST(Excerpt, PutsCaretsUnderTheRange) {
  EXPECT_EQ(excerpt(Lines("key: value"), {1, 6, 1, 11}, kStyle),
            "    1 | key: value\n"
            "      |      ^^^^^\n");
}

TEST(Excerpt, WideCharactersTakeTwoColumns) {
  EXPECT_EQ(excerpt(Lines("문서: 값"), {1, 5, 1, 6}, kStyle),
            "    1 | 문서: 값\n"
            "      |       ^^\n");
}

TEST(Excerpt, AnEmptyRangeStillHasACaret) {
  EXPECT_EQ(excerpt(Lines("key:"), {1, 5, 1, 5}, kStyle),
            "    1 | key:\n"
            "      |     ^\n");
}

TEST(Excerpt, ARangeOverSeveralLinesIsMarkedToTheEndOfItsFirst) {
  EXPECT_EQ(excerpt(Lines("key: [\n  a]"), {1, 6, 2, 5}, kStyle),
            "    1 | key: [\n"
            "      |      ^\n");
}

TEST(Excerpt, NeutralisesAndCountsWhatIsShown) {
  EXPECT_EQ(excerpt(Lines("\tk: v"), {1, 2, 1, 3}, kStyle),
            "    1 | \\u{0009}k: v\n"
            "      |         ^\n");
}

TEST(Excerpt, CutsALongLineAroundTheRange) {
  const std::string line = std::string(500, 'a') + "HERE" + std::string(500, 'b');
  const std::string text = excerpt(Lines(line), {1, 501, 1, 505}, kStyle);
  const std::size_t end = text.find('\n');
  const std::string_view first = std::string_view(text).substr(0, end);
  const std::string_view second = std::string_view(text).substr(end + 1);
  EXPECT_LE(display_width(first), kStyle.width);
  const std::size_t here = first.find("HERE");
  ASSERT_NE(here, std::string_view::npos);
  EXPECT_EQ(second.find("^^^^"), display_width(first.substr(0, here)));
}

TEST(Excerpt, CutsARangeThatIsTooLong) {
  const std::string text = excerpt(Lines(std::string(500, 'a')), {1, 1, 1, 501}, kStyle);
  EXPECT_LE(display_width(std::string_view(text).substr(0, text.find('\n'))), kStyle.width);
}

TEST(Excerpt, IsEmptyNowhere) {
  EXPECT_EQ(excerpt(Lines("key"), {}, kStyle), "");
  EXPECT_EQ(excerpt(Lines("key"), {7, 1, 7, 2}, kStyle), "");
}

}  // namespace
}  // namespace plumbline
