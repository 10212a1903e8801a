// Data at rest, and the components that hold it.
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

struct Reading {
  ReadScenario read;
  const DataSet& data() const { return read.scenario.world.data.at(0); }
};
Reading data(const std::string& written) {
  return {testing::read_world("data: {raw: " + written + "}\n")};
}
std::vector<std::string> wrong(const std::string& written) {
  return testing::problems_of_world("data: {raw: " + written + "}\n");
}

TEST(Data, WhatIsStated) {
  const Reading read = data(
      "{size: 10 TB, objects: 2 million, format: csv, columns: 40, columns-read: 4, reads: 1/day, "
      "read-share: 5 %, keep: 7 years, label: personal}");
  EXPECT_DOUBLE_EQ(read.data().size.mean.low, 1e13);
  EXPECT_EQ(read.data().size.path, "data.raw.size");
  EXPECT_DOUBLE_EQ(read.data().objects.mean.low, 2e6);
  EXPECT_EQ(read.data().format, "csv");
  EXPECT_DOUBLE_EQ(read.data().read_share.mean.low, 0.05);
  EXPECT_EQ(read.data().label, "personal");
}

TEST(Data, WhatIsNotSaidIsUnknownAndAReadingTakesAll) {
  for (const char* written : {"{}", ""}) {
    const Reading read = data(written);
    EXPECT_TRUE(read.data().size.is_unknown());
    EXPECT_TRUE(read.data().reads.is_unknown());
    EXPECT_DOUBLE_EQ(read.data().read_share.mean.low, 1.0);
  }
}

TEST(Data, WordsForHowOftenAreRanges) {
  const Reading seldom = data("{reads: seldom}");
  const Reading often = data("{reads: often}");
  EXPECT_TRUE(seldom.data().reads.is_unknown());
  EXPECT_DOUBLE_EQ(seldom.data().reads.mean.low, 0.0);
  EXPECT_DOUBLE_EQ(seldom.data().reads.mean.high, often.data().reads.mean.low);
  EXPECT_FALSE(seldom.data().reads.because.empty());
}

TEST(Data, MistakesAreExplained) {
  EXPECT_THAT(wrong("{sise: 1 GB}"),
              ElementsAre(StartsWith("2:14 PLB0020 'sise' is not a key of the data 'raw' (did you "
                                     "mean 'size'?)")));
  EXPECT_THAT(wrong("{size: 3}"), ElementsAre(HasSubstr("2:20")));
  EXPECT_THAT(wrong("{columns: 3, columns-read: 4}"),
              ElementsAre(HasSubstr("'raw' has fewer columns than are read")));
  EXPECT_THAT(wrong("10 TB"), ElementsAre(HasSubstr("the data 'raw' must be a map")));
}

TEST(Data, IsHeldByComponents) {
  const auto held = [](const std::string& written) {
    return testing::read("data: {raw: {}, clean: {}}\ndesign: {components: {lake: {service: s3, "
                         "holds: " + written + ", region: eu-west-1}}}\n");
  };
  const ReadScenario list = held("[raw, clean]");
  const Component& lake = testing::component(testing::design_of(list), "lake");
  ASSERT_EQ(lake.holds.size(), 2u);
  EXPECT_EQ(lake.holds[1].data, 1);
  EXPECT_EQ(lake.region, "eu-west-1");
  const ReadScenario map = held("{clean: {format: parquet}}");
  EXPECT_EQ(testing::component(testing::design_of(map), "lake").holds.at(0).format, "parquet");
  EXPECT_THAT(testing::problems("data: {raw: {}}\ndesign: {components: {lake: {service: s3, holds: "
                                "rwa}}}\n"),
              ElementsAre(HasSubstr("there is no data 'rwa' (did you mean 'raw'?)")));
}

}  // namespace
}  // namespace plumbline
