// Requirements with a number: times, rates and money against their bounds.
#include "tests/engine/checks/requirements_support.hpp"

namespace plumbline::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string calls(std::string_view takes, std::string_view requirement,
                  std::string_view endpoint = "serves: v1",
                  std::string_view arrive = "{rate: 10/h}") {
  return "models: {v1: {takes: " + std::string(takes) +
         ", memory: 1 GB, size: 100 MB, returns: 1 KB}}\nworkloads: {calls: {arrive: " +
         std::string(arrive) +
         ", size: 2 KB, from: shop}}\nactors: {shop: {kind: client}}\nrequirements:\n  - " +
         std::string(requirement) +
         "\ndesign:\n  components:\n    endpoint: {service: sagemaker-endpoint, " +
         std::string(endpoint) + "}\n  connections:\n    - shop -> endpoint: {by: request}\n";
}

// ---- latency

TEST(LatencyBound, IsViolatedByStatedTimes) {
  const Finding finding =
      judge_text(calls("6 s", "latency: {of: calls, at-most: 3 s}")).only("latency");
  EXPECT_EQ(finding.severity, Severity::Violation);
  EXPECT_EQ(finding.evidence, Evidence::Requirement);
  EXPECT_NEAR(finding.margin, 2.0, 0.05);
  EXPECT_THAT(said(finding), HasSubstr("most of it: endpoint works"));
  EXPECT_EQ(finding.place.line, 6U);
}

TEST(LatencyBound, WhereOnlyAnEstimateExceedsItNothingIsEliminated) {
  // The overhead of an endpoint is an estimate: with it 3 s are exceeded, without it they are not.
  const Finding finding =
      judge_text(calls("2999 ms", "latency: {of: calls, at-most: 3 s}")).only("latency");
  EXPECT_EQ(finding.evidence, Evidence::Assumption);
  ASSERT_FALSE(finding.facts.empty());
  EXPECT_TRUE(is_weak(finding.facts.front()->confidence));
}

TEST(LatencyBound, OfAnUnknownTimeNamesTheThreshold) {
  const Finding finding =
      judge_text(calls("unknown", "latency: {of: calls, at-most: 3 s}")).only("latency");
  EXPECT_EQ(finding.severity, Severity::Open);
  ASSERT_THAT(finding.conditions, SizeIs(1));
  EXPECT_EQ(finding.conditions[0].subject, "models.v1.takes");
  EXPECT_EQ(finding.conditions[0].direction, Condition::Direction::AtMost);
  EXPECT_NEAR(finding.conditions[0].threshold.low, 3.0, 0.1);
}

TEST(LatencyBound, TheAskedQuantileDecides) {
  const std::string takes = "{p50: 2 s, p99: 9 s}";
  EXPECT_THAT(judge_text(calls(takes, "latency: {of: calls, at-most: 4 s, quantile: median}"))
                  .of("latency"),
              IsEmpty());
  const Finding finding =
      judge_text(calls(takes, "latency: {of: calls, at-most: 4 s}")).only("latency");
  EXPECT_THAT(said(finding), HasSubstr("(p99)"));
}

TEST(LatencyBound, AWaitThatMoreInstancesTakeAwayIsNoViolation) {
  // Three quarters of one instance: it queues, two would not, and nobody said how many there are.
  const std::string latency = "latency: {of: calls, at-most: 12 s}";
  EXPECT_THAT(judge_text(calls("9 s", latency, "serves: v1", "{poisson: 5/min}")).of("latency"),
              IsEmpty());
  EXPECT_THAT(judge_text(calls("9 s", latency, "serves: v1, instance-count: 1", "{poisson: 5/min}"))
                  .of("latency"),
              SizeIs(1));
}

TEST(LatencyBound, BrokenByAColdStartAloneIsNamedSo) {
  const auto serverless = [](const std::string& takes) {
    std::string text = calls(takes, "latency: {of: calls, at-most: 3 s}");
    const std::string service = "sagemaker-endpoint";
    return judge_text(
               text.replace(text.find(service), service.size(), "sagemaker-serverless-inference"))
        .only("latency");
  };
  EXPECT_EQ(serverless("80 ms").kind, Kind::ColdStart);
  EXPECT_EQ(serverless("80 ms").evidence, Evidence::Assumption);
  // Too slow when warm as well.
  EXPECT_EQ(serverless("6 s").kind, Kind::Latency);
}

