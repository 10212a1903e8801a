// Models, programs, workloads, actors and the account.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::problems_of_world;
using testing::read_world;
using ::testing::StartsWith;

TEST(Works, ModelsComeBeforePrograms) {
  const ReadScenario read = read_world("programs: {job: {}}\nmodels: {v1: {}, v2:}\n");
  const World& world = read.scenario.world;
  ASSERT_EQ(world.works.size(), 3u);
  EXPECT_EQ(world.works[0].name, "v1");
  EXPECT_EQ(world.works[2].name, "job");
  EXPECT_EQ(world.works[2].kind, WorkKind::Program);
  EXPECT_EQ(world.find_work("job"), 2);
  EXPECT_EQ(world.find_work("none"), kNone);
  EXPECT_EQ(world.works[1].place.column, 18u);
}

TEST(Works, WhatIsNotSaidIsUnknownOrNothing) {
  const ReadScenario read = read_world("models: {v1: {}}\nprograms: {job: {}}\n");
  const Work& model = read.scenario.world.works[0];
  const Work& program = read.scenario.world.works[1];
  for (const Work* work : {&model, &program}) {
    for (const Value* value : {&work->takes, &work->memory, &work->size, &work->returns}) {
      EXPECT_TRUE(value->is_unknown()) << value->path;
      EXPECT_TRUE(value->place.is_nowhere());
      EXPECT_FALSE(value->because.empty()) << value->path;
    }
    EXPECT_EQ(work->disk.mean, Quantity::exactly(Dimension::Bytes, 0.0));
    EXPECT_EQ(work->disk.origin, Origin::Defaulted);
    EXPECT_EQ(work->gpu_memory.mean, Quantity::exactly(Dimension::Bytes, 0.0));
    EXPECT_FALSE(work->gpu.has_value());
  }
  EXPECT_EQ(model.takes.path, "models.v1.takes");
  EXPECT_EQ(program.takes.path, "programs.job.takes");
  EXPECT_TRUE(model.loads_in.is_unknown());
  EXPECT_EQ(program.loads_in.mean, Quantity::exactly(Dimension::Time, 0.0));
  EXPECT_NE(model.takes.mean, program.takes.mean);
}

TEST(Works, EveryKeyIsRead) {
  const ReadScenario read = read_world(
      "programs: {job: {takes: 1 s, memory: 2 GB, disk: 3 GB, size: 4 MB, loads-in: 5 s, returns: "
      "6 KB, gpu: false, language: python, runtime: spark, splittable: true}}\n"
      "models: {v1: {gpu: true, gpu-memory: 8 GB, framework: pytorch}}\n");
  const Work& model = read.scenario.world.works[0];
  const Work& job = read.scenario.world.works[1];
  EXPECT_DOUBLE_EQ(job.takes.mean.low, 1.0);
  EXPECT_DOUBLE_EQ(job.memory.mean.low, 2e9);
  EXPECT_DOUBLE_EQ(job.disk.mean.low, 3e9);
  EXPECT_DOUBLE_EQ(job.size.mean.low, 4e6);
  EXPECT_DOUBLE_EQ(job.loads_in.mean.low, 5.0);
  EXPECT_DOUBLE_EQ(job.returns.mean.low, 6e3);
  EXPECT_EQ(job.gpu, false);
  ASSERT_NE(job.language, nullptr);
  EXPECT_EQ(job.language->name, "python");
  ASSERT_NE(job.runtime, nullptr);
  EXPECT_EQ(job.runtime->name, "spark");
  EXPECT_EQ(job.splittable, true);
  ASSERT_NE(model.framework, nullptr);
  EXPECT_EQ(model.framework->name, "pytorch");
  EXPECT_DOUBLE_EQ(model.gpu_memory.mean.low, 8e9);
}

TEST(Works, AnAcceleratorHasMemory) {
  const ReadScenario asked = read_world("models: {v1: {gpu: true}}\n");
  EXPECT_TRUE(asked.scenario.world.works[0].gpu_memory.is_unknown());
  const ReadScenario implied = read_world("models: {v1: {gpu-memory: 8 GB}}\n");
  EXPECT_EQ(implied.scenario.world.works[0].gpu, true);
  EXPECT_THAT(problems_of_world("models: {v1: {gpu: false, gpu-memory: 8 GB}}\n"),
              ElementsAre("2:39 PLB0027 'v1' needs no GPU, but memory on one"));
}

TEST(Works, OneNameIsOneWork) {
  EXPECT_THAT(problems_of_world("models: {job: {}}\nprograms: {job: {}}\n"),
              ElementsAre("3:12 PLB0027 'job' is both a model and a program"));
}

TEST(Works, UnknownAndReservedKeys) {
  EXPECT_THAT(problems_of_world("models: {v1: {take: 1 s}}\n"),
              ElementsAre("2:15 PLB0020 'take' is not a key of the model 'v1' (did you mean "
                          "'takes'?)"));
  EXPECT_THAT(problems_of_world("models: {v1: {parameters: 7 billion}}\n"),
              ElementsAre(StartsWith("2:15 PLB0026 'parameters'")));
}

