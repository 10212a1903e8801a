// Options laid over a base: adding, filling, replacing, setting, removing.
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using testing::component;
using testing::design_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::problems;
using testing::read;
using ::testing::StartsWith;

// The base ends on line 14; what is put behind it begins on line 15.
constexpr std::string_view kBase =
    "models: {v1: {}, v2: {}}\n"
    "base:\n"
    "  components:\n"
    "    inbox: {service: s3, existing: true}\n"
    "    ask: {service: lambda, timeout: 1 min, memory: 1 GB, serves: v1, count: 2}\n"
    "    endpoint:\n"
    "      service: sagemaker-endpoint\n"
    "      variants: {a: {serves: v1, weight: 2}, b: {serves: v2}}\n"
    "    scorer: {blank: true, one-per: model}\n"
    "  connections:\n"
    "    - inbox -> ask: {by: event-notification}\n"
    "    - ask -> endpoint -> scorer\n"
    "options:\n";

std::string with(std::string_view options) { return std::string(kBase) + std::string(options); }
constexpr std::string_view kFill = "    fill: {scorer: {service: lambda}}\n";
// Option A, which fills the blank and says what is given.
std::string option(std::string_view more) {
  return with("  A:\n" + std::string(kFill) + std::string(more));
}

std::vector<std::string> names(const Design& design) {
  std::vector<std::string> list;
  for (const Component& one : design.components) list.emplace_back(one.name);
  return list;
}
std::vector<std::string> arrows(const Design& design) {
  std::vector<std::string> list;
  for (const Connection& one : design.connections) {
    list.push_back(std::string(one.from.name) + ">" + std::string(one.to.name));
  }
  return list;
}

TEST(Options, FillPutsAComponentIntoABlank) {
  const ReadScenario scenario =
      read(with("  A:\n    title: a function\n    fill: {scorer: {service: lambda, timeout: 3 s}}\n"
                "  B:\n    fill: {scorer: {service: sagemaker-batch-transform}}\n"));
  EXPECT_TRUE(scenario.scenario.has_options);
  ASSERT_EQ(scenario.scenario.options.size(), 2u);
  EXPECT_EQ(scenario.scenario.options[0].title, "a function");
  EXPECT_EQ(scenario.scenario.options[0].place, (SourceRange{15, 3, 15, 4}));
  const Component& function = component(design_of(scenario, "A"), "scorer");
  EXPECT_EQ(function.service->name, "lambda");
  EXPECT_TRUE(function.own);
  EXPECT_TRUE(function.one_per_work);
  EXPECT_EQ(function.find_setting("timeout")->value.path, "options.A.fill.scorer.timeout");
  EXPECT_THAT(component(design_of(scenario, "B"), "scorer").works, ElementsAre(0, 1));
  EXPECT_FALSE(component(design_of(scenario, "A"), "inbox").own);
  EXPECT_TRUE(component(design_of(scenario, "A"), "inbox").existing);
  EXPECT_FALSE(design_of(scenario, "A").connections[0].own);
}

TEST(Options, AnUnfilledBlankIsReportedAtTheOption) {
  EXPECT_THAT(problems(with("  A: {}\n  B:\n" + std::string(kFill))),
              ElementsAre("15:3 PLB0027 option 'A' leaves the blank 'scorer' unfilled"));
  EXPECT_THAT(problems("design: {components: {scorer: {blank: true}}}\n"),
              ElementsAre("2:1 PLB0027 the design leaves the blank 'scorer' unfilled",
                          "2:39 PLB0027 a blank stands in the base, for options to fill"));
}

TEST(Options, FillNeedsABlank) {
  EXPECT_THAT(problems(option("    title: x\n") + "  B:\n    fill: {ask: {service: batch}, "
                                                  "scorer: {service: batch}, skorer: {}}\n"),
              ElementsAre("19:12 PLB0027 'ask' is no blank of the base",
                          "19:61 PLB0025 there is no blank in the base 'skorer' (did you mean "
                          "'scorer'?)"));
}

