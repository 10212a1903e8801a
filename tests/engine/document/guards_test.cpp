// Hostile and unreadable input: each gets a located finding, in bounded time and memory.
#include <gtest/gtest.h>

#include "tests/engine/document/reading.hpp"

namespace plumbline {
namespace {

using testing::flat;
using testing::problems;
using testing::read;

using Lines = std::vector<std::string>;
using namespace std::string_literals;

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

// --- More or less than one map -------------------------------------------------------------------

TEST(Guards, TheRootIsAMap) {
  EXPECT_EQ(problems(""),
            (Lines{"1:1 not-a-map: expected a map of keys and values, found nothing"}));
  EXPECT_EQ(problems("\n# only a comment\n"),
            (Lines{"1:1 not-a-map: expected a map of keys and values, found nothing"}));
  EXPECT_EQ(problems("\n~\n"),
            (Lines{"2:1 not-a-map: expected a map of keys and values, found nothing"}));
  EXPECT_EQ(problems("hello\n"),
            (Lines{"1:1 not-a-map: expected a map of keys and values, found text 'hello'"}));
  EXPECT_EQ(problems("\n  - a\n"),
            (Lines{"2:3 not-a-map: expected a map of keys and values, found a list"}));
  EXPECT_EQ(problems("[a: 1]"),
            (Lines{"1:1 not-a-map: expected a map of keys and values, found a list"}));
}

// The parser gives documents without end for these when asked again and again.
TEST(Guards, TextsOnWhichTheParserWouldNeverEnd) {
  EXPECT_EQ(problems(","),
            (Lines{"1:1 not-a-map: expected a map of keys and values, found text ','"}));
  EXPECT_EQ(problems("%"),
            (Lines{"1:1 not-a-map: expected a map of keys and values, found text '%'"}));
  EXPECT_EQ(problems("a: 1\n,\n").size(), 1u);
  EXPECT_EQ(problems("{a: 1},\n").size(), 1u);
}

TEST(Guards, AListBeforeAMapIsNotReadAsTheListAlone) {
  EXPECT_EQ(problems("- a\nb: 1\n"),
            (Lines{"1:1 not-a-map: expected a map of keys and values, found a list"}));
}

TEST(Guards, ASecondDocumentIsNotSilentlyDropped) {
  const std::string message =
      " several-documents: a second document begins here; Plumbline reads one per file";
  EXPECT_EQ(problems("a: 1\n---\nb: 2\n"), (Lines{"3:1" + message}));
  EXPECT_EQ(problems("a: 1\n...\n# c\n---\n---\n  b: 2\n"), (Lines{"6:3" + message}));
  EXPECT_EQ(problems("a: 1\n--- {b: 2}\n"), (Lines{"2:5" + message}));
  EXPECT_EQ(problems("a: 1\n...\n%YAML 1.2\n---\nb: 2\n"), (Lines{"3:1" + message}));
  EXPECT_TRUE(problems("a: 1\n---\n# nothing more\n").empty());
  EXPECT_TRUE(problems("---\na: 1\n...\n").empty());
}

TEST(Guards, WhatFollowsTheMapIsNotSilentlyDropped) {
  const std::string message =
      " yaml-syntax: not YAML: this stands after the end of the map that the file holds; check its "
      "indentation";
  EXPECT_EQ(problems("{a: 1} b\n"), (Lines{"1:8" + message}));
  EXPECT_EQ(problems("{a: 1}\nb: 2\n"), (Lines{"2:1" + message}));
  EXPECT_EQ(problems("  a: 1\nb: 2\n"), (Lines{"2:1" + message}));
}

// --- Keys ----------------------------------------------------------------------------------------

TEST(Guards, EveryRepeatedKeyIsReportedWithBothPlaces) {
  EXPECT_EQ(problems("a: 1\nb: {c: 1, d: 2, c: 3}\na: 2\n'a': 3\n"),
            (Lines{"2:17 duplicate-key: 'c' was already given in line 2",
                   "3:1 duplicate-key: 'a' was already given in line 1",
                   "4:1 duplicate-key: 'a' was already given in line 1"}));
  const auto document = parse_document("a: 1\na: 2\n", "x.yaml");
  ASSERT_FALSE(document.has_value());
  const Finding& finding = document.error().all().front();
  ASSERT_EQ(finding.related.size(), 1u);
  EXPECT_EQ(finding.related[0].place, (SourceRange{1, 1, 1, 2}));
}

TEST(Guards, RepeatedKeysAmongMany) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += fmt::format("key-{}: 1\n", i * 7919 % 1000);
  EXPECT_TRUE(problems(text).empty());
  text += "key-0: 2\nkey-999: 2\nkey-0: 3\n";
  const Lines found = problems(text);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0], "1001:1 duplicate-key: 'key-0' was already given in line 1");
  EXPECT_TRUE(found[1].starts_with("1002:1 duplicate-key: 'key-999' was already given in line "));
  EXPECT_EQ(found[2], "1003:1 duplicate-key: 'key-0' was already given in line 1");
}

