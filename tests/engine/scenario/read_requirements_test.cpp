// Requirements of every kind, with their arguments, bounds and words.
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::read_world;
using ::testing::StartsWith;

constexpr std::string_view kWorld =
    "models: {v1: {}, v2: {}}\n"
    "programs: {job: {}}\n"
    "workloads: {documents: {}, readings: {}}\n"
    "requirements:\n";

// One item of the list; it begins on line 6, its kind in column 5.
std::string world(const std::string& item) { return std::string(kWorld) + "  - " + item + "\n"; }
struct Required {
  ReadScenario read;
  const Requirement& only() const { return read.scenario.requirements.at(0); }
};
Required required(const std::string& item) { return {read_world(world(item))}; }
std::vector<std::string> wrong(const std::string& item) {
  return testing::problems_of_world(world(item));
}

TEST(Requirement, ExamplesOfTheListCanBeRead) {
  for (const RequirementInfo& info : all_requirements()) {
    EXPECT_EQ(&requirement_info(info.kind), &info);
    const std::string text =
        "models: {v1: {}, v2: {}, v3: {}}\nprograms: {job: {}}\n"
        "workloads: {documents: {}, readings: {}, nightly: {}}\n"
        "data: {raw: {label: confidential}}\n"
        "requirements:\n  - " +
        std::string(info.example) + "\ndesign: {components: {archive: {service: s3}}}\n";
    const ReadScenario read = testing::read(text);
    ASSERT_EQ(read.scenario.requirements.size(), 1u) << info.example;
    EXPECT_EQ(read.scenario.requirements[0].kind, info.kind);
  }
}

TEST(Requirement, Reaches) {
  const Required one = required(
      "reaches: {each: documents, models: [v1, v2], programs: job, to: launch, separately: true}\n"
      "    says: each of them\n    strength: want\n    inferred: true");
  const Requirement& requirement = one.only();
  EXPECT_EQ(requirement.kind, RequirementKind::Reaches);
  EXPECT_EQ(requirement.place, (SourceRange{6, 5, 6, 12}));
  EXPECT_EQ(requirement.workload, 0);
  EXPECT_THAT(requirement.works, ElementsAre(0, 1, 2));
  EXPECT_THAT(requirement.components, ElementsAre("launch"));
  EXPECT_TRUE(requirement.separately);
  EXPECT_EQ(requirement.says, "each of them");
  EXPECT_EQ(requirement.strength, Strength::Want);
  EXPECT_TRUE(requirement.inferred);
}