TEST(LatencyBound, AWordAloneIsANote) {
  const Judged judged = judge_text(calls("6 s", "latency: {of: calls}\n    word: quickly"));
  EXPECT_THAT(judged.of("latency"), IsEmpty());
  const Finding note = judged.only("word-without-number");
  EXPECT_EQ(note.severity, Severity::Note);
  EXPECT_THAT(said(note), HasSubstr("\"quickly\""));
}

// ---- freshness

TEST(FreshnessBound, CountsTheWaitForTheSchedule) {
  const std::string text = R"(
programs: {score: {takes: 1 s, memory: 512 MB, disk: 0 B}}
workloads: {readings: {arrive: {rate: 10/h}, size: 2 KB, to: inbox}}
requirements:
  - freshness: {of: readings, at-most: 5 min}
  - latency: {of: readings, at-most: 5 min}
design:
  components: {inbox: {service: s3}, scorer: {service: lambda, runs: score}}
  connections:
    - clock -> scorer: {by: schedule, every: 30 min}
    - inbox -> scorer: {by: read}
)";
  const Judged judged = judge_text(text);
  EXPECT_EQ(judged.only("freshness").kind, Kind::FreshnessOrDeadline);
  EXPECT_THAT(said(judged.only("freshness")), HasSubstr("waits for its schedule"));
  EXPECT_THAT(judged.of("latency"), IsEmpty());
}

// ---- finish

std::string transform(std::string_view within, std::string_view settings) {
  return R"(
models: {forecast: {takes: 5 ms, memory: 2 GB, size: 100 MB, returns: 200 B}}
workloads: {rows: {arrive: {bulk: 8000000, every: 1 day}, size: 500 B, to: store}}
requirements:
  - finish: {of: rows, within: )" +
         std::string(within) + R"(}
design:
  components:
    store: {service: s3}
    start: {service: lambda}
    transform: {service: sagemaker-batch-transform, serves: forecast, split-type: line, max-concurrent: 1)" +
         std::string(settings) + R"(}
  connections:
    - clock -> start: {by: schedule, every: 1 day}
    - start -> transform: {by: create-job}
    - store -> transform: {by: input}
)";
}

TEST(FinishBound, SaysHowManyWorkersWouldDo) {
  const Finding finding = judge_text(transform("3 h", ", instance-count: 2")).only("finish");
  EXPECT_EQ(finding.evidence, Evidence::Requirement);  // 40,000 s of stated work by two
  EXPECT_THAT(said(finding), HasSubstr("with 2 side by side, 4 would do"));
  EXPECT_NEAR(finding.margin, 40000.0 / 2 / 10800, 0.05);
}

TEST(FinishBound, AQuotaThatCanBeRaisedIsAnAssumption) {
  // Nobody stated a count: four instances by the default quota of the account.
  const Finding finding = judge_text(transform("2 h", "")).only("finish");
  EXPECT_EQ(finding.severity, Severity::Violation);
  EXPECT_EQ(finding.evidence, Evidence::Assumption);
  EXPECT_NEAR(finding.margin, 40000.0 / 4 / 7200, 0.1);
  EXPECT_THAT(judge_text(transform("4 h", "")).of("finish"), IsEmpty());
}

TEST(FinishBound, TheStartCounts) {
  // Two instances work for 20,000 s; the job starts for some minutes before.
  EXPECT_THAT(judge_text(transform("20001 s", ", instance-count: 2")).of("finish"), SizeIs(1));
}

// ---- throughput and sustained

std::string training(const std::string& conditions, const std::string& settings) {
  return conditions +
         "models: {net: {trains-for: 8 h, memory: 1 GB}}\nrequirements:\n"
         "  - finish: {models: net, within: 12 h}\ndesign:\n  components:\n"
         "    job: {service: sagemaker-training, trains: net, " +
         settings + "}\n  connections: [clock -> job: {by: schedule, every: 7 days}]\n";
}
const std::string kTwice = "conditions: {spot-interruptions: 2, restart: 15 min}\n";

