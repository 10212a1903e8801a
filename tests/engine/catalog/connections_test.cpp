// Ways between services: documented, impossible, or not recorded.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/catalog/catalog.hpp"

namespace plumbline {
namespace {

using Ways = std::vector<const ConnectionInfo*>;

const ConnectionInfo* by(const Ways& ways, std::string_view mechanism) {
  const auto found = std::ranges::find(ways, mechanism, &ConnectionInfo::by);
  return found == ways.end() ? nullptr : *found;
}

Ways ways(std::string_view from, std::string_view from_mode, std::string_view to,
          std::string_view to_mode) {
  return Catalog::built_in().connections(from, from_mode, to, to_mode);
}

TEST(Connections, HaveThreeStates) {
  const Ways to_function = ways("s3", "standard", "lambda", "default");
  const ConnectionInfo* notification = by(to_function, "event-notification");
  ASSERT_NE(notification, nullptr);
  EXPECT_EQ(notification->state, ConnectionState::Documented);
  EXPECT_EQ(notification->overlap_limit, "s3.notification-overlap");
  EXPECT_TRUE(notification->carries_pointer);
  EXPECT_FALSE(notification->started_by_target);

  const Ways to_endpoint = ways("s3", "standard", "sagemaker-endpoint", "single-model");
  const ConnectionInfo* refused = by(to_endpoint, "event-notification");
  ASSERT_NE(refused, nullptr);
  EXPECT_EQ(refused->state, ConnectionState::Impossible);

  EXPECT_EQ(by(to_function, "subscription"), nullptr);
}

TEST(Connections, OfAModeHideThoseOfAnyMode) {
  const ConnectionInfo* fifo = by(ways("s3", "standard", "sqs", "fifo"), "event-notification");
  ASSERT_NE(fifo, nullptr);
  EXPECT_EQ(fifo->state, ConnectionState::Impossible);
  const ConnectionInfo* standard =
      by(ways("s3", "standard", "sqs", "standard"), "event-notification");
  ASSERT_NE(standard, nullptr);
  EXPECT_EQ(standard->state, ConnectionState::Documented);
  const ConnectionInfo* express =
      by(ways("s3", "express-one-zone", "lambda", "default"), "event-notification");
  ASSERT_NE(express, nullptr);
  EXPECT_EQ(express->state, ConnectionState::Impossible);
  EXPECT_EQ(express->from_mode, "express-one-zone");
  const ConnectionInfo* waiting =
      by(ways("step-functions", "express", "batch", "ec2"), "run-job-sync");
  ASSERT_NE(waiting, nullptr);
  EXPECT_EQ(waiting->state, ConnectionState::Impossible);
}

TEST(Connections, OfAServiceHideThoseOfItsClass) {
  const Ways found = ways("sqs", "standard", "ecs-fargate", "fargate");
  const auto polls = std::ranges::count(found, "poll", &ConnectionInfo::by);
  EXPECT_EQ(polls, 1);
  const ConnectionInfo* poll = by(found, "poll");
  ASSERT_NE(poll, nullptr);
  EXPECT_EQ(poll->to, "ecs-fargate");
  EXPECT_TRUE(poll->started_by_target);
  ASSERT_TRUE(poll->makes_target);
  EXPECT_EQ(*poll->makes_target, Behaviour::WorkerFleet);
  // What only the class can do is there as well.
  EXPECT_NE(by(ways("lambda", "default", "s3", "standard"), "write"), nullptr);
}

TEST(Connections, PutServicesBeforeClasses) {
  const Ways found = Catalog::built_in().connections(*Catalog::built_in().find_service("s3"),
                                                     *Catalog::built_in().find_service("lambda"));
  ASSERT_GE(found.size(), 2u);
  EXPECT_EQ(found.front()->to, "lambda");
  EXPECT_EQ(found.back()->to, "any-code");
}

TEST(Connections, LeadFromActors) {
  const ConnectionInfo* request =
      by(ways("client", "any", "sagemaker-async-inference", "default"), "request");
  ASSERT_NE(request, nullptr);
  ASSERT_TRUE(request->answer);
  EXPECT_EQ(*request->answer, Answer::Location);
  EXPECT_FALSE(request->waits);
  EXPECT_NE(by(ways("clock", "any", "step-functions", "standard"), "schedule"), nullptr);
  EXPECT_NE(by(ways("sns", "standard", "person", "any"), "subscription"), nullptr);
}

TEST(Connections, OfTopicsEndAtFewKindsOfSubscribers) {
  EXPECT_EQ(by(ways("sns", "standard", "sqs", "standard"), "subscription")->state,
            ConnectionState::Documented);
  EXPECT_EQ(by(ways("sns", "standard", "step-functions", "standard"), "subscription")->state,
            ConnectionState::Impossible);
}

TEST(Connections, PassEverythingThroughTheStateOfAWorkflow) {
  const ConnectionInfo* answer = by(ways("batch", "ec2", "step-functions", "standard"), "return");
  ASSERT_NE(answer, nullptr);
  EXPECT_TRUE(answer->returns_only);
  EXPECT_THAT(answer->request_limits, testing::ElementsAre("step-functions.payload"));
  const ConnectionInfo* call =
      by(ways("step-functions", "standard", "lambda", "default"), "invoke");
  ASSERT_NE(call, nullptr);
  EXPECT_TRUE(call->waits);
  EXPECT_THAT(call->response_limits, testing::Contains("step-functions.payload"));
  EXPECT_THAT(call->response_limits, testing::Contains("lambda.payload-sync-response"));
}

TEST(Connections, CanBeCited) {
  for (const ConnectionInfo& way : Catalog::built_in().tables().connections) {
    ASSERT_NE(way.fact, nullptr);
    EXPECT_EQ(way.fact->group, FactGroup::Connection);
    EXPECT_EQ(way.fact->source, way.source);
    EXPECT_EQ(way.fact->word,
              way.state == ConnectionState::Documented ? "documented" : "impossible");
  }
}

TEST(Mechanisms, FetchingAndAnsweringSetNothingGoing) {
  const auto starts = [](std::string_view by) {
    const MechanismInfo* mechanism = Catalog::built_in().find_mechanism(by);
    return mechanism != nullptr && mechanism->starts_work;
  };
  for (const std::string_view by : {"read", "input", "mount", "return"}) {
    ASSERT_NE(Catalog::built_in().find_mechanism(by), nullptr) << by;
    EXPECT_FALSE(starts(by)) << by;
  }
  // What is written into a store may be announced by it.
  for (const std::string_view by : {"write", "output", "invoke", "event-notification", "poll"}) {
    EXPECT_TRUE(starts(by)) << by;
  }
}

TEST(Connections, NameFactsThatExist) {
  const Catalog& catalog = Catalog::built_in();
  const auto exists = [&](std::string_view id) {
    const Service* service = catalog.find_service(id.substr(0, id.find('.')));
    return service != nullptr &&
           std::ranges::any_of(service->facts, [&](const Fact& fact) { return fact.id == id; });
  };
  for (const ConnectionInfo& way : catalog.tables().connections) {
    for (const std::string_view id : way.request_limits) EXPECT_TRUE(exists(id)) << id;
    for (const std::string_view id : way.response_limits) EXPECT_TRUE(exists(id)) << id;
    EXPECT_TRUE(way.delay.empty() || exists(way.delay)) << way.delay;
    EXPECT_TRUE(way.overlap_limit.empty() || exists(way.overlap_limit)) << way.overlap_limit;
    EXPECT_NE(catalog.find_mechanism(way.by), nullptr) << way.by;
  }
}

}  // namespace
}  // namespace plumbline
