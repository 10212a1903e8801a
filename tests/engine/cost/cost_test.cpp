// Worked examples: each figure is computed here by hand from the prices that the comments name.
//
// A month has 730 h = 2,628,000 s, so one item every 3 s is 876,000 items. Prices are those of
// us-east-1 in the catalog's data files, where each names its source.
#include "engine/cost/cost.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr double kItems = 876'000.0;
constexpr double kHours = 730.0;

// A world with one item every 3 s, and the components and connections of a design.
Built design(const std::string& components, const std::string& connections,
             const std::string& program = "takes: 200 ms, memory: 500 MB, returns: 1 KB",
             const std::string& size = "100 KB") {
  return build("models: {m: {" + program + "}}\nprograms: {p: {" + program +
               "}}\nworkloads: {items: {arrive: {period: 3 s}, size: " + size +
               ", from: app}}\nactors: {app: {kind: client}}\ndesign:\n  components: {" +
               components + "}\n  connections: [" + connections + "]\n");
}

Cost cost_of(const Built& built) { return cost_of(*built.pipeline, built.estimates); }

// The lines of one measure, added up.
Quantity monthly(const Cost& cost, std::string_view measure) {
  Quantity sum{Dimension::MoneyRate};
  for (const CostLine& line : cost.lines) {
    if (line.counts != measure) continue;
    sum.low += line.monthly.low;
    sum.high += line.monthly.high;
  }
  return sum;
}

const CostLine* line_of(const Cost& cost, std::string_view measure) {
  const auto found = std::ranges::find(cost.lines, measure, &CostLine::counts);
  return found == cost.lines.end() ? nullptr : &*found;
}

void expect_exactly(const Quantity& quantity, double value) {
  EXPECT_NEAR(quantity.low, value, 1e-6 * value);
  EXPECT_NEAR(quantity.high, value, 1e-6 * value);
}

TEST(Cost, OfAFunctionIsRequestsAndMemoryTime) {
  const Built built =
      design("f: {service: lambda, runs: p, memory: 512 MB}", "{app -> f: {by: request}}");
  const Cost cost = cost_of(built);
  // $0.20 a million requests; $0.0000166667 a GB-second (infracost's Lambda test data).
  expect_exactly(monthly(cost, "requests"), kItems * 0.2e-6);
  // 200 ms of work; the service's own time around it is not billed.
  EXPECT_GT(built.of("f").held.mean.low, 0.2);
  expect_exactly(monthly(cost, "gb-seconds"), kItems * 0.2 * 0.5 * 1.66667e-5);
  EXPECT_EQ(cost.idle.high, 0.0);
  EXPECT_THAT(cost.unpriced, IsEmpty());
  EXPECT_THAT(cost.unknowns, IsEmpty());
  const CostLine* line = line_of(cost, "gb-seconds");
  ASSERT_NE(line, nullptr);
  EXPECT_THAT(line->what, HasSubstr("876,000 invocations x "));
  EXPECT_THAT(line->what, HasSubstr(" x 0.5 GB"));
  EXPECT_EQ(line->price->id, "lambda.duration-x86");
}

TEST(Cost, TakesThePriceOfTheStatedCase) {
  const auto price = [](const std::string& settings) {
    const Cost cost =
        cost_of(design("f: {service: lambda, runs: p, memory: 512 MB" + settings + "}",
                       "{app -> f: {by: request}}"));
    return line_of(cost, "gb-seconds")->price->name;
  };
  EXPECT_EQ(price(""), "duration-x86");
  EXPECT_EQ(price(", architecture: arm64"), "duration-arm");
  EXPECT_EQ(price(", architecture: x86_64"), "duration-x86");
  EXPECT_EQ(price(", provisioned-concurrency: 5"), "provisioned-duration");
  EXPECT_EQ(price(", provisioned-concurrency: 0"), "duration-x86");
}

TEST(Cost, OfWarmEnvironmentsIsPaidWhileIdle) {
  const Cost cost =
      cost_of(design("f: {service: lambda, runs: p, memory: 512 MB, provisioned-concurrency: 5}",
                     "{app -> f: {by: request}}"));
  // $0.0000041667 a GB-second, whether used or not.
  const double kept = 5 * 0.5 * kHours * 3600 * 4.1667e-6;
  expect_exactly(monthly(cost, "gb-seconds-kept"), kept);
  expect_exactly(cost.idle, kept);
}

