// Components: service, mode, works, variants, families and settings of every type.
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using testing::component;
using testing::design_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::problems;
using testing::read;
using ::testing::StartsWith;

constexpr std::string_view kModels = "models: {v1: {}, v2: {}}\nprograms: {job: {}}\n";

// One component named `it`, on line 6.
std::string design(const std::string& keys) {
  return std::string(kModels) + "design:\n  components:\n    it: {" + keys + "}\n";
}
struct It {
  ReadScenario read;
  const Component& component() const { return testing::component(design_of(read), "it"); }
};
It it(const std::string& keys) { return {read(design(keys))}; }
std::vector<std::string> wrong(const std::string& keys) { return problems(design(keys)); }

TEST(Component, ServiceByNameOrAlias) {
  const It named = it("service: Fargate");
  EXPECT_EQ(named.component().service, Catalog::built_in().find_service("ecs-fargate"));
  EXPECT_EQ(named.component().service_as_written, "Fargate");
  EXPECT_EQ(named.component().service_place, (SourceRange{6, 19, 6, 26}));
  EXPECT_EQ(named.component().place, (SourceRange{6, 5, 6, 7}));
  EXPECT_TRUE(named.component().own);
}

TEST(Component, UnknownServicesGetASuggestion) {
  EXPECT_THAT(wrong("service: lamda, timeout: 3 s, nonsense: 1"),
              ElementsAre("6:19 PLB0025 there is no service 'lamda' (did you mean 'lambda'?)"));
  EXPECT_THAT(wrong("service: code"), ElementsAre(StartsWith("6:19 PLB0026 'code'")));
  EXPECT_THAT(wrong("service: instance-types"),
              ElementsAre(StartsWith("6:19 PLB0025 there is no service 'instance-types'")));
}

TEST(Component, ModeIsTheClassicOneUnlessStated) {
  const It classic = it("service: step-functions");
  EXPECT_EQ(classic.component().mode, "standard");
  EXPECT_FALSE(classic.component().mode_stated);
  const It express = it("service: step-functions, mode: express");
  EXPECT_EQ(express.component().mode, "express");
  EXPECT_TRUE(express.component().mode_stated);
  EXPECT_THAT(wrong("mode: expres, service: step-functions"),
              ElementsAre("6:16 PLB0021 'expres' is not a mode of AWS Step Functions (did you mean "
                          "'express'?)"));
}

TEST(Component, WorksByAnyOfTheThreeWords) {
  const It several = it("service: lambda, serves: [v2, v1, v2], runs: job");
  EXPECT_THAT(several.component().works, ElementsAre(1, 0, 2));
  EXPECT_FALSE(several.component().works_implied);
  EXPECT_THAT(wrong("service: lambda, runs: jib"),
              ElementsAre("6:33 PLB0025 there is no model or program 'jib' (did you mean 'job'?)"));
}

TEST(Component, WorksThatNeedNotBeSaid) {
  // One job per model serves all models, and no program.
  const It all = it("service: sagemaker-batch-transform, one-per: [model, item]");
  EXPECT_THAT(all.component().works, ElementsAre(0, 1));
  EXPECT_TRUE(all.component().works_implied);
  EXPECT_TRUE(all.component().one_per_work);
  EXPECT_TRUE(all.component().one_per_item);
  // Several models and nothing said: none is implied.
  EXPECT_THAT(it("service: sagemaker-endpoint").component().works, ElementsAre());
  // Own code serves what it says and nothing else.
  EXPECT_THAT(it("service: lambda, one-per: model").component().works, ElementsAre());
  const ReadScenario only =
      read("models: {v1: {}}\ndesign: {components: {it: {service: sagemaker-endpoint}}}\n");
  EXPECT_THAT(component(design_of(only), "it").works, ElementsAre(0));
}

