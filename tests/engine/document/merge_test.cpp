// The merge key of YAML, and the deep merge of an option over its base.
#include <gtest/gtest.h>

#include "tests/engine/document/reading.hpp"

namespace plumbline {
namespace {

using testing::at;
using testing::flat;
using testing::numbers;
using testing::problems;
using testing::read;

TEST(MergeKeys, BringTheKeysOfAMapUnlessTheyAreGiven) {
  const Document document = read("base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  y: 3\n  z: 4\n");
  EXPECT_EQ(flat(at(document, "use")), "{y: 3, z: 4, x: 1}");
  // What was merged keeps the place where it was written.
  EXPECT_EQ(numbers(document.root().find("use")->find_entry("x")->key_place), "1:11-1:12");
}

TEST(MergeKeys, EarlierMapsOfAListWin) {
  EXPECT_EQ(
      flat(at(read("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b, {z: 3}], w: 0}\n"), "c")),
      "{w: 0, x: 1, y: 2, z: 3}");
}

TEST(MergeKeys, WorkThroughSeveralLevels) {
  EXPECT_EQ(flat(at(read("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b}\n"), "c")),
            "{y: 2, x: 1}");
}

TEST(MergeKeys, MergeMapsOnly) {
  EXPECT_EQ(
      problems("a: {<<: x}\nb: {<<: [1, {c: 2}]}\n"),
      (std::vector<std::string>{
          "1:9 wrong-type: what '<<' merges must be a map or a list of maps, found text 'x'",
          "2:10 wrong-type: what '<<' merges must be a map or a list of maps, found text '1'"}));
}

TEST(MergeKeys, MayStandOnce) {
  EXPECT_EQ(problems("a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a\n"),
            (std::vector<std::string>{"4:3 duplicate-key: '<<' was already given in line 3"}));
}

std::string merged(const std::string& base, const std::string& patch) {
  Document document = read("base: " + base + "\npatch: " + patch + "\n");
  return flat(*merge(document, at(document, "base"), at(document, "patch")));
}

TEST(Merge, MapsMergeKeyByKeyInTheOrderOfTheBase) {
  EXPECT_EQ(merged("{a: 1, b: 2}", "{c: 3, b: 4}"), "{a: 1, b: 4, c: 3}");
  EXPECT_EQ(merged("{a: {x: 1, y: {z: 2}}, b: 1}", "{a: {y: {w: 3}, v: 4}}"),
            "{a: {x: 1, y: {z: 2, w: 3}, v: 4}, b: 1}");
}

TEST(Merge, AllElseIsReplaced) {
  EXPECT_EQ(merged("{a: [1, 2], b: {c: 1}, d: 1}", "{a: [3], b: text, d: {e: 2}}"),
            "{a: [3], b: text, d: {e: 2}}");
  EXPECT_EQ(merged("{a: {b: 1}}", "{a: }"), "{a: ~}");
  EXPECT_EQ(merged("{a: 1}", "{}"), "{a: 1}");
  EXPECT_EQ(merged("{}", "{a: 1}"), "{a: 1}");
}

TEST(Merge, KeepsThePlacesOfBothSides) {
  Document document = read("base:\n  a: {x: 1}\n  b: 2\npatch:\n  a: {y: 3}\n  b: 4\n");
  const Node& result = *merge(document, at(document, "base"), at(document, "patch"));
  EXPECT_EQ(numbers(result.find("a")->find("x")->place), "2:10-2:11");
  EXPECT_EQ(numbers(result.find("a")->find("y")->place), "5:10-5:11");
  EXPECT_EQ(numbers(result.find_entry("b")->key_place), "6:3-6:4");
  EXPECT_EQ(numbers(result.find("b")->place), "6:6-6:7");
}

TEST(Merge, ChangesNeitherSide) {
  Document document = read("base: {a: {x: 1}}\npatch: {a: {y: 2}}\n");
  (void)merge(document, at(document, "base"), at(document, "patch"));
  EXPECT_EQ(flat(document.root()), "{base: {a: {x: 1}}, patch: {a: {y: 2}}}");
}

TEST(Merge, LargeMaps) {
  std::string base = "base:\n";
  std::string patch = "patch:\n";
  for (int i = 0; i < 3000; ++i) base += fmt::format("  k{}: old\n", i);
  for (int i = 1500; i < 4500; ++i) patch += fmt::format("  k{}: new\n", i);
  Document document = read(base + patch);
  const Node& result = *merge(document, at(document, "base"), at(document, "patch"));
  ASSERT_EQ(result.entries.size(), 4500u);
  for (int i = 0; i < 4500; ++i) {
    const Entry& entry = result.entries[static_cast<std::size_t>(i)];
    EXPECT_EQ(entry.key, fmt::format("k{}", i));
    EXPECT_EQ(entry.value->text, i < 1500 ? "old" : "new");
  }
}

}  // namespace
}  // namespace plumbline
