// Overlay files: what they add and replace, and where their mistakes are reported.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "engine/catalog/catalog.hpp"

namespace plumbline {
namespace {

Expected<Catalog, Findings> overlay(std::string text) {
  return Catalog::overlay(Catalog::built_in(), std::move(text), "my.yaml");
}

constexpr std::string_view kNewService = R"(plumbline-catalog: 1
service: owl
name: Owl Post
aliases: [night mail]
category: messaging
summary: Carries letters.
behaviour: queue
modes: [barn, snowy]
classic-mode: barn
distributes: one
answers: none
settings:
  weight:
    type: bytes
    when-absent: best
    default: 1 KB
    default-fact: letter-default
    bounds: message-size
    maximum: letter-max
    kind: payload-limit
    meaning: Weight of a letter.
limits:
  - {id: letter-max, value: 4, unit: KB, governs: message-size, on-exceed: drop, source: https://example.org/owls, as-of: 2026-01, confidence: documented}
  - {id: letter-default, mode: [barn, snowy], value: 1, unit: KB, governs: default, on-exceed: none, source: https://example.org/owls, as-of: unknown, confidence: recalled}
connections:
  - {from: any-code, by: send-message, request: letter-max, source: https://example.org/owls, as-of: unknown, confidence: documented}
)";

TEST(Overlay, AddsAService) {
  const Expected<Catalog, Findings> catalog = overlay(std::string(kNewService));
  ASSERT_TRUE(catalog);
  const Service* owl = catalog->find_service("Night-Mail");
  ASSERT_NE(owl, nullptr);
  EXPECT_EQ(owl->behaviour, Behaviour::Queue);
  EXPECT_EQ(owl->distribution, Distribution::One);
  EXPECT_EQ(owl->find_setting("weight")->maximum_fact, "letter-max");
  const Fact* letter = catalog->find_fact("owl.letter-max", "snowy", {});
  ASSERT_NE(letter, nullptr);
  EXPECT_EQ(letter->value, 4000.0);
  EXPECT_EQ(letter->mode, "any");
  EXPECT_NE(catalog->find_fact("owl.letter-default", "snowy", {}), nullptr);
  const auto ways = catalog->connections("lambda", "default", "owl", "barn");
  EXPECT_TRUE(std::ranges::any_of(ways, [](const ConnectionInfo* way) {
    return way->by == "send-message" && way->request_limits.front() == "owl.letter-max";
  }));
  EXPECT_EQ(Catalog::built_in().find_service("owl"), nullptr);
  EXPECT_EQ(catalog->services().size(), Catalog::built_in().services().size() + 1);
}

TEST(Overlay, ReplacesFactsByNameModeAndValidity) {
  const Expected<Catalog, Findings> catalog = overlay(R"(plumbline-catalog: 1
service: lambda
aliases: [hamster wheel]
limits:
  - {id: concurrent-executions, mode: default, value: 50, unit: executions, governs: concurrency, pool: lambda-concurrency, on-exceed: throttle, source: https://example.org/quota, as-of: 2026-11, confidence: documented}
settings:
  timeout: {type: time, when-absent: default, default: 10 s, bounds: run-time, maximum: function-timeout-max, meaning: House rule.}
)");
  ASSERT_TRUE(catalog);
  EXPECT_EQ(catalog->find_fact("lambda.concurrent-executions", "default", {})->value, 50);
  EXPECT_EQ(catalog->find_fact("lambda.concurrent-executions", "durable", {})->value, 1000);
  EXPECT_EQ(catalog->find_service("hamster_wheel")->name, "lambda");
  EXPECT_EQ(catalog->find_service("lambda-function")->name, "lambda");
  EXPECT_EQ(catalog->find_service("lambda")->find_setting("timeout")->default_value, "10 s");
  EXPECT_NE(catalog->find_service("lambda")->find_setting("memory"), nullptr);
  EXPECT_EQ(catalog->find_fact("lambda.payload-async", "default", {"2025-01"})->value,
            256.0 * 1024);
  EXPECT_EQ(Catalog::built_in().find_fact("lambda.concurrent-executions", "default", {})->value,
            1000);
}

TEST(Overlay, StacksAndOwnsItsText) {
  Expected<Catalog, Findings> first = overlay(std::string(kNewService));
  ASSERT_TRUE(first);
  Expected<Catalog, Findings> second =
      Catalog::overlay(*first, "plumbline-catalog: 1\nservice: owl\nsummary: Flies.\n", "two.yaml");
  ASSERT_TRUE(second);
  first = overlay(std::string(kNewService));  // the first one's storage goes
  const Service* owl = second->find_service("owl");
  ASSERT_NE(owl, nullptr);
  EXPECT_EQ(owl->summary, "Flies.");
  EXPECT_EQ(owl->title, "Owl Post");
  EXPECT_EQ(second->find_fact("owl.letter-max", "barn", {})->source, "https://example.org/owls");
  const Catalog moved = std::move(*second);
  EXPECT_EQ(moved.find_service("night mail")->name, "owl");
}

TEST(Overlay, ReplacesPlausibleRangesAndWords) {
  const Expected<Catalog, Findings> catalog = overlay(R"(plumbline-catalog: 1
plausible:
  models.takes: {dimension: time, low: 10 ms, high: 2 s, because: We measured ours.}
mechanisms:
  owl-post: {aliases: [by owl], meaning: An owl brings it.}
)");
  ASSERT_TRUE(catalog);
  EXPECT_DOUBLE_EQ(catalog->plausible("models.takes")->high, 2.0);
  EXPECT_NE(catalog->plausible("models.memory"), nullptr);
  EXPECT_EQ(catalog->find_mechanism("By Owl")->name, "owl-post");
}

struct Mistake {
  std::string_view name;
  std::string_view text;
  std::uint32_t line;
  std::string_view slug;
};

// The name of a test must not depend on addresses.
void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.slug; }

class WrongOverlay : public testing::TestWithParam<Mistake> {};

TEST_P(WrongOverlay, IsReportedAtItsPlace) {
  const Expected<Catalog, Findings> catalog = overlay(std::string(GetParam().text));
  ASSERT_FALSE(catalog);
  const Findings& findings = catalog.error();
  EXPECT_EQ(findings.file(), "my.yaml");
  const bool found = std::ranges::any_of(findings.all(), [](const Finding& finding) {
    return finding.place.line == GetParam().line && finding.rule->slug == GetParam().slug;
  });
  EXPECT_TRUE(found);
  for (const Finding& finding : findings.all()) {
    EXPECT_FALSE(render_message(finding.rule->message, finding).empty());
    EXPECT_FALSE(render_message(finding.rule->fix, finding).empty());
    if (!found) {
      ADD_FAILURE() << finding.place.line << ' ' << finding.rule->slug << ": "
                    << render_message(finding.rule->message, finding);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Mistakes, WrongOverlay,
    testing::Values(
        Mistake{"Version", "plumbline-catalog: 2\nservice: lambda\n", 1, "wrong-type"},
        Mistake{"Nothing", "plumbline-catalog: 1\n", 1, "missing-key"},
        Mistake{"UnknownKey", "plumbline-catalog: 1\nservice: lambda\nlimit: []\n", 3,
                "unknown-key"},
        Mistake{"NewServiceWithoutHead", "plumbline-catalog: 1\nservice: owl\n", 1, "missing-key"},
        Mistake{"Behaviour", "plumbline-catalog: 1\nservice: lambda\nbehaviour: concurency-pool\n",
                3, "unknown-word"},
        Mistake{"Dot", "plumbline-catalog: 1\nservice: lambda\nclassic-mode: quick\n", 3,
                "unknown-word"},
        Mistake{"Source",
                "plumbline-catalog: 1\nservice: lambda\nlimits:\n"
                "  - {id: x, value: 1, unit: s, governs: run-time, on-exceed: kill,\n"
                "     source: 'http://example.org', as-of: unknown, confidence: documented}\n",
                5, "wrong-type"},
        Mistake{"NoSource",
                "plumbline-catalog: 1\nservice: lambda\nlimits:\n"
                "  - {id: x, value: 1, unit: s, governs: run-time, on-exceed: kill,\n"
                "     as-of: unknown, confidence: documented}\n",
                4, "missing-key"},
        Mistake{"Confidence",
                "plumbline-catalog: 1\nservice: lambda\nlimits:\n"
                "  - id: x\n    value: 1\n    unit: s\n    governs: run-time\n    on-exceed: kill\n"
                "    source: https://example.org/x\n    as-of: unknown\n    confidence: certain\n",
                11, "unknown-word"},
        Mistake{"AsOf",
                "plumbline-catalog: 1\nservice: lambda\nlimits:\n"
                "  - id: x\n    value: 1\n    unit: s\n    governs: run-time\n    on-exceed: kill\n"
                "    source: https://example.org/x\n    as-of: yesterday\n"
                "    confidence: documented\n",
                10, "wrong-type"},
        Mistake{"Measure",
                "plumbline-catalog: 1\nservice: lambda\nlimits:\n"
                "  - id: x\n    value: 1\n    unit: s\n    governs: runtime\n    on-exceed: kill\n"
                "    source: https://example.org/x\n    as-of: unknown\n"
                "    confidence: documented\n",
                7, "unknown-word"},
        Mistake{
            "UnitOfMeasure",
            "plumbline-catalog: 1\nservice: lambda\nlimits:\n"
            "  - id: x\n    value: 1\n    unit: MB\n    governs: run-time\n    on-exceed: kill\n"
            "    source: https://example.org/x\n    as-of: unknown\n"
            "    confidence: documented\n",
            7, "contradiction"},
        Mistake{"Since",
                "plumbline-catalog: 1\nservice: lambda\nlimits:\n"
                "  - id: x\n    value: 1\n    unit: s\n    governs: run-time\n    on-exceed: kill\n"
                "    since: 2026-13\n    source: https://example.org/x\n    as-of: unknown\n"
                "    confidence: documented\n",
                9, "wrong-type"},
        Mistake{"Mode",
                "plumbline-catalog: 1\nservice: lambda\nlimits:\n"
                "  - id: x\n    mode: durabel\n    value: 1\n    unit: s\n    governs: run-time\n"
                "    on-exceed: kill\n    source: https://example.org/x\n    as-of: unknown\n"
                "    confidence: documented\n",
                5, "dangling-name"},
        Mistake{"Twice",
                "plumbline-catalog: 1\nservice: lambda\nprice:\n"
                "  - {id: x, value: 1, unit: USD, governs: other, source: 'https://example.org', "
                "as-of: unknown, confidence: estimate}\n"
                "  - {id: x, value: 2, unit: USD, governs: other, source: 'https://example.org', "
                "as-of: unknown, confidence: estimate}\n",
                1, "contradiction"},
        Mistake{"Bound",
                "plumbline-catalog: 1\nservice: lambda\nsettings:\n  timeout:\n    type: time\n"
                "    when-absent: best\n    maximum: function-timeout-mx\n    meaning: Time.\n",
                7, "dangling-name"},
        Mistake{"DefaultOfAnotherDimension",
                "plumbline-catalog: 1\nservice: lambda\nsettings:\n  timeout:\n    type: time\n"
                "    when-absent: best\n    default: 3 MB\n    meaning: Time.\n",
                7, "bad-quantity"},
        Mistake{"DefaultAgainstItsFact",
                "plumbline-catalog: 1\nservice: lambda\nsettings:\n  timeout:\n    type: time\n"
                "    when-absent: best\n    default: 4 s\n    default-fact: "
                "function-timeout-default\n    meaning: Time.\n",
                5, "contradiction"},
        Mistake{"ConnectionFact",
                "plumbline-catalog: 1\nservice: lambda\nconnections:\n  - to: s3\n    by: write\n"
                "    request: [payload]\n    source: https://example.org/x\n    as-of: unknown\n"
                "    confidence: documented\n",
                6, "dangling-name"},
        Mistake{"ConnectionEnd",
                "plumbline-catalog: 1\nservice: lambda\nconnections:\n  - to: s33\n    by: write\n"
                "    source: https://example.org/x\n    as-of: unknown\n"
                "    confidence: documented\n",
                4, "dangling-name"},
        Mistake{"Mechanism",
                "plumbline-catalog: 1\nservice: lambda\nconnections:\n  - to: s3\n    by: wirte\n"
                "    source: https://example.org/x\n    as-of: unknown\n"
                "    confidence: documented\n",
                5, "dangling-name"},
        Mistake{"Function",
                "plumbline-catalog: 1\nservice: lambda\nprovides:\n  functions:\n"
                "    - {function: fly, grade: native, source: 'https://example.org'}\n",
                5, "dangling-name"},
        Mistake{"Alias", "plumbline-catalog: 1\nservice: lambda\naliases: [S3 bucket]\n", 3,
                "contradiction"},
        Mistake{"Range",
                "plumbline-catalog: 1\nplausible:\n  models.takes: {dimension: time, low: 2 s, "
                "high: 1 s, because: No.}\n",
                3, "contradiction"},
        Mistake{"Syntax", "plumbline-catalog: [1\n", 1, "yaml-syntax"}),
    [](const testing::TestParamInfo<Mistake>& mistake) { return std::string(mistake.param.name); });

TEST(Overlay, SaysWhatAServiceRuns) {
  const Expected<Catalog, Findings> catalog = overlay(
      "plumbline-catalog: 1\nservice: glue\nruntimes:\n"
      "  - {id: runs-r, mode: [spark-etl, flex], runtimes: [spark], languages: [r], "
      "complete: true, source: https://example.org/owls, as-of: unknown, confidence: secondary}\n");
  ASSERT_TRUE(catalog);
  const Service* glue = catalog->find_service("glue");
  const auto added = std::ranges::find_if(glue->runtimes, [](const RuntimeSupport& entry) {
    return entry.id == "runs-r" && entry.mode == "flex";
  });
  ASSERT_NE(added, glue->runtimes.end());
  EXPECT_EQ(added->languages.front(), "r");
  EXPECT_TRUE(added->complete);
  const Fact* fact = catalog->find_fact("glue.runs-r", "flex", {});
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->word, "spark, r");
  EXPECT_EQ(fact->group, FactGroup::Capability);
  EXPECT_EQ(fact->confidence, Confidence::Secondary);
}

TEST(Overlay, AddsWordsForWhatRuns) {
  const Expected<Catalog, Findings> catalog =
      overlay("plumbline-catalog: 1\nruntime-words:\n  languages: {elvish: [quenya]}\n");
  ASSERT_TRUE(catalog);
  const RuntimeInfo* elvish = catalog->find_runtime(RuntimeKind::Language, "Quenya");
  ASSERT_NE(elvish, nullptr);
  EXPECT_EQ(elvish->name, "elvish");
  EXPECT_EQ(catalog->find_runtime(RuntimeKind::Framework, "quenya"), nullptr);
  EXPECT_NE(catalog->find_runtime(RuntimeKind::Runtime, "pyspark"), nullptr);
}

TEST(Overlay, RefusesWordsThatNobodyDeclares) {
  const Expected<Catalog, Findings> catalog = overlay(
      "plumbline-catalog: 1\nservice: glue\nruntimes:\n"
      "  - {id: runs-odd, languages: [pyton], source: https://example.org/owls, as-of: unknown, "
      "confidence: recalled}\n");
  ASSERT_FALSE(catalog);
  const Finding& problem = catalog.error().all().front();
  EXPECT_THAT(render_message(problem.rule->message, problem), testing::HasSubstr("pyton"));
}

}  // namespace
}  // namespace plumbline
