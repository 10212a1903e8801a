// Bounds, settings, load and time of parts, and the decisions built on them.
#include <cmath>

#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;

// One function behind a bucket; `program` and `settings` are filled in.
Built function_design(std::string_view program, std::string_view settings = "",
                      std::string_view arrive = "rate: 2/s", std::string_view world = "") {
  return build(
      "programs: {p: {" + std::string(program) + "}}\nworkloads: {items: {arrive: {" +
      std::string(arrive) + "}, size: 1 MB, to: inbox}}\n" + std::string(world) +
      "\ndesign:\n  components:\n    inbox: {service: s3}\n    work: {service: lambda, runs: p" +
      std::string(settings) + "}\n  connections:\n    - inbox -> work: {by: event-notification}\n");
}

TEST(Bounds, TheServiceLimitBoundsAnAbsentTimeout) {
  const Built built = function_design("takes: 10 s");
  const Bound bound = bound_of(*built.pipeline, built.part("work"), "run-time");
  EXPECT_EQ(bound.allowed.low, 900.0);
  EXPECT_EQ(bound.setting, nullptr);
  ASSERT_NE(bound.fact, nullptr);
  EXPECT_EQ(bound.fact->name, "function-timeout-max");
}

TEST(Bounds, AStatedTimeoutIsNarrower) {
  const Built built = function_design("takes: 10 s", ", timeout: 1 min");
  const Bound bound = bound_of(*built.pipeline, built.part("work"), "run-time");
  EXPECT_EQ(bound.allowed.low, 60.0);
  EXPECT_NE(bound.setting, nullptr);
}

TEST(Bounds, OthersTakeTheirShareOfAQuota) {
  const Built built =
      function_design("takes: 10 s", "", "rate: 2/s",
                      "account: {lambda-concurrency: {quota: 1000, used-by-others: 400}}");
  const Bound bound = bound_of(*built.pipeline, built.part("work"), "concurrency");
  EXPECT_EQ(bound.allowed.low, 600.0);
  EXPECT_FALSE(bound.is_adjustable());
  EXPECT_TRUE(bound_of(*function_design("takes: 10 s").pipeline, 1, "concurrency").is_adjustable());
}

TEST(Settings, AbsentOnesAreChosenOrTakeTheirDefault) {
  const Built built = function_design("takes: 10 s");
  const PartId work = built.part("work");
  const Effective timeout = effective_setting(*built.pipeline, work, "timeout");
  EXPECT_EQ(timeout.value.origin, Origin::Chosen);
  EXPECT_EQ(timeout.value.mean.low, 900.0);
  const Effective vpc = effective_setting(*built.pipeline, work, "vpc");
  EXPECT_EQ(vpc.value.origin, Origin::Defaulted);
  EXPECT_EQ(vpc.text, "none");
  EXPECT_FALSE(effective_setting(*built.pipeline, work, "shards").exists());
}

TEST(Load, LittlesLawGivesWhatIsInFlight) {
  const Built built = function_design("takes: 10 s");
  EXPECT_NEAR(built.of("work").in_flight.low, 20.0, 0.2);
  EXPECT_EQ(built.of("work").servers.low, 1000.0);
  EXPECT_NEAR(built.of("work").utilisation_low, 0.02, 0.001);
}

TEST(Load, ReservedConcurrencyIsTheMostAFunctionGets) {
  const Built built = function_design("takes: 10 s", ", reserved-concurrency: 10");
  EXPECT_EQ(built.of("work").servers.low, 10.0);
  EXPECT_TRUE(built.of("work").unstable);
}

TEST(Load, AFleetIsSizedForItsPeak) {
  const auto fleet = [](std::string_view settings) {
    return build(
        "models: {m: {takes: 100 ms}}\nworkloads: {calls: {arrive: {poisson: 19/s}, size: 1 KB, "
        "from: app}}\n"
        "actors: {app: {kind: client}}\ndesign:\n  components: {e: {service: sagemaker-endpoint, "
        "serves: m" +
        std::string(settings) + "}}\n  connections:\n    - app -> e: {by: invoke}\n");
  };
  // 19/s x 107 ms are 2 erlangs; at 70 % they need 3 instances.
  EXPECT_EQ(fleet("").of("e").chosen_instances.low, 3.0);
  const Built stated = fleet(", instance-count: 2");
  EXPECT_EQ(stated.of("e").servers.low, 2.0);
  EXPECT_GT(stated.of("e").utilisation_low, 1.0) << "2 erlangs and the overhead exceed two workers";
}

TEST(Load, AVariantHasAtLeastOneInstanceOfItsOwn) {
  const Built built = build(R"(
models: {a: {takes: 10 ms}, b: {takes: 10 ms}}
workloads: {calls: {arrive: {rate: 1/s}, size: 1 KB, from: app}}
actors: {app: {kind: client}}
design:
  components: {e: {service: sagemaker-endpoint, mode: multi-variant, variants: {a: {serves: a}, b: {serves: b}}}}
  connections:
    - app -> e: {by: invoke}
)");
  EXPECT_EQ(built.of("e").chosen_instances.low, 2.0);
}

