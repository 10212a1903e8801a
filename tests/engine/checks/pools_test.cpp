// What parts take of quotas that they share.
#include "engine/checks/pools.hpp"

#include <gtest/gtest.h>

#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;

Built burst(std::string_view settings, std::string_view connection, std::string_view account = {}) {
  return build(R"(
programs: {score: {takes: 3 s, memory: 1 GB}}
workloads: {orders: {arrive: {burst: 100/s, for: 10 min, every: 1 day}, size: 2 KB, to: waiting}}
)" + std::string(account) +
               R"(
design:
  components:
    waiting: {service: sqs}
    worker: {service: lambda, runs: score)" +
               std::string(settings) + R"(}
  connections:
    - waiting -> worker: {by: poll)" +
               std::string(connection) + "}\n");
}

Quantity demand(const Built& built) {
  const PartId worker = built.part("worker");
  return demand_on(*built.pipeline, built.estimates, worker,
                   *shared_quota_of(*built.pipeline, worker).fact);
}

TEST(SharedQuota, IsTheCatalogsUntilTheAccountSaysOtherwise) {
  const Built usual = burst("", "");
  const SharedQuota quota = shared_quota_of(*usual.pipeline, usual.part("worker"));
  ASSERT_TRUE(quota.exists());
  EXPECT_EQ(quota.pool(), "lambda-concurrency");
  EXPECT_EQ(quota.whole.low, 1000.0);
  EXPECT_EQ(quota.used_by_others(), nullptr);

  const Built stated =
      burst("", "", "account: {lambda-concurrency: {quota: 3000, used-by-others: 400}}");
  const SharedQuota raised = shared_quota_of(*stated.pipeline, stated.part("worker"));
  EXPECT_EQ(raised.whole.low, 3000.0);
  ASSERT_NE(raised.used_by_others(), nullptr);
  EXPECT_EQ(raised.used_by_others()->mean.low, 400.0);
  EXPECT_FALSE(shared_quota_of(*usual.pipeline, usual.part("waiting")).exists());
}

// Little's law: 100 a second for three seconds and a little more.
TEST(DemandOn, IsWhatIsInFlightAtPeak) {
  const Quantity amount = demand(burst("", ""));
  EXPECT_GE(amount.low, 300.0);
  EXPECT_LE(amount.high, 310.0);
}

TEST(DemandOn, IsHeldDownByAConnection) {
  EXPECT_EQ(demand(burst("", ", maximum-concurrency: 20")).high, 20.0);
}

TEST(DemandOn, WhatIsSetAsideIsTakenWhetherUsedOrNot) {
  EXPECT_EQ(demand(burst(", reserved-concurrency: 700", "")),
            Quantity::exactly(Dimension::Count, 700.0));
}

TEST(PressingUnits, NothingRunsBeyondItsLimit) {
  const Built built = build(R"(
programs: {study: {takes: unknown, memory: 1 GB}}
workloads: {orders: {arrive: {poisson: 1/s}, size: 2 KB, from: shop}}
actors: {shop: {kind: client}}
design:
  components:
    worker: {service: lambda, runs: study}
  connections:
    - shop -> worker: {by: invoke}
)");
  const Count units = pressing_units(*built.pipeline, built.estimates, built.part("worker"));
  EXPECT_LE(units.high, 910.0) << "one a second for fifteen minutes at most";
}

TEST(TakenByUnit, IsTheInstancesOfAJob) {
  const Built built = build(R"(
models: {score: {takes: 1 s, memory: 1 GB}}
design: {components: {job: {service: sagemaker-batch-transform, serves: score, instance-count: 3}}}
)");
  EXPECT_EQ(taken_by_unit(*built.pipeline, built.part("job"), "instances"), 3.0);
  EXPECT_EQ(taken_by_unit(*built.pipeline, built.part("job"), "concurrency"), 1.0);
}

}  // namespace
}  // namespace plumbline
