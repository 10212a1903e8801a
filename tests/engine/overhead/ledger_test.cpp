// What each factor counts, and what it leaves out.
#include <cmath>

#include "tests/engine/overhead/designs.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::count_of;
using testing::find;
using testing::ledgers_of;

const std::string kModels =
    "models: {v1: {takes: 80 ms, memory: 1 GB}, v2: {takes: 80 ms, memory: 1 GB}, "
    "v3: {takes: 80 ms, memory: 1 GB}}\n"
    "workloads: {items: {arrive: {period: 3 s}, size: 1 MB, to: inbox}}\n";

std::string option(const std::string& components, const std::string& connections) {
  return kModels + "base: {components: {inbox: {service: s3, existing: true}}}\noptions:\n" +
         "  A:\n    components:\n" + components + "    connections:\n" + connections;
}

Ledger overhead(const std::string& components, const std::string& connections) {
  return ledgers_of(build(option(components, connections), "A")).overhead;
}

const std::string kAsk =
    "      ask: {service: lambda}\n"
    "      e: {service: sagemaker-endpoint, ";
const std::string kNotify = "      - inbox -> ask: {by: event-notification}\n";
const std::string kVariants = "variants: {v1: {serves: v1}, v2: {serves: v2}, v3: {serves: v3}}}\n";

TEST(Ledger, VariantsOfOneEndpointAreCheaperThanEndpoints) {
  const Ledger variants =
      overhead(kAsk + kVariants, kNotify + "      - ask -> e: {by: invoke, variants: each}\n");
  const Ledger endpoints =
      overhead(kAsk + "one-per: model}\n", kNotify + "      - ask -> e: {by: invoke}\n");
  EXPECT_LT(variants.total.likely, endpoints.total.likely);
  EXPECT_EQ(count_of(variants, "release-a-container"), 1.0);
  EXPECT_EQ(count_of(variants, "release-a-variant"), 2.0);
  EXPECT_EQ(count_of(endpoints, "release-a-container"), 3.0);
  EXPECT_EQ(count_of(endpoints, "release-a-variant"), 0.0);
  // Each variant has instances of its own, so capacity and policies are as many as with endpoints.
  EXPECT_EQ(count_of(variants, "plan-capacity"), 3.0);
  EXPECT_EQ(count_of(variants, "keep-a-scaling-policy"), 3.0);
  EXPECT_EQ(count_of(endpoints, "plan-capacity"), 3.0);
}

TEST(Ledger, WordsOfALineFitItsCount) {
  const Ledger ledger =
      overhead(kAsk + "one-per: model}\n", kNotify + "      - ask -> e: {by: invoke}\n");
  ASSERT_NE(find(ledger, "release-a-function"), nullptr);
  EXPECT_EQ(find(ledger, "release-a-function")->text, "1 function to release");
  EXPECT_EQ(find(ledger, "release-a-container")->text, "3 container deployments to release");
}

TEST(Ledger, HoursAreTheBaseOnceAndAMarginForEachFurtherThing) {
  const Weight* weight = find_weight("release-a-container");
  ASSERT_NE(weight, nullptr);
  const Ledger ledger =
      overhead(kAsk + "one-per: model}\n", kNotify + "      - ask -> e: {by: invoke}\n");
  EXPECT_DOUBLE_EQ(find(ledger, "release-a-container")->hours.likely,
                   weight->base.likely * (1.0 + 2.0 * weight->margin));
}

TEST(Ledger, ExistingPartsCountOnlyTheDifference) {
  const auto with_others =
      build(kModels +
                "base: {components: {inbox: {service: s3, existing: true}, old: {service: lambda, "
                "existing: true}, e: {service: sagemaker-endpoint, existing: true, variants: {v1: "
                "{serves: v1}}}}, connections: [{inbox -> old: {by: event-notification}}, {old -> "
                "e: {by: "
                "invoke}}]}\n"
                "options:\n  A: {title: nothing}\n"
                "  B: {components: {e: {variants: {v2: {serves: v2}}}}}\n"
                "  C: {components: {old: {vpc: main}}}\n"
                "  D: {components: {new: {service: sqs}}, connections: [{old -> new: {by: "
                "send-message}}]}\n",
            "A");
  EXPECT_EQ(ledgers_of(with_others).overhead.total.high, 0.0);
  EXPECT_EQ(ledgers_of(with_others).effort.total.high, 0.0);
  const auto ledger = [&](const char* letter) {
    return ledgers_of(
        build(std::string(with_others.read->scenario.document->text()).substr(13), letter));
  };
  const auto variant = ledger("B");
  EXPECT_EQ(count_of(variant.overhead, "release-a-variant"), 1.0);
  EXPECT_EQ(count_of(variant.overhead, "release-a-container"), 0.0);
  const auto attached = ledger("C");
  EXPECT_EQ(count_of(attached.overhead, "keep-a-network-attachment"), 1.0);
  EXPECT_EQ(attached.overhead.duties.size(), 1u);
  const auto queue = ledger("D");
  EXPECT_EQ(count_of(queue.overhead, "keep-a-trigger"), 1.0);
  EXPECT_EQ(count_of(queue.overhead, "release-configuration"), 1.0);
  EXPECT_EQ(count_of(queue.overhead, "release-a-function"), 0.0);
  EXPECT_EQ(count_of(queue.effort, "build-a-connection"), 1.0);
}