TEST(Options, ComponentsMergeSettingBySetting) {
  const ReadScenario scenario = read(
      option("    components: {ask: {timeout: 2 min, snap-start: true}, more: {service: sqs}}\n"));
  const Design& design = design_of(scenario, "A");
  EXPECT_THAT(names(design), ElementsAre("inbox", "ask", "endpoint", "scorer", "more"));
  const Component& ask = component(design, "ask");
  EXPECT_TRUE(ask.own);
  EXPECT_EQ(ask.place.line, 17u);
  EXPECT_EQ(ask.find_setting("timeout")->value.mean.low, 120.0);
  EXPECT_EQ(ask.find_setting("timeout")->value.path, "options.A.components.ask.timeout");
  EXPECT_EQ(ask.find_setting("memory")->value.path, "base.components.ask.memory");
  EXPECT_TRUE(ask.find_setting("snap-start")->boolean);
  EXPECT_EQ(ask.settings.size(), 3u);
  EXPECT_THAT(ask.works, ElementsAre(0));
  EXPECT_TRUE(component(design, "more").own);
}

TEST(Options, AValueReplacesAValueOfAnotherForm) {
  const ReadScenario scenario = read(
      "base: {components: {ask: {service: lambda, timeout: {assume: 1 min, because: usual}}}}\n"
      "options: {A: {components: {ask: {timeout: {unknown: true, between: [1 s, 2 s]}}}}}\n");
  const Value& timeout = component(design_of(scenario, "A"), "ask").find_setting("timeout")->value;
  EXPECT_TRUE(timeout.is_unknown());
  EXPECT_EQ(timeout.mean.high, 2.0);
}

TEST(Options, VariantsMergeVariantByVariant) {
  const ReadScenario scenario =
      read(option("    components: {endpoint: {variants: {a: {weight: 9}, c: {serves: v2}}}}\n"));
  const std::vector<Variant>& variants = component(design_of(scenario, "A"), "endpoint").variants;
  ASSERT_EQ(variants.size(), 3u);
  EXPECT_EQ(variants[0].name, "a");
  EXPECT_EQ(variants[0].serves, 0);
  EXPECT_EQ(variants[0].weight.mean.low, 9.0);
  EXPECT_EQ(variants[2].name, "c");
}

TEST(Options, SetChangesByDottedAddress) {
  const ReadScenario scenario =
      read(option("    components: {more: {service: sqs}}\n"
                  "    set:\n"
                  "      ask.timeout: 5 min\n"
                  "      more.delay: 3 s\n"
                  "      endpoint.variants.b.weight: 7\n"));
  const Design& design = design_of(scenario, "A");
  const Setting& timeout = *component(design, "ask").find_setting("timeout");
  EXPECT_EQ(timeout.value.mean.low, 300.0);
  EXPECT_EQ(timeout.value.path, "options.A.set.ask.timeout");
  EXPECT_EQ(timeout.key_place.line, 19u);
  EXPECT_TRUE(component(design, "ask").own);
  EXPECT_EQ(component(design, "more").find_setting("delay")->value.mean.low, 3.0);
  const std::vector<Variant>& variants = component(design, "endpoint").variants;
  EXPECT_EQ(variants[1].weight.mean.low, 7.0);
  EXPECT_EQ(variants[0].weight.mean.low, 2.0);
}

TEST(Options, SetNeedsAComponentAndAnAddress) {
  EXPECT_THAT(problems(option("    set: {timeout: 3 s, asq.timeout: 3 s, ask.timout: 3 s}\n")),
              ElementsAre(StartsWith("17:11 PLB0022 a key of 'set' must be an address"),
                          "17:25 PLB0025 there is no component 'asq' (did you mean 'ask'?)",
                          StartsWith("17:43 PLB0020 'timout' is not a key of 'ask'")));
}

TEST(Options, ReplaceSwapsTheServiceAndKeepsWorkAndConnections) {
  const ReadScenario scenario =
      read(option("    replace: {ask: {service: ecs-fargate, vcpus: 2}}\n"));
  const Design& design = design_of(scenario, "A");
  const Component& ask = component(design, "ask");
  EXPECT_EQ(ask.service->name, "ecs-fargate");
  EXPECT_THAT(ask.works, ElementsAre(0));
  EXPECT_EQ(ask.count.mean.low, 2.0);
  EXPECT_EQ(ask.settings.size(), 1u);  // the settings of the other service went with it
  EXPECT_THAT(arrows(design), ElementsAre("inbox>ask", "ask>endpoint", "endpoint>scorer"));
  EXPECT_TRUE(ask.own);
  EXPECT_THAT(problems(option("    replace: {asq: {service: batch}}\n")),
              ElementsAre(StartsWith("17:15 PLB0025 there is no component of the base 'asq'")));
}

