// The list of kinds is closed: scenarios, keys and reports in the world name them.
#include "engine/finding/kind.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/base/assert.hpp"
#include "engine/base/text.hpp"

namespace plumbline {
namespace {

TEST(Kinds, AreExactlyTheClosedList) {
  std::vector<std::string_view> names;
  for (const KindInfo& info : all_kinds()) names.push_back(info.name);
  EXPECT_THAT(
      names,
      ::testing::ElementsAre(
          "payload-limit", "run-time-limit", "memory-or-disk", "hardware-fit", "runtime-support",
          "throughput-quota", "bottleneck", "backlog", "latency", "freshness-or-deadline",
          "cold-start", "interaction-style", "cost", "overhead", "effort", "function",
          "edge-validity", "no-such-setting", "egress", "control-scope", "exposure", "encryption",
          "identity", "residency", "traffic-management", "availability", "interruption",
          "multiplexing", "autoscaling", "trigger", "workflow", "monitoring", "storage",
          "feature-consistency", "stream-state", "life-cycle", "fit-to-question", "missing-fact"));
}

TEST(Kinds, AreFoundByNameAndByEnumerator) {
  for (const KindInfo& info : all_kinds()) {
    EXPECT_EQ(find_kind(info.name), info.kind);
    EXPECT_EQ(&kind_info(info.kind), &info);
  }
  EXPECT_EQ(kind_info(Kind::RunTimeLimit).name, "run-time-limit");
  EXPECT_EQ(find_kind("no-such-kind"), std::nullopt);
  EXPECT_EQ(find_kind(""), std::nullopt);
  EXPECT_EQ(find_kind("Latency"), std::nullopt);
  EXPECT_THROW((void)kind_info(static_cast<Kind>(all_kinds().size())), InternalError);
}

TEST(Kinds, EachHaveASentenceAndAnExampleOfTheirOwn) {
  std::set<std::string_view> texts;
  for (const KindInfo& info : all_kinds()) {
    for (const std::string_view text : {info.sentence, info.example}) {
      EXPECT_GT(text.size(), 15U) << info.name;
      EXPECT_TRUE(text.ends_with('.')) << info.name << ": " << text;
      EXPECT_FALSE(text.front() >= 'a' && text.front() <= 'z') << info.name << ": " << text;
      EXPECT_TRUE(texts.insert(text).second) << info.name << " repeats: " << text;
      EXPECT_EQ(neutralise(text), text) << info.name;
    }
  }
}

}  // namespace
}  // namespace plumbline