TEST(Ledger, WhatALoneDesignFindsThereIsNotItsWork) {
  const auto built =
      build(kModels +
            "design: {components: {inbox: {service: s3, existing: true}, f: {service: lambda, "
            "existing: true}}, connections: [{inbox -> f: {by: event-notification}}]}\n");
  EXPECT_EQ(ledgers_of(built).overhead.duties.size(), 0u);
}

TEST(Ledger, ABridgeCountsLikeAFunction) {
  const Ledger bridged =
      overhead("      e: {service: sagemaker-endpoint, serves: v1}\n", "      - inbox -> e\n");
  const Ledger drawn =
      overhead(kAsk + "serves: v1}\n", kNotify + "      - ask -> e: {by: invoke}\n");
  testing::expect_same(bridged, drawn, "bridge");
}

TEST(Ledger, JobsGrowWithTheLogarithmOfTheirNumber) {
  const auto units = [](const std::string& period) {
    const auto built = build(
        "models: {v1: {takes: 80 ms}}\nworkloads: {items: {arrive: {period: " + period +
        "}, size: 1 MB, to: inbox}}\ndesign: {components: {inbox: {service: s3}, f: {service: "
        "lambda}, j: {service: sagemaker-batch-transform, serves: v1}}, connections: [{inbox -> f: "
        "{by: event-notification}}, {f -> j: {by: create-job}}]}\n");
    return count_of(ledgers_of(built).overhead, "watch-jobs");
  };
  const double month = kSecondsPerMonth;
  EXPECT_NEAR(units("3 s"), 1.0 + std::log10(1.0 + month / 3.0), 1e-9);
  EXPECT_NEAR(units("30 s") - units("300 s"), 1.0, 1e-3);
}

TEST(Ledger, RecurringEventsAreNamedByTheirNumber) {
  const auto built = build(
      "models: {v1: {takes: 80 ms}}\nworkloads: {items: {arrive: {period: 1 h}, size: 1 MB, to: "
      "inbox}}\ndesign: {components: {inbox: {service: s3}, f: {service: lambda}, j: {service: "
      "sagemaker-batch-transform, serves: v1}, k: {service: sagemaker-batch-transform, serves: "
      "v1}}, connections: [{inbox -> f: {by: event-notification}}, {f -> j: {by: create-job}}, {f "
      "-> k: {by: create-job}}]}\n");
  const Ledger ledger = ledgers_of(built).overhead;
  const Duty* jobs = find(ledger, "watch-jobs");
  ASSERT_NE(jobs, nullptr);
  EXPECT_EQ(jobs->text, "1,460 jobs a month to launch, watch and clean up after");
  EXPECT_NEAR(jobs->count, 1.0 + std::log10(1.0 + 2 * 730.0), 1e-9);
  EXPECT_EQ(jobs->parts.size(), 2u);
}

TEST(Ledger, AServiceThatStartsJobsTakesWorkAway) {
  const std::string head =
      "models: {v1: {takes: 80 ms}}\nworkloads: {items: {arrive: {period: 1 h}, size: 1 MB, to: "
      "inbox}}\ndesign: {components: {inbox: {service: s3}, f: {service: ";
  const std::string tail =
      "}, j: {service: sagemaker-batch-transform, serves: v1}}, connections: [{inbox -> f}, {f -> "
      "j: {by: create-job}}]}\n";
  const auto by_code = ledgers_of(build(head + "lambda" + tail)).overhead;
  const auto by_service = ledgers_of(build(head + "step-functions" + tail)).overhead;
  EXPECT_GT(count_of(by_code, "watch-jobs"), 1.0);
  EXPECT_EQ(count_of(by_service, "watch-jobs"), 0.0);
  EXPECT_GT(count_of(by_service, "watch-jobs-of-a-service"), 1.0);
}