TEST(Guards, KeysThatAreNoTextAreRefused) {
  EXPECT_EQ(problems("? [a]\n: b\n{c: 1}: d\n: e\nf: {g: 1, , h: {{i}}}\n"),
            (Lines{"1:3 bad-key: a key must be plain text, found a list",
                   "3:1 bad-key: a key must be plain text, found a map",
                   "4:1 bad-key: a key must be plain text, found nothing",
                   "5:11 bad-key: a key must be plain text, found nothing",
                   "5:17 bad-key: a key must be plain text, found a map"}));
}

TEST(Guards, TagsAreRefusedEachOnce) {
  const auto refused = [](std::string_view place, std::string_view tag) {
    return fmt::format(
        "{} tag-refused: the tag {} has no meaning here; values are read as plain text", place,
        tag);
  };
  EXPECT_EQ(problems("a: !!str 1\nb: !x\nc: [!<y> w, ! v]\n!k d: !!map {}\ne: &f !g\n  h: 1\n"),
            (Lines{refused("1:4", "!!str"), refused("2:4", "!x"), refused("3:5", "!<y>"),
                   refused("3:13", "!"), refused("4:1", "!k"), refused("4:7", "!!map"),
                   refused("5:7", "!g")}));
}

// --- Encoding and characters ---------------------------------------------------------------------

TEST(Guards, OtherEncodingsAreNamed) {
  const auto not_utf8 = [](std::string_view found) {
    return Lines{fmt::format("1:1 not-utf8: expected UTF-8 text, found {}", found)};
  };
  EXPECT_EQ(problems("\xFF\xFE"
                     "a\0:\0"s),
            not_utf8("UTF-16 (little-endian)"));
  EXPECT_EQ(problems("\xFE\xFF\0a\0:"s), not_utf8("UTF-16 (big-endian)"));
  EXPECT_EQ(problems("\xFF\xFE\0\0a\0\0\0"s), not_utf8("UTF-32 (little-endian)"));
  EXPECT_EQ(problems("\0\0\xFE\xFF\0\0\0a"s), not_utf8("UTF-32 (big-endian)"));
  EXPECT_EQ(problems("a\0:\0 \0"s), not_utf8("UTF-16 (little-endian)"));
  EXPECT_EQ(problems("\0a\0:\0 "s), not_utf8("UTF-16 (big-endian)"));
  EXPECT_EQ(problems("a\0\0\0:\0\0\0"s), not_utf8("UTF-32 (little-endian)"));
  EXPECT_EQ(problems("\0\0\0a\0\0\0:"s), not_utf8("UTF-32 (big-endian)"));
}

TEST(Guards, InvalidUtf8IsLocated) {
  EXPECT_EQ(problems("a: 1\n이름: caf\xE9 b\n"),
            (Lines{"2:8 not-utf8: expected UTF-8 text, found the byte 0xE9"}));
  EXPECT_EQ(problems("a: \xC0\xAF\n"),  // an overlong form
            (Lines{"1:4 not-utf8: expected UTF-8 text, found the byte 0xC0"}));
  EXPECT_EQ(problems("a: \xED\xA0\x80\n"),  // a surrogate
            (Lines{"1:4 not-utf8: expected UTF-8 text, found the byte 0xED"}));
  EXPECT_EQ(problems("a: \xE3\x81"),  // cut off
            (Lines{"1:4 not-utf8: expected UTF-8 text, found the byte 0xE3"}));
}

TEST(Guards, ControlCharactersAreLocatedEachKindOnce) {
  EXPECT_EQ(problems("a: x\x01y\nb: 일\x1B[0m\x01\nc: \x7F\nd: \xC2\x9B\ne\0: 1\n"s),
            (Lines{"1:5 control-character: found the control character U+0001",
                   "2:5 control-character: found the control character U+001B (escape)",
                   "3:4 control-character: found the control character U+007F",
                   "4:4 control-character: found the control character U+009B",
                   "5:2 control-character: found the control character U+0000 (NUL)"}));
}

TEST(Guards, ALoneCarriageReturnIsNoLineEnd) {
  EXPECT_EQ(problems("a: 1\rb: 2\r\n"),
            (Lines{"1:5 control-character: found the control character U+000D (a carriage return "
                   "without a line feed)"}));
}

// The parser would skip a second mark without counting it, and every place would be wrong.
TEST(Guards, AByteOrderMarkInsideTheTextIsRefused) {
  EXPECT_EQ(problems("\xEF\xBB\xBF\xEF\xBB\xBF"
                     "a: 1\n"),
            (Lines{"1:1 control-character: found the control character U+FEFF (a byte-order mark "
                   "inside the text)"}));
  EXPECT_EQ(problems("a: 1\n이: \xEF\xBB\xBFx\n").at(0).substr(0, 3), "2:4");
}

