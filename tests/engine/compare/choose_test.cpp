// Several options as the answer: the best of each, combinations judged together, services left
// open.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/engine/compare/made.hpp"

namespace plumbline {
namespace {

using made::Case;
using made::duty;
using made::ledger;

struct EachCase : Case {
  explicit EachCase(std::size_t options, std::size_t places = 2) : Case(options) {
    judgement.places = places;
    for (std::size_t i = 0; i < options; ++i) set_hours(i, 10.0 * static_cast<double>(i + 1));
  }
};

TEST(ChooseEach, TheFirstOfTheRanking) {
  EachCase options(4);
  options.set_hours(0, 50.0);
  options.rank();
  EXPECT_EQ(options.best(), "BC");
  EXPECT_FALSE(options.judgement.tie);
  EXPECT_EQ(options.judgement.runner_up, 3u) << "D is next";
  EXPECT_EQ(rival_of_losers(options.judgement), 2u) << "D and A have to beat C";
  EXPECT_DOUBLE_EQ(options.judgement.difference_likely, 10.0);
}

TEST(ChooseEach, ATieAmongTheChosenDoesNotMatter) {
  EachCase options(3);
  options.set_hours(0, 10.0);
  options.set_hours(1, 10.1);
  options.rank();
  EXPECT_EQ(options.best(), "AB");
  EXPECT_FALSE(options.judgement.tie);
  EXPECT_TRUE(options.judgement.contenders.empty());
}

TEST(ChooseEach, ATieAtTheBorderSettlesNothing) {
  EachCase options(4);
  options[2].overhead = ledger({duty("alarms", "other work", {20.2, 20.2, 20.2})});
  options.rank();
  EXPECT_EQ(options.best(), "ABC");
  EXPECT_TRUE(options.judgement.tie);
  EXPECT_EQ(options.judgement.ground, Ground::Tie);
  EXPECT_THAT(options.judgement.contenders, ::testing::ElementsAre(1u, 2u));
}

TEST(ChooseEach, ACloseCallAtTheBorderSettlesNothing) {
  EachCase options(4);
  options[1].overhead = ledger({duty("releases", "first", {10, 20, 30})});
  options[2].overhead = ledger({duty("releases", "second", {12, 25, 36})});
  options.set_hours(3, 100.0);
  options.rank();
  EXPECT_EQ(options.best(), "ABC");
  EXPECT_TRUE(options.judgement.tie);
  EXPECT_EQ(options.judgement.ground, Ground::CloseCall);
}

TEST(ChooseEach, FewerThanAskedForAreNoSet) {
  EachCase options(3);
  options[1].verdict = Verdict::Open;
  options[2].verdict = Verdict::Eliminated;
  options.rank();
  EXPECT_EQ(options.best(), "");
  EXPECT_EQ(options.judgement.ground, Ground::TooFew);
  options[0].verdict = Verdict::Eliminated;
  options[1].verdict = Verdict::Eliminated;
  options.rank();
  EXPECT_EQ(options.judgement.ground, Ground::None);
}

TEST(ChooseEach, AsManyAsAreLeft) {
  EachCase options(3);
  options[2].verdict = Verdict::Eliminated;
  options.rank();
  EXPECT_EQ(options.best(), "AB");
  EXPECT_EQ(options.judgement.ground, Ground::Elimination);
  options[2].verdict = Verdict::Open;
  options.rank();
  EXPECT_EQ(options.best(), "AB");
  EXPECT_EQ(options.judgement.ground, Ground::OnlyViable);
}

// Declared before the judgement, which points into it.
struct Judged {
  ReadScenario read;
  Judgement judgement;