TEST(Ledger, FailuresAreCountedWhereNothingRetriesOrKeepsThem) {
  const auto ledger = [](const std::string& call) {
    return overhead(
        "      f: {service: lambda}\n      g: {service: lambda}\n",
        "      - inbox -> f: {by: event-notification, on-failure: queue}\n      - f -> g: " + call +
            "\n");
  };
  // Who waits hears of it; the caller's own trigger decides.
  EXPECT_EQ(count_of(ledger("{by: invoke}"), "rerun-by-hand"), 0.0);
  EXPECT_EQ(count_of(ledger("{by: invoke, waits: false}"), "rerun-by-hand"), 1.0);
  EXPECT_EQ(count_of(ledger("{by: invoke-async}"), "replay-given-up-items"), 1.0);
  EXPECT_EQ(count_of(ledger("{by: invoke-async, on-failure: queue}"), "replay-given-up-items"),
            0.0);
}

TEST(Ledger, ServersAreMachinesThatSomeoneMustLookAfter) {
  const std::string start = "      - inbox -> f: {by: event-notification}\n";
  const auto fleet = [&](const std::string& settings) {
    return overhead(
        "      f: {service: lambda}\n      t: {service: ecs-fargate, runs: [v1]" + settings + "}\n",
        start + "      - f -> t: {by: create-job}\n");
  };
  EXPECT_EQ(fleet("").servers, 0.0);
  EXPECT_EQ(fleet(", mode: ec2-launch").servers, 1.0);
  EXPECT_EQ(fleet(", mode: ec2-launch, count: 3").servers, 3.0);
  EXPECT_EQ(count_of(fleet(", mode: ec2-launch"), "patch-an-operating-system"), 1.0);
  EXPECT_EQ(count_of(fleet(""), "rebuild-an-image"), 1.0);
}

TEST(Ledger, CapacityOfARunNeedsNoScalingPolicy) {
  const Ledger launched =
      overhead("      f: {service: lambda}\n      t: {service: ecs-fargate}\n",
               "      - inbox -> f: {by: event-notification}\n      - f -> t: {by: create-job}\n");
  EXPECT_EQ(count_of(launched, "keep-a-scaling-policy"), 0.0);
  const Ledger kept =
      overhead("      q: {service: sqs}\n      t: {service: ecs-fargate}\n",
               "      - inbox -> q: {by: event-notification}\n      - q -> t: {by: poll}\n");
  EXPECT_EQ(count_of(kept, "keep-a-scaling-policy"), 1.0);
  EXPECT_EQ(count_of(kept, "watch-jobs"), 0.0);
}

TEST(Ledger, APersonOnTheWayTakesAttentionButASenderDoesNot) {
  const std::string world =
      "models: {v1: {takes: 80 ms}}\nactors: {clerk: {kind: person, takes: 1 min}}\n";
  const auto manual = build(world +
                            "workloads: {items: {arrive: {period: 1 h}, size: 1 KB}}\n"
                            "design: {components: {j: {service: sagemaker-batch-transform, serves: "
                            "v1}}, connections: [{clerk -> j: {by: create-job}}]}\n");
  EXPECT_GE(count_of(ledgers_of(manual).overhead, "wait-for-a-person"), 1.0);
  const auto sender = build(world +
                            "workloads: {items: {arrive: {period: 1 h}, size: 1 KB, from: clerk, "
                            "to: s}}\ndesign: {components: {s: {service: s3}}, connections: "
                            "[{clerk -> s: {by: write}}]}\n");
  EXPECT_EQ(count_of(ledgers_of(sender).overhead, "wait-for-a-person"), 0.0);
}

TEST(Ledger, KeysAndAttachmentsAreCountedWhereTheyAreStated) {
  const Ledger plain =
      overhead("      f: {service: lambda}\n",
               kNotify.substr(0, 0) + "      - inbox -> f: {by: event-notification}\n");
  EXPECT_EQ(count_of(plain, "keep-a-network-attachment"), 0.0);
  const Ledger stated = overhead(
      "      f: {service: lambda, vpc: main}\n      e: {service: sagemaker-endpoint, serves: v1, "
      "encryption: customer-managed}\n      s: {service: s3, encryption: customer-managed}\n"
      "      t: {service: s3, encryption: sse-kms}\n",
      "      - inbox -> f: {by: event-notification}\n      - f -> e: {by: invoke}\n"
      "      - f -> s: {by: write}\n      - f -> t: {by: write}\n");
  EXPECT_EQ(count_of(stated, "keep-a-network-attachment"), 1.0);
  EXPECT_EQ(count_of(stated, "keep-a-key"), 2.0);
}