TEST(Guards, WhatMakesTheTextUnreadableIsToldTogether) {
  DocumentCaps caps;
  caps.line_bytes = 20;
  EXPECT_EQ(problems("a: \x02\nb: xxxxxxxxxxxxxxxxxxxxxxx\nc: \xFF\n", caps),
            (Lines{"1:4 control-character: found the control character U+0002",
                   "2:1 input-too-large: this line is 26 bytes, more than the 20 bytes that "
                   "Plumbline reads",
                   "3:4 not-utf8: expected UTF-8 text, found the byte 0xFF"}));
}

TEST(Guards, PrintableCharactersOfAllKindsAreFine) {
  EXPECT_EQ(flat(read("a: \xC2\x85x\nb: é한🙂\nc: \"\t\"\n").root()),
            "{a: \xC2\x85x, b: é한🙂, c: \"\t\"}");
}

// --- Size and depth ------------------------------------------------------------------------------

TEST(Guards, LinesAtTheCapAreReadAndLongerOnesAreNot) {
  const std::string start = "a: ";
  EXPECT_TRUE(problems(start + std::string(64 * 1024 - start.size(), 'x') + "\n").empty());
  EXPECT_EQ(
      problems("b: 1\n" + start + std::string(64 * 1024 - start.size() + 1, 'x')),
      (Lines{"2:1 input-too-large: this line is 65,537 bytes, more than the 65,536 bytes that "
             "Plumbline reads"}));
}

TEST(Guards, FilesAtTheCapAreReadAndLargerOnesAreNot) {
  DocumentCaps caps;
  caps.bytes = 1024 * 1024;
  const std::string comment = "#" + std::string(1022, '-') + "\n";
  const std::string text = "a: 1\n" + std::string(1019, '#') + "\n" + repeated(comment, 1022);
  ASSERT_EQ(text.size(), 1025u + 1022u * 1024u);
  EXPECT_TRUE(problems(text, caps).empty());
  EXPECT_EQ(problems(text + repeated(comment, 1), caps),
            (Lines{"1:1 input-too-large: the file is 1.1 MiB, more than the 1 MiB that Plumbline "
                   "reads"}));
}

TEST(Guards, FiftyMegabytesOfNoise) {
  std::string noise(50'000'000, '\0');
  std::uint64_t state = 1;
  for (char& byte : noise) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    byte = static_cast<char>(state >> 56);
  }
  EXPECT_EQ(problems(noise),
            (Lines{"1:1 input-too-large: the file is 47.7 MiB, more than the 32 MiB that Plumbline "
                   "reads"}));
  noise.resize(30'000'000);
  const Lines found = problems(noise);
  ASSERT_FALSE(found.empty());
  EXPECT_LE(found.size(), 120u);
}

TEST(Guards, DepthAtTheCapIsReadAndDeeperIsNot) {
  const auto flow = [](std::size_t levels) {
    return "a: " + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "\n";
  };
  EXPECT_TRUE(problems(flow(64)).empty());
  EXPECT_EQ(problems(flow(65)),
            (Lines{"1:67 input-too-large: the nesting is 65 levels, more than the 64 levels that "
                   "Plumbline reads"}));

  const auto block = [](std::size_t levels) {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i) text += std::string(i, ' ') + "a:\n";
    return text;
  };
  EXPECT_TRUE(problems(block(64)).empty());
  EXPECT_EQ(problems(block(65)),
            (Lines{"65:65 input-too-large: the nesting is 65 levels, more than the 64 levels that "
                   "Plumbline reads"}));
  EXPECT_EQ(problems("a:\n" + repeated("- ", 1000) + "x\n"),
            (Lines{"2:127 input-too-large: the nesting is 65 levels, more than the 64 levels that "
                   "Plumbline reads"}));
}

TEST(Guards, BracketsByTheMillionAreRefusedBeforeTheParserSeesThem) {
  for (const char* part : {"[", "{a: ", "- [", "{", "[\n", "{a: [\n"}) {
    const Lines found = problems("a: " + repeated(repeated(part, 1000) + "\n", 1000));
    ASSERT_EQ(found.size(), 1u) << part;
    EXPECT_NE(found[0].find("the nesting is 65 levels"), std::string::npos) << part << found[0];
  }
}

