// What could be drawn instead of a connection that cannot be.
#include "engine/checks/ways.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;

Built drawn(std::string_view link) {
  return build(R"(
models: {score: {takes: 1 s, memory: 1 GB}}
workloads: {films: {arrive: {rate: 40/day}, size: 2 GB, to: inbox}}
design:
  components:
    inbox: {service: s3}
    worker: {service: lambda}
    job: {service: sagemaker-batch-transform, serves: score}
  connections:
    - )" + std::string(link));
}

TEST(RecordedWays, NamesTheDirectOnes) {
  const Built built = drawn("worker -> job: {by: invoke}\n");
  RecordedWays ways(*built.pipeline);
  EXPECT_EQ(ways.of(built.link("worker", "job")), "create-job");
}

TEST(RecordedWays, ElseWhatCanStandBetween) {
  const Built built = drawn("inbox -> job: {by: event-notification}\n");
  RecordedWays ways(*built.pipeline);
  const Link& link = built.link("inbox", "job");
  EXPECT_THAT(ways.of(link), ::testing::StartsWith("through "));
  EXPECT_THAT(ways.of(link), ::testing::HasSubstr("lambda"));
}

TEST(WayName, IsTheOneThatWasDrawn) {
  const Built built = drawn("worker -> job: {by: {claimed: a nod}}\n");
  EXPECT_EQ(way_name(built.link("worker", "job")), "a nod");
  const Built other = drawn("worker -> job: {by: invoke}\n");
  EXPECT_EQ(way_name(other.link("worker", "job")), "invoke");
}

}  // namespace
}  // namespace plumbline
