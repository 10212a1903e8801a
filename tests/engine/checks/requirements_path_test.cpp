// Requirements on paths: what items come to, what starts the work, where results meet, what is
// lost.
#include "tests/engine/checks/requirements_support.hpp"

namespace plumbline::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string kDocuments = R"(
models:
  v1: {takes: 200 ms, memory: 1 GB, size: 100 MB, returns: 1 KB}
  v2: {takes: 200 ms, memory: 1 GB, size: 100 MB, returns: 1 KB}
workloads:
  documents: {arrive: {rate: 20/min}, size: 20 KB, to: inbox}
)";

std::string asked(std::string_view requirement, std::string_view components,
                  std::string_view connections) {
  return kDocuments + "requirements:\n  - " + std::string(requirement) +
         "\ndesign:\n  components:\n    inbox: {service: s3}\n" + std::string(components) +
         "  connections:\n" + std::string(connections);
}

constexpr std::string_view kSeparately =
    "reaches: {each: documents, models: [v1, v2], separately: true}";

// ---- reaches

TEST(Reaches, SharesAreWeightsOverTheirSum) {
  const Judged judged = judge_text(asked(kSeparately, R"(    ask: {service: lambda}
    endpoint:
      service: sagemaker-endpoint
      mode: multi-variant
      variants: {a: {serves: v1, weight: 7}, b: {serves: v2, weight: 1}}
)",
                                         R"(    - inbox -> ask: {by: event-notification}
    - ask -> endpoint: {by: invoke}
)"));
  const auto found = judged.of("reaches-in-shares");
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_THAT(said(found[0]), HasSubstr("87.5 %"));
  EXPECT_THAT(said(found[1]), HasSubstr("12.5 %"));
  EXPECT_DOUBLE_EQ(found[1].margin, 8.0);
  EXPECT_EQ(found[0].kind, Kind::TrafficManagement);
  EXPECT_EQ(found[0].evidence, Evidence::Requirement);
  EXPECT_EQ(found[0].requirement, 0);
}

TEST(Reaches, AVariantThatNoCallNamesSeesNothing) {
  const Judged judged = judge_text(asked(kSeparately, R"(    ask: {service: lambda}
    endpoint:
      service: sagemaker-endpoint
      mode: multi-variant
      variants: {a: {serves: v1}, b: {serves: v2}}
)",
                                         R"(    - inbox -> ask: {by: event-notification}
    - ask -> endpoint: {by: invoke, variants: a}
)"));
  const Finding finding = judged.only("reaches-in-shares");
  EXPECT_THAT(said(finding), HasSubstr("v2 sees 0 %"));
  EXPECT_EQ(finding.margin, kInfinity);
}

TEST(Reaches, VariantsOfOneModelAddUp) {
  const Judged judged =
      judge_text(asked("reaches: {each: documents, models: [v1], separately: true}",
                       R"(    ask: {service: lambda}
    endpoint:
      service: sagemaker-endpoint
      mode: multi-variant
      variants: {a: {serves: v1, weight: 1}, b: {serves: v1, weight: 2}}
)",
                       R"(    - inbox -> ask: {by: event-notification}
    - ask -> endpoint: {by: invoke}
)"));
  EXPECT_THAT(judged.of("reaches-in-shares"), IsEmpty());
}

TEST(Reaches, ConsumersOfOneQueueDivideItsMessages) {
  const std::string components = R"(    waiting: {service: sqs}
    a: {service: lambda, runs: v1}
    b: {service: lambda, runs: v2}
)";
  const std::string connections = R"(    - inbox -> waiting: {by: event-notification}
    - waiting -> a: {by: poll}
    - waiting -> b: {by: poll}
)";
  const Judged judged = judge_text(asked(kSeparately, components, connections));
  const auto found = judged.of("reaches-in-shares");
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_THAT(said(found[0]), HasSubstr("50 %"));
}

