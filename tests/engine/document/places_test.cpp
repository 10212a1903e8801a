// Every key and value knows where it begins and ends, in characters, whatever its style.
#include <gtest/gtest.h>

#include "tests/engine/document/reading.hpp"

namespace plumbline {
namespace {

using testing::at;
using testing::covered;
using testing::numbers;
using testing::read;
using testing::source_of;

TEST(Places, PlainScalarOnOneLine) {
  const Document document = read("period: 3 s   # often\n");
  EXPECT_EQ(numbers(at(document, "period").place), "1:9-1:12");
  EXPECT_EQ(numbers(document.root().entries[0].key_place), "1:1-1:7");
}

TEST(Places, ColumnsCountCharactersNotBytes) {
  const Document korean = read("이름: 한국어 텍스트 # 주석\n다음: 값\n");
  EXPECT_EQ(numbers(korean.root().entries[0].key_place), "1:1-1:3");
  EXPECT_EQ(numbers(at(korean, "이름").place), "1:5-1:12");
  EXPECT_EQ(numbers(at(korean, "다음").place), "2:5-2:6");

  const Document japanese = read("題: {図書館: [新しい文書, 分類], 答え: はい}\n");
  EXPECT_EQ(numbers(at(japanese, "題").place), "1:4-1:30");
  EXPECT_EQ(source_of(japanese, "題.図書館.1"), "分類");
  EXPECT_EQ(source_of(japanese, "題.答え"), "はい");
  EXPECT_EQ(numbers(at(japanese, "題.答え").place), "1:27-1:29");

  // Four bytes, one character.
  EXPECT_EQ(numbers(at(read("🙂: 🙂🙂 x\n"), "🙂").place), "1:4-1:8");
}

// Columns of long lines come from counts per block of 64 bytes: every offset must agree with them.
TEST(Places, ColumnsInLongLinesOfOtherScripts) {
  std::string text = "a: [";
  for (int i = 0; i < 300; ++i) text += i % 3 == 0 ? "가나, " : i % 3 == 1 ? "x, " : "é日🙂, ";
  text += "end]\nb: 끝\n";
  const Document document = read(text);
  const Node& list = at(document, "a");
  ASSERT_EQ(list.items.size(), 301u);
  for (const Node* item : list.items) EXPECT_EQ(covered(text, item->place), item->text);
  EXPECT_EQ(source_of(document, "b"), "끝");
}

TEST(Places, AMarkAtTheStartTakesNoColumn) {
  const Document document = read("\xEF\xBB\xBFid: x\n");
  EXPECT_EQ(numbers(document.root().entries[0].key_place), "1:1-1:3");
  EXPECT_EQ(numbers(at(document, "id").place), "1:5-1:6");
}

TEST(Places, QuotedScalarsIncludeTheirQuotes) {
  const Document document = read(
      "a: 'it''s'   # c\n"
      "b: \"say \\\"hi\\\" \\\\\" # c\n"
      "\"c d\": ''\n"
      "e: \"따옴표 # kein Kommentar\"\n");
  EXPECT_EQ(source_of(document, "a"), "'it''s'");
  EXPECT_EQ(at(document, "a").text, "it's");
  EXPECT_EQ(source_of(document, "b"), R"("say \"hi\" \\")");
  EXPECT_EQ(at(document, "b").text, R"(say "hi" \)");
  EXPECT_EQ(numbers(document.root().entries[2].key_place), "3:1-3:6");
  EXPECT_EQ(numbers(at(document, "c d").place), "3:8-3:10");
  EXPECT_EQ(numbers(at(document, "e").place), "4:4-4:26");
}

// The value `a'` equals the first characters between the quotes of 'a''': a shortcut once tempting.
TEST(Places, QuoteAtTheEndOfASingleQuotedText) {
  const Document document = read("k: 'a'''\nl: x\n");
  EXPECT_EQ(at(document, "k").text, "a'");
  EXPECT_EQ(source_of(document, "k"), "'a'''");
}

TEST(Places, QuotedScalarOverSeveralLines) {
  const Document document = read("a: \"first\n  second\n\n  third\"\nb: 1\n");
  EXPECT_EQ(numbers(at(document, "a").place), "1:4-4:9");
  EXPECT_EQ(at(document, "a").text, "first second\nthird");
  EXPECT_EQ(numbers(at(document, "b").place), "5:4-5:5");
}

TEST(Places, PlainScalarOverSeveralLines) {
  const Document document = read(
      "a: first 첫째  \n"
      "  second\n"
      "\n"
      "  third  # not part of it\n"
      "b: 1\n");
  EXPECT_EQ(at(document, "a").text, "first 첫째 second\nthird");
  EXPECT_EQ(numbers(at(document, "a").place), "1:4-4:8");
}

TEST(Places, BlockScalarsEndAfterTheirLastVisibleCharacter) {
  const Document document = read(
      "literal: |\n"
      "  one\n"
      "    two  \n"
      "\n"
      "folded: >-  # words # more\n"
      "  eins\n"
      "  zwei\n"
      "\n"
      "\n"
      "kept: |+\n"
      "  x\n"
      "\n"
      "deep: |2\n"
      "   three\n"
      "  two\n"
      "empty: |\n"
      "end: 1\n");
  EXPECT_EQ(source_of(document, "literal"), "|\n  one\n    two");
  EXPECT_EQ(source_of(document, "folded"), ">-  # words # more\n  eins\n  zwei");
  EXPECT_EQ(at(document, "folded").text, "eins zwei");
  EXPECT_EQ(source_of(document, "kept"), "|+\n  x");
  EXPECT_EQ(source_of(document, "deep"), "|2\n   three\n  two");
  EXPECT_EQ(at(document, "deep").text, " three\ntwo\n");
  EXPECT_EQ(source_of(document, "empty"), "|");
  EXPECT_TRUE(at(document, "literal").quoted);
}

TEST(Places, BlockScalarsInsideListsAndMaps) {
  const Document document = read(
      "list:\n"
      "- |\n"
      " text # no comment\n"
      "- key: >\n"
      "    more\n"
      "  next: x\n"
      "- - |-\n"
      "    deep\n");
  EXPECT_EQ(source_of(document, "list.0"), "|\n text # no comment");
  EXPECT_EQ(source_of(document, "list.1.key"), ">\n    more");
  EXPECT_EQ(source_of(document, "list.1"), "key: >\n    more\n  next: x");
  EXPECT_EQ(source_of(document, "list.2.0"), "|-\n    deep");
}

TEST(Places, BracketsEndAfterTheirClosingBracket) {
  const Document document = read(
      "a: [1, [2, 3], {b: 4}]   # c\n"
      "c: {  }\n"
      "d: [  # ] not here\n"
      "  x, # nor here }\n"
      "  \"]\",\n"
      "]\n"
      "e: {f: , g}\n"
      "h: [i: 1, j]\n");
  EXPECT_EQ(source_of(document, "a"), "[1, [2, 3], {b: 4}]");
  EXPECT_EQ(source_of(document, "a.1"), "[2, 3]");
  EXPECT_EQ(source_of(document, "a.2"), "{b: 4}");
  EXPECT_EQ(source_of(document, "c"), "{  }");
  EXPECT_EQ(numbers(at(document, "d").place), "3:4-6:2");
  EXPECT_EQ(source_of(document, "e"), "{f: , g}");
  // A single pair in a list is a map without brackets of its own.
  EXPECT_EQ(source_of(document, "h.0"), "i: 1");
  EXPECT_EQ(source_of(document, "h"), "[i: 1, j]");
}

TEST(Places, BlockCollectionsReachFromTheirFirstKeyToTheirLastValue) {
  const Document document = read(
      "base:\n"
      "  # a comment first\n"
      "  components:\n"
      "    inbox: {service: s3}\n"
      "    out:\n"
      "\n"
      "# a comment after\n"
      "list:\n"
      "  - a\n"
      "  -   b: 1\n"
      "      c: 2\n"
      "  -\n"
      "last: x");
  EXPECT_EQ(source_of(document, "base.components"), "inbox: {service: s3}\n    out:");
  EXPECT_EQ(numbers(at(document, "base").place), "3:3-5:9");
  EXPECT_EQ(source_of(document, "list"), "- a\n  -   b: 1\n      c: 2\n  -");
  EXPECT_EQ(source_of(document, "list.1"), "b: 1\n      c: 2");
  EXPECT_EQ(numbers(document.root().place), "1:1-13:8");
}

TEST(Places, AnEmptyValueHasThePlaceOfItsKey) {
  const Document document = read("a:\nb: \nc: {d: , e}\n? f\ng: 1\n");
  EXPECT_EQ(numbers(at(document, "a").place), "1:1-1:2");
  EXPECT_EQ(numbers(at(document, "b").place), "2:1-2:2");
  EXPECT_EQ(numbers(at(document, "c.d").place), "3:5-3:6");
  EXPECT_EQ(numbers(at(document, "c.e").place), "3:10-3:11");
  EXPECT_EQ(numbers(at(document, "f").place), "4:3-4:4");
}

TEST(Places, AnEmptyItemHasThePlaceOfItsDash) {
  const Document document = read("a:\n-\n- x\n-   # nothing\n- - \n  - y\n");
  EXPECT_EQ(numbers(at(document, "a.0").place), "2:1-2:2");
  EXPECT_EQ(numbers(at(document, "a.2").place), "4:1-4:2");
  EXPECT_EQ(numbers(at(document, "a.3.0").place), "5:3-5:4");
  EXPECT_EQ(source_of(document, "a.3.1"), "y");
}

TEST(Places, AWrittenNullHasItsOwnPlace) {
  const Document document = read("a: null\nb:\n  ~\nc: [Null, x]\nd:\nnull: 1\n");
  EXPECT_EQ(numbers(at(document, "a").place), "1:4-1:8");
  EXPECT_EQ(numbers(at(document, "b").place), "3:3-3:4");
  EXPECT_EQ(source_of(document, "c.0"), "Null");
  // The parser marks the missing value of d where the key `null` stands.
  EXPECT_EQ(numbers(at(document, "d").place), "5:1-5:2");
  EXPECT_EQ(at(document, "null").text, "1");
}

TEST(Places, AnAliasHasItsOwnPlaceItsChildrenThoseOfTheAnchor) {
  const Document document = read("a: &x {b: 1}\nc: *x\nd: [*x, 2]\n");
  EXPECT_EQ(source_of(document, "a"), "{b: 1}");
  EXPECT_EQ(numbers(at(document, "c").place), "2:4-2:6");
  EXPECT_EQ(numbers(at(document, "c.b").place), "1:11-1:12");
  EXPECT_EQ(numbers(at(document, "d").place), "3:4-3:11");
}

TEST(Places, AnchorsStandBeforeTheValueNotInIt) {
  const Document document = read(
      "a: &one\n"
      "  b: &two 2\n"
      "c: &three [x]\n"
      "d: &four\n"
      "e: &five |\n"
      "  text\n"
      "&six f: 6\n"
      "g:\n"
      "- &seven\n"
      "- y\n");
  EXPECT_EQ(source_of(document, "a"), "b: &two 2");
  EXPECT_EQ(source_of(document, "a.b"), "2");
  EXPECT_EQ(source_of(document, "c"), "[x]");
  EXPECT_EQ(numbers(at(document, "d").place), "4:1-4:2");
  EXPECT_EQ(source_of(document, "e"), "|\n  text");
  EXPECT_EQ(numbers(document.root().find_entry("f")->key_place), "7:6-7:7");
  EXPECT_EQ(numbers(at(document, "g.0").place), "9:1-9:2");
  EXPECT_EQ(source_of(document, "g.1"), "y");
}

TEST(Places, WindowsLineEndsChangeNothing) {
  const Document document =
      read("a: 1\r\nb: |\r\n  x\r\n  y\r\nc: two\r\n  lines\r\nd:\r\n- e\r\n");
  EXPECT_EQ(numbers(at(document, "a").place), "1:4-1:5");
  EXPECT_EQ(numbers(at(document, "b").place), "2:4-4:4");
  EXPECT_EQ(at(document, "b").text, "x\ny\n");
  EXPECT_EQ(numbers(at(document, "c").place), "5:4-6:8");
  EXPECT_EQ(at(document, "c").text, "two lines");
  EXPECT_EQ(numbers(at(document, "d.0").place), "8:3-8:4");
}

TEST(Places, ExplicitKeys) {
  const Document document = read("? long key\n: value\n? other\n:\n  - x\n");
  EXPECT_EQ(numbers(document.root().entries[0].key_place), "1:3-1:11");
  EXPECT_EQ(numbers(at(document, "long key").place), "2:3-2:8");
  EXPECT_EQ(numbers(at(document, "other.0").place), "5:5-5:6");
}

}  // namespace
}  // namespace plumbline