TEST(FinishBound, InterruptionsAreTheirOwnReason) {
  const Finding finding = judge_text(training(kTwice, "mode: spot")).only("finish-interrupted");
  EXPECT_EQ(finding.kind, Kind::Interruption);
  EXPECT_EQ(finding.severity, Severity::Violation);
  EXPECT_EQ(finding.evidence, Evidence::Requirement);
  EXPECT_THAT(said(finding), HasSubstr("2 interruptions"));
  EXPECT_THAT(said(finding), HasSubstr("begins again each time"));
  // Without them it is in time, so nothing is said of the deadline itself.
  EXPECT_THAT(judge_text(training(kTwice, "mode: spot")).of("finish-of-run"), IsEmpty());
  EXPECT_THAT(judge_text(training(kTwice, "mode: default")).of("finish-interrupted"), IsEmpty());
}

TEST(FinishBound, AnUnknownNumberOfInterruptionsIsACondition) {
  const Finding finding = judge_text(training("conditions: {restart: 15 min}\n", "mode: spot"))
                              .only("finish-interrupted");
  EXPECT_EQ(finding.severity, Severity::Open);
  ASSERT_THAT(finding.conditions, SizeIs(1));
  EXPECT_EQ(finding.conditions[0].subject, "conditions.spot-interruptions");
  EXPECT_TRUE(finding.conditions[0].of_the_world);
  EXPECT_EQ(finding.conditions[0].threshold.low, 0.0);
}

TEST(FinishBound, ARestartThatNobodyStatesRestsOnAnEstimate) {
  // Only the time to get capacity back makes it too late.
  const std::string often = "conditions: {spot-interruptions: 40}\n";
  const Finding finding =
      judge_text(training(often, "mode: spot, checkpoints: true")).only("finish-interrupted");
  EXPECT_EQ(finding.evidence, Evidence::Assumption);
}

TEST(FinishBound, WhatOnlyTheFirstStartDecidesRestsOnAnEstimate) {
  // 8 h of work, twice 15 min and up to 56 min done again are 9 h 26 min; the start comes on top.
  const auto within = [](const std::string& time) {
    return kTwice + "models: {net: {trains-for: 8 h, memory: 1 GB}}\nrequirements:\n" +
           "  - finish: {models: net, within: " + time + "}\ndesign:\n  components:\n" +
           "    job: {service: sagemaker-training, trains: net, mode: spot, checkpoints: true, "
           "checkpoint-every: 30 min}\n"
           "  connections: [clock -> job: {by: schedule, every: 7 days}]\n";
  };
  EXPECT_THAT(judge_text(within("590 min")).of("finish-interrupted"), IsEmpty());
  EXPECT_EQ(judge_text(within("570 min")).only("finish-interrupted").evidence,
            Evidence::Assumption);
  EXPECT_EQ(judge_text(within("550 min")).only("finish-interrupted").evidence,
            Evidence::Requirement);
}

TEST(ThroughputBound, ScalesToTheAskedRate) {
  const std::string fleet = "serves: v1, instance-count: 2, workers: 1";
  const Finding finding =
      judge_text(calls("1 s", "throughput: {of: calls, at-least: 8/s}", fleet)).only("throughput");
  EXPECT_EQ(finding.kind, Kind::Bottleneck);
  EXPECT_EQ(finding.evidence, Evidence::Requirement);
  EXPECT_NEAR(finding.margin, 4.0, 0.2);
  EXPECT_THAT(
      judge_text(calls("1 s", "throughput: {of: calls, at-least: 1.5/s}", fleet)).of("throughput"),
      IsEmpty());
}

TEST(ThroughputBound, OfAnUnknownTimeNamesTheThreshold) {
  const Finding finding = judge_text(calls("unknown", "throughput: {of: calls, at-least: 4/s}",
                                           "serves: v1, instance-count: 2, workers: 1"))
                              .only("throughput");
  EXPECT_EQ(finding.severity, Severity::Open);
  ASSERT_THAT(finding.conditions, SizeIs(1));
  EXPECT_NEAR(finding.conditions[0].threshold.low, 0.5, 0.05);
}

std::string through_queue(std::string_view arrive, std::string_view concurrency) {
  return "programs: {decode: {takes: 10 s, memory: 512 MB, disk: 0 B}}\n"
         "workloads: {orders: {arrive: " +
         std::string(arrive) + R"(, size: 2 KB, from: shop}}
actors: {shop: {kind: client}}
requirements: [{sustained: {of: orders}}]
design:
  components:
    waiting: {service: sqs}
    decoder: {service: lambda, runs: decode}
  connections:
    - shop -> waiting: {by: send-message}
    - waiting -> decoder: {by: poll, maximum-concurrency: )" +
         std::string(concurrency) + "}\n";
}