TEST(Cost, AFunctionIsBilledNoLongerThanItMayRun) {
  // Paths of unknowns point into the scenario, so it stays.
  const Built built =
      design("f: {service: lambda, runs: p, memory: 512 MB, timeout: 10 s}",
             "{app -> f: {by: request}}", "takes: unknown, memory: 500 MB, returns: 1 KB");
  const Cost cost = cost_of(built);
  EXPECT_NEAR(monthly(cost, "gb-seconds").high, kItems * 10 * 0.5 * 1.66667e-5, 1e-6);
  EXPECT_THAT(cost.unknowns, Contains("programs.p.takes"));
}

TEST(Cost, MemoryIsWhatIsTypicalOrWhatIsNeeded) {
  const auto gigabytes = [](const std::string& memory) {
    const Built built = design("f: {service: lambda, runs: p}", "{app -> f: {by: request}}",
                               "takes: 1 s, memory: " + memory + ", returns: 1 KB");
    const CostLine line = *line_of(cost_of(built), "gb-seconds");
    // Of one second of work each: what the service itself takes around it is not billed.
    return std::pair(line.quantity.low / kItems, line.quantity.high / kItems);
  };
  EXPECT_NEAR(gigabytes("100 MB").first, 0.5, 1e-9);
  EXPECT_NEAR(gigabytes("3 GB").first, 3.0, 1e-9);
  // Not known: from the typical 512 MB to the most that a function can have.
  EXPECT_NEAR(gigabytes("unknown").first, 0.5, 1e-9);
  EXPECT_NEAR(gigabytes("unknown").second, 10.0, 1e-9);
}

TEST(Cost, ThreeVariantsCostWhatThreeEndpointsCost) {
  const std::string world =
      "models: {v1: {takes: 80 ms, memory: 1 GB, returns: 1 KB}, v2: {takes: 80 ms, memory: 1 GB, "
      "returns: 1 KB}, v3: {takes: 80 ms, memory: 1 GB, returns: 1 KB}}\n"
      "workloads: {items: {arrive: {period: 3 s}, size: 1 KB, to: inbox}}\n"
      "design:\n  components:\n    inbox: {service: s3, existing: true}\n    ask: {service: "
      "lambda}\n";
  const std::string links =
      "  connections:\n    - inbox -> ask: {by: event-notification}\n    - ask -> e: {by: invoke";
  const auto instances = [&](const std::string& endpoint, const std::string& how) {
    return monthly(cost_of(build(world + endpoint + links + how + "}\n")), "instance-hours");
  };
  // ml.m5.large is $0.115 an hour.
  const double three = 3 * kHours * 0.115;
  expect_exactly(instances("    e: {service: sagemaker-endpoint, one-per: model}\n", ""), three);
  const std::string head = "    e: {service: sagemaker-endpoint, variants: {";
  expect_exactly(
      instances(head + "a: {serves: v1}, b: {serves: v2}, c: {serves: v3}}}\n", ", variants: each"),
      three);
  // Two instances of the first variant, stated there; one of each other.
  expect_exactly(
      instances(head + "a: {serves: v1, instance-count: 2}, b: {serves: v2}, c: {serves: v3}}}\n",
                ", variants: each"),
      4 * kHours * 0.115);
  // The endpoint's own number is of each variant.
  expect_exactly(instances("    e: {service: sagemaker-endpoint, instance-count: 2, variants: {a: "
                           "{serves: v1}, b: {serves: v2}, c: {serves: v3}}}\n",
                           ", variants: each"),
                 6 * kHours * 0.115);
  // A type of its own: ml.c5.xlarge is $0.204 an hour.
  expect_exactly(
      instances(head + "a: {serves: v1, instance-type: ml.c5.xlarge}, b: {serves: v2}, c: {serves: "
                       "v3}}}\n",
                ", variants: each"),
      kHours * (0.204 + 2 * 0.115));
}

TEST(Cost, AnEndpointIsPaidForWhileNothingHappens) {
  const Cost cost =
      cost_of(design("e: {service: sagemaker-endpoint, serves: m}", "{app -> e: {by: invoke}}"));
  expect_exactly(cost.idle, kHours * 0.115);
  // 100 KB in and 1 KB back; $0.016 a GB each way.
  expect_exactly(monthly(cost, "gb-processed"), kItems * 101e3 / 1e9 * 0.016);
  expect_exactly(cost.monthly, kHours * 0.115 + kItems * 101e3 / 1e9 * 0.016);
}

