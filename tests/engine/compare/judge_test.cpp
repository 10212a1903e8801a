// Whole scenarios judged from their text: verdicts, provenance, today's facts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "engine/compare/judgement.hpp"

namespace plumbline {
namespace {

// Declared before the judgement, which points into it.
struct Judged {
  ReadScenario read;
  Judgement judgement;

  const OptionJudgement& option(std::string_view letter) const {
    const auto found = std::ranges::find_if(judgement.options, [&](const OptionJudgement& option) {
      return option.option->letter == letter;
    });
    return *found;
  }
  std::string best() const {
    std::string letters;
    for (const std::size_t index : judgement.best) {
      letters += judgement.options[index].option->letter;
    }
    return letters;
  }
};

std::unique_ptr<Judged> judge_text(std::string text) {
  Expected<ReadScenario, Findings> read =
      read_scenario(std::move(text), "made.yaml", Catalog::built_in());
  if (!read.has_value()) {
    for (const Finding& finding : read.error().all()) {
      ADD_FAILURE() << render_message(finding.rule->message, finding);
    }
    return nullptr;
  }
  auto judged = std::make_unique<Judged>(Judged{std::move(read).value(), {}});
  judged->judgement = judge(judged->read.scenario);
  return judged;
}

constexpr std::string_view kThreeModels = R"(plumbline: 1
id: three
objective: least operational overhead
facts-as-of: 2025-01
models: {v1: {takes: 80 ms}, v2: {takes: 80 ms}, v3: {takes: 80 ms}}
workloads: {documents: {arrive: {period: 3 s}, size: 40 KB, to: inbox}}
requirements:
  - reaches: {each: documents, models: [v1, v2, v3], separately: true}
base:
  components: {inbox: {service: s3, existing: true}}
options:
  A:
    components:
      ask: {service: lambda}
      e: {service: sagemaker-endpoint, variants: {v1: {serves: v1}, v2: {serves: v2}, v3: {serves: v3}}}
    connections:
      - inbox -> ask: {by: event-notification}
      - ask -> e: {by: invoke}
  B:
    components:
      ask: {service: lambda}
      e: {service: sagemaker-endpoint, variants: {v1: {serves: v1}, v2: {serves: v2}, v3: {serves: v3}}}
    connections:
      - inbox -> ask: {by: event-notification}
      - ask -> e: {by: invoke, variants: each}
  C:
    components:
      ask: {service: lambda}
      e1: {service: sagemaker-endpoint, serves: v1}
      e2: {service: sagemaker-endpoint, serves: v2}
      e3: {service: sagemaker-endpoint, serves: v3}
    connections:
      - inbox -> ask: {by: event-notification}
      - ask -> e1: {by: invoke}
      - ask -> e2: {by: invoke}
      - ask -> e3: {by: invoke}
)";

TEST(Judge, EliminatesAndRanks) {
  const auto judged = judge_text(std::string(kThreeModels));
  ASSERT_NE(judged, nullptr);
  EXPECT_EQ(judged->best(), "B");
  EXPECT_EQ(judged->option("A").verdict, Verdict::Eliminated);
  EXPECT_EQ(judged->option("A").main_kind, Kind::TrafficManagement);
  EXPECT_EQ(judged->option("C").verdict, Verdict::Viable);
  EXPECT_EQ(judged->option("C").main_kind, Kind::Overhead);
  EXPECT_FALSE(judged->option("C").loses_by.empty());
  EXPECT_EQ(judged->judgement.options[judged->judgement.ranking.back()].option->letter, "A");
}

TEST(Judge, LedgersAreFilledForEliminatedOptions) {
  const auto judged = judge_text(std::string(kThreeModels));
  ASSERT_NE(judged, nullptr);
  const OptionJudgement& eliminated = judged->option("A");
  EXPECT_GT(eliminated.overhead.total.likely, 0.0);
  EXPECT_GT(eliminated.effort.total.likely, 0.0);
  EXPECT_FALSE(eliminated.cost.lines.empty());
  EXPECT_EQ(eliminated.latencies.size(), 1u);
}

TEST(Judge, TellsWhatWasChosenAndWhatIsNotKnown) {
  const auto judged = judge_text(std::string(kThreeModels));
  ASSERT_NE(judged, nullptr);
  const OptionJudgement& best = judged->option("B");
  EXPECT_TRUE(std::ranges::any_of(best.chosen, [&](const ChosenSetting& chosen) {
    return best.pipeline->part(chosen.part).name == "ask" && chosen.name == "timeout";
  }));
  EXPECT_TRUE(std::ranges::none_of(best.chosen, [&](const ChosenSetting& chosen) {
    return best.pipeline->part(chosen.part).name == "inbox";
  }));
  // Memory was not stated; what the models take was.
  std::vector<std::string_view> paths;
  for (const Value* value : judged->judgement.unknowns) paths.push_back(value->path);
  EXPECT_THAT(paths, testing::Contains("models.v1.memory"));
  EXPECT_THAT(paths, testing::Not(testing::Contains("models.v1.takes")));
}

TEST(Judge, ListsAssumptions) {
  std::string text(kThreeModels);
  const std::string_view stated = "size: 40 KB";
  text.replace(text.find(stated), stated.size(), "size: {assume: 5 MB, because: a scan}");
  const auto judged = judge_text(std::move(text));
  ASSERT_NE(judged, nullptr);
  ASSERT_EQ(judged->judgement.assumptions.size(), 1u);
  EXPECT_EQ(judged->judgement.assumptions[0]->because, "a scan");
}

TEST(Judge, TheOrderOfOptionsDecidesNothing) {
  std::string text(kThreeModels);
  // B and C change places by changing names; the better design stays better.
  text[text.find("\n  B:") + 3] = 'X';
  text[text.find("\n  C:") + 3] = 'B';
  text[text.find("\n  X:") + 3] = 'C';
  const auto judged = judge_text(std::move(text));
  ASSERT_NE(judged, nullptr);
  EXPECT_EQ(judged->best(), "C");
}

// 10 MB per request: more than an endpoint took in 2025-01, less than it takes since 2025-11.
constexpr std::string_view kTenMegabytes = R"(plumbline: 1
id: ten-megabytes
facts-as-of: 2025-01
models: {m: {takes: 80 ms}}
workloads: {images: {arrive: {period: 3 s}, size: 10 MB, from: client, to: e}}
requirements:
  - reaches: {each: images, models: [m]}
options:
  A:
    components: {e: {service: sagemaker-endpoint, serves: m}}
    connections:
      - client -> e: {by: invoke}
  B:
    components: {e: {service: sagemaker-async-inference, serves: m}}
    connections:
      - client -> e: {by: invoke}
)";

