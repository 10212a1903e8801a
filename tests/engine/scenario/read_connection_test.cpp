// Connections: arrows, ends, mechanisms, what goes over them, settings that stand on them.
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using testing::design_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::problems;
using testing::read;
using ::testing::StartsWith;

// One item of `connections:`, on line 12 of the file.
std::string design(const std::string& item) {
  return "models: {v1: {}, v2: {}}\n"
         "actors: {shop: {kind: client}}\n"
         "design:\n"
         "  components:\n"
         "    inbox: {service: s3}\n"
         "    ask: {service: lambda}\n"
         "    endpoint: {service: sagemaker-endpoint, variants: {v1: {}, v2: {}}}\n"
         "    waiting: {service: sqs}\n"
         "    flow: {service: step-functions}\n"
         "  connections:\n"
         "    - " +
         item + "\n";
}
struct Drawn {
  ReadScenario read;
  const std::vector<Connection>& all() const { return design_of(read).connections; }
  const Connection& only() const { return all().at(0); }
};
Drawn drawn(const std::string& item) { return {read(design(item))}; }
std::vector<std::string> wrong(const std::string& item) { return problems(design(item)); }

TEST(Connection, Plain) {
  const Drawn plain = drawn("inbox -> ask");
  EXPECT_EQ(plain.only().from.component, 0);
  EXPECT_EQ(plain.only().to.component, 1);
  EXPECT_EQ(plain.only().by, nullptr);
  EXPECT_EQ(plain.only().place, (SourceRange{12, 7, 12, 19}));
  EXPECT_EQ(drawn("inbox->ask").only().to.name, "ask");
  EXPECT_EQ(drawn("inbox -> ask:").only().to.name, "ask");
}

TEST(Connection, MechanismByNameOrAlias) {
  const Drawn by = drawn("inbox -> ask: {by: s3-event}");
  EXPECT_EQ(by.only().by, Catalog::built_in().find_mechanism("event-notification"));
  EXPECT_EQ(by.only().by_place.column, 26u);
  EXPECT_EQ(drawn("inbox -> ask: {by: any}").only().by, nullptr);
  EXPECT_THAT(wrong("inbox -> ask: {by: invokee}"),
              ElementsAre("12:26 PLB0021 'invokee' is not a way of connecting two parts (did you "
                          "mean 'invoke'?)"));
  EXPECT_THAT(wrong("inbox -> ask: {by: witchcraft}"), ElementsAre(HasSubstr("by: {claimed: ...}")));
}

TEST(Connection, ClaimedMechanism) {
  EXPECT_EQ(drawn("inbox -> ask: {by: {claimed: a direct line}}").only().claimed, "a direct line");
  EXPECT_EQ(drawn("inbox -> ask: {claimed: a direct line}").only().claimed, "a direct line");
}

TEST(Connection, ChainsAreOneConnectionPerArrow) {
  const Drawn chain = drawn("inbox -> ask -> waiting: {waits: true}");
  ASSERT_EQ(chain.all().size(), 2u);
  EXPECT_EQ(chain.all()[1].from.name, "ask");
  EXPECT_EQ(chain.all()[1].to.name, "waiting");
  EXPECT_EQ(chain.all()[0].waits, true);
  EXPECT_EQ(chain.all()[1].waits, true);
}

