// Columns of a terminal: tables stay straight with Korean, Japanese, emoji and combining marks.
#include <gtest/gtest.h>

#include "engine/base/text.hpp"

namespace plumbline {
namespace {

TEST(DisplayWidth, CountsWideCharactersTwiceAndMarksNotAtAll) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("Zürich"), 6U);
  EXPECT_EQ(display_width("서울"), 4U);
  EXPECT_EQ(display_width("東京ﾄ"), 5U);
  EXPECT_EQ(display_width("ＡＢ"), 4U);
  EXPECT_EQ(display_width("😀"), 2U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("\u1112\u1161\u11ab"), 2U);  // 한 as three separate letters
  EXPECT_EQ(display_width("…–“”"), 4U);
  EXPECT_EQ(display_width("\xff"), 1U);
}

TEST(Pad, FillsToTheColumnAndNeverCuts) {
  EXPECT_EQ(pad_right("ab", 4), "ab  ");
  EXPECT_EQ(pad_left("ab", 4), "  ab");
  EXPECT_EQ(pad_right("서울", 6), "서울  ");
  EXPECT_EQ(pad_left("서울", 5), " 서울");
  EXPECT_EQ(pad_right("abc", 2), "abc");
  EXPECT_EQ(pad_left("abc", 3), "abc");
  EXPECT_EQ(pad_right("", 0), "");
}

TEST(Truncate, EndsInAnEllipsisWhereSomethingWasCut) {
  EXPECT_EQ(truncate("abcdef", 6), "abcdef");
  EXPECT_EQ(truncate("abcdef", 5), "abcd…");
  EXPECT_EQ(truncate("abcdef", 1), "…");
  EXPECT_EQ(truncate("abcdef", 0), "");
  EXPECT_EQ(truncate("", 0), "");
  // Half a wide character is no character.
  EXPECT_EQ(truncate("서울시", 5), "서울…");
  EXPECT_EQ(truncate("서울시", 4), "서…");
  EXPECT_EQ(truncate("e\u0301tude", 3), "e\u0301t…");
}

TEST(Truncate, NeverExceedsTheWidth) {
  const std::string_view text = "a서b\u0301😀c울d";
  for (std::size_t width = 0; width < 14; ++width) {
    const std::string cut = truncate(text, width);
    EXPECT_LE(display_width(cut), width);
    EXPECT_EQ(find_invalid_utf8(cut), std::nullopt);
  }
}

}  // namespace
}  // namespace plumbline