TEST(Cost, AnInstanceIsLargeEnoughForWhatItRuns) {
  const auto line = [](const std::string& memory, const std::string& settings) {
    return *line_of(cost_of(design("e: {service: sagemaker-endpoint, serves: m" + settings + "}",
                                   "{app -> e: {by: invoke}}",
                                   "takes: 200 ms, returns: 1 KB, memory: " + memory)),
                    "instance-hours");
  };
  EXPECT_EQ(line("2 GB", "").price->qualifier, "ml.m5.large");
  const CostLine larger = line("12 GB", "");
  const Fact* memory = Catalog::built_in().instance_fact(larger.price->qualifier, "memory");
  ASSERT_NE(memory, nullptr);
  EXPECT_GE(memory->value, 12e9);
  EXPECT_LT(larger.monthly.high, kHours * 1.0);
  // A stated type is taken as it is; whether it fits is a rule's question.
  EXPECT_EQ(line("12 GB", ", instance-type: ml.m5.large").price->qualifier, "ml.m5.large");
  // Not known: from the typical one to one that holds the largest model there is.
  const CostLine open = line("unknown", "");
  EXPECT_NEAR(open.monthly.low, kHours * 0.115, 1e-6);
  EXPECT_GT(open.monthly.high, kHours * 10.0);
}

TEST(Cost, WithoutAKnownPriceIsListedAndNeverZero) {
  const Cost cost =
      cost_of(design("e: {service: sagemaker-endpoint, serves: m, instance-type: "
                     "ml.x99.large}",
                     "{app -> e: {by: invoke}}"));
  EXPECT_THAT(cost.unpriced, Contains("ml.x99.large of e"));
  const CostLine* line = line_of(cost, "instance-hours");
  ASSERT_NE(line, nullptr);
  EXPECT_EQ(line->price, nullptr);
  EXPECT_EQ(line->monthly.low, 0.0);
  EXPECT_EQ(line->monthly.high, kInfinity);
  EXPECT_TRUE(std::isfinite(cost.monthly.high));
}

TEST(Cost, OfALogIsItsShardsWhetherUsedOrNot) {
  const auto log = [](const std::string& settings, const std::string& size) {
    return cost_of(design("l: {service: kinesis-data-streams" + settings + "}",
                          "{app -> l: {by: put-records}}", "takes: 1 ms", size));
  };
  // $0.015 an hour and shard (infracost's Kinesis test data).
  const Cost stated = log(", shard-count: 3", "1 KB");
  expect_exactly(monthly(stated, "shard-hours"), 3.0 * 0.015 * kHours);
  EXPECT_EQ(stated.idle.low, monthly(stated, "shard-hours").low);
  // An item of 9 MB every 3 s is 3 MB a second: three shards carry it, two do not.
  expect_exactly(monthly(log("", "9 MB"), "shard-hours"), 3.0 * 0.015 * kHours);
  expect_exactly(monthly(log("", "1 KB"), "shard-hours"), 0.015 * kHours);
}

TEST(Cost, OfWhatIsKeptIsPaidByTheHourOrMonth) {
  const Cost cost = cost_of(design("k: {service: kms, count: 2}, n: {service: nat-gateway}", ""));
  expect_exactly(monthly(cost, "component-months"), 2.0 * 1.0);
  expect_exactly(monthly(cost, "component-hours"), 0.045 * kHours);
}

TEST(Cost, OfObjectsThatABatchIsWrittenInto) {
  const Cost cost = cost_of(design(
      "d: {service: firehose, buffer-interval: 900 s, buffer-size: 128 MiB}, s: {service: s3}",
      "{app -> d: {by: put-records}}, {d -> s: {by: output}}", "takes: 1 ms", "1 KB"));
  // One object every 900 s, and all items in them.
  expect_exactly(monthly(cost, "writes"), kHours * 4.0 * 0.005e-3);
  expect_exactly(monthly(cost, "gb-stored-months"), kItems * 1e3 / 1e9 * 0.023);
}

