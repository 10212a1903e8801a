// Text that is not YAML: the message says where and what to do, and never speaks the parser's
// words.
#include <gtest/gtest.h>

#include "tests/engine/document/reading.hpp"

namespace plumbline {
namespace {

using testing::problems;

using Lines = std::vector<std::string>;

// The only problem of `text`, without the words that all syntax errors share.
std::string problem(const std::string& text) {
  const Lines found = problems(text);
  if (found.size() != 1) return fmt::format("{} problems", found.size());
  constexpr std::string_view kShared = "yaml-syntax: not YAML: ";
  std::string line = found[0];
  const std::size_t at = line.find(kShared);
  return at == std::string::npos ? line : line.erase(at, kShared.size());
}

TEST(SyntaxErrors, ASecondColonInALine) {
  EXPECT_EQ(problem("title: three: versions\n"),
            "1:13 a second ': ' stands in this value; put the value in quotes, or begin a new line "
            "for a nested key");
}

TEST(SyntaxErrors, AKeyBelowAValue) {
  EXPECT_EQ(problem("a: 1\n  b: 2\n"),
            "2:4 line 1 already gives a value, so nothing can be nested below it; check the "
            "indentation of both lines");
}

TEST(SyntaxErrors, ATextThatRunsIntoAColon) {
  EXPECT_EQ(
      problem("a:\n  foo\n  bar: 1\n"),
      "3:6 the text that begins in line 2 runs into this ':'; a key stands on one line, and a "
      "text with ': ' in quotes");
  EXPECT_EQ(problem("foo\nbar: 1\n").substr(0, 50),
            "2:4 the text that begins in line 1 runs into this ");
  EXPECT_EQ(problem("a:\n  - foo\n    bar: 1\n").substr(0, 50),
            "3:8 the text that begins in line 2 runs into this ");
}

TEST(SyntaxErrors, ALineThatFitsNoIndentation) {
  EXPECT_EQ(problem("a:\n  - x\n - y\n"),
            "3:2 this does not belong to the map that begins in line 1; indent its keys as there");
  EXPECT_EQ(problem("a:\n    b: 1\n  c: 2\n"),
            "3:3 this does not belong to the map that begins in line 1; indent its keys as there");
  EXPECT_EQ(problem("a:\n  - x\n  y: 1\n"),
            "3:3 this does not belong to the map that begins in line 1; indent its keys as there");
  EXPECT_EQ(problem("a: {x: 1}\n  y: 2\n"),
            "2:3 this does not belong to the map that begins in line 1; indent its keys as there");
}

TEST(SyntaxErrors, SomethingAfterACompleteValue) {
  const std::string reason =
      " this follows a value that is complete; put the whole value in quotes, or begin a new line";
  EXPECT_EQ(problem("a: \"x\" y\n"), "1:8" + reason);
  EXPECT_EQ(problem("a: {b: 1} c\n"), "1:11" + reason);
  EXPECT_EQ(problem("a:\n  - [1] 2\n"), "2:9" + reason);
}

TEST(SyntaxErrors, AListItemBehindAKey) {
  EXPECT_EQ(problem("a: - b\n"),
            "1:4 a list item '- ' cannot begin here; put it on a line of its own");
}

TEST(SyntaxErrors, AQuoteThatIsNeverClosed) {
  const std::string reason = " the quote that opens here is never closed";
  EXPECT_EQ(problem("a: 1\nb: \"x\nc: 2\n"), "2:4" + reason);
  EXPECT_EQ(problem("b: 'it''s\n"), "1:4" + reason);
  EXPECT_EQ(problem("b: \"x\\\"\n"), "1:4" + reason);
}

TEST(SyntaxErrors, ABracketThatIsNeverClosed) {
  EXPECT_EQ(problem("a: [1, 2\nb: 3\n"), "1:4 the '[' that opens here is never closed by ']'");
  EXPECT_EQ(problem("a:\n  b: {c: 1\n"), "2:6 the '{' that opens here is never closed by '}'");
  EXPECT_EQ(problem("a: {b: [1, 2}\n"), "1:13 this '}' does not close the '[' of line 1");
  EXPECT_EQ(problem("a: [1, {b: 2]\n"), "1:13 this ']' does not close the '{' of line 1");
  EXPECT_EQ(problem("a:\n  - [x, \"]\", # ]\n  {\n  ]\n"),
            "4:3 this ']' does not close the '{' of line 3");
}

TEST(SyntaxErrors, ABracketThatClosesNothing) {
  EXPECT_EQ(problem("a: ]\n"), "1:4 this ']' closes nothing; put text with brackets in quotes");
  EXPECT_EQ(problem("a: {b: 1}}\n"),
            "1:10 this '}' closes nothing; put text with brackets in quotes");
}

TEST(SyntaxErrors, AMissingOrSuperfluousComma) {
  EXPECT_EQ(problem("a: {b: 1 c: 2}\n"), "1:11 a ',' or '}' is missing before this");
  EXPECT_EQ(problem("a: [\"x\" \"y\"]\n"), "1:9 a ',' or ']' is missing before this");
  EXPECT_EQ(problem("a: [x, , y]\n"), "1:8 nothing stands before this comma");
  EXPECT_EQ(problem("a: [, y]\n"), "1:5 nothing stands before this comma");
}

TEST(SyntaxErrors, AKeyInBracketsWithoutAValueAtTheEndOfItsLine) {
  EXPECT_EQ(problem("a: {b: 1,\n  c\n}\n"), "2:3 a ':' and a value are missing after this key");
}

TEST(SyntaxErrors, CharactersThatBeginNoValue) {
  EXPECT_EQ(problem("a: @x y\n"), "1:4 '@' cannot begin a value; put it in quotes: \"@x\"");
  EXPECT_EQ(problem("a: `x`\n"), "1:4 '`' cannot begin a value; put it in quotes: \"`x`\"");
  EXPECT_EQ(problem("한: %x\n"), "1:4 '%' cannot begin a value; put it in quotes: \"%x\"");
}

TEST(SyntaxErrors, TabsThatIndent) {
  const std::string reason = " a tab indents this line; YAML indents with blanks (spaces) only";
  EXPECT_EQ(problem("a:\n\tb: 1\n"), "2:1" + reason);
  EXPECT_EQ(problem("a:\n  b: 1\n\tc: 2\n"), "3:1" + reason);
  EXPECT_EQ(problem("a:\n  \tb\n"), "2:3" + reason);
  // The parser would read these as something else without a word.
  EXPECT_EQ(problem("a:\n  - x\n\t- y\n"), "3:1" + reason);
  EXPECT_EQ(problem("a:\n\tb\n"), "2:1" + reason);
  EXPECT_EQ(problem("a: x\n\ty\nb: z\n\tw\n"), "2:1" + reason);
  EXPECT_EQ(problem("a: |\n\tx\n"), "2:1" + reason);
}

TEST(SyntaxErrors, TabsThatDoNotIndentAreFine) {
  EXPECT_TRUE(
      problems("a:\t1\t# c\n\t# comment\n\t\nb: [\n\tx,\n\t{y: 1}]\nc: |\n  \tx\n").empty());
  EXPECT_TRUE(problems("a: \"x\n\ty\"\n").empty());
}

TEST(SyntaxErrors, EscapesThatDoNotExist) {
  EXPECT_EQ(problem("a: \"C:\\program\"\n"),
            "1:7 '\\p' is no escape; write '\\\\' for a backslash, or use single quotes");
  EXPECT_EQ(problem("a: \"\\uZZZZ\"\n").substr(5),
            "an escape \\x, \\u or \\U is followed by 2, 4 or 8 digits of a hexadecimal number");
}

TEST(SyntaxErrors, BlockTextsWithABadHead) {
  EXPECT_EQ(
      problem("a: |x\n  y\n").substr(4),
      "only a comment may follow on the line of '|' or '>'; the text begins on the next line");
  EXPECT_EQ(problem("a: |0\n  y\n").substr(4), "a block text cannot be indented by 0 blanks");
}

TEST(SyntaxErrors, KeysThatAreTooLong) {
  const std::string reason = " the key before this ':' is longer than 1024 bytes";
  EXPECT_EQ(problem(std::string(1100, 'k') + ": 1\n"), "1:1101" + reason);
  EXPECT_TRUE(problems(std::string(1000, 'k') + ": 1\n").empty());
}

TEST(SyntaxErrors, AnchorsAndAliasesWithoutAName) {
  EXPECT_EQ(problem("a: * x\n").substr(4),
            "'*' begins an alias and needs a name; put text that begins with '*' in quotes");
  EXPECT_EQ(problem("a: & x\n").substr(4),
            "'&' begins an anchor and needs a name; put text that begins with '&' in quotes");
  EXPECT_EQ(problem("a: &x &y 1\n").substr(4), "one value has two anchors; keep one");
}

TEST(SyntaxErrors, Directives) {
  EXPECT_EQ(problem("%YAML 1.2 3\n---\na: 1\n").substr(4),
            "a line that begins with '%' is a directive; '%YAML 1.2' is the only useful one");
  EXPECT_EQ(problem("%YAML 3.0\n---\na: 1\n").substr(4), "Plumbline reads YAML 1.2");
}

// A syntax error ends the reading, but what is known by then is told with it.
TEST(SyntaxErrors, ComeTogetherWithWhatWasFoundBefore) {
  EXPECT_EQ(problems("a: 1\na: !t 2\nb: {c: 1, c: 2}\nd:\n  e: 1\n  e: 2\n  f: ]\n"),
            (Lines{"2:1 duplicate-key: 'a' was already given in line 1",
                   "2:4 tag-refused: the tag !t has no meaning here; values are read as plain text",
                   "3:11 duplicate-key: 'c' was already given in line 3",
                   "6:3 duplicate-key: 'e' was already given in line 5",
                   "7:6 yaml-syntax: not YAML: this ']' closes nothing; put text with brackets in "
                   "quotes"}));
}

TEST(SyntaxErrors, AreNotAlwaysTheParsersButEndTheReadingToo) {
  EXPECT_EQ(problems("a: 1\na: 2\nb: \"open\n"),
            (Lines{"2:1 duplicate-key: 'a' was already given in line 1",
                   "3:4 yaml-syntax: not YAML: the quote that opens here is never closed"}));
}

TEST(SyntaxErrors, EachHasAFixToShow) {
  const auto document = parse_document("a: b: c\n", "x.yaml");
  ASSERT_FALSE(document.has_value());
  const Finding& finding = document.error().all().front();
  EXPECT_EQ(finding.severity, Severity::Error);
  EXPECT_EQ(document.error().file(), "x.yaml");
  EXPECT_FALSE(render_message(finding.rule->fix, finding).empty());
}

}  // namespace
}  // namespace plumbline