TEST(Requirement, BoundsAndQuantiles) {
  const Required latency = required("latency: {of: readings, at-most: 10 min, quantile: p95}");
  EXPECT_EQ(latency.only().workload, 1);
  EXPECT_EQ(latency.only().direction, Direction::AtMost);
  EXPECT_EQ(latency.only().bound.mean, Quantity::exactly(Dimension::Time, 600.0));
  EXPECT_EQ(latency.only().bound.path, "requirements.0.latency");
  EXPECT_DOUBLE_EQ(latency.only().quantile, 0.95);
  EXPECT_DOUBLE_EQ(required("latency: {of: readings, at-most: 1 s}").only().quantile, 0.99);
  EXPECT_DOUBLE_EQ(
      required("freshness: {of: readings, at-most: 1 s, quantile: mean}").only().quantile, 0.0);
  EXPECT_DOUBLE_EQ(
      required("latency: {of: readings, at-most: 1 s, quantile: p99.9}").only().quantile, 0.999);
  EXPECT_DOUBLE_EQ(
      required("latency: {of: readings, at-most: 1 s, quantile: median}").only().quantile, 0.5);
  const Required finish = required("finish: {of: readings, within: 4 h}");
  EXPECT_EQ(finish.only().bound.mean.low, 14'400.0);
  const Required throughput = required("throughput: {of: readings, at-least: 500/s}");
  EXPECT_EQ(throughput.only().direction, Direction::AtLeast);
  EXPECT_EQ(throughput.only().bound.mean, Quantity::exactly(Dimension::Rate, 500.0));
}

TEST(Requirement, FinishIsOfAWorkloadOrOfRuns) {
  const Required run = required("finish: {models: [v1], programs: job, within: 4 h}");
  EXPECT_EQ(run.only().workload, kNone);
  EXPECT_THAT(run.only().works, ElementsAre(0, 2));
  EXPECT_THAT(required("finish: {of: documents, within: 4 h}").only().works, IsEmpty());
  EXPECT_THAT(wrong("finish: {of: documents, models: v1, within: 4 h}"),
              ElementsAre(HasSubstr("two things")));
}

TEST(Requirement, KeepsCodeOfProgramsNamedOrThere) {
  EXPECT_THAT(required("keeps-code: {programs: [job]}").only().works, ElementsAre(2));
  EXPECT_THAT(wrong("keeps-code:"), ElementsAre(HasSubstr("'programs'")));
  const ReadScenario all = read_world(
      "programs: {old: {existing: true}, fresh: {}, older: {existing: true}}\n"
      "requirements:\n  - keeps-code:\n");
  EXPECT_THAT(all.scenario.requirements.at(0).works, ElementsAre(0, 2));
}

TEST(Requirement, CostsNeedNoWorkload) {
  const Required cost = required("cost: {at-most: $120/month}");
  EXPECT_EQ(cost.only().workload, kNone);
  EXPECT_EQ(cost.only().bound.mean, Quantity::exactly(Dimension::MoneyRate, 120.0));
  const Required idle = required("idle-cost: none");
  EXPECT_EQ(idle.only().bound.mean, Quantity::exactly(Dimension::MoneyRate, 0.0));
  EXPECT_EQ(idle.only().bound.origin, Origin::Stated);
  EXPECT_EQ(required("idle-cost: {at-most: $5/month}").only().bound.mean.low, 5.0);
}

TEST(Requirement, StartedBy) {
  EXPECT_EQ(required("started-by: {of: documents, by: schedule}").only().trigger,
            Trigger::Schedule);
  EXPECT_EQ(trigger_name(Trigger::Person), "person");
  EXPECT_THAT(wrong("started-by: {of: documents, by: magic}"),
              ElementsAre("6:37 PLB0021 'magic' is not something that starts work"));
  EXPECT_THAT(wrong("started-by: {of: documents}"),
              ElementsAre("6:5 PLB0023 'started-by' needs 'by'"));
}

TEST(Requirement, JoinedIsOfAllWorkWhenNoneIsNamed) {
  EXPECT_THAT(required("joined: {each: documents}").only().works, ElementsAre(0, 1, 2));
  const Required named = required("joined: {each: documents, results-of: v2, in: inbox}");
  EXPECT_THAT(named.only().works, ElementsAre(1));
  EXPECT_THAT(named.only().components, ElementsAre("inbox"));
}

TEST(Requirement, TheOnlyWorkloadNeedNotBeNamed) {
  const ReadScenario read = read_world(
      "workloads: {documents: {}}\nrequirements:\n  - sustained:\n  - not-lost: {}\n"
      "  - latency: {at-most: 3 s}\n");
  for (const Requirement& requirement : read.scenario.requirements) {
    EXPECT_EQ(requirement.workload, 0);
  }
  EXPECT_THAT(wrong("sustained:"), ElementsAre("6:5 PLB0023 'sustained' needs 'of'"));
  EXPECT_THAT(wrong("sustained: {of: documents, each: documents}"),
              ElementsAre("6:21 PLB0027 'each' and 'of' say the same"));
}

TEST(Requirement, AWordWithoutANumberIsQuoted) {
  const Required quick = required("latency: {of: documents}\n    word: quickly");
  EXPECT_EQ(quick.only().word, "quickly");
  EXPECT_TRUE(quick.only().bound.is_unknown());
  EXPECT_EQ(quick.only().bound.mean.dimension, Dimension::Time);
  EXPECT_THAT(wrong("latency: {of: documents}"),
              ElementsAre("6:14 PLB0023 'latency' needs 'at-most'"));
}

TEST(Requirement, BoundsOfTheWrongDirectionOrForm) {
  EXPECT_THAT(wrong("latency: {of: documents, at-least: 1 s}"),
              ElementsAre("6:30 PLB0027 'latency' cannot be bounded by 'at-least'"));
  EXPECT_THAT(wrong("throughput: {of: documents, at-most: 1/s}"),
              ElementsAre("6:33 PLB0027 'throughput' cannot be bounded by 'at-most'"));
  EXPECT_THAT(wrong("finish: {of: documents, within: 1 h, at-most: 2 h}"),
              ElementsAre(HasSubstr("PLB0027 the bound is given twice")));
  EXPECT_THAT(wrong("latency: {of: documents, at-most: 1}"),
              ElementsAre(StartsWith("6:39 PLB0024")));
  EXPECT_THAT(wrong("cost: {at-most: $5/month, quantile: p99}"),
              ElementsAre(HasSubstr("'quantile' is not a key of the requirement 'cost'")));
}

TEST(Requirement, OfDataSaysWhichOrTheOnlyOne) {
  const auto read = [](const std::string& data, const std::string& item) {
    return testing::read_world("data: " + data + "\nrequirements: [" + item + "]\n");
  };
  const ReadScenario only = read("{raw: {}}", "{kept: {for: 2 years}}");
  EXPECT_EQ(only.scenario.requirements[0].data, std::vector<DataId>{0});
  EXPECT_EQ(only.scenario.requirements[0].direction, Direction::AtLeast);
  const ReadScenario named =
      read("{raw: {}, clean: {}}", "{encrypted: {data: clean, key: customer-managed}}");
  EXPECT_EQ(named.scenario.requirements[0].data, std::vector<DataId>{1});
  EXPECT_EQ(named.scenario.requirements[0].key, KeyOwner::Customer);
  const ReadScenario part = read("{}", "{not-public: {components: inbox}}");
  EXPECT_THAT(part.scenario.requirements[0].components, ElementsAre("inbox"));
  const ReadScenario regions = read("{raw: {}}", "{stays-in: {data: raw, regions: [eu-west-1]}}");
  EXPECT_THAT(regions.scenario.requirements[0].regions, ElementsAre("eu-west-1"));
}

TEST(Requirement, OfDataThatIsNotThereIsRefused) {
  const auto wrong_of = [](const std::string& data, const std::string& item) {
    return testing::problems_of_world("data: " + data + "\nrequirements:\n  - " + item + "\n");
  };
  EXPECT_THAT(wrong_of("{raw: {}}", "kept: {data: row, for: 1 day}"),
              ElementsAre("4:18 PLB0025 there is no data 'row' (did you mean 'raw'?)"));
  EXPECT_THAT(wrong_of("{}", "readable: {within: 1 h}"),
              ElementsAre(StartsWith("4:15 PLB0023 'readable' needs 'data'")));
  EXPECT_THAT(wrong_of("{a: {}, b: {}}", "versioned:"),
              ElementsAre(HasSubstr("'versioned' needs 'data'")));
  EXPECT_THAT(wrong_of("{raw: {}}", "stays-in: {data: raw}"),
              ElementsAre(HasSubstr("'stays-in' needs 'regions'")));
  EXPECT_THAT(wrong_of("{raw: {}}", "encrypted: {data: raw, key: ours}"),
              ElementsAre(HasSubstr("'ours' is not an owner of a key")));
  EXPECT_THAT(wrong_of("{raw: {}}", "kept: {data: raw, at-most: 1 day}"),
              ElementsAre(HasSubstr("'kept' cannot be bounded by 'at-most'")));
}

TEST(Requirement, NamesMustExist) {
  EXPECT_THAT(
      wrong("reaches: {each: document, models: [v1, v9], to: [launhc]}"),
      ElementsAre("6:21 PLB0025 there is no workload 'document' (did you mean 'documents'?)",
                  StartsWith("6:44 PLB0025 there is no model or program 'v9'"),
                  "6:54 PLB0025 there is no component 'launhc' (did you mean 'launch'?)"));
}

TEST(Requirement, ComponentsOfAnyOptionMayBeNamed) {
  EXPECT_THAT(testing::problems("workloads: {documents: {}}\n"
                                "requirements:\n  - never-reaches: {to: [x, y]}\n"
                                "options: {A: {components: {x: {service: s3}}}, "
                                "B: {components: {y: {service: s3}}}}\n"),
              IsEmpty());
}

TEST(Requirement, HasOneKind) {
  EXPECT_THAT(
      wrong("says: quickly"),
      ElementsAre("6:5 PLB0022 a requirement must be of one kind, found what any kind may say"));
  EXPECT_THAT(wrong("sustained: {of: documents}\n    unattended: {of: documents}"),
              ElementsAre("7:5 PLB0027 'sustained' and 'unattended' are two requirements"));
  EXPECT_THAT(wrong("sustaned: {of: documents}"),
              ElementsAre("6:5 PLB0020 'sustaned' is not a key of a requirement (did you mean "
                          "'sustained'?)"));
  EXPECT_THAT(wrong("audited: {}"), ElementsAre(StartsWith("6:5 PLB0026 'audited'")));
  EXPECT_THAT(wrong("sustained"), ElementsAre(HasSubstr("a requirement must be a map")));
  EXPECT_THAT(wrong("sustained: documents"),
              ElementsAre("6:16 PLB0022 sustained must be a map of its arguments, found text "
                          "'documents'"));
  EXPECT_THAT(wrong("reaches: {each: documents}"),
              ElementsAre(StartsWith("6:5 PLB0023 'reaches' needs 'models'")));
}

}  // namespace
}  // namespace plumbline