TEST(Reaches, WhatAnImpossibleConnectionKeepsAwayFollowsFromIt) {
  const Judged judged =
      judge_text(asked("reaches: {each: documents, models: [v1]}",
                       "    transform: {service: sagemaker-batch-transform, serves: v1}\n",
                       "    - inbox -> transform: {by: event-notification}\n"));
  const Finding finding = judged.only("reaches-not-started");
  EXPECT_EQ(finding.kind, Kind::Trigger);
  ASSERT_FALSE(finding.facts.empty());
  const Finding cause = judged.only("invalid-edge");
  EXPECT_LT(cause.depth, finding.depth);
  EXPECT_LT(cause.evidence, finding.evidence);
}

TEST(Reaches, AComponentOfAnotherOptionIsMissingHere) {
  const std::string text = kDocuments + R"(requirements:
  - reaches: {each: documents, to: [kept]}
base:
  components: {inbox: {service: s3}, ask: {service: lambda}}
  connections:
    - inbox -> ask: {by: event-notification}
options:
  A:
    components: {kept: {service: s3}}
    connections:
      - ask -> kept: {by: write}
  B:
    title: nothing more
)";
  EXPECT_THAT(judge_text(text, "A").of("reaches"), IsEmpty());
  EXPECT_EQ(judge_text(text, "B").only("reaches").kind, Kind::Function);
}

TEST(Reaches, AnUnrecordedWayIsOpen) {
  const Judged judged = judge_text(asked("reaches: {each: documents, to: [results]}",
                                         R"(    ask: {service: lambda}
    endpoint: {service: sagemaker-endpoint, serves: v1}
    results: {service: sqs}
)",
                                         R"(    - inbox -> ask: {by: event-notification}
    - ask -> endpoint: {by: invoke}
    - endpoint -> results: {by: send-message}
)"));
  EXPECT_EQ(judged.only("reaches-unrecorded").severity, Severity::Open);
}

// ---- never-reaches

TEST(NeverReaches, NamesTheWay) {
  const Judged judged = judge_text(asked("never-reaches: {each: documents, to: [archive]}",
                                         R"(    ask: {service: lambda}
    archive: {service: s3}
)",
                                         R"(    - inbox -> ask: {by: event-notification}
    - ask -> archive: {by: write}
)"));
  EXPECT_THAT(said(judged.only("never-reaches")), HasSubstr("inbox and ask"));
}

// ---- started-by

std::string started(std::string_view by, std::string_view connections) {
  return asked("started-by: {of: documents, by: " + std::string(by) + "}",
               "    waiting: {service: sqs}\n    first: {service: lambda}\n"
               "    last: {service: lambda, runs: v1}\n",
               connections);
}

TEST(StartedBy, ACalledFunctionIsSetGoingByWhatCameToItsCaller) {
  const std::string called = R"(    - inbox -> waiting: {by: event-notification}
    - waiting -> first: {by: poll}
    - first -> last: {by: invoke}
)";
  EXPECT_THAT(judge_text(started("event", called)).of("started-by"), IsEmpty());
  EXPECT_THAT(said(judge_text(started("schedule", called)).only("started-by")),
              HasSubstr("an event sets last going"));
}

TEST(StartedBy, AClockAtTheSourceIsASchedule) {
  const std::string scheduled = R"(    - clock -> first: {by: schedule, every: 1 h}
    - inbox -> first: {by: read}
    - first -> last: {by: invoke}
)";
  EXPECT_THAT(judge_text(started("schedule", scheduled)).of("started-by"), IsEmpty());
  EXPECT_EQ(judge_text(started("event", scheduled)).only("started-by").kind, Kind::Trigger);
}

TEST(StartedBy, AClientThatCallsIsARequest) {
  const std::string text = R"(
programs: {answer: {takes: 1 s, memory: 512 MB}}
workloads: {calls: {arrive: {rate: 10/h}, size: 1 KB, from: shop}}
actors: {shop: {kind: client}}
requirements:
  - started-by: {of: calls, by: request}
  - started-by: {of: calls, by: person}
design:
  components: {answerer: {service: lambda, runs: answer}}
  connections:
    - shop -> answerer: {by: request}
)";
  const Finding finding = judge_text(text).only("started-by");
  EXPECT_EQ(finding.requirement, 1);
  EXPECT_THAT(said(finding), HasSubstr("a request sets answerer going"));
}

