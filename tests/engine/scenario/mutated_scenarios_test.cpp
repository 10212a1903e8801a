// Scenarios with random slips: reading never fails in any other way than by located, worded
// findings.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

constexpr auto kPieces = std::to_array<std::string_view>({
    "unknown",
    "free",
    "{}",
    "[]",
    "~",
    "\"\"",
    "0",
    "-1",
    "3",
    "1e60",
    "0 s",
    "3 s",
    "1 PB",
    "5/s",
    "true",
    "none",
    "any",
    "A",
    "client",
    "clock",
    "a -> b -> c",
    "{claimed: words}",
    "{unknown: true}",
    "{unknown: true, between: [1 s, 2 s]}",
    "{assume: 1 s}",
    "{p50: 1 s, p99: 2 s}",
    "{between: [0, 1 GB]}",
    "{mean: 1 s, cv: 1e9}",
    "lambda",
    "s3",
    "sagemaker-endpoint",
    "each",
    "[v1, v2]",
    "model",
    "item",
    "{blank: true}",
    "{service: lambda}",
    "{variants: {v1: {}, v2: {weight: 2}}}",
    "{burst: 5/s, for: 1 s, every: 1 day}",
    "{bulk: 5}",
});
constexpr auto kKeys = std::to_array<std::string_view>({
    "service",      "mode",        "serves", "runs",       "variants",   "one-per", "count",
    "splits",       "existing",    "blank",  "timeout",    "memory",     "by",      "waits",
    "answer",       "sends",       "every",  "fill",       "set",        "replace", "remove",
    "components",   "connections", "arrive", "size",       "to",         "from",    "at-most",
    "at-least",     "quantile",    "models", "programs",   "workloads",  "actors",  "account",
    "requirements", "design",      "base",   "options",    "because",    "expect",  "alternatives",
    "then",         "objective",   "of",     "each",       "results-of", "latency", "idle-cost",
    "reaches",      "takes",       "gpu",    "gpu-memory",
});

class Slips {
 public:
  explicit Slips(std::uint32_t seed) : random_(seed) {}

  std::string apply(std::string text) {
    for (std::size_t count = 1 + pick(3); count > 0; --count) text = slip(text);
    return text;
  }

 private:
  // Equal on every machine, unlike the distributions of the standard library.
  std::size_t pick(std::size_t count) { return count == 0 ? 0 : random_() % count; }

  std::string slip(const std::string& text) {
    std::vector<std::string> lines;
    std::stringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    if (lines.empty()) return text;
    std::string& line = lines[pick(lines.size())];
    switch (pick(6)) {
      case 0:
        line.clear();
        break;
      case 1:
        line += "\n" + lines[pick(lines.size())];
        break;
      case 2:
        std::swap(line, lines[pick(lines.size())]);
        break;
      case 3:
        replace_after_colon(line);
        break;
      case 4:
        replace_key(line);
        break;
      default:
        if (!line.empty()) line.erase(pick(line.size()), 1 + pick(3));
    }
    std::string changed;
    for (const std::string& one : lines) changed += one + "\n";
    return changed;
  }

  // Some value of the line becomes something else.
  void replace_after_colon(std::string& line) {
    std::vector<std::size_t> colons;
    for (std::size_t at = line.find(": "); at != std::string::npos; at = line.find(": ", at + 1)) {
      colons.push_back(at + 2);
    }
    if (colons.empty()) return;
    const std::size_t first = colons[pick(colons.size())];
    const std::size_t last = std::min(line.find_first_of(",}]", first), line.size());
    line.replace(first, last - first, kPieces[pick(kPieces.size())]);
  }

  void replace_key(std::string& line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) return;
    const std::size_t first = line.find_last_of(" {", colon);
    const std::size_t begin = first == std::string::npos ? 0 : first + 1;
    line.replace(begin, colon - begin, kKeys[pick(kKeys.size())]);
  }

  std::mt19937 random_;
};

std::vector<std::string> scenarios() {
  std::vector<std::filesystem::path> files;
  const auto folder = std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "scenarios";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const auto& file : files) {
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    texts.push_back(text.str());
  }
  return texts;
}

// Both texts of every finding must find their slots, and stand in the file.
void check(const Findings& findings, const std::string& text) {
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n') + 1);
  for (const Finding& finding : findings.all()) {
    ASSERT_FALSE(finding.place.is_nowhere()) << testing::shown(finding) << "\n" << text;
    ASSERT_LE(finding.place.end_line, lines) << testing::shown(finding) << "\n" << text;
    ASSERT_FALSE(render_message(finding.rule->message, finding).empty());
    ASSERT_FALSE(render_message(finding.rule->fix, finding).empty());
  }
}

// What later stages rely on.
void check(const ReadScenario& read) {
  const World& world = read.scenario.world;
  const auto is_work = [&](WorkId id) {
    return id >= 0 && static_cast<std::size_t>(id) < world.works.size();
  };
  for (const Workload& workload : world.workloads) {
    EXPECT_LE(workload.arrival.rate.mean.low, workload.arrival.rate.mean.high);
    EXPECT_EQ(workload.arrival.rate.mean.dimension, Dimension::Rate);
    EXPECT_EQ(workload.arrival.peak.mean.dimension, Dimension::Rate);
    EXPECT_EQ(workload.size.mean.dimension, Dimension::Bytes);
  }
  ASSERT_FALSE(read.scenario.options.empty());
  for (const Option& option : read.scenario.options) {
    for (const Component& component : option.design.components) {
      ASSERT_NE(component.service, nullptr);
      ASSERT_FALSE(component.mode.empty());
      EXPECT_GE(component.count.mean.low, 1.0);
      for (const WorkId work : component.works) EXPECT_TRUE(is_work(work));
    }
    for (const Connection& connection : option.design.connections) {
      for (const End& end : {connection.from, connection.to}) {
        EXPECT_TRUE(end.is_component() || end.actor != kNone);
      }
    }
  }
  for (const Requirement& requirement : read.scenario.requirements) {
    for (const WorkId work : requirement.works) EXPECT_TRUE(is_work(work));
  }
}

TEST(MutatedScenarios, AreReadOrRefusedWithReasons) {
  constexpr std::uint32_t kRounds = 400;
  const std::vector<std::string> seeds = scenarios();
  std::size_t readable = 0;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < seeds.size(); ++i) {
      const std::string text = Slips(round * 1000 + static_cast<std::uint32_t>(i)).apply(seeds[i]);
      SCOPED_TRACE(text);
      const auto read = read_scenario(text, "mutated.yaml", Catalog::built_in());
      if (read.has_value()) {
        ++readable;
        check(read.value());
        check(read.value().notes, text);
      } else {
        ASSERT_FALSE(read.error().empty());
        check(read.error(), text);
      }
      if (HasFailure()) return;
    }
  }
  // Otherwise the slips are too coarse to reach the readers.
  EXPECT_GT(readable, seeds.size() * kRounds / 20);
}

}  // namespace
}  // namespace plumbline
