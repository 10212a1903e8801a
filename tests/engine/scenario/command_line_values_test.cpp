// Values of --set go into the tree before it is read, and their problems stand on the command line.
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view kText =
    "plumbline: 1\n"
    "models: {v1: {takes: 1 s}, bert-v1.2: {takes: 1 s}}\n"
    "workloads: {documents: {arrive: {period: 3 s}, to: inbox}}\n"
    "requirements:\n"
    "  - latency: {at-most: 10 min}\n"
    "base: {components: {inbox: {service: s3}, launch: {service: lambda, timeout: 3 s}}}\n"
    "options:\n"
    "  A: {set: {launch.timeout: 1 min}}\n"
    "  B: {}\n";

Expected<ReadScenario, Findings> set(std::vector<std::pair<std::string, std::string>> values) {
  return read_scenario(std::string(kText), "test.yaml", Catalog::built_in(),
                       {.set = std::move(values)});
}
ReadScenario read(const std::string& path, const std::string& value) {
  auto result = set({{path, value}});
  if (!result.has_value()) throw std::runtime_error(testing::shown(result.error()).front());
  return std::move(result).value();
}
std::vector<std::string> problems(const std::string& path, const std::string& value) {
  const auto result = set({{path, value}});
  if (result.has_value()) return {};
  EXPECT_EQ(result.error().file(), "--set");
  return testing::shown(result.error());
}

TEST(Set, ReplacesAValue) {
  const ReadScenario result = read("workloads.documents.arrive.period", "10 min");
  const Arrival& arrival = result.scenario.world.workloads[0].arrival;
  EXPECT_DOUBLE_EQ(arrival.interval.mean.low, 600.0);
  // It stands nowhere in the file.
  EXPECT_TRUE(arrival.interval.place.is_nowhere());
  EXPECT_EQ(arrival.rate.place.line, 3u);
}

TEST(Set, TakesAnyFlowValue) {
  const ReadScenario result = read("models.v1.takes", "{p50: 80 ms, p99: 300 ms}");
  EXPECT_DOUBLE_EQ(result.scenario.world.works[0].takes.p99.low, 0.3);
  EXPECT_TRUE(read("models.v1.takes", "unknown").scenario.world.works[0].takes.is_unknown());
}

TEST(Set, ReachesListsDottedNamesAndQuotedOnes) {
  EXPECT_DOUBLE_EQ(
      read("requirements.0.latency.at-most", "5 min").scenario.requirements[0].bound.mean.low,
      300.0);
  EXPECT_DOUBLE_EQ(read("models.bert-v1.2.takes", "5 s").scenario.world.works[1].takes.mean.low,
                   5.0);
  EXPECT_DOUBLE_EQ(read("models.\"bert-v1.2\".takes", "5 s").scenario.world.works[1].takes.mean.low,
                   5.0);
}

TEST(Set, ChangesOneOption) {
  const ReadScenario result = read("options.A.set.launch.timeout", "5 min");
  const auto timeout = [&](std::string_view letter) {
    return testing::component(testing::design_of(result, letter), "launch")
        .find_setting("timeout")
        ->value.mean.low;
  };
  EXPECT_DOUBLE_EQ(timeout("A"), 300.0);
  EXPECT_DOUBLE_EQ(timeout("B"), 3.0);
  EXPECT_DOUBLE_EQ(
      testing::component(
          testing::design_of(read("options.B.components.launch.timeout", "7 s"), "B"), "launch")
          .find_setting("timeout")
          ->value.mean.low,
      7.0);
}

TEST(Set, AddsWhatWasNotSaid) {
  EXPECT_EQ(read("facts-as-of", "2024-10").scenario.facts_as_of, "2024-10");
  EXPECT_EQ(read("account.new", "true").scenario.world.new_customer, true);
}

TEST(Set, SeveralValuesInOrder) {
  const auto result = set({{"models.v1.takes", "5 s"}, {"models.v1.takes", "6 s"}});
  ASSERT_TRUE(result.has_value());
  EXPECT_DOUBLE_EQ(result.value().scenario.world.works[0].takes.mean.low, 6.0);
}

TEST(Set, EveryPathOfAValueCanBeSet) {
  const ReadScenario result = read("models.v1.takes", "5 s");
  for (const Work& work : result.scenario.world.works) {
    for (const Value* value : {&work.takes, &work.memory, &work.disk, &work.returns}) {
      const bool bytes = value->mean.dimension == Dimension::Bytes;
      EXPECT_THAT(problems(std::string(value->path), bytes ? "3 MB" : "3 s"), ElementsAre());
    }
  }
}

TEST(Set, ProblemsStandOnTheCommandLine) {
  EXPECT_THAT(problems("models.v1.takes", "5"),
              ElementsAre("1:1 PLB0024 '5' is not a time: a bare number needs a unit"));
  EXPECT_THAT(problems("models.v2.takes", "5 s"),
              ElementsAre("1:1 PLB0025 there is no entry of 'models' 'v2'"));
  EXPECT_THAT(problems("workload.documents.size", "5 MB"),
              ElementsAre("1:1 PLB0020 'workload' is not a key of the scenario (did you mean "
                          "'workloads'?)"));
  EXPECT_THAT(problems("models.v1.takes.p50", "5 s"), ElementsAre(StartsWith("1:1 PLB0027 'p50'")));
  EXPECT_THAT(problems("models.v1.takes", "{a: [}"), ElementsAre(StartsWith("1:1 PLB0004")));
  EXPECT_THAT(problems("models.v1.takes", "1 s\nplumbline: 2"),
              ElementsAre(HasSubstr("holds more than one value")));
  EXPECT_THAT(problems("models..takes", "5 s"), ElementsAre(StartsWith("1:1 PLB002")));
  EXPECT_THAT(problems("", "5 s"), ElementsAre(HasSubstr("the address is empty")));
}

TEST(Set, AProblemOfTheFileStandsInTheFile) {
  const auto result = read_scenario("plumbline: 1\nmodels: {v1: {takes: 1}}\ndesign: {}\n",
                                    "test.yaml", Catalog::built_in(), {.set = {{"title", "new"}}});
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().file(), "test.yaml");
}

}  // namespace
}  // namespace plumbline
