// How long one unit works, and what stops it.
#include "engine/checks/work.hpp"

#include <gtest/gtest.h>

#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;

constexpr Count kOne = Count::exactly(1.0);

TEST(WorkTime, LeavesOutWhatTheServiceAddsAround) {
  const Built built = build(R"(
programs: {job: {takes: 15 min, memory: 1 GB}}
design: {components: {worker: {service: lambda, runs: job}}}
)");
  EXPECT_EQ(work_time(*built.pipeline, built.part("worker"), kOne).p99, Seconds::exactly(900.0));
}

TEST(WorkTime, PiecesTakeTheirShareAndItemsAddUp) {
  const Built built = build(R"(
programs: {job: {takes: 30 min, memory: 1 GB}}
design: {components: {worker: {service: lambda, runs: job, splits: 3}}}
)");
  const PartId worker = built.part("worker");
  EXPECT_EQ(work_time(*built.pipeline, worker, kOne).p99, Seconds::exactly(600.0));
  EXPECT_EQ(work_time(*built.pipeline, worker, Count::exactly(4.0)).mean, Seconds::exactly(2400.0));
}

TEST(WorkTime, TheSlowestTargetCounts) {
  const Built built = build(R"(
models: {quick: {takes: 1 s, memory: 1 GB}, slow: {takes: 9 s, memory: 1 GB}}
design:
  components:
    scorer:
      service: sagemaker-endpoint
      mode: multi-variant
      variants: {a: {serves: quick}, b: {serves: slow}}
)");
  EXPECT_EQ(work_time(*built.pipeline, built.part("scorer"), kOne).p99, Seconds::exactly(9.0));
}

constexpr std::string_view kLongRunning = R"(
programs: {job: {takes: 1 h, memory: 1 GB}}
workloads: {orders: {arrive: {rate: 40/day}, size: 2 KB, from: shop}}
actors: {shop: {kind: client}}
design:
  components:
    worker: {service: lambda, mode: managed-instances, runs: job, EXTRA}
    news: {service: sns}
  connections:
    - LINK
)";

Built long_running(std::string_view extra, std::string_view link) {
  std::string text(kLongRunning);
  text.replace(text.find(", EXTRA"), 7, extra);
  text.replace(text.find("LINK"), 4, link);
  return build(text);
}

TEST(RunTimeBound, IsWiderWhereNobodyWaits) {
  const Built awaited = long_running("", "shop -> worker: {by: invoke}");
  const Built unawaited =
      long_running("", "shop -> news: {by: publish}\n    - news -> worker: {by: subscription}");
  EXPECT_TRUE(is_awaited(*awaited.pipeline, awaited.part("worker")));
  EXPECT_FALSE(is_awaited(*unawaited.pipeline, unawaited.part("worker")));
  EXPECT_EQ(run_time_bound(*awaited.pipeline, awaited.part("worker")).allowed.low, 900.0);
  EXPECT_EQ(run_time_bound(*unawaited.pipeline, unawaited.part("worker")).allowed.low, 5400.0);
}

TEST(RunTimeBound, AStatedTimeoutIsNarrowerThanEither) {
  const Built built = long_running(
      ", timeout: 10 min", "shop -> news: {by: publish}\n    - news -> worker: {by: subscription}");
  const Bound bound = run_time_bound(*built.pipeline, built.part("worker"));
  EXPECT_EQ(bound.allowed.low, 600.0);
  EXPECT_NE(bound.setting, nullptr);
}

TEST(RunTimeBound, OfATransformJobHoldsForEachRequest) {
  const Built built = build(R"(
models: {score: {takes: 1 s, memory: 1 GB}}
design: {components: {job: {service: sagemaker-batch-transform, serves: score}, worker: {service: lambda}}}
)");
  EXPECT_TRUE(is_per_item(run_time_bound(*built.pipeline, built.part("job"))));
  EXPECT_FALSE(is_per_item(run_time_bound(*built.pipeline, built.part("worker"))));
}

TEST(IsStartedAtWill, APersonOrAScheduleOfUnknownPeriod) {
  const Built built = build(R"(
programs: {job: {takes: 1 s, memory: 1 GB}}
workloads: {orders: {arrive: {rate: 40/day}, size: 2 KB, from: shop}}
actors: {shop: {kind: client}}
design:
  components:
    asked: {service: lambda, runs: job}
    nightly: {service: lambda, runs: job}
    sometimes: {service: lambda, runs: job}
  connections:
    - shop -> asked: {by: invoke}
    - clock -> nightly: {by: schedule, every: 1 day}
    - clock -> sometimes: {by: schedule}
)");
  EXPECT_FALSE(is_started_at_will(*built.pipeline, built.part("asked")));
  EXPECT_FALSE(is_started_at_will(*built.pipeline, built.part("nightly")));
  EXPECT_TRUE(is_started_at_will(*built.pipeline, built.part("sometimes")));
}

TEST(StatedInstanceType, OfTheVariantBeforeThatOfTheComponent) {
  const Built built = build(R"(
models: {score: {takes: 1 s, memory: 1 GB}}
design:
  components:
    scorer:
      service: sagemaker-endpoint
      mode: multi-variant
      instance-type: ml.m5.large
      variants: {a: {serves: score}, b: {serves: score, instance-type: ml.g5.xlarge}}
)");
  const Part& scorer = built.pipeline->part(built.part("scorer"));
  ASSERT_EQ(scorer.targets.size(), 2U);
  EXPECT_EQ(stated_instance_type(scorer, scorer.targets[0])->text, "ml.m5.large");
  EXPECT_EQ(stated_instance_type(scorer, scorer.targets[1])->text, "ml.g5.xlarge");
}

}  // namespace
}  // namespace plumbline
