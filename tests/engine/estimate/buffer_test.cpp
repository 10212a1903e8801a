// Micro batches: how long items wait in them, and how often they are handed on.
#include "engine/estimate/buffer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::Built;

// 4 MB of clicks a second into a delivery stream, and from there into a bucket.
Built clicks(const std::string& settings, const std::string& day = "2025-01") {
  return testing::build(R"(
facts-as-of: )" + day + R"(
workloads:
  clicks: {arrive: {rate: 2000/s}, size: 2 KB, from: client, to: intake}
design:
  components:
    intake: {service: firehose)" + settings + R"(}
    lake: {service: s3}
  connections:
    - client -> intake: {by: put-records}
    - intake -> lake: {by: output}
)");
}

Timing wait(const Built& built) {
  return collecting_time(*built.pipeline, built.part("intake"), {});
}

TEST(CollectingTime, TheIntervalWhereItComesFirst) {
  const Timing timing = wait(clicks(", buffer-interval: 20 s, buffer-size: 128 MiB"));
  EXPECT_DOUBLE_EQ(timing.mean.low, 10.0);
  EXPECT_DOUBLE_EQ(timing.mean.high, 10.0);
  EXPECT_DOUBLE_EQ(timing.p99.high, 0.99 * 20.0);
}

TEST(CollectingTime, TheSizeWhereItComesFirst) {
  const Timing timing = wait(clicks(", buffer-interval: 900 s, buffer-size: 64 MiB"));
  EXPECT_NEAR(timing.mean.high, 64.0 * 1024 * 1024 / 4e6 / 2.0, 1e-9);
}

TEST(CollectingTime, WhatNobodyStatedIsAsShortAsItMayBe) {
  EXPECT_DOUBLE_EQ(wait(clicks("")).mean.high, 0.0);
  // Before buffers could be left out, the least was a minute, or one full MiB.
  EXPECT_NEAR(wait(clicks("", "2023-06")).mean.high, 1024.0 * 1024.0 / 4e6 / 2.0, 1e-9);
}

TEST(CollectingTime, IsNothingForWhatCollectsNothing) {
  const Built built = clicks("");
  EXPECT_DOUBLE_EQ(collecting_time(*built.pipeline, built.part("lake"), {}).p99.high, 0.0);
  EXPECT_TRUE(std::isinf(batches_a_second(*built.pipeline, built.part("lake"), {}).low));
}

TEST(Evaluate, ABatchIsOneUnitHoweverManyItemsItHolds) {
  const Built built = clicks(", buffer-interval: 20 s, buffer-size: 128 MiB");
  EXPECT_DOUBLE_EQ(built.of("intake").rate.high, 2000.0);
  EXPECT_DOUBLE_EQ(built.of("lake").rate.high, 1.0 / 20.0);
  EXPECT_DOUBLE_EQ(built.of("lake").peak.low, 1.0 / 20.0);
}

TEST(BoundOf, AShardedLogCarriesWhatItsShardsCarryTogether) {
  const auto log = [](const std::string& shards) {
    return testing::build(R"(
workloads: {clicks: {arrive: {rate: 2000/s}, size: 1 KB, to: log}}
design:
  components: {log: {service: kinesis-data-streams)" + shards + R"(}}
)");
  };
  const Built three = log(", shard-count: 3");
  EXPECT_DOUBLE_EQ(bound_of(*three.pipeline, three.part("log"), "write-rate").allowed.high, 3000.0);
  EXPECT_DOUBLE_EQ(bound_of(*three.pipeline, three.part("log"), "write-bytes").allowed.high, 3e6);
  const Built free = log("");
  EXPECT_FALSE(bound_of(*free.pipeline, free.part("log"), "write-rate").exists());
}

}  // namespace
}  // namespace plumbline