TEST(Component, Variants) {
  const It two =
      it("service: sagemaker-endpoint, variants: {v1: , b: {serves: v2, weight: 3, "
         "shadow: true, instance-type: ml.g5.xlarge, instance-count: 2}}");
  const std::vector<Variant>& variants = two.component().variants;
  ASSERT_EQ(variants.size(), 2u);
  EXPECT_EQ(variants[0].serves, 0);  // named after its model
  EXPECT_DOUBLE_EQ(variants[0].weight.mean.low, 1.0);
  EXPECT_FALSE(variants[0].weight_stated);
  EXPECT_EQ(variants[1].serves, 1);
  EXPECT_DOUBLE_EQ(variants[1].weight.mean.low, 3.0);
  EXPECT_TRUE(variants[1].weight_stated);
  EXPECT_EQ(variants[1].weight.path, "design.components.it.variants.b.weight");
  EXPECT_TRUE(variants[1].shadow);
  ASSERT_EQ(variants[1].settings.size(), 2u);
  EXPECT_EQ(variants[1].settings[0].text, "ml.g5.xlarge");
  EXPECT_DOUBLE_EQ(variants[1].settings[1].value.mean.low, 2.0);
  EXPECT_THAT(two.component().works, ElementsAre());
  EXPECT_THAT(wrong("service: sagemaker-endpoint, variants: {a: {serves: v3}}"),
              ElementsAre(StartsWith("6:62 PLB0025 there is no model or program 'v3'")));
  EXPECT_THAT(wrong("service: sagemaker-endpoint, variants: {a: {autoscaling: true}}"),
              ElementsAre("6:54 PLB0020 'autoscaling' is not a key of the variant 'a' (it is said "
                          "of the whole component)"));
}

TEST(Component, CountsAreWholeNumbersFromOneOn) {
  const It counted = it("service: lambda, count: 40, splits: 3");
  EXPECT_DOUBLE_EQ(counted.component().count.mean.low, 40.0);
  EXPECT_FALSE(counted.component().count.of_the_world);
  EXPECT_DOUBLE_EQ(counted.component().splits.mean.low, 3.0);
  const It one = it("service: lambda");
  EXPECT_DOUBLE_EQ(one.component().count.mean.low, 1.0);
  EXPECT_EQ(one.component().count.origin, Origin::Defaulted);
  EXPECT_DOUBLE_EQ(one.component().splits.mean.low, 1.0);
  EXPECT_DOUBLE_EQ(it("service: lambda, count: unknown").component().count.mean.low, 1.0);
  for (const char* count : {"0", "2.5"}) {
    EXPECT_THAT(wrong("service: lambda, count: " + std::string(count)),
                ElementsAre("6:34 PLB0027 'count' is not a whole number from 1 on"));
  }
}

TEST(Setting, OfEveryType) {
  const It set =
      it("service: lambda, timeout: 10 min, package: IMAGE, snap-start: true, runtime: "
         "python3.12");
  const Component& component = set.component();
  const Setting* timeout = component.find_setting("timeout");
  ASSERT_NE(timeout, nullptr);
  EXPECT_EQ(timeout->value.mean, Quantity::exactly(Dimension::Time, 600.0));
  EXPECT_EQ(timeout->value.path, "design.components.it.timeout");
  EXPECT_FALSE(timeout->value.of_the_world);
  EXPECT_EQ(timeout->written, Written::Stated);
  EXPECT_EQ(timeout->key_place.column, 27u);
  EXPECT_EQ(timeout->place.column, 36u);
  EXPECT_EQ(timeout->info, component.service->find_setting("timeout"));
  EXPECT_EQ(component.find_setting("package")->text, "image");
  EXPECT_TRUE(component.find_setting("snap-start")->boolean);
  EXPECT_EQ(component.find_setting("runtime")->text, "python3.12");
  EXPECT_EQ(component.find_setting("memory"), nullptr);
}