TEST(Connection, ActorsDeclaredOrNot) {
  const Drawn shop = drawn("shop -> ask");
  EXPECT_FALSE(shop.only().from.is_component());
  EXPECT_EQ(shop.only().from.actor, 0);
  const Drawn clock = drawn("clock -> ask: {by: schedule, every: 1 day}");
  const World& world = clock.read.scenario.world;
  EXPECT_EQ(world.actors[static_cast<std::size_t>(clock.only().from.actor)].kind, ActorKind::Clock);
  ASSERT_TRUE(clock.only().every);
  EXPECT_DOUBLE_EQ(clock.only().every->mean.low, 86'400.0);
  EXPECT_EQ(clock.only().every->path, "design.connections.clock -> ask.every");
}

TEST(Connection, EndsMustExistAndEachIsReportedOnce) {
  EXPECT_THAT(
      wrong("inbox -> aks: {nonsense: 1}\n    - aks -> waiting\n    - aks -> endpoint"),
      ElementsAre("12:7 PLB0025 there is no component or actor 'aks' (did you mean 'ask'?)"));
  const auto result = read_scenario("plumbline: 1\n" + design("inbox -> aks\n    - aks -> waiting"),
                                    "test.yaml", Catalog::built_in());
  ASSERT_FALSE(result.has_value());
  ASSERT_EQ(result.error().all().front().related.size(), 1u);
  EXPECT_EQ(result.error().all().front().related.front().place.line, 13u);
}

TEST(Connection, WhatComesBack) {
  EXPECT_EQ(drawn("ask -> endpoint: {answer: back}").only().answer, Answer::Back);
  EXPECT_EQ(drawn("ask -> endpoint: {answer: location}").only().answer, Answer::Location);
  EXPECT_EQ(drawn("ask -> endpoint: {answer: dropped}").only().answer, Answer::None);
  EXPECT_FALSE(drawn("ask -> endpoint").only().answer.has_value());
  EXPECT_EQ(drawn("ask -> endpoint: {waits: false}").only().waits, false);
}

TEST(Connection, VariantsAreNamedEachOrSplit) {
  const Drawn each = drawn("ask -> endpoint: {variants: each}");
  EXPECT_EQ(each.only().variants, VariantChoice::Each);
  EXPECT_TRUE(each.only().variants_stated);
  const Drawn named = drawn("ask -> endpoint: {variants: v2}");
  EXPECT_EQ(named.only().variants, VariantChoice::Named);
  EXPECT_EQ(named.only().variant, "v2");
  const Drawn silent = drawn("ask -> endpoint");
  EXPECT_EQ(silent.only().variants, VariantChoice::ByWeight);
  EXPECT_FALSE(silent.only().variants_stated);
  EXPECT_TRUE(drawn("ask -> endpoint: {variants: by-weight}").only().variants_stated);
  EXPECT_THAT(wrong("ask -> endpoint: {variants: v3}"),
              ElementsAre(StartsWith("12:35 PLB0025 there is no variant of 'endpoint' 'v3'")));
}

TEST(Connection, WhatIsSent) {
  EXPECT_EQ(drawn("inbox -> ask: {sends: pointer}").only().pointer, true);
  EXPECT_EQ(drawn("inbox -> ask: {sends: item}").only().pointer, false);
  const Drawn size = drawn("flow -> ask: {sends: 4 MB}");
  ASSERT_TRUE(size.only().sends);
  EXPECT_DOUBLE_EQ(size.only().sends->mean.low, 4e6);
  EXPECT_FALSE(size.only().sends->of_the_world);
  EXPECT_TRUE(drawn("flow -> ask: {sends: unknown}").only().sends->is_unknown());
}

TEST(Connection, FiltersOfANotification) {
  const Drawn filter =
      drawn("inbox -> ask: {event: object-created, prefix: \"in/\", suffix: .csv}");
  EXPECT_EQ(filter.only().event, "object-created");
  EXPECT_EQ(filter.only().prefix, "in/");
  EXPECT_EQ(filter.only().suffix, ".csv");
}

TEST(Connection, SettingsOfEitherEndThatStandOnIt) {
  const Drawn polled = drawn("waiting -> ask: {by: poll, batch-size: 5, maximum-concurrency: 550}");
  const Setting* size = polled.only().find_setting("batch-size");
  ASSERT_NE(size, nullptr);
  EXPECT_DOUBLE_EQ(size->value.mean.low, 5.0);
  EXPECT_EQ(size->value.path, "design.connections.waiting -> ask.batch-size");
  EXPECT_NE(drawn("flow -> ask: {retry: 3}").only().find_setting("retry"), nullptr);
  EXPECT_THAT(wrong("inbox -> ask: {memory: 1 GB}"),
              ElementsAre(HasSubstr("(it is a setting of the component 'ask')")));
  EXPECT_THAT(wrong("inbox -> waiting: {batch-size: 5}"),
              ElementsAre(HasSubstr("it is a setting of AWS Lambda")));
  EXPECT_THAT(wrong("inbox -> ask: {ordering: {claimed: strict}}"), IsEmpty());
}

TEST(Connection, FormsThatAreNone) {
  EXPECT_THAT(wrong("inbox to ask"),
              ElementsAre("12:7 PLB0022 a connection must be 'a -> b', found text 'inbox to ask'"));
  EXPECT_THAT(wrong("inbox ->"), ElementsAre(HasSubstr("a connection must be 'a -> b'")));
  EXPECT_THAT(wrong("[inbox, ask]"), ElementsAre(HasSubstr("found a list")));
  EXPECT_THAT(wrong("inbox -> ask: poll"), ElementsAre(HasSubstr("must be a map")));
  EXPECT_THAT(wrong("{inbox -> ask: {}, ask -> waiting: {}}"),
              ElementsAre(HasSubstr("holds one connection, found 2 keys")));
  EXPECT_THAT(wrong("clock -> ask: {every: 0 s}"), ElementsAre(HasSubstr("every cannot be zero")));
}

}  // namespace
}  // namespace plumbline