TEST(Options, RemoveTakesConnectionsAlongAndSaysSo) {
  const ReadScenario scenario = read(option("    remove: [ask]\n"));
  const Design& design = design_of(scenario, "A");
  EXPECT_THAT(names(design), ElementsAre("inbox", "endpoint", "scorer"));
  EXPECT_THAT(arrows(design), ElementsAre("endpoint>scorer"));
  ASSERT_EQ(design.removals.size(), 1u);
  EXPECT_EQ(design.removals[0].name, "ask");
  EXPECT_EQ(design.removals[0].connections, 2);
  EXPECT_THAT(testing::shown(scenario.notes),
              ElementsAre("17:14 PLB0031 with 'ask' 2 connections of the base went away"));
}

TEST(Options, RemoveTakesAConnection) {
  const ReadScenario scenario =
      read(option("    remove: [ask -> endpoint]\n"
                  "    connections: [ask -> endpoint: {by: invoke}]\n"));
  const Design& design = design_of(scenario, "A");
  EXPECT_THAT(arrows(design), ElementsAre("inbox>ask", "endpoint>scorer", "ask>endpoint"));
  EXPECT_TRUE(design.connections[2].own);
  EXPECT_TRUE(scenario.notes.empty());
  ASSERT_EQ(design.removals.size(), 1u);
  EXPECT_EQ(design.removals[0].connections, 0);
}

TEST(Options, RemoveNeedsSomethingToRemove) {
  EXPECT_THAT(
      problems(option("    remove: [asq, ask, ask, inbox -> endpoint]\n")),
      ElementsAre("17:14 PLB0025 there is no component of the base 'asq' (did you mean 'ask'?)",
                  "17:24 PLB0025 there is no component of the base 'ask'",
                  "17:29 PLB0025 there is no connection of the base 'inbox -> endpoint' "
                  "(did you mean 'ask -> endpoint'?)"));
}

TEST(Options, ARemovedComponentCanBeginAnew) {
  const ReadScenario scenario = read(option(
      "    remove: [ask]\n    components: {ask: {service: batch}}\n    set: {ask.vcpus: 4}\n"));
  const Component& ask = component(design_of(scenario, "A"), "ask");
  EXPECT_EQ(ask.service->name, "batch");
  EXPECT_THAT(ask.works, IsEmpty());
  EXPECT_EQ(ask.find_setting("vcpus")->value.mean.low, 4.0);
}

TEST(Options, AConnectionToAPartOfAnotherOptionIsNamedAsThat) {
  EXPECT_THAT(problems("base: {components: {inbox: {service: s3}}}\n"
                       "options:\n"
                       "  A: {components: {ask: {service: lambda}}}\n"
                       "  B: {connections: [inbox -> ask]}\n"),
              ElementsAre("5:21 PLB0025 there is no component in option 'B' 'ask'"));
}

TEST(Options, ABaseConnectionMayNameWhatEachOptionAdds) {
  EXPECT_THAT(problems("base: {components: {inbox: {service: s3}}, connections: [inbox -> ask]}\n"
                       "options:\n"
                       "  A: {components: {ask: {service: lambda}}}\n"
                       "  B: {components: {ask: {service: batch}}}\n"),
              IsEmpty());
}

TEST(Options, AProblemOfTheBaseIsReportedOnce) {
  EXPECT_THAT(problems("base: {components: {inbox: {service: s4}}, connections: [inbox -> ask]}\n"
                       "options: {A: {}, B: {}, C: {}}\n"),
              ElementsAre(StartsWith("2:38 PLB0025 there is no service 's4'"),
                          StartsWith("2:58 PLB0025 there is no component or actor 'ask'")));
}

