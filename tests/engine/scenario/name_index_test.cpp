// Names are found alike in short and in long lists.
#include "engine/scenario/name_index.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace plumbline {
namespace {

struct Item {
  std::string name;
};

std::vector<Item> items(int count) {
  std::vector<Item> list;
  // Not in the order of names.
  for (int i = 0; i < count; ++i) list.push_back({"n" + std::to_string((i * 7919) % 100003)});
  return list;
}

TEST(NameIndex, FindsEveryNameOfAnyLength) {
  for (const int count : {0, 1, 32, 33, 1000}) {
    const std::vector<Item> list = items(count);
    NameIndex index;
    index.build(list);
    for (int i = 0; i < count; ++i) {
      ASSERT_EQ(find_named(index, list, list[static_cast<std::size_t>(i)].name), i) << count;
    }
    EXPECT_EQ(find_named(index, list, "none"), NameIndex::kNotThere);
    EXPECT_EQ(find_named(index, list, ""), NameIndex::kNotThere);
  }
}

TEST(NameIndex, FindsWhatWasAddedBehindIt) {
  std::vector<Item> list = items(40);
  NameIndex index;
  index.build(list);
  list.push_back({"late"});
  EXPECT_EQ(find_named(index, list, "late"), 40);
}

TEST(NameIndex, GivesTheFirstOfEqualNames) {
  std::vector<Item> list = items(40);
  list.push_back({"twice"});
  list.push_back({"twice"});
  NameIndex index;
  index.build(list);
  EXPECT_EQ(find_named(index, list, "twice"), 40);
}

TEST(NameIndex, ForgetsAnEarlierList) {
  NameIndex index;
  index.build(items(100));
  index.build(items(2));
  EXPECT_EQ(index.size(), 0u);
}

}  // namespace
}  // namespace plumbline