TEST(Times, ACallerIsHeldUntilItsCallsAreDone) {
  const Built built = build(R"(
programs: {job: {takes: 20 min, memory: 1 GB}}
workloads: {items: {arrive: {rate: 1/h}, size: 1 KB, to: ask}}
design:
  components: {ask: {service: lambda}, work: {service: lambda, runs: job}}
  connections:
    - ask -> work: {by: invoke}
)");
  EXPECT_LT(built.of("ask").own.mean.high, 1.0);
  EXPECT_GT(built.of("ask").held.mean.low, 1200.0);
}

TEST(Times, WorkCutIntoPiecesTakesLessTimeEachAndIsDoneMoreOften) {
  const Built built = function_design("takes: 30 min", ", splits: 3");
  EXPECT_NEAR(built.of("work").own.mean.low, 600.0, 1.0);
  EXPECT_NEAR(built.of("work").rate.low, 6.0, 1e-9);
}

TEST(Decide, FindsTheThresholdOfAnUnknown) {
  const Built built = function_design("takes: unknown");
  const PartId work = built.part("work");
  const Decision decision =
      decide(*built.pipeline, Direction::AtMost, 900.0, built.of("work").unknowns,
             [&](const Assignment& assignment) {
               return to_quantity(evaluate(*built.pipeline, assignment).of(work).own.p99);
             });
  EXPECT_EQ(decision.outcome, Outcome::Open);
  ASSERT_EQ(decision.conditions.size(), 1u);
  EXPECT_EQ(decision.conditions[0].subject, "programs.p.takes");
  EXPECT_EQ(decision.conditions[0].direction, Condition::Direction::AtMost);
  EXPECT_NEAR(decision.conditions[0].threshold.low, 900.0, 1.0);
  EXPECT_LT(decision.conditions[0].threshold.low, 900.0) << "the overhead takes its share";
}

TEST(Decide, JudgesTheWholeRange) {
  const Built built = function_design("takes: {unknown: true, between: [1 s, 2 s]}");
  const PartId work = built.part("work");
  const auto own = [&](const Assignment& assignment) {
    return to_quantity(evaluate(*built.pipeline, assignment).of(work).own.p99);
  };
  const auto& unknowns = built.of("work").unknowns;
  EXPECT_EQ(decide(*built.pipeline, Direction::AtMost, 3.0, unknowns, own).outcome, Outcome::Met);
  EXPECT_EQ(decide(*built.pipeline, Direction::AtMost, 0.5, unknowns, own).outcome,
            Outcome::Violated);
  EXPECT_EQ(decide(*built.pipeline, Direction::AtLeast, 3.0, unknowns, own).outcome,
            Outcome::Violated);
}

TEST(Latency, RowsAddUpToMeanAndTail) {
  const Built built = function_design("takes: {p50: 2 s, p99: 8 s}");
  const Latency latency = latency_of(*built.pipeline, built.estimates, 0, 0.99, Waiting::Exclude);
  ASSERT_TRUE(latency.reaches);
  double mean = 0.0;
  double tail = 0.0;
  for (const LatencyRow& row : latency.rows) {
    mean += row.mean.low;
    tail += row.tail.low;
  }
  EXPECT_NEAR(mean, latency.mean.low, 1e-6);
  EXPECT_NEAR(tail, latency.tail.low, 1e-6);
  EXPECT_GT(latency.tail.low, latency.mean.low);
}

TEST(Latency, WaitingForTheScheduleCountsForFreshnessOnly) {
  const Built built = build(R"(
programs: {p: {takes: 1 min}}
workloads: {rows: {arrive: {rate: 1/s}, size: 1 KB, to: store}}
design:
  components: {store: {service: s3}, job: {service: batch, mode: fargate, runs: p}, start: {service: lambda}}
  connections:
    - clock -> start: {by: schedule, every: 1 h}
    - start -> job: {by: create-job}
    - store -> job: {by: read}
)");
  const auto latency = [&](Waiting waiting) {
    return latency_of(*built.pipeline, built.estimates, 0, 0.99, waiting).mean.low;
  };
  EXPECT_NEAR(latency(Waiting::Include) - latency(Waiting::Exclude), 1800.0, 1.0);
}

TEST(Bulk, TheSlowestStageSetsThePace) {
  const Built built =
      function_design("takes: 10 s", ", reserved-concurrency: 100", "bulk: 100000, every: 1 day");
  const BulkTime bulk = bulk_time_of(*built.pipeline, 0, 3600.0);
  EXPECT_NEAR(bulk.time.low, 10'000.0, 150.0);
  EXPECT_EQ(bulk.bottleneck, built.part("work"));
  EXPECT_NEAR(bulk.needed.low, 278.0, 3.0);
}

}  // namespace
}  // namespace plumbline