TEST(Workloads, EveryKeyIsRead) {
  const ReadScenario read = read_world(
      "workloads:\n  docs: {arrive: {rate: 1/s}, size: 200 KB, to: inbox, from: shop, "
      "sender-waits: true, label: confidential}\nactors: {shop: {kind: client}}\n");
  const Workload& docs = read.scenario.world.workloads[0];
  EXPECT_EQ(docs.name, "docs");
  EXPECT_EQ(docs.place, (SourceRange{3, 3, 3, 7}));
  EXPECT_DOUBLE_EQ(docs.size.mean.low, 2e5);
  EXPECT_EQ(docs.to, "inbox");
  EXPECT_EQ(docs.to_place.line, 3u);
  EXPECT_EQ(docs.from, "shop");
  EXPECT_EQ(docs.sender_waits, true);
  EXPECT_EQ(docs.label, "confidential");
}

TEST(Workloads, EndsMustExist) {
  EXPECT_THAT(problems_of_world("workloads: {docs: {to: inbux, from: shop}}\n"),
              ElementsAre("2:24 PLB0025 there is no component or actor 'inbux' (did you mean "
                          "'inbox'?)",
                          "2:37 PLB0025 there is no actor 'shop'"));
}

TEST(Workloads, AnActorThatNeedsNoDeclarationComesIntoBeing) {
  const ReadScenario read = read_world("workloads: {docs: {from: client, to: clock}}\n");
  const World& world = read.scenario.world;
  ASSERT_NE(world.find_actor("client"), kNone);
  EXPECT_EQ(world.actors[static_cast<std::size_t>(world.find_actor("client"))].kind,
            ActorKind::Client);
  EXPECT_NE(world.find_actor("clock"), kNone);
  EXPECT_EQ(world.find_actor("person"), kNone);
}

TEST(Actors, KindsAndTimes) {
  const ReadScenario read = read_world(
      "actors: {ann: {kind: person}, bob: {kind: person, takes: 5 min}, "
      "erp: {kind: system}, person:}\n");
  const std::vector<Actor>& actors = read.scenario.world.actors;
  ASSERT_EQ(actors.size(), 4u);
  EXPECT_TRUE(actors[0].takes.is_unknown());
  EXPECT_EQ(actors[0].takes.path, "actors.ann.takes");
  EXPECT_DOUBLE_EQ(actors[1].takes.mean.low, 300.0);
  EXPECT_EQ(actors[2].kind, ActorKind::System);
  EXPECT_EQ(actors[2].takes.origin, Origin::Defaulted);
  EXPECT_EQ(actors[3].kind, ActorKind::Person);
  EXPECT_EQ(actor_kind_name(ActorKind::System), "system");
}

TEST(Actors, MustNotShareTheNameOfAComponent) {
  EXPECT_THAT(problems_of_world("actors: {launch: {kind: system}}\n"),
              ElementsAre("6:5 PLB0027 'launch' is both a component and an actor"));
}

TEST(Account, QuotasInTheDimensionOfTheirFact) {
  const ReadScenario read = read_world(
      "account: {new: true, lambda-concurrency: {quota: 2000, used-by-others: 400}, "
      "step-functions-transitions: {quota: 500/s}}\n");
  const World& world = read.scenario.world;
  EXPECT_EQ(world.new_customer, true);
  ASSERT_EQ(world.quotas.size(), 2u);
  EXPECT_EQ(world.quotas[0].quota->mean, Quantity::exactly(Dimension::Count, 2000.0));
  EXPECT_EQ(world.quotas[0].used_by_others->path, "account.lambda-concurrency.used-by-others");
  EXPECT_EQ(world.quotas[1].quota->mean, Quantity::exactly(Dimension::Rate, 500.0));
  EXPECT_FALSE(world.quotas[1].used_by_others.has_value());
}

TEST(Account, OthersCannotUseMoreThanThereIs) {
  EXPECT_THAT(
      problems_of_world("account: {lambda-concurrency: {quota: 100, used-by-others: 400}}\n"),
      ElementsAre("2:60 PLB0027 others use more than the whole quota"));
}

TEST(Account, EveryPoolOfTheCatalogIsKnown) {
  for (const Service& service : Catalog::built_in().services()) {
    for (const Fact& fact : service.facts) {
      if (fact.group != FactGroup::Limit || fact.qualifier.empty() ||
          !fact.scope.starts_with("per-account")) {
        continue;
      }
      EXPECT_THAT(problems_of_world("account: {" + std::string(fact.qualifier) + ": {}}\n"),
                  IsEmpty())
          << fact.id;
    }
  }
}

TEST(World, LongListsAreSearchedToo) {
  std::string text = "workloads:\n";
  for (int i = 0; i < 200; ++i) text += "  w" + std::to_string(i) + ":\n";
  text += "models:\n";
  for (int i = 0; i < 200; ++i) text += "  m" + std::to_string(i) + ":\n";
  text += "programs:\n  m7:\n  p1:\n";
  EXPECT_THAT(problems_of_world(text),
              ElementsAre(HasSubstr("'m7' is both a model and a program")));
  const std::size_t twice = text.find("  m7:\n  p1");
  const ReadScenario read = read_world(text.erase(twice, 6));
  EXPECT_EQ(read.scenario.world.find_workload("w150"), 150);
  EXPECT_EQ(read.scenario.world.find_work("p1"), 200);
}

}  // namespace
}  // namespace plumbline
