// `service: {any-of: ...}` and `{class: ...}`: one design for each way, and what no way can read.
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using testing::component;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::problems;
using testing::read;
using ::testing::SizeIs;

std::string job(std::string_view keys) {
  return "options:\n  A: {components: {job: {" + std::string(keys) + "}}}\n  B: {}\n";
}

std::vector<std::string> services(const Option& option) {
  std::vector<std::string> names;
  const auto add = [&](const Option& way) {
    std::string name;
    for (const TakenService& taken : way.taken) {
      name += (name.empty() ? "" : "/") + std::string(taken.service->name);
    }
    names.push_back(name);
  };
  add(option);
  for (const Option& other : option.others) add(other);
  return names;
}

TEST(Ways, OneDesignForEachService) {
  const ReadScenario scenario = read(job("service: {any-of: [lambda, fargate]}, count: 2"));
  const Option& option = scenario.scenario.options.front();
  EXPECT_THAT(services(option), ElementsAre("lambda", "ecs-fargate"));
  EXPECT_EQ(component(option.design, "job").service->name, "lambda");
  const Component& other = component(option.others.front().design, "job");
  EXPECT_EQ(other.service->name, "ecs-fargate");
  EXPECT_EQ(other.count.mean.low, 2.0);
  EXPECT_EQ(option.others.front().letter, "A");
  EXPECT_THAT(scenario.scenario.options.back().taken, IsEmpty());
  EXPECT_TRUE(scenario.scenario.has_joint_designs());
}

TEST(Ways, AClassIsACategoryOfTheCatalog) {
  const ReadScenario scenario = read(job("service: {class: streaming}"));
  const std::vector<std::string> names = services(scenario.scenario.options.front());
  EXPECT_THAT(names, ::testing::Contains("kinesis-data-streams"));
  EXPECT_THAT(names, ::testing::Contains("firehose"));
  EXPECT_THAT(problems(job("service: {class: streams}")),
              ElementsAre(HasSubstr("there is no class of services 'streams'")));
  EXPECT_THAT(problems(job("service: {class: hardware}")), SizeIs(1));
  EXPECT_THAT(problems(job("service: {class: security}")),
              ElementsAre(HasSubstr("more than the 12 that are tried")));
}

TEST(Ways, SeveralMultiply) {
  const std::string two =
      "options: {A: {components: {x: {service: {any-of: [s3, sqs]}}, "
      "y: {service: {any-of: [lambda, batch, glue]}}}}, B: {}}\n";
  const ReadScenario scenario = read(two);
  EXPECT_THAT(
      services(scenario.scenario.options.front()),
      ElementsAre("s3/lambda", "s3/batch", "s3/glue", "sqs/lambda", "sqs/batch", "sqs/glue"));
  EXPECT_THAT(problems("options: {A: {components: {x: {service: {class: streaming}}, "
                       "y: {service: {class: streaming}}}}}\n"),
              ElementsAre(HasSubstr("36 ways to take the services")));
}

TEST(Ways, WhatIsWrongWithTheList) {
  EXPECT_THAT(problems(job("service: {any-of: [lambda, lamda]}")),
              ElementsAre(HasSubstr("there is no service 'lamda' (did you mean 'lambda'?)")));
  EXPECT_THAT(problems(job("service: {any-of: [fargate, ecs-fargate]}")),
              ElementsAre(HasSubstr("twice")));
  EXPECT_THAT(problems(job("service: {any-of: [code]}")), ElementsAre(HasSubstr("'code'")));
  EXPECT_THAT(problems(job("service: {any-of: []}")), SizeIs(1));
  EXPECT_THAT(problems(job("service: {}")), SizeIs(1));
  EXPECT_THAT(problems(job("service: {one-of: [lambda]}")), ElementsAre(HasSubstr("'one-of'")));
}

TEST(Ways, ASettingCountsForTheServicesThatHaveIt) {
  const ReadScenario scenario =
      read(job("service: {any-of: [lambda, sqs]}, timeout: 3 s, retention: 2 days"));
  const Option& option = scenario.scenario.options.front();
  const Component& function = component(option.design, "job");
  EXPECT_NE(function.find_setting("timeout"), nullptr);
  EXPECT_EQ(function.find_setting("retention"), nullptr);
  const Component& queue = component(option.others.front().design, "job");
  EXPECT_EQ(queue.find_setting("timeout"), nullptr);
  EXPECT_NE(queue.find_setting("retention"), nullptr);
}

TEST(Ways, ASettingOfNoneOfThemIsAnErrorOnce) {
  EXPECT_THAT(problems(job("service: {any-of: [lambda, sqs]}, timeuot: 3 s")),
              ElementsAre(HasSubstr("'timeuot' is not a key of 'job'")));
  EXPECT_THAT(problems(job("service: {any-of: [lambda, batch]}, runs: nothing")),
              ElementsAre(HasSubstr("there is no model or program 'nothing'")));
}

TEST(Ways, TheLastLayerSaysTheService) {
  const std::string text =
      "base: {components: {job: {service: {any-of: [lambda, batch]}}}}\n"
      "options: {A: {}, B: {components: {job: {service: glue}}}, "
      "C: {replace: {job: {service: {any-of: [s3, sqs, sns]}}}}}\n";
  const ReadScenario scenario = read(text);
  EXPECT_THAT(scenario.scenario.options[0].others, SizeIs(1));
  EXPECT_THAT(scenario.scenario.options[1].others, IsEmpty());
  EXPECT_THAT(scenario.scenario.options[2].others, SizeIs(2));
}

}  // namespace
}  // namespace plumbline
