// What goes over a link: items, names of items, answers.
#include "engine/checks/carried.hpp"

#include <gtest/gtest.h>

#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;

Built films() {
  return build(R"(
models: {judge: {takes: 1 s, memory: 1 GB, returns: 3 KB}}
workloads: {films: {arrive: {rate: 40/day}, size: 2 GB, to: inbox}}
design:
  components:
    inbox: {service: s3}
    teller: {service: lambda}
    waiting: {service: sqs}
    worker: {service: lambda}
    scorer: {service: sagemaker-endpoint, serves: judge}
    notes: {service: sns}
    results: {service: s3}
  connections:
    - inbox -> teller: {by: event-notification}
    - teller -> waiting: {by: send-message}
    - waiting -> worker: {by: poll}
    - worker -> scorer: {by: invoke}
    - worker -> notes: {by: publish, sends: 5 KB}
    - scorer -> results: {by: output}
)");
}

std::vector<Load> loads_over(const Built& built, const Link& link) {
  std::vector<Load> loads;
  add_loads(*built.pipeline, link, loads);
  return loads;
}

std::vector<Load> answers_over(const Built& built, const Link& link) {
  std::vector<Load> loads;
  add_answers(*built.pipeline, link, loads);
  return loads;
}

double only_size(const std::vector<Load>& loads) {
  if (loads.size() != 1) throw std::runtime_error(std::to_string(loads.size()) + " loads");
  return loads.front().size->mean.low;
}

TEST(HoldsPointer, FollowsTheNameThroughMessagesAndCode) {
  const Built built = films();
  const WorkloadId films = built.workload("films");
  EXPECT_FALSE(holds_pointer(*built.pipeline, films, built.part("inbox")));
  for (const char* name : {"teller", "waiting", "worker"}) {
    EXPECT_TRUE(holds_pointer(*built.pipeline, films, built.part(name))) << name;
  }
}

TEST(AddLoads, ANameWeighsNothing) {
  const Built built = films();
  EXPECT_TRUE(loads_over(built, built.link("inbox", "teller")).empty());
  EXPECT_TRUE(loads_over(built, built.link("teller", "waiting")).empty());
}

TEST(AddLoads, AManagedModelMustBeHandedTheItem) {
  const Built built = films();
  EXPECT_EQ(only_size(loads_over(built, built.link("worker", "scorer"))), 2e9);
}

TEST(AddLoads, AStatedAmountComesFirst) {
  const Built built = films();
  EXPECT_EQ(only_size(loads_over(built, built.link("worker", "notes"))), 5e3);
}

TEST(AddLoads, ResultsAreStoredNotItems) {
  const Built built = films();
  EXPECT_EQ(only_size(loads_over(built, built.link("scorer", "results"))), 3e3);
}

TEST(AddAnswers, OnlyWhatWasWrittenAndOnlyWhereSomethingComesBack) {
  const Built built = films();
  EXPECT_EQ(only_size(answers_over(built, built.link("worker", "scorer"))), 3e3);
  EXPECT_TRUE(answers_over(built, built.link("worker", "notes")).empty());
}

}  // namespace
}  // namespace plumbline