TEST(Judge, SaysWhatTodaysFactsChange) {
  const auto judged = judge_text(std::string(kTenMegabytes));
  ASSERT_NE(judged, nullptr);
  EXPECT_EQ(judged->option("A").verdict, Verdict::Eliminated);
  EXPECT_EQ(judged->option("A").main_kind, Kind::PayloadLimit);
  const Today& today = judged->judgement.today;
  EXPECT_TRUE(today.judged);
  EXPECT_TRUE(today.differs);
  ASSERT_EQ(today.verdicts.size(), 2u);
  EXPECT_NE(today.verdicts[0], Verdict::Eliminated);
  const auto payload = std::ranges::find_if(today.facts, [](const ChangedFact& changed) {
    return changed.then != nullptr && changed.then->id == "sagemaker-endpoint.payload-max";
  });
  ASSERT_NE(payload, today.facts.end());
  ASSERT_NE(payload->now, nullptr);
  EXPECT_LT(payload->then->value, payload->now->value);
}

// Nothing of what it uses has changed since, but what was set aside until 2026 counts again.
constexpr std::string_view kSetAside = R"(plumbline: 1
facts-as-of: 2025-01
workloads: {samples: {arrive: {rate: 40/day}, size: 20 MB, to: inbox}}
programs: {align: {takes: 5 min, memory: 12 GB}}
suppress: [{rule: memory-too-small, at: work, because: it is being rewritten, until: 2026-01}]
design:
  components:
    inbox: {service: s3, existing: true}
    work: {service: lambda, runs: align}
  connections:
    - inbox -> work: {by: event-notification}
)";

