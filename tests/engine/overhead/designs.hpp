// Random designs as deployments, and the several ways of spelling one of them.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "engine/overhead/overhead.hpp"
#include "tests/support/built.hpp"

namespace plumbline::testing {

inline constexpr unsigned kSeed = 20261124;

// A whole number below `most`, the same with every standard library.
inline std::size_t pick(std::mt19937& random, std::size_t most) { return random() % most; }

// Equal deployments of one service in one mode: `copies` of them, each of which gets the work of
// the bucket by `from_bucket`, or is called by the group named `caller`.
struct Group {
  std::string service;
  std::string settings;  // ", memory: 1 GB"
  int copies = 1;
  int caller = -1;  // index of a group of one; -1: the bucket
  std::string by;
  bool reads = false;  // fetches from the bucket as well
};

struct Drawing {
  std::vector<Group> groups;
};

// How names are made and in which order things are written.
struct Spelling {
  bool families = false;   // `count: 3` instead of three components
  bool backwards = false;  // components and connections from last to first
  std::string name = "p";
};

inline std::string name_of(const Spelling& spelling, std::size_t group, int copy) {
  const std::string base = spelling.name + std::to_string(group);
  return copy < 0 ? base : base + spelling.name + std::to_string(copy);
}

inline std::string in_order(std::vector<std::string> lines, bool backwards) {
  if (backwards) lines = {lines.rbegin(), lines.rend()};
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

// The scenario of one drawing, one workload of 20 items a minute into the bucket.
inline std::string written(const Drawing& drawing, const Spelling& spelling) {
  std::vector<std::string> components = {"    store: {service: s3}\n"};
  std::vector<std::string> connections;
  for (std::size_t g = 0; g < drawing.groups.size(); ++g) {
    const Group& group = drawing.groups[g];
    const bool is_family = spelling.families && group.copies > 1;
    const int written_copies = is_family ? 1 : group.copies;
    for (int copy = 0; copy < written_copies; ++copy) {
      const std::string name = name_of(spelling, g, group.copies == 1 || is_family ? -1 : copy);
      const std::string family =
          is_family ? ", count: " + std::to_string(group.copies) : std::string();
      components.push_back("    " + name + ": {service: " + group.service + group.settings +
                           family + "}\n");
      const std::string from = group.caller < 0
                                   ? "store"
                                   : name_of(spelling, static_cast<std::size_t>(group.caller), -1);
      connections.push_back("    - " + from + " -> " + name + ": {by: " + group.by + "}\n");
      if (group.reads) connections.push_back("    - store -> " + name + ": {by: read}\n");
    }
  }
  return "models: {m: {takes: 100 ms, memory: 1 GB, returns: 1 KB}}\n"
         "programs: {w: {takes: 2 s, memory: 500 MB, returns: 1 KB}}\n"
         "workloads: {items: {arrive: {period: 3 s}, size: 1 MB, to: store}}\n"
         "design:\n  components:\n" +
         in_order(components, spelling.backwards) + "  connections:\n" +
         in_order(connections, spelling.backwards);
}

// One to five groups of one to four copies. Groups behind the first one call each other.
inline Drawing draw(std::mt19937& random) {
  struct Choice {
    const char* service;
    const char* settings;
    const char* from_bucket;
    const char* by_call;
    bool reads;
  };
  static const std::vector<Choice> kChoices = {
      {"lambda", ", runs: w", "event-notification", "invoke-async", true},
      {"lambda", ", runs: w, vpc: main", "event-notification", "invoke", false},
      {"sqs", "", "event-notification", "send-message", false},
      {"sns", "", "event-notification", "publish", false},
      {"sagemaker-endpoint", ", serves: m", "", "invoke", false},
      {"sagemaker-serverless-inference", ", serves: m", "", "invoke", false},
      {"sagemaker-batch-transform", ", serves: m", "", "create-job", false},
      {"batch", ", runs: w", "", "create-job", true},
      {"ecs-fargate", ", mode: ec2-launch, runs: w", "", "create-job", true},
      {"ecs-fargate", ", runs: w", "", "create-job", false},
  };
  Drawing drawing;
  drawing.groups.push_back({"lambda", ", runs: w", 1, -1, "event-notification", false});
  const std::size_t more = pick(random, 5);
  for (std::size_t i = 0; i < more; ++i) {
    const Choice& choice = kChoices[pick(random, kChoices.size())];
    const bool from_bucket = choice.from_bucket[0] != '\0' && pick(random, 2) == 0;
    Group group{choice.service,
                choice.settings,
                1 + static_cast<int>(pick(random, 4)),
                0,
                choice.by_call,
                choice.reads && pick(random, 2) == 0};
    if (from_bucket) {
      group.caller = -1;
      group.by = choice.from_bucket;
    }
    drawing.groups.push_back(group);
  }
  return drawing;
}

struct Ledgers {
  Ledger overhead;
  Ledger effort;
};

inline Ledgers ledgers_of(const Built& built) {
  return {overhead_of(*built.pipeline, built.estimates),
          effort_of(*built.pipeline, built.estimates)};
}

// Equal but for the order of additions.
inline void expect_same(const Ledger& a, const Ledger& b, const std::string& why) {
  constexpr double kRounding = 1e-9;
  EXPECT_NEAR(a.total.low, b.total.low, kRounding) << why;
  EXPECT_NEAR(a.total.likely, b.total.likely, kRounding) << why;
  EXPECT_NEAR(a.total.high, b.total.high, kRounding) << why;
  EXPECT_EQ(a.servers, b.servers) << why;
  EXPECT_EQ(a.duties.size(), b.duties.size()) << why;
  for (const Duty& duty : a.duties) {
    const auto same = std::find_if(b.duties.begin(), b.duties.end(),
                                   [&](const Duty& other) { return other.weight == duty.weight; });
    ASSERT_NE(same, b.duties.end()) << duty.text << "\n" << why;
    EXPECT_NEAR(duty.count, same->count, kRounding) << duty.text << "\n" << why;
    EXPECT_EQ(duty.text, same->text) << why;
  }
}

// The line of one weight, or nullptr.
inline const Duty* find(const Ledger& ledger, std::string_view weight) {
  for (const Duty& duty : ledger.duties) {
    if (duty.weight->id == weight) return &duty;
  }
  return nullptr;
}
inline double count_of(const Ledger& ledger, std::string_view weight) {
  const Duty* duty = find(ledger, weight);
  return duty == nullptr ? 0.0 : duty->count;
}

}  // namespace plumbline::testing