TEST(Guards, EndlessCollectionsInBracketsAreRefused) {
  const Lines found =
      problems("a:\n  [\n" + repeated("1, 2, 3, 4, 5, 6, 7, 8, 9, 10,\n", 30'000) + "]\n");
  EXPECT_EQ(found, (Lines{"2:3 input-too-large: this collection in brackets is 250,001 parts, more "
                          "than the 250,000 parts that Plumbline reads"}));
}

// Once each tab looked back to the start of its line, which took minutes for these.
TEST(Guards, LinesOfBlanksAndTabs) {
  const std::string line = std::string(30'000, ' ') + "#" + std::string(30'000, '\t') + "\n";
  EXPECT_TRUE(problems("a: 1\n" + repeated(line, 200)).empty());
}

TEST(Guards, LargeTextsFullOfBracketsInsideTextAreFine) {
  // Larger than the size from which brackets are counted ahead of the parser.
  const std::string item =
      "- says: open [ here\n"
      "    and { there [[[[[\n"
      "  smile: ':[' # [[[[\n"
      "  \"[{\": \"{[\\\"[[\"\n"
      "  block: |\n"
      "    [[[[ {{{{\n"
      "  list: [a, 'x ] y', {b: c}]\n"
      "  tail: &t '[[' \n"
      "- [[x], {y: [z]}]\n"
      "- - >-\n"
      "    [ [ [\n";
  const std::string text = "a:\n" + repeated(item, 5000);
  EXPECT_TRUE(problems(text).empty());
}

TEST(Guards, ProblemsAreCountedOutAtAHundred) {
  EXPECT_EQ(problems("k: 1\n" + repeated("k: 2\n", 5000)).size(), 100u);
}

TEST(Guards, AHugeMapOfOneKeyIsNotReadToItsEnd) {
  // Without an early look this takes seconds and hundreds of megabytes.
  const Lines found = problems(repeated("k: 1\n", 3'000'000) + "never: [reached");
  ASSERT_EQ(found.size(), 100u);
  EXPECT_EQ(found.front(), "2:1 duplicate-key: 'k' was already given in line 1");
}

TEST(Guards, ValuesAreCounted) {
  DocumentCaps caps;
  caps.values = 6;
  EXPECT_TRUE(problems("a: [x, {b: y}]\nc:\n", caps).empty());
  EXPECT_EQ(problems("a: [x, {b: y}]\nc:\nd: 1\n", caps),
            (Lines{"3:4 input-too-large: the file up to here is 7 values, more than the 6 "
                   "values that Plumbline reads"}));
}

// --- Aliases -------------------------------------------------------------------------------------

TEST(Guards, AliasesThatMultiplyAreRefused) {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char level = 'b'; level <= 'i'; ++level) {
    const std::string before = fmt::format("*{}", static_cast<char>(level - 1));
    bomb += fmt::format("{0}: &{0} [{1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}]\n", level, before);
  }
  EXPECT_EQ(
      problems(bomb),
      (Lines{
          "6:12 bad-alias: with '*e' the aliases of this file repeat more than 200,000 values"}));
}

TEST(Guards, AliasesAreCountedByWhatTheyRepeat) {
  DocumentCaps caps;
  caps.expanded_alias_nodes = 9;
  EXPECT_TRUE(problems("a: &a [x, {y: z}]\nb: *a\nc: *a\nd: &d w\ne: *d\n", caps).empty());
  EXPECT_EQ(problems("a: &a [x, {y: z}]\nb: *a\nc: *a\nd: &d w\ne: *d\nf: *d\n", caps),
            (Lines{"6:4 bad-alias: with '*d' the aliases of this file repeat more than 9 values"}));
}

TEST(Guards, AnAliasInsideItsOwnValueIsRefused) {
  EXPECT_EQ(problems("a: &x [1, *x]\n"),
            (Lines{"1:11 bad-alias: '*x' stands inside the value that it repeats"}));
  EXPECT_EQ(problems("a: &x\n  b:\n    c: *x\n"),
            (Lines{"3:8 bad-alias: '*x' stands inside the value that it repeats"}));
  // The name may be given anew inside; the alias then means the inner value.
  EXPECT_EQ(flat(read("a: &x {b: &x 1, c: *x}\n").root()), "{a: {b: 1, c: 1}}");
}

TEST(Guards, DepthThroughAliasesCounts) {
  std::string text = "a0: &a0 [" + std::string(30, '[') + std::string(30, ']') + "]\n";
  text += "a1: &a1 [" + std::string(30, '[') + "*a0" + std::string(30, ']') + "]\n";
  text += "a2: [[*a1]]\n";
  EXPECT_EQ(problems(text),
            (Lines{"3:7 input-too-large: the nesting with '*a1' is 65 levels, more than the 64 "
                   "levels that Plumbline reads"}));
}

TEST(Guards, AnUnknownAnchorIsNamed) {
  EXPECT_EQ(problems("a: &left 1\nb: [*right]\n"),
            (Lines{"2:5 bad-alias: no anchor '&right' stands before this alias"}));
}

}  // namespace
}  // namespace plumbline