// ---- unattended

TEST(Unattended, WhoBringsTheItemsIsPartOfTheWorld) {
  const std::string text = R"(
programs: {clean: {takes: 1 s, memory: 512 MB}}
workloads: {files: {arrive: {rate: 10/h}, size: 1 KB, from: clerk}}
actors: {clerk: {kind: person, takes: 1 min}}
requirements: [{unattended: {of: files}}]
design:
  components: {inbox: {service: s3}, cleaner: {service: lambda, runs: clean}}
  connections:
    - clerk -> inbox: {by: write}
    - inbox -> cleaner: {by: event-notification}
)";
  EXPECT_THAT(judge_text(text).of("unattended"), IsEmpty());
}

// ---- joined

constexpr std::string_view kJoined = "joined: {each: documents, results-of: [v1, v2]}";

TEST(Joined, JobsThatAreLeftAloneMeetNowhere) {
  const std::string components = R"(    start: {service: lambda}
    a: {service: sagemaker-batch-transform, serves: v1}
    b: {service: sagemaker-batch-transform, serves: v2}
)";
  const std::string connections = R"(    - inbox -> start: {by: event-notification}
    - start -> a: {by: create-job}
    - start -> b: {by: create-job}
)";
  EXPECT_EQ(judge_text(asked(kJoined, components, connections)).only("joined").kind,
            Kind::Workflow);
  const Judged stored = judge_text(asked(kJoined, components + "    results: {service: s3}\n",
                                         connections + R"(    - a -> results: {by: output}
    - b -> results: {by: output}
)"));
  EXPECT_THAT(stored.of("joined"), IsEmpty());
}

TEST(Joined, AWorkflowThatWaitsForItsJobsJoinsThem) {
  const std::string components = R"(    router: {service: eventbridge}
    flow: {service: step-functions}
    a: {service: sagemaker-batch-transform, serves: v1}
    b: {service: sagemaker-batch-transform, serves: v2}
)";
  const auto by = [&](const std::string& way) {
    return asked(kJoined, components,
                 R"(    - inbox -> router: {by: event-notification}
    - router -> flow: {by: rule}
    - flow -> a: {by: )" +
                     way + "}\n    - flow -> b: {by: " + way + "}\n");
  };
  EXPECT_THAT(judge_text(by("run-job-sync")).of("joined"), IsEmpty());
  EXPECT_THAT(judge_text(by("create-job")).of("joined"), SizeIs(1));
}

TEST(Joined, ADroppedAnswerComesBackToNobody) {
  const std::string components = R"(    ask: {service: lambda}
    a: {service: sagemaker-endpoint, serves: v1}
    b: {service: sagemaker-endpoint, serves: v2}
)";
  const auto with = [&](const std::string& answer) {
    return asked(kJoined, components, R"(    - inbox -> ask: {by: event-notification}
    - ask -> a: {by: invoke}
    - ask -> b: {by: invoke)" + answer + "}\n");
  };
  EXPECT_THAT(judge_text(with("")).of("joined"), IsEmpty());
  EXPECT_THAT(judge_text(with(", answer: dropped")).of("joined"), SizeIs(1));
}

TEST(Joined, AskedForInOnePlaceAnotherDoesNotDo) {
  const std::string components = R"(    ask: {service: lambda}
    endpoint:
      service: sagemaker-endpoint
      mode: multi-variant
      variants: {a: {serves: v1}, b: {serves: v2}}
    table: {service: s3}
)";
  const std::string connections = R"(    - inbox -> ask: {by: event-notification}
    - ask -> endpoint: {by: invoke, variants: each}
)";
  const std::string in_table = "joined: {each: documents, results-of: [v1, v2], in: [table]}";
  EXPECT_THAT(said(judge_text(asked(in_table, components, connections)).only("joined")),
              HasSubstr("never meet in table"));
  EXPECT_THAT(
      judge_text(asked(in_table, components, connections + "    - ask -> table: {by: write}\n"))
          .of("joined"),
      IsEmpty());
}

