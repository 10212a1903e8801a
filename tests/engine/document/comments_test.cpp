// Comments are found where they are, and nowhere inside text.
#include <gtest/gtest.h>

#include "tests/engine/document/reading.hpp"

namespace plumbline {
namespace {

using testing::covered;
using testing::numbers;
using testing::read;

std::vector<std::string> comments(const std::string& text) {
  std::vector<std::string> result;
  const Document document = read(text);
  for (const Comment& comment : document.comments()) {
    result.push_back(numbers(comment.place) + " " + std::string(comment.text));
  }
  return result;
}

using Lines = std::vector<std::string>;

TEST(Comments, WholeLinesAndEndsOfLines) {
  EXPECT_EQ(
      comments("# first\na: 1  #second  \n\n  # third\nb:   # fourth\n  - x\n#"),
      (Lines{"1:1-1:8 first", "2:7-2:16 second", "4:3-4:10 third", "5:6-5:14 fourth", "7:1-7:2 "}));
}

TEST(Comments, AHashInsideTextIsNone) {
  EXPECT_EQ(comments("a: x#y\nb: 'x # y'\nc: \"x \\\" # y\"  # yes\nd: |\n  # no\n  x # no\n"
                     "e: >  # head\n  z # no\n# after\n'f # g': [\"# h\", # i\n  j]\n"),
            (Lines{"3:16-3:21 yes", "7:7-7:13 head", "9:1-9:8 after", "10:18-10:21 i"}));
}

TEST(Comments, QuotedTextOverSeveralLinesHidesItsHashes) {
  EXPECT_EQ(comments("a: \"x\n  # no\n  y\" # yes\n"), (Lines{"3:6-3:11 yes"}));
}

TEST(Comments, ColumnsCountCharacters) {
  EXPECT_EQ(comments("이름: 값 # 설명입니다\n"), (Lines{"1:7-1:14 설명입니다"}));
}

TEST(Comments, WindowsLineEndsBelongToNoComment) {
  EXPECT_EQ(comments("a: 1 # x\r\n# y\r\n"), (Lines{"1:6-1:9 x", "2:1-2:4 y"}));
}

TEST(Comments, ExpectationsStandBesideTheirLine) {
  const std::string text = "components:\n  f: {service: lambda}  # expect: some-rule\n";
  const Document document = read(text);
  const std::vector<Comment> found = document.comments();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].text, "expect: some-rule");
  EXPECT_EQ(covered(text, found[0].place), "# expect: some-rule");
}

}  // namespace
}  // namespace plumbline
