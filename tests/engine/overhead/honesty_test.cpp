// What keeps the score honest, over generated designs: spelling, order, names, copies, sums, and
// moves to services that are no worse.
#include <algorithm>
#include <cmath>

#include "tests/engine/overhead/designs.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::draw;
using testing::Drawing;
using testing::expect_same;
using testing::kSeed;
using testing::Ledgers;
using testing::ledgers_of;
using testing::pick;
using testing::Spelling;
using testing::written;

constexpr int kRounds = 150;

Ledgers ledgers_of(const Drawing& drawing, const Spelling& spelling) {
  return testing::ledgers_of(build(written(drawing, spelling)));
}

TEST(Honesty, FamiliesAndWrittenCopiesAreOneDeployment) {
  std::mt19937 random(kSeed);
  for (int round = 0; round < kRounds; ++round) {
    const Drawing drawing = draw(random);
    const Ledgers one_by_one = ledgers_of(drawing, {});
    const Ledgers families = ledgers_of(drawing, {.families = true});
    expect_same(one_by_one.overhead, families.overhead, written(drawing, {}));
    expect_same(one_by_one.effort, families.effort, written(drawing, {}));
  }
}

TEST(Honesty, OrderAndNamesNeverMatter) {
  std::mt19937 random(kSeed + 1);
  for (int round = 0; round < kRounds; ++round) {
    const Drawing drawing = draw(random);
    const Ledgers plain = ledgers_of(drawing, {});
    const Ledgers other = ledgers_of(drawing, {.backwards = true, .name = "Zz-longer-"});
    expect_same(plain.overhead, other.overhead, written(drawing, {}));
    expect_same(plain.effort, other.effort, written(drawing, {}));
  }
}

TEST(Honesty, TheTotalIsTheSumOfTheDutiesAndNothingElse) {
  std::mt19937 random(kSeed + 2);
  for (int round = 0; round < kRounds; ++round) {
    const Ledgers ledgers = ledgers_of(draw(random), {.families = round % 2 == 0});
    for (const Ledger& ledger : {ledgers.overhead, ledgers.effort}) {
      Hours sum;
      for (const Duty& duty : ledger.duties) {
        sum += duty.hours;
        EXPECT_LE(duty.hours.low, duty.hours.likely);
        EXPECT_LE(duty.hours.likely, duty.hours.high);
        EXPECT_GT(duty.hours.high, 0.0);
        EXPECT_FALSE(duty.parts.empty());
        EXPECT_EQ(duty.factor, duty.weight->factor);
      }
      EXPECT_DOUBLE_EQ(sum.likely, ledger.total.likely);
      EXPECT_DOUBLE_EQ(sum.low, ledger.total.low);
      EXPECT_DOUBLE_EQ(sum.high, ledger.total.high);
    }
  }
}

TEST(Honesty, DutiesStandInTheOrderOfTheFactors) {
  std::mt19937 random(kSeed + 3);
  const auto rank = [](std::string_view factor) {
    const auto infos = all_factors();
    return std::ranges::find(infos, factor, &FactorInfo::name) - infos.begin();
  };
  for (int round = 0; round < 20; ++round) {
    const Ledger ledger = ledgers_of(draw(random), {}).overhead;
    EXPECT_TRUE(std::ranges::is_sorted(ledger.duties, {},
                                       [&](const Duty& duty) { return rank(duty.factor); }));
  }
}

// Each further copy adds the same, and less than the first did.
TEST(Honesty, CopiesShareABaseAndAddAMargin) {
  const std::string services[] = {"lambda", "sqs", "sns", "sagemaker-endpoint", "step-functions"};
  for (const std::string& service : services) {
    std::vector<double> totals;
    for (int copies = 1; copies <= 5; ++copies) {
      const auto built = build(
          "workloads: {items: {arrive: {period: 3 s}, size: 1 KB}}\n"
          "design: {components: {p: {service: " +
          service + ", count: " + std::to_string(copies) + "}}}\n");
      totals.push_back(testing::ledgers_of(built).overhead.total.likely);
    }
    const double margin = totals[1] - totals[0];
    EXPECT_GT(margin, 0.0) << service;
    EXPECT_LT(margin, totals[0]) << service;
    for (std::size_t i = 2; i < totals.size(); ++i) {
      EXPECT_NEAR(totals[i] - totals[i - 1], margin, 1e-9) << service;
    }
  }
}

TEST(Honesty, OnePerModelIsTheModelsWrittenOneByOne) {
  const std::string head =
      "models: {v1: {takes: 80 ms}, v2: {takes: 90 ms}, v3: {takes: 70 ms}}\n"
      "workloads: {items: {arrive: {period: 3 s}, size: 1 MB, to: store}}\ndesign:\n"
      "  components:\n    store: {service: s3}\n    ask: {service: lambda}\n";
  for (const std::string service :
       {"sagemaker-endpoint", "sagemaker-serverless-inference", "sagemaker-batch-transform"}) {
    const std::string by =
        service == "sagemaker-batch-transform" ? "{by: create-job}" : "{by: invoke}";
    const auto family = build(head + "    e: {service: " + service +
                              ", one-per: model}\n  connections:\n"
                              "    - store -> ask: {by: event-notification}\n    - ask -> e: " +
                              by + "\n");
    std::string parts;
    std::string links = "  connections:\n    - store -> ask: {by: event-notification}\n";
    for (const std::string model : {"v1", "v2", "v3"}) {
      parts += "    e" + model + ": {service: " + service + ", serves: " + model + "}\n";
      links += "    - ask -> e" + model + ": " + by + "\n";
    }
    const auto each = build(head + parts + links);
    expect_same(testing::ledgers_of(family).overhead, testing::ledgers_of(each).overhead, service);
    expect_same(testing::ledgers_of(family).effort, testing::ledgers_of(each).effort, service);
  }
}