TEST(Options, LargeBasesAreSearchedToo) {
  std::string base = "base:\n  components:\n";
  for (int i = 0; i < 100; ++i) base += "    c" + std::to_string(i) + ": {service: lambda}\n";
  base += "  connections: [c1 -> c2, c2 -> c3]\n";
  const ReadScenario scenario =
      read(base +
           "options:\n  A:\n    remove: [c2]\n    components: {c50: {timeout: 1 s}, d: {service: "
           "sqs}}\n    set: {c99.timeout: 2 s, d.delay: 3 s}\n");
  const Design& design = design_of(scenario, "A");
  EXPECT_EQ(design.components.size(), 100u);
  EXPECT_EQ(design.find("c2"), kNone);
  EXPECT_EQ(design.components[static_cast<std::size_t>(design.find("c50"))].name, "c50");
  EXPECT_EQ(component(design, "c99").find_setting("timeout")->value.mean.low, 2.0);
  EXPECT_EQ(component(design, "d").find_setting("delay")->value.mean.low, 3.0);
  EXPECT_EQ(design.removals[0].connections, 2);
}

TEST(Options, TooManyPartsOfAllOptionsTogetherAreRefused) {
  std::string text = "base:\n  components:\n";
  for (int i = 0; i < 2000; ++i) text += "    c" + std::to_string(i) + ": {service: sqs}\n";
  text += "options:\n";
  for (int i = 0; i < 600; ++i) text += "  o" + std::to_string(i) + ": {}\n";
  EXPECT_THAT(problems(text), ElementsAre(HasSubstr("PLB0003 the number of parts of all options")));
}

TEST(Options, FormsThatExcludeEachOther) {
  EXPECT_THAT(problems(""),
              ElementsAre("1:1 PLB0029 expected 'design:' or 'options:', found neither"));
  EXPECT_THAT(problems("options: {}\n"), ElementsAre(HasSubstr("PLB0029")));
  EXPECT_THAT(problems("design: {}\noptions: {A: {}}\n"),
              ElementsAre("2:1 PLB0027 'design:' and 'options:' exclude each other"));
  EXPECT_THAT(problems("base: {}\ndesign: {}\n"), ElementsAre(HasSubstr("3:1 PLB0027 'base:'")));
  EXPECT_THAT(problems("options: {A: {sketch: true}}\n"),
              ElementsAre(StartsWith("2:15 PLB0026 'sketch'")));
  EXPECT_THAT(problems("options: {A: {component: {}}}\n"),
              ElementsAre("2:15 PLB0020 'component' is not a key of option 'A' (did you mean "
                          "'components'?)"));
  EXPECT_THAT(problems("options: {first answer: {}}\n"),
              ElementsAre(StartsWith("2:11 PLB0022 the key of an option")));
}

TEST(Options, ASketchHasNoConnectionsForARequirementToFollow) {
  const auto sketch = [](const std::string& requirement) {
    return problems("sketch: true\nworkloads: {w: {arrive: {period: 3 s}}}\nrequirements:\n  - " +
                    requirement + "\ndesign: {components: {a: {service: lambda}}}\n");
  };
  EXPECT_THAT(sketch("sustained: {of: w}"),
              ElementsAre(HasSubstr("PLB0027 'sustained' follows the work along connections")));
  EXPECT_THAT(sketch("reaches: {each: w, to: [a]}"), ElementsAre(HasSubstr("PLB0027 'reaches'")));
  for (const char* requirement :
       {"no-servers: true", "highly-available: true", "needs: transform-data", "idle-cost: none",
        "{latency: {of: w}, word: quickly}"}) {
    EXPECT_THAT(sketch(requirement), IsEmpty()) << requirement;
  }
}

TEST(Options, ASingleDesignIsOneOptionOfThatName) {
  const ReadScenario scenario = read(testing::kDesign);
  EXPECT_FALSE(scenario.scenario.has_options);
  ASSERT_EQ(scenario.scenario.options.size(), 1u);
  EXPECT_EQ(scenario.scenario.options[0].letter, "design");
  EXPECT_TRUE(design_of(scenario).components[0].own);
}

}  // namespace
}  // namespace plumbline