TEST(Joined, AQueueHandsResultsOnOneByOne) {
  const std::string components = R"(    news: {service: sns}
    a: {service: lambda, runs: v1}
    b: {service: lambda, runs: v2}
    results: {service: sqs}
    collect: {service: lambda}
    table: {service: s3}
)";
  const std::string connections = R"(    - inbox -> news: {by: event-notification}
    - news -> a: {by: subscription}
    - news -> b: {by: subscription}
    - a -> results: {by: send-message}
    - b -> results: {by: send-message}
    - results -> collect: {by: poll}
)";
  EXPECT_THAT(judge_text(asked(kJoined, components, connections)).of("joined"), SizeIs(1));
  EXPECT_THAT(
      judge_text(asked(kJoined, components, connections + "    - collect -> table: {by: write}\n"))
          .of("joined"),
      IsEmpty());
}

// ---- not-lost

std::string lost(std::string_view takes, std::string_view arrive, std::string_view more = "") {
  return "programs: {decode: {takes: " + std::string(takes) +
         ", memory: 512 MB, disk: 0 B}}\nworkloads: {orders: {arrive: " + std::string(arrive) +
         R"(, size: 2 KB, to: bus}}
account: {lambda-concurrency: {quota: 100}}
requirements: [{not-lost: {each: orders}}]
design:
  components:
    bus: {service: eventbridge}
    given-up: {service: sqs}
    decoder: {service: lambda, runs: decode}
  connections:
    - bus -> decoder: {by: rule)" +
         std::string(more) + "}\n";
}

TEST(NotLost, ARefusingTargetLosesWhatNothingCatches) {
  const Finding finding = judge_text(lost("10 s", "{rate: 20/s}")).only("not-lost");
  EXPECT_EQ(finding.kind, Kind::Availability);
  EXPECT_EQ(finding.evidence, Evidence::Requirement);  // the quota is stated
  EXPECT_THAT(judge_text(lost("10 s", "{rate: 5/s}")).of("not-lost"), IsEmpty());
  EXPECT_THAT(judge_text(lost("10 s", "{rate: 20/s}", ", dead-letter: given-up")).of("not-lost"),
              IsEmpty());
}

TEST(NotLost, OfUnknownTimeItIsOpen) {
  const Finding finding = judge_text(lost("unknown", "{rate: 20/s}")).only("not-lost");
  EXPECT_EQ(finding.severity, Severity::Open);
  ASSERT_THAT(finding.conditions, SizeIs(1));
  EXPECT_EQ(finding.conditions[0].subject, "programs.decode.takes");
  EXPECT_TRUE(finding.conditions[0].of_the_world);
  // A hundred at once, twenty a second: five seconds, less a cold start that may come.
  EXPECT_NEAR(finding.conditions[0].threshold.low, 5.0, 1.0);
}

TEST(NotLost, WhatIsTriedAgainLongEnoughIsNotLost) {
  // 6,000 items of 10 s by a hundred at once: ten minutes, of six hours in which it is tried.
  EXPECT_THAT(judge_text(lost("10 s", "{burst: 100/s, for: 1 min, every: 1 day}")).of("not-lost"),
              IsEmpty());
}

TEST(NotLost, AQueueKeepsMessagesForItsRetention) {
  const auto kept = [](std::string_view retention) {
    return R"(
programs: {decode: {takes: 10 s, memory: 512 MB, disk: 0 B}}
workloads: {orders: {arrive: {rate: 20/s}, size: 2 KB, from: shop}}
actors: {shop: {kind: client}}
requirements: [{not-lost: {each: orders}}]
design:
  components:
    waiting: {service: sqs, retention: )" +
           std::string(retention) + R"(}
    decoder: {service: lambda, runs: decode}
  connections:
    - shop -> waiting: {by: send-message}
    - waiting -> decoder: {by: poll, maximum-concurrency: 20}
)";
  };
  // 200 would have to be in flight: what waits grows beyond any retention.
  EXPECT_EQ(judge_text(kept("14 days")).only("not-lost-in-queue").margin, kInfinity);
}

}  // namespace
}  // namespace plumbline::testing