// --- moving to a service that is no worse
// ---------------------------------------------------------

// Services that differ in nothing but their place on the operations keys.
struct Profile {
  std::vector<std::size_t> ranks;  // by operation
};

bool is_no_worse(const Profile& a, const Profile& b) {
  for (std::size_t i = 0; i < a.ranks.size(); ++i) {
    if (a.ranks[i] > b.ranks[i]) return false;
  }
  return true;
}

std::string service_text(std::size_t number, const Profile& profile) {
  const std::string name = "made-" + std::to_string(number);
  constexpr std::string_view kSource =
      "source: https://example.org/made, as-of: unknown, confidence: estimate";
  std::string text = "plumbline-catalog: 1\nservice: " + name + "\nname: Made " +
                     std::to_string(number) +
                     "\ncategory: compute\nsummary: Runs programs.\nbehaviour: worker-fleet\n"
                     "modes: [default]\nclassic-mode: default\nstarts-others: true\n"
                     "calls-apis: true\nruns: [program]\ndistributes: each\nanswers: back\n"
                     "operations:\n  - {mode: default, ";
  const auto operations = all_operations();
  for (std::size_t i = 0; i < operations.size(); ++i) {
    text += std::string(operations[i].key) + ": " +
            std::string(operations[i].words[profile.ranks[i]]) + ", ";
  }
  text += std::string(kSource) + "}\nconnections:\n";
  for (const std::string_view from : {"any-code", "client"}) {
    text += "  - {from: " + std::string(from) +
            ", by: invoke-async, starts: source, retry: caller, " + std::string(kSource) + "}\n";
  }
  return text;
}

TEST(Honesty, MovingOneOfManyToAServiceNoWorseNeverRaisesTheScore) {
  std::mt19937 random(kSeed + 4);
  constexpr std::size_t kServices = 24;
  std::vector<Profile> profiles;
  std::vector<Catalog> catalogs;
  catalogs.reserve(kServices);
  for (std::size_t s = 0; s < kServices; ++s) {
    Profile profile;
    for (const OperationInfo& operation : all_operations()) {
      profile.ranks.push_back(pick(random, operation.words.size()));
    }
    // Every other one is the one before it with some keys made better, so that pairs compare.
    if (s % 2 == 1) {
      for (std::size_t i = 0; i < profile.ranks.size(); ++i) {
        const std::size_t worse = profiles.back().ranks[i];
        profile.ranks[i] = pick(random, 3) == 0 && worse > 0 ? pick(random, worse) : worse;
      }
    }
    const Catalog& base = s == 0 ? Catalog::built_in() : catalogs.back();
    auto next = Catalog::overlay(base, service_text(s, profile), "made.yaml");
    ASSERT_TRUE(next.has_value()) << render_message(next.error().all().front().rule->message,
                                                    next.error().all().front());
    catalogs.push_back(std::move(next).value());
    profiles.push_back(profile);
  }
  const auto overhead = [&](const std::vector<std::size_t>& services) {
    std::string text =
        "programs: {w: {takes: 1 s, memory: 500 MB}}\n"
        "workloads: {items: {arrive: {period: 3 s}, size: 1 MB, from: app}}\n"
        "actors: {app: {kind: client}}\ndesign:\n  components:\n";
    std::string links = "  connections:\n";
    for (std::size_t i = 0; i < services.size(); ++i) {
      text += "    p" + std::to_string(i) + ": {service: made-" + std::to_string(services[i]) +
              ", runs: w}\n";
      links += "    - app -> p" + std::to_string(i) + ": {by: invoke-async}\n";
    }
    return testing::ledgers_of(build(text + links, "design", catalogs.back())).overhead.total;
  };
  int moves = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<std::size_t> services(1 + pick(random, 4));
    for (std::size_t& service : services) service = pick(random, kServices);
    const std::size_t moved = pick(random, services.size());
    for (std::size_t to = 0; to < kServices; ++to) {
      if (to == services[moved] || !is_no_worse(profiles[to], profiles[services[moved]])) continue;
      std::vector<std::size_t> better = services;
      better[moved] = to;
      const Hours before = overhead(services);
      const Hours after = overhead(better);
      EXPECT_LE(after.low, before.low + 1e-9) << "seed " << kSeed << " round " << round;
      EXPECT_LE(after.likely, before.likely + 1e-9) << "seed " << kSeed << " round " << round;
      EXPECT_LE(after.high, before.high + 1e-9) << "seed " << kSeed << " round " << round;
      ++moves;
      break;
    }
  }
  EXPECT_GT(moves, 50);
}

TEST(Honesty, AServiceThatStatesNoOperationsCountsForAnythingBetweenNothingAndTheMost) {
  auto catalog = Catalog::overlay(Catalog::built_in(),
                                  "plumbline-catalog: 1\nservice: riddle\nname: Riddle\n"
                                  "category: compute\nsummary: Says nothing of itself.\n"
                                  "behaviour: worker-fleet\nmodes: [default]\n"
                                  "classic-mode: default\n",
                                  "riddle.yaml");
  ASSERT_TRUE(catalog.has_value());
  const auto built = build(
      "workloads: {items: {arrive: {period: 3 s}}}\n"
      "design: {components: {p: {service: riddle}}}\n",
      "design", catalog.value());
  const Ledger ledger = testing::ledgers_of(built).overhead;
  EXPECT_EQ(ledger.total.low, 0.0);
  EXPECT_GT(ledger.total.high, ledger.total.likely);
  EXPECT_NE(testing::find(ledger, "release-an-application"), nullptr);
}

}  // namespace
}  // namespace plumbline
