// The search agrees with a slow obvious enumeration of all walks on random small environments, and
// a set that is told to close a way does so, with nothing to spare.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "engine/egress/holders.hpp"
#include "engine/egress/hops.hpp"
#include "tests/engine/egress/designs.hpp"

namespace plumbline {
namespace {

// All simple walks from a place, hop after hop, without a queue, a colour or a shortest route.
bool walks_out(const std::vector<OutHop>& hops, std::int32_t place, std::int32_t way,
               std::vector<std::int32_t>& behind) {
  behind.push_back(place);
  for (const OutHop& hop : hops) {
    if (hop.from != place) continue;
    if (hop.way == way) return true;
    if (hop.way >= 0 || std::ranges::find(behind, hop.to) != behind.end()) continue;
    if (walks_out(hops, hop.to, way, behind)) return true;
  }
  behind.pop_back();
  return false;
}

bool is_open_by_enumeration(const Pipeline& pipeline, const std::vector<EgressMeasure>& measures,
                            const std::vector<bool>& on, std::int32_t way) {
  const std::vector<OutHop> hops = open_hops(pipeline, postures_of(pipeline, measures, on));
  for (const PartId id : holders_of(pipeline, {})) {
    std::vector<std::int32_t> behind;
    if (walks_out(hops, spot_of(id, Spot::Data), way, behind)) return true;
  }
  return false;
}

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  bool coin() { return engine_() % 2 == 0; }
  std::size_t below(std::size_t count) { return engine_() % count; }

 private:
  std::mt19937 engine_;
};

std::string random_environment(Dice& dice) {
  constexpr const char* kServices[] = {"sagemaker-notebook",
                                       "sagemaker-studio",
                                       "sagemaker-training",
                                       "sagemaker-endpoint",
                                       "lambda",
                                       "glue",
                                       "s3",
                                       "sagemaker-serverless-inference"};
  constexpr const char* kOut[] = {"none", "nat", "peering", "firewall"};
  constexpr const char* kEndpoints[] = {"[]", "[s3]", "{s3: own}", "{s3: own, sagemaker: own}",
                                        "[s3, sagemaker]"};
  std::string text =
      "plumbline: 1\ndata: {raw: {size: 1 GB}}\nmodels: {m: {takes: 1 s}}\nnetwork:\n";
  for (const char* subnet : {"a", "b"}) {
    text += std::string("  ") + subnet + ": {internet: " + kOut[dice.below(4)] +
            ", endpoints: " + kEndpoints[dice.below(5)] + "}\n";
  }
  text += "design:\n  components:\n    lake: {service: s3, holds: raw}\n";
  const std::size_t parts = 1 + dice.below(3);
  std::string connections;
  for (std::size_t i = 0; i < parts; ++i) {
    const std::string name = "p" + std::to_string(i);
    const std::string service = kServices[dice.below(8)];
    text += "    " + name + ": {service: " + service;
    if (dice.coin()) text += std::string(", in: ") + (dice.coin() ? "a" : "b");
    if (service == "sagemaker-notebook" && dice.coin()) text += ", direct-internet-access: false";
    if (service == "sagemaker-training" && dice.coin()) text += ", network-isolation: true";
    if (dice.coin() && dice.coin()) text += ", role: {writes: [lake]}";
    if (dice.coin() && dice.coin()) text += ", opened-from: vpc";
    text += "}\n";
    connections += (i == 0 ? "" : ", ") + std::string("lake -> ") + name;
  }
  text += "  connections: [" + connections + "]\n  controls: [";
  bool is_first = true;
  for (const EgressControl& control : egress_table().controls) {
    if (dice.below(4) != 0) continue;
    text.append(is_first ? "" : ", ").append(control.id);
    is_first = false;
  }
  return text + "]\n";
}

TEST(EgressEnumeration, AgreesWithTheSearchInBothDirections) {
  constexpr unsigned kEnvironments = 2000;
  for (unsigned seed = 0; seed < kEnvironments; ++seed) {
    Dice dice(seed);
    const std::string text = random_environment(dice);
    const Environment environment(text);
    const EgressReport report = environment.report();
    const std::vector<bool> all(report.measures.size(), true);
    for (const WayResult& way : report.ways) {
      const bool is_open =
          is_open_by_enumeration(environment.pipeline(), report.measures, all, way.way);
      ASSERT_EQ(way.state == WayState::Open, is_open)
          << "seed " << seed << " way " << way.way << "\n"
          << text;
      // A witness begins at data, ends outside, and every hop begins where the last one ended.
      if (is_open) {
        ASSERT_FALSE(way.witness.empty());
        for (std::size_t i = 1; i < way.witness.size(); ++i) {
          ASSERT_EQ(way.witness[i - 1].to, way.witness[i].from);
        }
      }
    }
  }
}

TEST(EgressEnumeration, WhatClosesAWayDoesSoWithNothingToSpare) {
  constexpr unsigned kEnvironments = 500;
  for (unsigned seed = 0; seed < kEnvironments; ++seed) {
    Dice dice(seed + 100'000);
    const std::string text = random_environment(dice);
    const Environment environment(text);
    const EgressReport report = environment.report();
    for (const WayResult& way : report.ways) {
      if (way.state != WayState::Closed) continue;
      ASSERT_FALSE(way.closed_by.empty()) << "seed " << seed << " way " << way.way << "\n" << text;
      // Places in the network stay: without them, a way that they open would not be there at all.
      const bool counts_places = std::ranges::any_of(way.closed_by, [&](std::size_t m) {
        return report.measures[m].type == EgressMeasure::Type::Placement;
      });
      std::vector<bool> on(report.measures.size(), false);
      std::vector<bool> placed = on;
      for (std::size_t m = 0; m < on.size(); ++m) {
        placed[m] = report.measures[m].type == EgressMeasure::Type::Placement;
      }
      const bool is_there_bare =
          is_open_by_enumeration(environment.pipeline(), report.measures, on, way.way);
      if (!counts_places && !is_there_bare) on = placed;
      for (const std::size_t m : way.closed_by) on[m] = true;
      ASSERT_FALSE(is_open_by_enumeration(environment.pipeline(), report.measures, on, way.way))
          << "seed " << seed << " way " << way.way << "\n"
          << text;
      for (const std::size_t m : way.closed_by) {
        std::vector<bool> without = on;
        without[m] = false;
        EXPECT_TRUE(
            is_open_by_enumeration(environment.pipeline(), report.measures, without, way.way))
            << "seed " << seed << " way " << way.way << " without " << report.measures[m].words
            << "\n"
            << text;
      }
    }
  }
}

}  // namespace
}  // namespace plumbline
