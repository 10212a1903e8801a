// The compiled-in catalog: promises about every fact, and that it is what the data files say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "engine/catalog/catalog.hpp"
#include "engine/document/document.hpp"

namespace plumbline {
namespace {

std::string text_of(std::span<const std::string_view> words) {
  std::ostringstream out;
  for (const std::string_view word : words) out << word << ',';
  return out.str();
}

std::string text_of(const Fact& fact) {
  std::ostringstream out;
  out.precision(17);
  out << fact.id << '|' << fact.service << '|' << fact.name << '|' << fact.mode << '|'
      << fact_group_name(fact.group) << '|' << static_cast<int>(fact.dimension) << '|' << fact.value
      << '|' << fact.p99 << '|' << fact.word << '|' << fact.written_value << '|' << fact.written_p99
      << '|' << fact.unit << '|' << fact.governs << '|' << fact.qualifier << '|' << fact.is_minimum
      << fact.unlimited << fact.adjustable << '|' << on_exceed_name(fact.on_exceed) << '|'
      << fact.scope << '|' << fact.since << '|' << fact.until << '|' << fact.source << '|'
      << fact.as_of << '|' << confidence_name(fact.confidence) << '|' << fact.note << '\n';
  return out.str();
}

std::string text_of(const SettingInfo& setting) {
  std::ostringstream out;
  out << setting.name << '|' << static_cast<int>(setting.type) << '|'
      << static_cast<int>(setting.dimension) << '|' << text_of(setting.words) << '|'
      << when_absent_name(setting.when_absent) << '|' << setting.default_value << '|'
      << setting.typical << '|' << setting.bounds << '|' << setting.minimum_fact << '|'
      << setting.maximum_fact << '|' << setting.default_fact << '|'
      << static_cast<int>(setting.kind) << '|' << setting.on_connection << '|' << setting.meaning
      << '\n';
  return out.str();
}

std::string text_of(const Service& service) {
  std::ostringstream out;
  out << service.name << '|' << service.title << '|' << service.category << '|' << service.summary
      << '|' << service.mistaken_for << '|' << text_of(service.aliases) << '|'
      << behaviour_name(service.behaviour) << '|' << text_of(service.modes) << '|'
      << service.classic_mode << '|' << service.starts_others << service.calls_apis
      << service.runs_models << service.runs_programs << service.holds_data << '|'
      << static_cast<int>(service.distribution) << '|' << answer_name(service.answer) << '|'
      << service.capabilities_complete << '|' << service.closed_to_new_since << '|'
      << service.support_ends << '|' << service.life_cycle_source << '\n';
  for (const Fact& fact : service.facts) out << text_of(fact);
  for (const SettingInfo& setting : service.settings) out << text_of(setting);
  for (const Capability& capability : service.capabilities) {
    out << capability.function << '|' << grade_name(capability.grade) << '|' << capability.mode
        << '|' << capability.note << '|' << capability.source << '|' << capability.as_of << '|'
        << confidence_name(capability.confidence) << '\n';
  }
  for (const RuntimeSupport& support : service.runtimes) {
    out << support.id << '|' << support.mode << '|' << text_of(support.runtimes) << '|'
        << text_of(support.languages) << '|' << text_of(support.frameworks) << '|'
        << support.containers << support.complete << '\n';
  }
  return out.str();
}

std::string text_of(const ConnectionInfo& way) {
  std::ostringstream out;
  out << way.from << '|' << way.to << '|' << way.by << '|' << way.from_mode << '|' << way.to_mode
      << '|' << static_cast<int>(way.state) << way.started_by_target << way.waits
      << way.carries_pointer << way.returns_only << way.loses_when_throttled << '|'
      << (way.makes_target ? behaviour_name(*way.makes_target) : "-") << '|'
      << (way.answer ? answer_name(*way.answer) : "-") << '|' << text_of(way.request_limits) << '|'
      << text_of(way.response_limits) << '|' << way.delay << '|' << way.overlap_limit << '|'
      << way.delivery << '|' << way.retry << '|' << way.dead_letter << '|' << way.source << '|'
      << way.as_of << '|' << confidence_name(way.confidence) << '|' << way.note << '\n'
      << text_of(*way.fact);
  return out.str();
}

std::string text_of(const CatalogTables& tables) {
  std::ostringstream out;
  out.precision(17);
  out << tables.date << '\n';
  for (const Service& service : tables.services) out << text_of(service);
  for (const ConnectionInfo& way : tables.connections) out << text_of(way);
  for (const MechanismInfo& word : tables.mechanisms) {
    out << word.name << '|' << text_of(word.aliases) << '|' << word.meaning << '|'
        << word.starts_work << '\n';
  }
  for (const CapabilityInfo& word : tables.capabilities) {
    out << word.name << '|' << word.meaning << '|' << word.mistaken_for << '\n';
  }
  for (const RuntimeInfo& word : tables.runtimes) {
    out << runtime_kind_name(word.kind) << '|' << word.name << '|' << text_of(word.aliases) << '\n';
  }
  for (const PlausibleRange& range : tables.plausible) {
    out << range.path << '|' << static_cast<int>(range.dimension) << '|' << range.low << '|'
        << range.high << '|' << range.written_low << '|' << range.written_high << '|'
        << range.because << '\n';
  }
  for (const CatalogAlias& alias : tables.service_aliases) {
    out << alias.folded << '|' << alias.index << '\n';
  }
  for (const CatalogAlias& alias : tables.mechanism_aliases) {
    out << alias.folded << '|' << alias.index << '\n';
  }
  return out.str();
}

TEST(BuiltInCatalog, IsWhatTheDataFilesSay) {
  std::vector<std::pair<std::string, std::string>> files;
  const std::filesystem::path folder =
      std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "engine/catalog/data";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_directory()) continue;  // the table of ways out has a reader of its own
    ASSERT_EQ(entry.path().extension(), ".yaml") << entry.path();
    Expected<std::string, Findings> text = read_file(entry.path().string());
    ASSERT_TRUE(text) << entry.path();
    files.emplace_back(entry.path().filename().string(), std::move(text).value());
  }
  const Expected<Catalog, Findings> loaded = Catalog::load(std::move(files));
  ASSERT_TRUE(loaded) << loaded.error().file() << ':' << loaded.error().all().front().place.line;
  EXPECT_EQ(text_of(loaded.value().tables()), text_of(Catalog::built_in().tables()));
}

