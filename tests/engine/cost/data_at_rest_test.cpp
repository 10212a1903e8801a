// What lies in a store and what is read out of it, each figure computed here by hand from the
// prices of us-east-1 in the catalog's data files.
#include <gmock/gmock.h>

#include "engine/cost/cost.hpp"
#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;
using ::testing::Contains;

double monthly(const std::string& data, const std::string& components, std::string_view measure,
               const std::string& rest = {}) {
  const Built built =
      build("data: {raw: " + data + "}\n" + rest + "design:\n  components: {" + components + "}\n" +
            (rest.empty() ? ""
                          : "  connections: [client -> sql: {by: invoke}, "
                            "sql -> lake: {by: read}]\n"));
  double sum = 0.0;
  for (const CostLine& line : cost_of(*built.pipeline, built.estimates).lines) {
    if (line.counts != measure) continue;
    EXPECT_EQ(line.monthly.low, line.monthly.high) << line.what;
    sum += line.monthly.low;
  }
  return sum;
}

TEST(DataAtRest, IsKeptByTheGigabyteOfItsClass) {
  // $0.023 a GB and month; deep archive $0.00099.
  EXPECT_NEAR(monthly("{size: 10 TB}", "s: {service: s3, holds: raw}", "gb-stored-months"), 230.0,
              1e-6);
  EXPECT_NEAR(
      monthly("{size: 10 TB, keep: 1 year}",
              "s: {service: s3, holds: raw, storage-class: deep-archive}", "gb-stored-months"),
      9.9, 1e-6);
}

TEST(DataAtRest, WhatLeavesAnArchiveEarlyIsChargedForItsShortestTime) {
  // 180 days at least.
  EXPECT_NEAR(
      monthly("{size: 10 TB, keep: 90 days}",
              "s: {service: s3, holds: raw, storage-class: deep-archive}", "gb-stored-months"),
      19.8, 1e-6);
}

TEST(DataAtRest, ReadingCostsByClassAndTier) {
  const std::string read = "{size: 10 TB, keep: 7 years, reads: 1/month, read-share: 10 %}";
  // 1,000 GB a month: $0.02 by standard retrieval, $0.0025 in bulk; flexible in bulk is free.
  EXPECT_NEAR(
      monthly(read, "s: {service: s3, holds: raw, storage-class: deep-archive}", "gb-retrieved"),
      20.0, 1e-6);
  EXPECT_NEAR(monthly(read,
                      "s: {service: s3, holds: raw, storage-class: deep-archive, retrieval-tier: "
                      "bulk}",
                      "gb-retrieved"),
              2.5, 1e-6);
  EXPECT_EQ(monthly(read,
                    "s: {service: s3, holds: raw, storage-class: glacier-flexible, "
                    "retrieval-tier: bulk}",
                    "gb-retrieved"),
            0.0);
  EXPECT_EQ(monthly(read, "s: {service: s3, holds: raw}", "gb-retrieved"), 0.0);
}

// 50,000 objects of half a million: $0.05 a thousand by standard retrieval, nothing in bulk.
TEST(DataAtRest, AnArchiveIsRestoredObjectByObject) {
  const std::string read =
      "{size: 10 TB, objects: 500000, keep: 7 years, reads: 1/month, read-share: 10 %}";
  const std::string archive = "s: {service: s3, holds: raw, storage-class: glacier-flexible";
  EXPECT_NEAR(monthly(read, archive + "}", "retrievals"), 2.5, 1e-9);
  EXPECT_EQ(monthly(read, archive + ", retrieval-tier: bulk}", "retrievals"), 0.0);
  EXPECT_EQ(monthly(read, "s: {service: s3, holds: raw}", "retrievals"), 0.0);
}

TEST(DataAtRest, ObjectsThatNobodyCountedAreListedAndNotPriced) {
  const Built built = build(
      "data: {raw: {size: 10 TB, keep: 7 years, reads: 1/month}}\ndesign:\n  components: {s: "
      "{service: s3, holds: raw, storage-class: glacier-flexible}}\n");
  const Cost cost = cost_of(*built.pipeline, built.estimates);
  EXPECT_THAT(cost.unpriced, Contains("requests that restore raw, by its objects"));
  EXPECT_LT(cost.monthly.high, 1000.0);
}

TEST(DataAtRest, WhatExistedIsNotPaidForByTheDesign) {
  EXPECT_EQ(
      monthly("{size: 10 TB}", "s: {service: s3, holds: raw, existing: true}", "gb-stored-months"),
      0.0);
}

TEST(DataAtRest, AQueryPaysForTheColumnsThatItReads) {
  const std::string world = "workloads: {questions: {arrive: {rate: 100/month}, from: client}}\n";
  const std::string table = "{size: 1 TB, columns: 40, columns-read: 4}";
  // 100 queries of 1,000 GB at $0.005; of Parquet a tenth.
  EXPECT_NEAR(monthly(table, "sql: {service: athena}, lake: {service: s3, holds: raw}",
                      "gb-scanned", world),
              500.0, 1e-6);
  EXPECT_NEAR(
      monthly(table, "sql: {service: athena}, lake: {service: s3, holds: {raw: {format: parquet}}}",
              "gb-scanned", world),
      50.0, 1e-6);
}

}  // namespace
}  // namespace plumbline