TEST(Cost, OfACaseWithoutAPriceIsNotThatOfTheUsualCase) {
  const auto kept = [](const std::string& storage) {
    return cost_of(design("s: {service: s3" + storage + "}", "{app -> s: {by: write}}"));
  };
  // $0.023, in standard-ia $0.0125 a GB and month; 876,000 objects of 100 KB are 87.6 GB.
  expect_exactly(monthly(kept(""), "gb-stored-months"), 87.6 * 0.023);
  expect_exactly(monthly(kept(", storage-class: standard-ia"), "gb-stored-months"), 87.6 * 0.0125);
  EXPECT_THAT(kept(", storage-class: express-one-zone").unpriced, Contains("what s keeps"));
}

TEST(Cost, OfAServiceWithoutPricesIsListed) {
  const Cost cost = cost_of(
      design("b: {service: batch, mode: sagemaker, runs: p}", "{app -> b: {by: create-job}}"));
  EXPECT_EQ(cost.unpriced.size(), 1u);
  EXPECT_THAT(cost.lines, IsEmpty());
}

TEST(Cost, OfAJobIsItsWholeTimeOnEachInstance) {
  const auto built = [](const std::string& settings) {
    return design(
        "f: {service: lambda}, j: {service: sagemaker-batch-transform, serves: m" + settings + "}",
        "{app -> f: {by: request}}, {f -> j: {by: create-job}}");
  };
  const Built one = built("");
  const double seconds = one.of("j").startup.mean.low + one.of("j").held.mean.low;
  EXPECT_GT(seconds, 200.0);
  // ml.m5.large, $0.115 an hour.
  const double expected = kItems * seconds / 3600.0 * 0.115;
  expect_exactly(monthly(cost_of(one), "instance-hours"), expected);
  expect_exactly(monthly(cost_of(built(", instance-count: 2")), "instance-hours"), 2 * expected);
  EXPECT_EQ(cost_of(one).idle.high, 0.0);
}

TEST(Cost, OfAQueueIsSendingReceivingAndDeletingInChunks) {
  const auto requests = [](const std::string& size) {
    return monthly(cost_of(design("q: {service: sqs}, f: {service: lambda, runs: p}",
                                  "{app -> q: {by: send-message}}, {q -> f: {by: poll}}",
                                  "takes: 200 ms, memory: 500 MB, returns: 1 KB", size)),
                   "request-chunks");
  };
  // $0.40 a million requests, one for each started 64 KB.
  expect_exactly(requests("10 KB"), kItems * 3 * 0.4e-6);
  expect_exactly(requests("65536 B"), kItems * 3 * 0.4e-6);
  expect_exactly(requests("65537 B"), kItems * 5 * 0.4e-6);
  expect_exactly(requests("200 KB"), kItems * 9 * 0.4e-6);
}

TEST(Cost, OfATopicIsOnePublishForEachChunk) {
  const Cost cost = cost_of(design("t: {service: sns}, q: {service: sqs}",
                                   "{app -> t: {by: publish}}, {t -> q: {by: subscription}}",
                                   "takes: 1 s", "100 KB"));
  // $0.50 a million publishes of a started 64 KB; deliveries to queues are free.
  EXPECT_NEAR(line_of(cost, "request-chunks")->monthly.high, kItems * 2 * 0.5e-6, 1e-9);
}

TEST(Cost, WhatAServiceAnnouncesOfItselfIsFree) {
  const Cost cost = cost_of(design(
      "f: {service: lambda}, j: {service: batch, mode: fargate, runs: p}, bus: {service: "
      "eventbridge}, g: {service: lambda}",
      "{app -> f: {by: request}}, {f -> j: {by: create-job}}, {j -> bus: {by: state-change}}, {bus "
      "-> g: {by: rule}}"));
  EXPECT_EQ(line_of(cost, "request-chunks"), nullptr);
  const Cost own = cost_of(design("f: {service: lambda}, bus: {service: eventbridge}",
                                  "{app -> f: {by: request}}, {f -> bus: {by: put-events}}",
                                  "takes: 1 s", "1 KB"));
  expect_exactly(monthly(own, "request-chunks"), kItems * 1e-6);  // $1 a million
}

TEST(Cost, OfAWorkflowIsItsTransitions) {
  const Cost cost = cost_of(
      design("w: {service: step-functions}, f: {service: lambda, runs: p}, g: {service: lambda}",
             "{app -> w: {by: start-execution}}, {w -> f: {by: invoke}}, {w -> g: {by: invoke}}"));
  // $0.025 a thousand; the start and two states.
  expect_exactly(monthly(cost, "transitions"), kItems * 3 * 0.025e-3);
}