TEST(BuiltInCatalog, HasTheServicesThatQuestionsName) {
  std::vector<std::string_view> names;
  for (const Service& service : Catalog::built_in().services()) names.push_back(service.name);
  EXPECT_GE(names.size(), 190u);
  EXPECT_THAT(names, testing::IsSupersetOf({"batch", "glue", "kinesis-data-streams", "lambda", "macie",
                                            "other", "s3", "sagemaker-endpoint",
                                            "sagemaker-training", "textract"}));
  EXPECT_EQ(Catalog::built_in().date(), "2026-11-21");
}

TEST(BuiltInCatalog, GivesEveryFactASource) {
  for (const Service& service : Catalog::built_in().services()) {
    for (const Fact& fact : service.facts) {
      EXPECT_TRUE(fact.source.starts_with("https://")) << fact.id;
      EXPECT_EQ(fact.source.find("stored-public-file"), std::string_view::npos) << fact.id;
      EXPECT_FALSE(fact.as_of.empty()) << fact.id;
      EXPECT_FALSE(fact.unit.empty()) << fact.id;
      EXPECT_EQ(fact.service, service.name) << fact.id;
      EXPECT_EQ(fact.id, std::string(service.name) + "." + std::string(fact.name));
      EXPECT_TRUE(fact.mode == "any" || service.has_mode(fact.mode)) << fact.id;
      EXPECT_FALSE(fact.governs.empty()) << fact.id;
      if (fact.group != FactGroup::Operation) {
        EXPECT_NE(find_measure(fact.group, fact.governs), nullptr) << fact.id;
      }
      EXPECT_EQ(fact.unlimited, fact.written_value == -1.0) << fact.id;
    }
  }
}

TEST(BuiltInCatalog, ClassifiesTheOperationOfEveryMode) {
  const Catalog& catalog = Catalog::built_in();
  EXPECT_EQ(all_operations().size(), 11u);
  for (const Service& service : catalog.services()) {
    // Nobody knows what stands behind 'other', and nobody operates a row of a table.
    if (service.name == "instance-types" || service.name == "other") continue;
    for (const std::string_view mode : service.modes) {
      for (const OperationInfo& operation : all_operations()) {
        const Fact* fact =
            catalog.find_fact(service, "operations." + std::string(operation.key), mode, {});
        ASSERT_NE(fact, nullptr) << service.name << ' ' << mode << ' ' << operation.key;
        const auto rank = static_cast<std::size_t>(fact->value);
        ASSERT_LT(rank, operation.words.size());
        EXPECT_EQ(fact->word, operation.words[rank]);
        EXPECT_EQ(fact->governs, operation.key);
      }
    }
  }
}