TEST(Judge, WhatIsSetAsideDoesNotEliminate) {
  const auto judged = judge_text(std::string(kSetAside));
  ASSERT_NE(judged, nullptr);
  const OptionJudgement& design = judged->judgement.options.front();
  EXPECT_EQ(design.verdict, Verdict::Viable);
  EXPECT_EQ(design.findings.suppressed().size(), 1u);
  std::string text(kSetAside);
  text.erase(text.find("suppress:"), text.find("design:") - text.find("suppress:"));
  const auto without = judge_text(std::move(text));
  ASSERT_NE(without, nullptr);
  EXPECT_EQ(without->judgement.options.front().verdict, Verdict::Eliminated);
}

TEST(Judge, ByTodaysFactsWhatHasEndedSinceCountsAgain) {
  const auto judged = judge_text(std::string(kSetAside));
  ASSERT_NE(judged, nullptr);
  EXPECT_TRUE(judged->judgement.today.differs);
  EXPECT_EQ(judged->judgement.today.verdicts, std::vector{Verdict::Eliminated});
  std::string text(kSetAside);
  text.replace(text.find("until: 2026-01"), 14, "until: 2999-01");
  const auto lasting = judge_text(std::move(text));
  ASSERT_NE(lasting, nullptr);
  EXPECT_FALSE(lasting->judgement.today.differs);
}

TEST(Judge, IsSilentAboutTodayWhenNoDayIsFixed) {
  std::string text(kTenMegabytes);
  const std::string_view day = "facts-as-of: 2025-01\n";
  text.erase(text.find(day), day.size());
  const auto judged = judge_text(std::move(text));
  ASSERT_NE(judged, nullptr);
  EXPECT_FALSE(judged->judgement.today.judged);
}

TEST(Judge, ADesignAloneIsNoContest) {
  const auto judged = judge_text(R"(plumbline: 1
id: alone
models: {m: {takes: 80 ms, memory: 1 GB}}
workloads: {images: {arrive: {period: 3 s}, size: 1 MB, from: client, to: e}}
design:
  components: {e: {service: sagemaker-endpoint, serves: m}}
  connections:
    - client -> e: {by: invoke}
)");
  ASSERT_NE(judged, nullptr);
  EXPECT_EQ(judged->judgement.ground, Ground::Only);
  EXPECT_EQ(judged->judgement.options.size(), 1u);
}

TEST(Judge, CostDecidesAtTheSameVolumes) {
  // The rate is not known; an endpoint that always runs against one that is paid by use cross.
  const auto judged = judge_text(R"(plumbline: 1
id: cost
objective: MOST cost-effectively
models: {m: {takes: 80 ms, memory: 1 GB, size: 100 MB, loads-in: 1 s, returns: 1 KB}}
workloads: {images: {arrive: {rate: 10/day}, size: 1 MB, from: client, to: e}}
requirements:
  - reaches: {each: images, models: [m]}
options:
  A:
    components: {e: {service: sagemaker-endpoint, serves: m}}
    connections:
      - client -> e: {by: invoke}
  B:
    components: {e: {service: sagemaker-serverless-inference, serves: m}}
    connections:
      - client -> e: {by: invoke}
)");
  ASSERT_NE(judged, nullptr);
  EXPECT_EQ(judged->best(), "B");
  EXPECT_EQ(judged->judgement.deciding, Objective::MostCostEffective);
  ASSERT_FALSE(judged->option("A").loses_by.empty());
  EXPECT_EQ(judged->option("A").loses_by[0].factor, "cost");
  EXPECT_EQ(judged->option("A").main_kind, Kind::Cost);
}

}  // namespace
}  // namespace plumbline
