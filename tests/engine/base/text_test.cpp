// UTF-8 read strictly, hostile characters made visible, hashes that never change.
#include "engine/base/text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace plumbline {
namespace {

TEST(DecodeUtf8, ReadsOneToFourBytes) {
  const std::string_view text = "aé한😀";
  std::vector<char32_t> points;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto point = decode_utf8(text, offset);
    ASSERT_TRUE(point);
    points.push_back(*point);
  }
  EXPECT_EQ(points, (std::vector<char32_t>{U'a', U'é', U'한', U'😀'}));
}

TEST(DecodeUtf8, KnowsTheFirstAndLastOfEachLength) {
  const std::vector<std::pair<std::string_view, char32_t>> edges = {{"\x7F", 0x7F},
                                                                    {"\xC2\x80", 0x80},
                                                                    {"\xDF\xBF", 0x7FF},
                                                                    {"\xE0\xA0\x80", 0x800},
                                                                    {"\xED\x9F\xBF", 0xD7FF},
                                                                    {"\xEE\x80\x80", 0xE000},
                                                                    {"\xEF\xBF\xBF", 0xFFFF},
                                                                    {"\xF0\x90\x80\x80", 0x10000},
                                                                    {"\xF4\x8F\xBF\xBF", 0x10FFFF}};
  for (const auto& [text, expected] : edges) {
    std::size_t offset = 0;
    EXPECT_EQ(decode_utf8(text, offset), expected);
    EXPECT_EQ(offset, text.size());
  }
}

TEST(DecodeUtf8, AdvancesOneByteOverWhatIsInvalid) {
  for (const std::string_view text :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF",          // stray and overlong
        "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF",              // overlong
        "\xED\xA0\x80", "\xED\xBF\xBF",                  // surrogates
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",  // beyond Unicode
        "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC3(", "\xE2\x82(", "\xF0\x9F\x98("}) {
    std::size_t offset = 0;
    EXPECT_EQ(decode_utf8(text, offset), std::nullopt);
    EXPECT_EQ(offset, 1U);
  }
}

TEST(FindInvalidUtf8, GivesTheOffsetOfTheFirstBadByte) {
  EXPECT_EQ(find_invalid_utf8(""), std::nullopt);
  EXPECT_EQ(find_invalid_utf8("plain text that is longer than eight bytes"), std::nullopt);
  EXPECT_EQ(find_invalid_utf8("서울 東京 😀 and some ASCII"), std::nullopt);
  // Wherever it stands relative to the eight bytes that are looked at together.
  for (std::size_t at = 0; at < 24; ++at) {
    std::string text(24, 'a');
    text[at] = '\xFF';
    EXPECT_EQ(find_invalid_utf8(text), at);
  }
  EXPECT_EQ(find_invalid_utf8("é\xC3"), 2U);
}

TEST(CountCodePoints, CountsCharactersNotBytes) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("abc"), 3U);
  EXPECT_EQ(count_code_points("é한😀"), 3U);
}

TEST(Neutralise, LeavesHonestTextAlone) {
  for (const std::string_view text :
       {"", "plain", "a 'quoted' <text> & more", "서울 東京 Zürich 😀", "e\u0301", "~"}) {
    EXPECT_EQ(neutralise(text), text);
  }
}

TEST(Neutralise, ShowsWhatAReaderWouldNotSee) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"a\nb\tc\rd", "a\\u{000A}b\\u{0009}c\\u{000D}d"},
      {"\x1b[31mred", "\\u{001B}[31mred"},
      {"\x7f", "\\u{007F}"},
      {"\u0080\u009f", "\\u{0080}\\u{009F}"},
      {"\u202e\u202a\u2066\u2069", "\\u{202E}\\u{202A}\\u{2066}\\u{2069}"},
      {"\u200e\u200f\u061c", "\\u{200E}\\u{200F}\\u{061C}"},
      {"\u2028\u2029", "\\u{2028}\\u{2029}"},
      {"\u200b\u200d\u2060\ufeff\u00ad", "\\u{200B}\\u{200D}\\u{2060}\\u{FEFF}\\u{00AD}"},
      {"\U000e0001\U000e0041", "\\u{E0001}\\u{E0041}"},
      {"ok \xff\xc3", "ok \\x{FF}\\x{C3}"},
      {"\xed\xa0\x80", "\\x{ED}\\x{A0}\\x{80}"}};
  for (const auto& [text, shown] : cases) EXPECT_EQ(neutralise(text), shown);
  EXPECT_EQ(neutralise(std::string_view("a\0b", 3)), "a\\u{0000}b");
}

TEST(Neutralise, ChangesNothingTheSecondTime) {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte.push_back(static_cast<char>(byte));
  const std::string once = neutralise(every_byte);
  EXPECT_EQ(neutralise(once), once);
  EXPECT_EQ(find_invalid_utf8(once), std::nullopt);
}

// Published test vectors of FNV-1a: fingerprints must not change from one release to the next.
TEST(StableHash, IsFnv1aOf64Bits) {
  EXPECT_EQ(stable_hash(""), 0xcbf29ce484222325U);
  EXPECT_EQ(stable_hash("a"), 0xaf63dc4c8601ec8cU);
  EXPECT_EQ(stable_hash("foobar"), 0x85944171f73967e8U);
}

}  // namespace
}  // namespace plumbline