TEST(Effort, CountsCodeConnectionsStatesAndModels) {
  const auto ledgers =
      ledgers_of(build(option(kAsk + "one-per: model}\n      flow: {service: step-functions}\n",
                              "      - inbox -> ask: {by: event-notification}\n"
                              "      - ask -> flow: {by: start-execution}\n"
                              "      - flow -> e: {by: invoke}\n"),
                       "A"));
  EXPECT_EQ(count_of(ledgers.effort, "write-a-function"), 1.0);
  EXPECT_EQ(count_of(ledgers.effort, "write-a-container"), 3.0);
  EXPECT_EQ(count_of(ledgers.effort, "define-a-workflow"), 1.0);
  EXPECT_EQ(count_of(ledgers.effort, "define-a-state"), 3.0);
  EXPECT_EQ(count_of(ledgers.effort, "build-a-connection"), 5.0);
  EXPECT_EQ(count_of(ledgers.effort, "package-a-model"), 3.0);
  for (const Duty& duty : ledgers.effort.duties) EXPECT_TRUE(duty.weight->is_effort);
  for (const Duty& duty : ledgers.overhead.duties) EXPECT_FALSE(duty.weight->is_effort);
}

Ledger effort_of_job(const std::string& world, const std::string& component) {
  return ledgers_of(build(world + "design:\n  components:\n    job: {" + component +
                          "}\n  connections:\n    - clock -> job: {by: schedule, every: 1 day}\n"))
      .effort;
}

TEST(Effort, CodeThatIsThereIsOnlyDescribed) {
  const std::string written = "programs: {p: {takes: 5 min, memory: 1 GB, language: python}}\n";
  const std::string existing =
      "programs: {p: {takes: 5 min, memory: 1 GB, language: python, existing: true}}\n";
  const Ledger anew = effort_of_job(written, "service: batch, runs: p");
  const Ledger kept = effort_of_job(existing, "service: batch, runs: p");
  const Ledger rewritten = effort_of_job(existing, "service: batch, rewrites: p");
  EXPECT_LT(kept.total.likely, anew.total.likely);
  EXPECT_EQ(count_of(kept, "write-configuration"), 1.0);
  EXPECT_EQ(count_of(kept, "write-a-container"), 0.0);
  EXPECT_DOUBLE_EQ(rewritten.total.likely, anew.total.likely);
}

const std::string kPrograms =
    "programs: {p: {takes: 5 min, memory: 1 GB, runtime: spark, language: scala}}\n";

TEST(Effort, ATeamLearnsWhatItDoesNotKnow) {
  const std::string job = "service: glue, runs: p";
  EXPECT_EQ(count_of(effort_of_job(kPrograms, job), "learn-a-technology"), 0.0);
  const auto learnt = [&](const std::string& team) {
    return count_of(effort_of_job(kPrograms + "team: " + team + "\n", job), "learn-a-technology");
  };
  EXPECT_EQ(learnt("{skills: [spark, scala]}"), 0.0);
  EXPECT_EQ(learnt("{skills: [python, scala]}"), 1.0);
  EXPECT_EQ(learnt("{skills: [python]}"), 2.0);
  // A team whose skills are not listed knows all but what it is new to.
  EXPECT_EQ(learnt("{new-to: [spark]}"), 1.0);
  EXPECT_EQ(learnt("{new-to: [flink]}"), 0.0);
}

TEST(Effort, WhatAPlaceLeavesNoChoiceOfIsLearntToo) {
  const std::string world =
      "programs: {p: {takes: 5 min, memory: 1 GB, language: python}}\nteam: {skills: [python]}\n";
  EXPECT_EQ(count_of(effort_of_job(world, "service: batch, runs: p"), "learn-a-technology"), 0.0);
  // Written anew for Athena, it is SQL.
  EXPECT_EQ(count_of(effort_of_job(world, "service: athena, rewrites: p"), "learn-a-technology"),
            1.0);
  EXPECT_EQ(count_of(effort_of_job(world, "service: glue, mode: python-shell, rewrites: p"),
                     "learn-a-technology"),
            1.0);
}

TEST(Effort, TrainingOnesOwnModelTakesMachineLearning) {
  const std::string model = "models: {m: {trains-for: 1 h, memory: 1 GB}}\n";
  const std::string job = "service: sagemaker-training, trains: m";
  const auto learnt = [&](const std::string& team, const std::string& component) {
    return count_of(effort_of_job(model + team, component), "learn-machine-learning");
  };
  EXPECT_EQ(learnt("team: {skills: [python]}\n", job), 1.0);
  EXPECT_EQ(learnt("team: {skills: [python, ml]}\n", job), 0.0);
  EXPECT_EQ(learnt("", job), 0.0);
}

}  // namespace
}  // namespace plumbline