TEST(BuiltInCatalog, AsksForJobsToBeLaunchedOnlyWhereRunsAreLaunched) {
  const Catalog& catalog = Catalog::built_in();
  for (const Service& service : catalog.services()) {
    const Fact* fact =
        catalog.find_fact(service, "operations.jobs-to-launch", service.classic_mode, {});
    if (fact == nullptr) continue;
    if (fact->word != "per-run") continue;
    // Runs of their own, or runs on a cluster or machine that stays up.
    EXPECT_TRUE(service.behaviour == Behaviour::LaunchedJob ||
                service.behaviour == Behaviour::WorkerFleet)
        << service.name;
  }
}

TEST(BuiltInCatalog, HasSettingsThatMakeSense) {
  const Catalog& catalog = Catalog::built_in();
  for (const Service& service : catalog.services()) {
    for (const SettingInfo& setting : service.settings) {
      EXPECT_FALSE(setting.meaning.empty()) << service.name << ' ' << setting.name;
      for (const std::string_view bound :
           {setting.minimum_fact, setting.maximum_fact, setting.default_fact}) {
        if (bound.empty()) continue;
        EXPECT_TRUE(std::ranges::any_of(service.facts,
                                        [&](const Fact& fact) { return fact.name == bound; }))
            << service.name << ' ' << bound;
      }
      EXPECT_EQ(service.find_setting(setting.name), &setting);
    }
  }
  const SettingInfo* timeout = catalog.find_service("lambda")->find_setting("timeout");
  ASSERT_NE(timeout, nullptr);
  EXPECT_EQ(timeout->type, SettingType::Quantity);
  EXPECT_EQ(timeout->dimension, Dimension::Time);
  EXPECT_EQ(timeout->when_absent, WhenAbsent::Best);
  EXPECT_EQ(timeout->default_value, "3 s");
  EXPECT_EQ(catalog.find_service("lambda")->find_setting("colour"), nullptr);
}

TEST(BuiltInCatalog, FindsServicesByNameTitleAndAlias) {
  const Catalog& catalog = Catalog::built_in();
  const std::map<std::string_view, std::string_view> names = {
      {"lambda", "lambda"},
      {"AWS Lambda", "lambda"},
      {"aws_lambda", "lambda"},
      {"Fargate", "ecs-fargate"},
      {"ECS", "ecs-fargate"},
      {"SageMaker hosting", "sagemaker-endpoint"},
      {"real-time endpoint", "sagemaker-endpoint"},
      {"CloudWatch Events", "eventbridge"},
      {"Batch Transform", "sagemaker-batch-transform"},
      {"SageMaker Serverless Inference", "sagemaker-serverless-inference"},
      {"asynchronous inference", "sagemaker-async-inference"},
      {"AWS Step Functions", "step-functions"},
      {"Simple Queue Service", "sqs"},
      {"AWS Batch", "batch"},
  };
  for (const auto& [written, expected] : names) {
    const Service* service = catalog.find_service(written);
    ASSERT_NE(service, nullptr) << written;
    EXPECT_EQ(service->name, expected) << written;
  }
  EXPECT_EQ(catalog.find_service("lambada"), nullptr);
  EXPECT_EQ(catalog.find_service(""), nullptr);
  EXPECT_EQ(catalog.find_service(std::string(500, 'a')), nullptr);
}

TEST(BuiltInCatalog, FindsMechanismsByAlias) {
  const Catalog& catalog = Catalog::built_in();
  EXPECT_EQ(catalog.find_mechanism("esm")->name, "poll");
  EXPECT_EQ(catalog.find_mechanism(".sync")->name, "run-job-sync");
  EXPECT_EQ(catalog.find_mechanism("S3 event")->name, "event-notification");
  EXPECT_EQ(catalog.find_mechanism("telepathy"), nullptr);
}

TEST(BuiltInCatalog, GivesWideRangesForTheUnknown) {
  const PlausibleRange* takes = Catalog::built_in().plausible("models.takes");
  ASSERT_NE(takes, nullptr);
  EXPECT_DOUBLE_EQ(takes->low, 0.001);
  EXPECT_DOUBLE_EQ(takes->high, 3600.0);
  EXPECT_EQ(Catalog::built_in().plausible("models.colour"), nullptr);
}

TEST(BuiltInCatalog, NamesEveryMeasureAndAliasOnce) {
  std::set<std::pair<FactGroup, std::string_view>> measures;
  for (const MeasureInfo& measure : all_measures()) {
    EXPECT_TRUE(measures.insert({measure.group, measure.name}).second) << measure.name;
  }
  std::set<std::string_view> aliases;
  for (const CatalogAlias& alias : Catalog::built_in().tables().service_aliases) {
    EXPECT_TRUE(aliases.insert(alias.folded).second) << alias.folded;
  }
}

}  // namespace
}  // namespace plumbline