  [[nodiscard]] std::string best() const {
    std::string letters;
    for (const std::size_t index : judgement.best) {
      letters +=
          (letters.empty() ? "" : " ") + std::string(judgement.options[index].option->letter);
    }
    return letters;
  }
  // "A:fit-to-question B:chosen"
  [[nodiscard]] std::string offers() const {
    std::string text;
    for (const OfferJudgement& offer : judgement.offers) {
      text += (text.empty() ? "" : " ") + std::string(offer.offer->letter) + ":";
      text += offer.is_chosen ? "chosen"
                              : kind_info(judgement.options[offer.combination].main_kind).name;
    }
    return text;
  }
  [[nodiscard]] const OptionJudgement& option(std::string_view letter) const {
    return *std::ranges::find_if(judgement.options, [&](const OptionJudgement& one) {
      return one.option->letter == letter;
    });
  }
};

std::unique_ptr<Judged> judged(const std::string& text) {
  auto read = read_scenario("plumbline: 1\n" + text, "made.yaml", Catalog::built_in());
  if (!read.has_value()) {
    std::string why;
    for (const Finding& finding : read.error().all()) {
      why += render_message(finding.rule->message, finding) + "\n";
    }
    throw std::runtime_error(why);
  }
  auto made = std::make_unique<Judged>(Judged{std::move(read).value(), {}});
  made->judgement = judge(made->read.scenario);
  return made;
}

std::string needs(std::string_view options, std::string_view count = "2") {
  return "sketch: true\nchoose: {count: " + std::string(count) +
         ", as: together}\nrequirements:\n"
         "  - needs: {trace-requests: calls}\n"
         "  - needs: {record-api-calls: calls}\n"
         "options:\n" +
         std::string(options);
}
constexpr std::string_view kTrace = ": {components: {traces: {service: x-ray}}}\n";
constexpr std::string_view kRecord =
    ": {components: {record: {service: cloudtrail, mode: trail}}}\n";
constexpr std::string_view kAdvice = ": {components: {advice: {service: compute-optimizer}}}\n";
std::string option(std::string_view letter, std::string_view does) {
  return "  " + std::string(letter) + std::string(does);
}

TEST(ChooseTogether, EveryMemberMustContribute) {
  const auto found =
      judged(needs(option("A", kTrace) + option("B", kAdvice) + option("C", kRecord)));
  EXPECT_EQ(found->best(), "A+C");
  EXPECT_EQ(found->offers(), "A:chosen B:fit-to-question C:chosen");
  EXPECT_EQ(found->option("A+B").verdict, Verdict::Eliminated);
  EXPECT_EQ(found->option("A+B").main_kind, Kind::FitToQuestion);
}

TEST(ChooseTogether, AMemberBesideOneThatIsEnoughIsIdle) {
  const auto found =
      judged(needs("  A: {components: {traces: {service: x-ray}, record: {service: cloudtrail, "
                   "mode: trail}}}\n" +
                   option("B", kAdvice) + option("C", kRecord)));
  EXPECT_EQ(found->best(), "") << "A alone is enough, so no combination of two is";
  EXPECT_EQ(found->option("A+B").main_kind, Kind::FitToQuestion);
  EXPECT_EQ(found->judgement.ground, Ground::None);
}

TEST(ChooseTogether, ThreeOfFour) {
  const std::string third = ": {components: {keep: {service: s3}}}\n";
  const auto found = judged(needs(
      option("A", kTrace) + option("B", kRecord) + option("C", kAdvice) + option("D", third), "3"));
  EXPECT_EQ(found->best(), "") << "two are enough";
  EXPECT_EQ(found->option("A+B+C").main_kind, Kind::FitToQuestion);
}

TEST(ChooseTogether, OrderAndNamesDoNotMatter) {
  const std::string first =
      judged(needs(option("A", kTrace) + option("B", kAdvice) + option("C", kRecord)))->offers();
  EXPECT_EQ(first, "A:chosen B:fit-to-question C:chosen");
  const auto turned =
      judged(needs(option("C", kRecord) + option("A", kTrace) + option("B", kAdvice)));
  EXPECT_EQ(turned->best(), "C+A");
  EXPECT_EQ(turned->offers(), "C:chosen A:chosen B:fit-to-question");
  const auto renamed =
      judged(needs(option("z", kTrace) + option("y", kAdvice) + option("x", kRecord)));
  EXPECT_EQ(renamed->offers(), "z:chosen y:fit-to-question x:chosen");
}

// A reason of the design and an idle member weighed the same, and the earlier place decided: the
// order of the options changed the reason.
TEST(ChooseTogether, TheReasonDoesNotComeFromTheOrder) {
  const std::string world =
      "choose: {count: 2, as: together}\n"
      "programs: {measure: {takes: 2 min, memory: 1 GB}}\n"
      "workloads: {scans: {arrive: {rate: 30/day}, size: 4 MB, to: inbox}}\n"
      "requirements: [{reaches: {each: scans, programs: [measure]}}]\n"
      "base: {components: {inbox: {service: s3, existing: true}, worker: {blank: true}}}\n"
      "options:\n";
  const std::string fill = "  A: {fill: {worker: {service: lambda, runs: measure}}}\n";
  const std::string start = "  B: {connections: [{inbox -> worker: {by: event-notification}}]}\n";
  const std::string idle =
      "  C: {components: {waiting: {service: sqs}}, connections: [inbox -> waiting]}\n";
  const auto first = judged(world + fill + start + idle);
  EXPECT_EQ(first->offers(), "A:chosen B:chosen C:trigger");
  EXPECT_EQ(judged(world + idle + start + fill)->offers(), "C:trigger B:chosen A:chosen");
  EXPECT_EQ(judged(world + idle + fill + start)->offers(), "C:trigger A:chosen B:chosen");
}

TEST(ChooseTogether, ContradictoryMembersAreEliminatedAndComeLast) {
  const auto found = judged(needs(option("A", kTrace) + option("B", kRecord) +
                                  "  C: {components: {traces: {service: cloudwatch}}}\n"));
  const OptionJudgement& clash = found->option("A+C");
  EXPECT_EQ(found->best(), "A+B");
  EXPECT_EQ(clash.verdict, Verdict::Eliminated);
  EXPECT_EQ(clash.main_kind, Kind::Workflow);
  EXPECT_EQ(clash.findings.size(), 1u) << "nothing else is judged of it";
  EXPECT_EQ(found->judgement.ranking.back(), 1u);
  EXPECT_EQ(found->offers(), "A:chosen B:chosen C:fit-to-question") << "B+C can be built";
}

std::string run_for(std::string_view services, std::string_view minutes = "35") {
  return "objective: least operational overhead\n"
         "programs: {clean: {takes: " +
         std::string(minutes) +
         " min, memory: 2 GB, language: python}}\n"
         "workloads: {nights: {arrive: {rate: 1/day}, size: 1 GB, to: readings}}\n"
         "requirements: [{reaches: {each: nights, programs: [clean]}}]\n"
         "base: {components: {readings: {service: s3, existing: true}}}\n"
         "options:\n"
         "  A:\n"
         "    components: {job: {service: " +
         std::string(services) +
         ", runs: clean}}\n"
         "    connections:\n"
         "      - clock -> job: {by: schedule, every: 1 day}\n"
         "      - readings -> job: {by: read}\n"
         "  B:\n"
         "    components: {job: {service: lambda, runs: clean}}\n"
         "    connections:\n"
         "      - clock -> job: {by: schedule, every: 1 day}\n"
         "      - readings -> job: {by: read}\n";
}

TEST(AnyOf, TheOptionSurvivesIfOneServiceDoes) {
  const auto found = judged(run_for("{any-of: [lambda, glue]}"));
  const OptionJudgement& option = found->option("A");
  EXPECT_EQ(found->best(), "A");
  EXPECT_EQ(option.verdict, Verdict::Viable);
  EXPECT_EQ(option.option->taken.front().service->name, "glue");
  ASSERT_EQ(option.fallen.size(), 1u);
  EXPECT_EQ(option.fallen.front().verdict, Verdict::Eliminated);
  EXPECT_EQ(option.fallen.front().main_kind, Kind::RunTimeLimit);
}

TEST(AnyOf, AmongThoseThatSurviveTheObjectiveDecides) {
  const auto found = judged(run_for("{any-of: [ecs-fargate, glue, lambda]}", "5"));
  const OptionJudgement& option = found->option("A");
  EXPECT_EQ(option.option->taken.front().service->name, "lambda");
  ASSERT_EQ(option.fallen.size(), 2u);
  for (const OptionJudgement& fallen : option.fallen) {
    EXPECT_EQ(fallen.verdict, Verdict::Viable);
    EXPECT_TRUE(fallen.has_main_kind);
  }
}

TEST(AnyOf, AllFallWithTheBestOfThem) {
  const auto found = judged(run_for("{any-of: [lambda]}"));
  EXPECT_EQ(found->option("A").verdict, Verdict::Eliminated);
  EXPECT_TRUE(found->option("A").fallen.empty());
}

TEST(AnyOf, TheOrderOfTheListDoesNotMatter) {
  const auto first = judged(run_for("{any-of: [glue, ecs-fargate, lambda]}"));
  const auto turned = judged(run_for("{any-of: [lambda, ecs-fargate, glue]}"));
  EXPECT_EQ(first->option("A").option->taken.front().service,
            turned->option("A").option->taken.front().service);
  EXPECT_EQ(first->best(), turned->best());
}

TEST(AnyOf, OneServiceIsJudgedLikeTheServiceItself) {
  const auto open = judged(run_for("{any-of: [glue]}"));
  const auto plain = judged(run_for("glue"));
  EXPECT_EQ(open->best(), plain->best());
  EXPECT_DOUBLE_EQ(open->option("A").score, plain->option("A").score);
}

}  // namespace
}  // namespace plumbline