TEST(Cost, OfContainersIsProcessorsAndMemoryByTheHour) {
  const std::string links = "{app -> q: {by: send-message}}, {q -> t: {by: poll}}";
  const auto task = [&](const std::string& settings) {
    return cost_of(
        design("q: {service: sqs}, t: {service: ecs-fargate, runs: p, vcpus: 1, memory: "
               "2 GB" +
                   settings + "}",
               links));
  };
  // $0.04048 a vCPU and $0.004445 a GB for an hour (infracost's ECS test data).
  const double service = kHours * (0.04048 + 2 * 0.004445);
  const Cost kept = task("");
  EXPECT_NEAR(monthly(kept, "vcpu-hours").low + monthly(kept, "memory-gb-hours").low, service,
              1e-6);
  expect_exactly(kept.idle, service);
  // Spot saves at most 70 %.
  const Cost spot = task(", mode: fargate-spot");
  EXPECT_NEAR(spot.idle.low, service * 0.3, 1e-6);
  EXPECT_NEAR(spot.idle.high, service, 1e-6);
  // 100 GB of disk, of which 20 GiB come with the task; $0.000111 a GB and hour.
  const Cost disk = task(", ephemeral-storage: 100 GiB");
  expect_exactly(monthly(disk, "disk-gb-hours"), kHours * 80 * 0.000111);
}

TEST(Cost, ATaskThatIsRunIsBilledForAMinuteAtLeast) {
  const Built built =
      design("f: {service: lambda}, t: {service: ecs-fargate, runs: p, vcpus: 1, memory: 2 GB}",
             "{app -> f: {by: request}}, {f -> t: {by: create-job}}");
  const double seconds =
      std::max(60.0, built.of("t").startup.mean.low + built.of("t").held.mean.low);
  expect_exactly(monthly(cost_of(built), "vcpu-hours"), kItems * seconds / 3600 * 0.04048);
  EXPECT_EQ(cost_of(built).idle.high, 0.0);
}

TEST(Cost, WhatMayScaleToZeroIsNotPaidWhileIdle) {
  const auto cost = [](const std::string& settings) {
    return cost_of(design(
        "f: {service: lambda}, a: {service: sagemaker-async-inference, serves: m" + settings + "}",
        "{app -> f: {by: request}}, {f -> a: {by: invoke-async}}"));
  };
  EXPECT_EQ(cost("").idle.high, 0.0);
  EXPECT_GT(monthly(cost(""), "instance-hours").high, monthly(cost(""), "instance-hours").low);
  EXPECT_GT(cost(", minimum-instances: 1").idle.low, 0.0);
}

TEST(Cost, WithoutVolumesNothingIsKnown) {
  const Built built = build(
      "design: {components: {f: {service: lambda}, e: {service: "
      "sagemaker-endpoint}}}\n");
  const Cost cost = cost_of(built);
  EXPECT_EQ(monthly(cost, "requests").low, 0.0);
  EXPECT_EQ(monthly(cost, "requests").high, kInfinity);
  EXPECT_THAT(cost.unknowns, Contains("workloads"));
  EXPECT_NEAR(cost.idle.low, kHours * 0.115, 1e-6);
}

TEST(Cost, NarrowsWhenAnUnknownIsGivenAValue) {
  const Built built =
      design("f: {service: lambda, runs: p, memory: 512 MB}", "{app -> f: {by: request}}",
             "takes: unknown, memory: 500 MB, returns: 1 KB");
  const Assignment assignment{{{"programs.p.takes", 2.0}}};
  const Cost cost = cost_of(*built.pipeline, evaluate(*built.pipeline, assignment), assignment);
  EXPECT_TRUE(cost.monthly.is_exact());
  const Cost all = cost_of(built);
  EXPECT_LE(all.monthly.low, cost.monthly.low);
  EXPECT_GE(all.monthly.high, cost.monthly.high);
}

TEST(Cost, WhatExistsKeepsWhatComesToItAnyway) {
  const Built built = build(
      "workloads: {items: {arrive: {period: 3 s}, size: 1 MB, to: s}}\n"
      "design: {components: {s: {service: s3, existing: true}}}\n");
  EXPECT_THAT(cost_of(built).lines, IsEmpty());
}

