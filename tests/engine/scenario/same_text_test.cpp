// Whether two values are written in the same words.
#include "engine/scenario/same_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace plumbline::scenario_reading {
namespace {

// The two values of a file {a: ..., b: ...}.
struct Two {
  Document document;
  const Node* a = document.root().find("a");
  const Node* b = document.root().find("b");
};
Two two(const std::string& a, const std::string& b) {
  auto parsed = parse_document("a: " + a + "\nb: " + b + "\n", "two.yaml");
  return {std::move(parsed).value()};
}
void expect(const std::string& a, const std::string& b, bool same) {
  const Two values = two(a, b);
  EXPECT_EQ(is_same_text(values.a, values.b), same) << a << " and " << b;
  EXPECT_EQ(canonical_text(values.a) == canonical_text(values.b), same) << a << " and " << b;
}

TEST(SameText, OfScalarsListsAndMaps) {
  expect("3 s", "3 s", true);
  expect("3 s", "3000 ms", false);
  expect("[x, y]", "[x, y]", true);
  expect("[x, y]", "[y, x]", false);
  expect("{x: 1, y: [2]}", "{y: [2], x: 1}", true);
  expect("{x: 1}", "{x: 1, y: 2}", false);
  expect("{x: {y: 1}}", "{x: {y: 2}}", false);
}

TEST(SameText, NothingAndAnEmptyMapAreTheSame) {
  expect("", "{}", true);
  expect("", "x", false);
  EXPECT_TRUE(is_same_text(nullptr, nullptr));
  const Two values = two("{}", "x");
  EXPECT_TRUE(is_same_text(values.a, nullptr));
  EXPECT_FALSE(is_same_text(nullptr, values.b));
}

TEST(SameText, NeighboursDoNotRunIntoEachOther) {
  expect("[ab, c]", "[a, bc]", false);
  expect("[[a], b]", "[[a, b]]", false);
  expect("{a: b}", "[a, b]", false);
  expect("[[], a]", "[a]", false);
}

}  // namespace
}  // namespace plumbline::scenario_reading