TEST(Sustained, BehindAQueueOnlyTheLongRunCounts) {
  const std::string burst = "{burst: 50/s, for: 10 min, every: 10 h}";
  // 500 in flight while it lasts, 8.3 in the long run.
  EXPECT_THAT(judge_text(through_queue(burst, "20")).of("sustained"), IsEmpty());
  const Finding finding = judge_text(through_queue(burst, "5")).only("sustained");
  EXPECT_EQ(finding.kind, Kind::Backlog);
}

TEST(Sustained, AnOverloadedFleetIsNamedNotItsCaller) {
  const std::string text = R"(
models: {v1: {takes: 10 s, memory: 1 GB, size: 100 MB, returns: 1 KB}}
workloads: {documents: {arrive: {period: 3 s}, size: 20 KB, to: inbox}}
requirements: [{sustained: {of: documents}}]
design:
  components:
    inbox: {service: s3}
    ask: {service: lambda}
    endpoint: {service: sagemaker-endpoint, serves: v1, instance-count: 2, workers: 1}
  connections:
    - inbox -> ask: {by: event-notification}
    - ask -> endpoint: {by: invoke}
)";
  const Finding finding = judge_text(text).only("sustained");
  EXPECT_EQ(finding.kind, Kind::Bottleneck);
  EXPECT_THAT(said(finding), HasSubstr("load endpoint to 167 %"));
}

TEST(Sustained, ADefaultQuotaInTheWayIsAnAssumption) {
  const std::string text = R"(
models: {v1: {takes: 1 s, memory: 1 GB, size: 100 MB, returns: 1 KB}}
workloads: {documents: {arrive: {period: 3 s}, size: 20 KB, to: inbox}}
requirements: [{sustained: {of: documents}}]
design:
  components:
    inbox: {service: s3}
    start: {service: lambda}
    transform: {service: sagemaker-batch-transform, serves: v1, instance-count: 1}
  connections:
    - inbox -> start: {by: event-notification}
    - start -> transform: {by: create-job}
)";
  const Finding finding = judge_text(text).only("sustained");
  EXPECT_EQ(finding.kind, Kind::ThroughputQuota);
  EXPECT_EQ(finding.evidence, Evidence::Assumption);
  // A third of a job a second, minutes each, four instances.
  EXPECT_GT(finding.margin, 15.0);
}

// ---- money

TEST(CostBound, OfAnUnknownRateIsOpenBelowAThreshold) {
  const std::string text = R"(
programs: {decode: {takes: 1 s, memory: 1 GB, disk: 0 B}}
workloads: {calls: {arrive: unknown, size: 2 KB, from: shop}}
actors: {shop: {kind: client}}
requirements: [{cost: {at-most: $10/month}}]
design:
  components: {decoder: {service: lambda, runs: decode, memory: 1024 MB}}
  connections:
    - shop -> decoder: {by: request}
)";
  const Finding finding = judge_text(text).only("cost");
  EXPECT_EQ(finding.severity, Severity::Open);
  ASSERT_FALSE(finding.conditions.empty());
  EXPECT_EQ(finding.conditions[0].direction, Condition::Direction::AtMost);
  EXPECT_EQ(finding.conditions[0].threshold.dimension, Dimension::Rate);
}

TEST(CostBound, AnUnknownPriceMattersOnlyBelowTheBound) {
  const std::string priceless = "serves: v1, instance-type: ml.p5.48xlarge, instance-count: 2";
  const Finding finding =
      judge_text(calls("1 s", "cost: {at-most: $100/month}", priceless)).only("cost-unpriced");
  EXPECT_EQ(finding.severity, Severity::Open);
  EXPECT_THAT(finding.conditions, IsEmpty());
  EXPECT_THAT(judge_text(calls("1 s", "cost: {at-most: $100/month}")).of("cost-unpriced"),
              IsEmpty());
}

TEST(IdleCost, NoneForbidsEveryLineHoweverUncertainItsPrice) {
  const Finding finding = judge_text(calls("1 s", "idle-cost: none")).only("idle-cost");
  EXPECT_EQ(finding.kind, Kind::Cost);
  EXPECT_EQ(finding.evidence, Evidence::Requirement);
  EXPECT_EQ(finding.margin, kInfinity);
}

}  // namespace
}  // namespace plumbline::testing