TEST(Cost, CopiesCostWhatTheirWrittenEqualsCost) {
  const std::string links[] = {"{app -> f0: {by: request}}",
                               "{app -> f1: {by: request}}, {app -> f2: {by: request}}"};
  for (const std::string service : {"lambda, runs: p", "sagemaker-endpoint, serves: m",
                                    "sagemaker-serverless-inference, serves: m"}) {
    const Cost family = cost_of(design("f0: {service: " + service + ", count: 2}", links[0]));
    const Cost written =
        cost_of(design("f1: {service: " + service + "}, f2: {service: " + service + "}", links[1]));
    EXPECT_NEAR(family.monthly.low, written.monthly.low, 1e-9 * written.monthly.low) << service;
    EXPECT_NEAR(family.monthly.high, written.monthly.high, 1e-9 * written.monthly.high) << service;
    EXPECT_NEAR(family.idle.high, written.idle.high, 1e-9) << service;
  }
}

TEST(Cost, SumsAreThoseOfTheLines) {
  const Cost cost =
      cost_of(design("f: {service: lambda, runs: p}, e: {service: sagemaker-endpoint, serves: m}",
                     "{app -> f: {by: request}}, {f -> e: {by: invoke}}"));
  Quantity sum{Dimension::MoneyRate};
  double idle = 0.0;
  for (const CostLine& line : cost.lines) {
    sum.low += line.monthly.low;
    sum.high += line.monthly.high;
    idle += line.idle ? line.monthly.low : 0.0;
    EXPECT_FALSE(line.what.empty());
    EXPECT_FALSE(line.place.is_nowhere());
  }
  EXPECT_DOUBLE_EQ(sum.low, cost.monthly.low);
  EXPECT_DOUBLE_EQ(sum.high, cost.monthly.high);
  EXPECT_DOUBLE_EQ(idle, cost.idle.low);
}

// One training of 8 h a week on one spot instance: the hours of instances a month.
double training_hours(const std::string& conditions, const std::string& settings) {
  const Built built = build(
      conditions +
      "models: {m: {trains-for: 8 h, memory: 1 GB}}\ndesign:\n  components:\n"
      "    job: {service: sagemaker-training, mode: spot, trains: m, instance-type: ml.m5.xlarge, "
      "instance-count: 1" +
      settings + "}\n  connections: [clock -> job: {by: schedule, every: 7 days}]\n");
  const Cost cost = cost_of(built);
  const CostLine* line = line_of(cost, "instance-hours");
  return line == nullptr ? -1.0 : line->quantity.low;
}

TEST(Cost, OfSpotCapacityIsLessByWhatIsUsualAtLeast) {
  const auto training = [](const std::string& mode) {
    const Built built = build(
        "conditions: {spot-interruptions: 0, restart: 0 s}\n"
        "models: {m: {trains-for: 8 h, memory: 1 GB}}\ndesign:\n  components:\n"
        "    job: {service: sagemaker-training, trains: m, instance-type: ml.m5.xlarge, "
        "instance-count: 1, mode: " +
        mode + "}\n  connections: [clock -> job: {by: schedule, every: 7 days}]\n");
    const Cost cost = cost_of(built);
    return monthly(cost, "instance-hours");
  };
  // 30 to 90 % off; a first start on demand takes minutes of eight hours.
  EXPECT_LT(training("spot").high, 0.75 * training("default").low);
  EXPECT_GT(training("spot").high, 0.65 * training("default").low);
  EXPECT_LT(training("spot").low, 0.11 * training("default").low);
}

TEST(Cost, OfInterruptedWorkIsThatOfDoingItAgain) {
  constexpr double kRuns = kHours / (7.0 * 24.0);
  const std::string none = "conditions: {spot-interruptions: 0}\n";
  const std::string two = "conditions: {spot-interruptions: 2, restart: 10 min}\n";
  const double quiet = training_hours(none, "");
  EXPECT_GE(quiet, 8.0 * kRuns);
  // Two interruptions cost half a run each on average; with checkpoints, half an interval each.
  EXPECT_NEAR(training_hours(two, "") - quiet, 8.0 * kRuns, 0.05 * kRuns);
  EXPECT_NEAR(training_hours(two, ", checkpoint-every: 1 h") - quiet, 1.0 * kRuns, 0.05 * kRuns);
  // Where nobody says how often they come, none is added.
  EXPECT_NEAR(training_hours("", ""), quiet, 1e-9);
}

}  // namespace
}  // namespace plumbline