TEST(Setting, UnknownAndFreeAreTheLegalValues) {
  const Service& lambda = *Catalog::built_in().find_service("lambda");
  const Fact* most = Catalog::built_in().find_fact(lambda, "function-timeout-max", "default", {});
  ASSERT_NE(most, nullptr);
  const It free =
      it("service: lambda, timeout: free, memory: {unknown: true, between: [1 GB, 2 GB]}");
  const Setting& timeout = *free.component().find_setting("timeout");
  EXPECT_EQ(timeout.written, Written::Free);
  EXPECT_EQ(timeout.value.origin, Origin::Chosen);
  EXPECT_DOUBLE_EQ(timeout.value.mean.high, most->value);
  const Setting& memory = *free.component().find_setting("memory");
  EXPECT_EQ(memory.written, Written::Unknown);
  EXPECT_EQ(memory.value.mean, (Quantity{Dimension::Bytes, 1e9, 2e9}));
  const It unknown = it("service: lambda, timeout: {unknown: true, because: nobody looked}");
  EXPECT_DOUBLE_EQ(unknown.component().find_setting("timeout")->value.mean.high, most->value);
  const It word = it("service: lambda, package: unknown, snap-start: free");
  EXPECT_EQ(word.component().find_setting("package")->written, Written::Unknown);
  EXPECT_EQ(word.component().find_setting("snap-start")->written, Written::Free);
}

TEST(Setting, ClaimsAreKeptWhetherTheSettingExistsOrNot) {
  const It claims =
      it("service: lambda, visibility-timeout: {claimed: 5 minutes}, memory: {claimed: "
         "as needed}");
  const Setting* visibility = claims.component().find_setting("visibility-timeout");
  ASSERT_NE(visibility, nullptr);
  EXPECT_EQ(visibility->written, Written::Claimed);
  EXPECT_EQ(visibility->info, nullptr);
  EXPECT_EQ(visibility->text, "5 minutes");
  EXPECT_NE(claims.component().find_setting("memory")->info, nullptr);
}

TEST(Setting, ThatBelongsElsewhereSaysWhere) {
  EXPECT_THAT(wrong("service: lambda, visibility-timeout: 5 min"),
              ElementsAre("6:27 PLB0020 'visibility-timeout' is not a key of 'it' (AWS Lambda) (it "
                          "is a setting of Amazon SQS; write 'visibility-timeout: {claimed: ...}' "
                          "to have it judged)"));
  EXPECT_THAT(wrong("service: lambda, batch-size: 5"),
              ElementsAre(HasSubstr("(it is said of a connection, beside 'by:')")));
  EXPECT_THAT(wrong("service: lambda, timout: 5 s"),
              ElementsAre(HasSubstr("(did you mean 'timeout'?)")));
  EXPECT_THAT(wrong("service: lambda, network: private"),
              ElementsAre(StartsWith("6:27 PLB0026 'network'")));
}

TEST(Setting, ValuesOfTheWrongKind) {
  EXPECT_THAT(wrong("service: lambda, timeout: 5 MB"), ElementsAre(StartsWith("6:36 PLB0024")));
  EXPECT_THAT(wrong("service: lambda, timeout: {p50: 1 s, p99: 2 s}"),
              ElementsAre("6:36 PLB0022 timeout must be a time, found a map"));
  EXPECT_THAT(
      wrong("service: lambda, package: tar"),
      ElementsAre(StartsWith("6:36 PLB0021 'tar' is not a value of the setting 'package'")));
  EXPECT_THAT(wrong("service: lambda, snap-start: yes"),
              ElementsAre(StartsWith("6:39 PLB0022 snap-start must be true or false")));
  EXPECT_THAT(wrong("service: lambda, runtime: [a, b]"), ElementsAre(HasSubstr("found a list")));
}

TEST(Component, NamesAreNamesAndNoActors) {
  EXPECT_THAT(problems("design: {components: {a.b: {service: s3}}}\n"),
              ElementsAre(StartsWith("2:23 PLB0022 the name of a component must be a short name")));
  EXPECT_THAT(problems("design: {components: {person: {service: s3}}}\n"),
              ElementsAre(StartsWith("2:23 PLB0027 'person' is the name of an actor")));
  // Names in any script are fine.
  const ReadScenario korean = read("design: {components: {문서함: {service: s3}}}\n");
  EXPECT_NE(design_of(korean).find("문서함"), kNone);
}

}  // namespace
}  // namespace plumbline
