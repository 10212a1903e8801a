// Which share of a workload comes to which part and model, how often, and what set it going.
#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;

constexpr std::string_view kWorld = R"(
models: {v1: {takes: 100 ms}, v2: {takes: 100 ms}, v3: {takes: 100 ms}}
workloads: {documents: {arrive: {period: 3 s}, size: 1 MB, to: inbox}}
)";

std::string variants(std::string_view choice, std::string_view weights = "1, 1, 2") {
  const std::string w(weights);
  return std::string(kWorld) + R"(
design:
  components:
    inbox: {service: s3}
    ask: {service: lambda}
    endpoint:
      service: sagemaker-endpoint
      mode: multi-variant
      variants:
        a: {serves: v1, weight: )" +
         w.substr(0, 1) + R"(}
        b: {serves: v2, weight: )" +
         w.substr(3, 1) + R"(}
        c: {serves: v3, weight: )" +
         w.substr(6, 1) + R"(}
  connections:
    - inbox -> ask: {by: event-notification}
    - ask -> endpoint: {by: invoke)" +
         std::string(choice) + "}\n";
}

double share_to(const Built& built, std::string_view work) {
  double share = 0.0;
  for (const TargetFlow& flow : built.pipeline->flows_to_work(0, built.work(work))) {
    share = std::max(share, flow.share);
  }
  return share;
}

TEST(Flows, WeightsSplitRequestsBetweenVariants) {
  const Built built = build(variants(""));
  EXPECT_DOUBLE_EQ(share_to(built, "v1"), 0.25);
  EXPECT_DOUBLE_EQ(share_to(built, "v2"), 0.25);
  EXPECT_DOUBLE_EQ(share_to(built, "v3"), 0.5);
  EXPECT_TRUE(built.pipeline->flows_to_work(0, built.work("v1")).at(0).by_weight);
  EXPECT_NEAR(built.of("endpoint").rate.low, 1.0 / 3.0, 1e-12);
}

TEST(Flows, NamingEachVariantBringsEveryItemToEachModelByThreeCalls) {
  const Built built = build(variants(", variants: each"));
  for (const char* model : {"v1", "v2", "v3"})
    EXPECT_DOUBLE_EQ(share_to(built, model), 1.0) << model;
  EXPECT_FALSE(built.pipeline->flows_to_work(0, built.work("v1")).at(0).by_weight);
  EXPECT_NEAR(built.of("endpoint").rate.low, 1.0, 1e-12);
}

TEST(Flows, NamingOneVariantLeavesTheOthersWithoutItems) {
  const Built built = build(variants(", variants: b"));
  EXPECT_DOUBLE_EQ(share_to(built, "v1"), 0.0);
  EXPECT_DOUBLE_EQ(share_to(built, "v2"), 1.0);
  EXPECT_DOUBLE_EQ(share_to(built, "v3"), 0.0);
}

TEST(Flows, AVariantOfWeightZeroSeesNothing) {
  EXPECT_DOUBLE_EQ(share_to(build(variants("", "1, 0, 1")), "v2"), 0.0);
}

TEST(Flows, OneJobForEachModelAndItem) {
  const Built built = build(std::string(kWorld) + R"(
design:
  components:
    inbox: {service: s3}
    launch: {service: lambda}
    score: {service: sagemaker-batch-transform, one-per: [model, item]}
  connections:
    - inbox -> launch: {by: event-notification}
    - launch -> score: {by: create-job}
)");
  EXPECT_NEAR(built.of("launch").rate.low, 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(built.of("score").rate.low, 1.0, 1e-12);
  for (const char* model : {"v1", "v2", "v3"})
    EXPECT_DOUBLE_EQ(share_to(built, model), 1.0) << model;
}

TEST(Flows, ConsumersOfOneQueueShareItAndSubscribersOfATopicDoNot) {
  const std::string two = R"(
programs: {p: {takes: 1 s}, q: {takes: 1 s}}
workloads: {items: {arrive: {rate: 10/s}, size: 1 KB, to: middle}}
design:
  components:
    middle: {service: MIDDLE}
    first: {service: lambda, runs: p}
    second: {service: lambda, runs: q}
  connections:
    - middle -> first: {by: HOW}
    - middle -> second: {by: HOW}
)";
  const auto with = [&](std::string_view middle, std::string_view how) {
    std::string text = two;
    for (const auto& [from, to] : {std::pair{std::string_view("MIDDLE"), middle}, {"HOW", how}}) {
      for (auto at = text.find(from); at != std::string::npos; at = text.find(from))
        text.replace(at, from.size(), to);
    }
    return build(text);
  };
  const Built queue = with("sqs", "poll");
  EXPECT_DOUBLE_EQ(queue.pipeline->flow(0, queue.part("first")).share, 0.5);
  EXPECT_NEAR(queue.of("second").rate.low, 5.0, 1e-9);
  const Built topic = with("sns", "subscription");
  EXPECT_DOUBLE_EQ(topic.pipeline->flow(0, topic.part("first")).share, 1.0);
  EXPECT_NEAR(topic.of("second").rate.low, 10.0, 1e-9);
}

TEST(Flows, AStatedBatchMakesFewerAndLongerInvocations) {
  const Built built = build(R"(
programs: {p: {takes: 1 s}}
workloads: {items: {arrive: {rate: 10/s}, size: 1 KB, to: waiting}}
design:
  components: {waiting: {service: sqs}, work: {service: lambda, runs: p}}
  connections:
    - waiting -> work: {by: poll, batch-size: 5}
)");
  EXPECT_NEAR(built.of("work").rate.low, 2.0, 1e-9);
  EXPECT_NEAR(built.of("work").own.mean.low, 5.0, 0.1);
}

