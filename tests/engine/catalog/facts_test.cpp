// Facts by name, mode and day.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/catalog/catalog.hpp"

namespace plumbline {
namespace {

constexpr AsOf kExamDays{"2025-01"};
constexpr AsOf kToday{"2026-11"};

double value(std::string_view id, std::string_view mode, AsOf day) {
  const Fact* fact = Catalog::built_in().find_fact(id, mode, day);
  return fact == nullptr ? std::nan("") : fact->value;
}

TEST(Facts, HistoryPicksWhatHeldOnTheDay) {
  constexpr double kKibi = 1024.0;
  EXPECT_EQ(value("lambda.payload-async", "default", kExamDays), 256 * kKibi);
  EXPECT_EQ(value("lambda.payload-async", "default", kToday), kKibi * kKibi);
  EXPECT_EQ(value("lambda.payload-async", "default", {"2026-01-28"}), 256 * kKibi);
  EXPECT_EQ(value("lambda.payload-async", "default", {"2026-01-29"}), kKibi * kKibi);
  EXPECT_EQ(value("eventbridge.event-size", "classic-bus", kExamDays), 256 * kKibi);
  EXPECT_EQ(value("eventbridge.event-size", "classic-bus", kToday), kKibi * kKibi);
  for (const std::string_view mode : {"standard", "fifo"}) {
    EXPECT_EQ(value("sqs.message-size", mode, kExamDays), 256 * kKibi) << mode;
    EXPECT_EQ(value("sqs.message-size", mode, kToday), kKibi * kKibi) << mode;
  }
  EXPECT_EQ(value("sqs.in-flight", "fifo", {"2024-10"}), 20000);
  EXPECT_EQ(value("sqs.in-flight", "fifo", kExamDays), 120000);
  EXPECT_EQ(value("s3.object-size-max", "standard", kExamDays), 5 * std::pow(kKibi, 4));
  EXPECT_EQ(value("s3.object-size-max", "standard", kToday), 50e12);
  EXPECT_EQ(value("s3.buckets", "standard", {"2024-10"}), 100);
  EXPECT_EQ(value("s3.buckets", "standard", kToday), 10000);
  EXPECT_EQ(value("sagemaker-endpoint.payload-max", "single-model", kExamDays), 6291456);
  EXPECT_EQ(value("sagemaker-endpoint.payload-max", "single-model", kToday), 25 * kKibi * kKibi);
  EXPECT_EQ(value("ecs-fargate.task-vcpu-max", "fargate", kExamDays), 16);
  EXPECT_EQ(value("ecs-fargate.task-vcpu-max", "fargate", kToday), 32);
}

TEST(Facts, OfAModeGoBeforeFactsOfAnyMode) {
  EXPECT_EQ(value("sagemaker-endpoint.autoscale-min-instances", "multi-variant", kToday), 1);
  EXPECT_EQ(value("sagemaker-endpoint.autoscale-min-instances", "inference-components", kToday), 0);
  // Before scale-to-zero came, the fact of any mode holds for inference components too.
  EXPECT_EQ(
      value("sagemaker-endpoint.autoscale-min-instances", "inference-components", {"2024-06"}), 1);
  EXPECT_EQ(value("lambda.function-timeout-max", "durable", kToday), 900);
  EXPECT_EQ(value("batch.job-duration", "fargate", kToday), 1209600);
}

TEST(Facts, WithoutAModeAreThoseOfTheClassicMode) {
  EXPECT_EQ(value("step-functions.execution-duration-max", "any", kToday), 31536000);
  EXPECT_EQ(value("step-functions.execution-duration-max", "", {}), 31536000);
}

TEST(Facts, MinusOneIsUnlimited) {
  const Fact* fact = Catalog::built_in().find_fact("sqs.throughput", "standard", kToday);
  ASSERT_NE(fact, nullptr);
  EXPECT_TRUE(fact->unlimited);
  EXPECT_EQ(fact->written_value, -1.0);
  EXPECT_TRUE(std::isinf(fact->value));
  const Fact* ec2 = Catalog::built_in().find_fact("batch.job-duration", "ec2", kToday);
  ASSERT_NE(ec2, nullptr);
  EXPECT_TRUE(ec2->unlimited);
}

TEST(Facts, AreNotFoundUnderWrongNames) {
  const Catalog& catalog = Catalog::built_in();
  EXPECT_EQ(catalog.find_fact("lambda", "default", {}), nullptr);
  EXPECT_EQ(catalog.find_fact("lambda.no-such-fact", "default", {}), nullptr);
  EXPECT_EQ(catalog.find_fact("no-such-service.payload", "default", {}), nullptr);
  EXPECT_EQ(catalog.find_fact("lambda.execution-duration-max", "default", {}), nullptr);
}

TEST(Facts, AreFoundByWhatTheyGovern) {
  const Catalog& catalog = Catalog::built_in();
  const Service* lambda = catalog.find_service("lambda");
  ASSERT_NE(lambda, nullptr);
  const auto governing = [&](FactGroup group, std::string_view measure) {
    std::vector<std::string_view> names;
    for (const Fact* fact : catalog.facts_governing(*lambda, "default", kToday, group, measure)) {
      names.push_back(fact->name);
    }
    return names;
  };
  EXPECT_THAT(governing(FactGroup::Limit, "run-time"),
              testing::ElementsAre("function-timeout-max"));
  EXPECT_THAT(governing(FactGroup::Limit, "concurrency"),
              testing::ElementsAre("concurrent-executions"));
  EXPECT_THAT(governing(FactGroup::Timing, "overhead"),
              testing::ElementsAre("warm-invoke-overhead"));
  EXPECT_THAT(governing(FactGroup::Price, "requests"), testing::ElementsAre("request"));
  EXPECT_THAT(governing(FactGroup::Operation, "scaling"),
              testing::ElementsAre("operations.scaling"));
  EXPECT_THAT(governing(FactGroup::Timing, "run-time"), testing::IsEmpty());
}

TEST(Facts, TellCasesApart) {
  const Catalog& catalog = Catalog::built_in();
  const Fact* quota = catalog.find_fact("lambda.concurrent-executions", "default", {});
  ASSERT_NE(quota, nullptr);
  EXPECT_EQ(quota->qualifier, "lambda-concurrency");
  const Fact* bound = catalog.find_fact("lambda.function-timeout-max", "default", {});
  ASSERT_NE(bound, nullptr);
  EXPECT_EQ(bound->qualifier, "timeout");
  const Fact* least = catalog.find_fact("lambda.memory-min", "default", {});
  ASSERT_NE(least, nullptr);
  EXPECT_TRUE(least->is_minimum);
  const Fact* price =
      catalog.find_fact("sagemaker-endpoint.instance-hour.ml.m5.large", "shadow", {});
  ASSERT_NE(price, nullptr);
  EXPECT_EQ(price->qualifier, "ml.m5.large");
  EXPECT_DOUBLE_EQ(price->value, 0.115);
}

TEST(Facts, PricesAreOfOneUnit) {
  EXPECT_DOUBLE_EQ(value("lambda.request", "default", {}), 0.2e-6);
  EXPECT_DOUBLE_EQ(value("step-functions.transition", "standard", {}), 0.025e-3);
}

TEST(Facts, KnowInstanceTypesWithAndWithoutTheirPrefix) {
  const Catalog& catalog = Catalog::built_in();
  for (const std::string_view type : {"ml.g5.xlarge", "g5.xlarge"}) {
    const Fact* memory = catalog.instance_fact(type, "memory");
    ASSERT_NE(memory, nullptr) << type;
    EXPECT_EQ(memory->value, 16.0 * 1024 * 1024 * 1024);
    EXPECT_EQ(memory->dimension, Dimension::Bytes);
    EXPECT_EQ(catalog.instance_fact(type, "gpus")->value, 1);
    EXPECT_EQ(catalog.instance_fact(type, "gpu-memory")->value, 24.0 * 1024 * 1024 * 1024);
  }
  EXPECT_EQ(catalog.instance_fact("ml.m5.large", "vcpus")->value, 2);
  EXPECT_EQ(catalog.instance_fact("ml.m6i.xlarge", "vcpus")->value, 4);
  EXPECT_EQ(catalog.instance_fact("ml.x99.large", "memory"), nullptr);
  EXPECT_EQ(catalog.instance_fact("", "memory"), nullptr);
}

}  // namespace
}  // namespace plumbline