TEST(Flows, ATimerFindsWhatHasCollected) {
  const Built built = build(R"(
models: {m: {takes: 10 ms}}
workloads: {rows: {arrive: {bulk: 1000, every: 1 day}, size: 1 KB, to: store}}
design:
  components:
    store: {service: s3}
    start: {service: lambda}
    job: {service: sagemaker-batch-transform, serves: m, split-type: line}
  connections:
    - clock -> start: {by: schedule, every: 1 day}
    - start -> job: {by: create-job}
    - store -> job: {by: input}
)");
  const Flow& flow = built.pipeline->flow(0, built.part("job"));
  EXPECT_DOUBLE_EQ(flow.share, 1.0);
  EXPECT_TRUE(flow.batch);
  EXPECT_DOUBLE_EQ(built.of("job").items.low, 1000.0);
  EXPECT_NEAR(built.of("job").rate.low, 1.0 / 86400.0, 1e-12);
  EXPECT_NEAR(built.of("job").own.mean.low, 10.0, 0.01);
}

TEST(Flows, AProgramThatATimerStartsRunsOnceForAllItFinds) {
  const Built built = build(R"(
programs: {report: {takes: 25 min}}
workloads: {rows: {arrive: {rate: 1/s}, size: 1 KB, to: store}}
design:
  components: {store: {service: s3}, job: {service: batch, mode: fargate, runs: report}}
  connections:
    - clock -> job: {by: schedule, every: 1 day}
    - store -> job: {by: read}
)");
  EXPECT_DOUBLE_EQ(built.of("job").items.low, 86400.0);
  EXPECT_NEAR(built.of("job").own.mean.low, 1500.0, 1.0);
}

TEST(Flows, WhatNothingStartsFetchesNothing) {
  const Built built = build(R"(
models: {m: {takes: 10 ms}}
workloads: {rows: {arrive: {rate: 1/s}, size: 1 KB, to: store}}
design:
  components:
    store: {service: s3}
    job: {service: sagemaker-batch-transform, serves: m}
  connections:
    - store -> job: {by: input}
)");
  EXPECT_FALSE(built.pipeline->flow(0, built.part("job")).reaches());
  EXPECT_TRUE(built.pipeline->activations(built.part("job")).empty());
}

TEST(Flows, ImpossibleLinksStopTheWork) {
  const Built built = build(R"(
models: {m: {takes: 10 ms}}
workloads: {rows: {arrive: {rate: 1/s}, size: 1 KB, to: bus}}
design:
  components:
    bus: {service: eventbridge, mode: classic-bus}
    job: {service: sagemaker-batch-transform, serves: m}
  connections:
    - bus -> job: {by: rule}
)");
  EXPECT_EQ(built.link("bus", "job").state, LinkState::Impossible);
  EXPECT_FALSE(built.pipeline->flow(0, built.part("job")).reaches());
}

TEST(Flows, AMissingHopIsBridgedByAFunctionAndOnlyWhenTheMechanismIsLeftOpen) {
  const std::string text = R"(
models: {m: {takes: 10 ms}}
workloads: {rows: {arrive: {rate: 1/s}, size: 1 KB, to: inbox}}
design:
  components:
    inbox: {service: s3}
    job: {service: sagemaker-batch-transform, serves: m}
  connections:
    - inbox -> job: {by: BY}
)";
  std::string any = text;
  any.replace(any.find("BY"), 2, "any");
  const Built built = build(any);
  const PartId bridge = static_cast<PartId>(built.pipeline->parts().size()) - 1;
  EXPECT_EQ(built.pipeline->part(bridge).type, PartType::Bridge);
  EXPECT_TRUE(built.pipeline->flow(0, built.part("job")).reaches());
  std::string stated = text;
  stated.replace(stated.find("BY"), 2, "event-notification");
  EXPECT_EQ(build(stated).pipeline->parts().size(), 2u);
}

TEST(Flows, ACircleIsCutWhereItLeadsBackToTheEntry) {
  const Built built = build(R"(
programs: {p: {takes: 1 s}}
workloads: {items: {arrive: {rate: 1/s}, size: 1 KB, to: store}}
design:
  components: {store: {service: s3}, work: {service: lambda, runs: p}}
  connections:
    - store -> work: {by: event-notification}
    - work -> store: {by: write}
)");
  EXPECT_FALSE(built.link("store", "work").in_cycle);
  EXPECT_TRUE(built.link("work", "store").in_cycle);
  EXPECT_NEAR(built.of("work").rate.low, 1.0, 1e-12);
}

TEST(Flows, DiamondsOfAnyDepthStayLinear) {
  // Each layer calls both parts of the next: the number of ways doubles with each layer, the number
  // of activations must not.
  std::string components = "    p0a: {service: lambda}\n    p0b: {service: lambda}\n";
  std::string connections;
  constexpr int kLayers = 24;
  for (int layer = 1; layer < kLayers; ++layer) {
    const std::string now = std::to_string(layer);
    const std::string before = std::to_string(layer - 1);
    for (const char* side : {"a", "b"}) {
      components += "    p" + now + side + ": {service: lambda}\n";
      for (const char* other : {"a", "b"}) {
        connections += "    - p" + before + other + " -> p" + now + side + ": {by: invoke-async}\n";
      }
    }
  }
  const Built built = build(
      "workloads: {items: {arrive: {rate: 1/s}, size: 1 KB, to: p0a}}\ndesign:\n  components:\n" +
      components + "  connections:\n" + connections);
  const PartId last = built.part("p" + std::to_string(kLayers - 1) + "a");
  EXPECT_LE(built.pipeline->activations(last).size(), 2u);
  EXPECT_NEAR(built.of("p2a").rate.low, 2.0, 1e-9);
}

}  // namespace
}  // namespace plumbline
