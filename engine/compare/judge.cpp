// The main job: every option judged, then eliminated or ranked, then explained.
#include <algorithm>
#include <utility>

#include "engine/base/assert.hpp"
#include "engine/checks/rule.hpp"
#include "engine/checks/suppress.hpp"
#include "engine/compare/contribution.hpp"
#include "engine/compare/criterion.hpp"
#include "engine/compare/judgement.hpp"
#include "engine/compare/loses_by.hpp"
#include "engine/compare/main_reason.hpp"
#include "engine/compare/nearest_miss.hpp"
#include "engine/compare/offers.hpp"
#include "engine/compare/provenance.hpp"
#include "engine/compare/ranking.hpp"
#include "engine/compare/shared.hpp"
#include "engine/compare/symptoms.hpp"
#include "engine/compare/today.hpp"
#include "engine/compare/verdict.hpp"
#include "engine/compare/ways.hpp"

namespace plumbline {
namespace {

// What a bound without a quantile means (DESIGN section 2).
constexpr double kQuantile = 0.99;

std::vector<WorkloadLatency> latencies_of(const Pipeline& pipeline, const Estimates& estimates) {
  std::vector<WorkloadLatency> latencies;
  const auto workloads = static_cast<WorkloadId>(pipeline.world().workloads.size());
  latencies.reserve(static_cast<std::size_t>(workloads));
  for (WorkloadId workload = 0; workload < workloads; ++workload) {
    latencies.push_back(
        {workload, latency_of(pipeline, estimates, workload, kQuantile, Waiting::Exclude)});
  }
  return latencies;
}

bool asks_for_security(const Scenario& scenario) {
  return scenario.objective == Objective::MostSecure ||
         std::ranges::find(scenario.then, Objective::MostSecure) != scenario.then.end();
}

// Everything about one option that does not need the others.
OptionJudgement judge_alone(const Scenario& scenario, const Option& option) {
  OptionJudgement judgement;
  judgement.option = &option;
  judgement.pipeline = std::make_unique<Pipeline>(Pipeline::build(scenario, option.design));
  const Pipeline& pipeline = *judgement.pipeline;
  judgement.estimates = evaluate(pipeline);
  judgement.findings = check_option({pipeline, judgement.estimates}, option);
  judgement.overhead = overhead_of(pipeline, judgement.estimates);
  judgement.effort = effort_of(pipeline, judgement.estimates);
  judgement.cost = cost_of(pipeline, judgement.estimates);
  if (asks_for_security(scenario)) judgement.exposure = exposure_of(pipeline);
  judgement.latencies = latencies_of(pipeline, judgement.estimates);
  judgement.chosen = chosen_settings(pipeline);
  return judgement;
}

// The best of the ways to take its services.
OptionJudgement judge_ways(const Scenario& scenario, const Option& option) {
  std::vector<OptionJudgement> ways;
  ways.push_back(judge_alone(scenario, option));
  for (const Option& other : option.others) ways.push_back(judge_alone(scenario, other));
  return take_best_way(scenario, std::move(ways));
}

}  // namespace

Judgement judge_at_its_day(const Scenario& scenario) {
  Judgement judgement;
  judgement.scenario = &scenario;
  if (scenario.choice.form == ChoiceForm::Each) judgement.places = scenario.choice.count;
  for (const Option& option : scenario.options) {
    judgement.options.push_back(judge_ways(scenario, option));
  }
  find_idle_members(judgement);
  judge_symptoms(judgement);
  find_shared_findings(judgement);
  for (OptionJudgement& option : judgement.options) set_verdict(option, scenario.requirements);
  find_shared_conditions(judgement);
  Contests contests(judgement, criteria_of(scenario));
  rank_options(judgement, contests);
  set_main_reasons(judgement, contests);
  set_losses(judgement, contests);
  find_nearest_miss(judgement);
  find_offers(judgement);
  find_provenance(judgement);
  return judgement;
}

Judgement judge(const Scenario& scenario) {
  Judgement judgement = judge_at_its_day(scenario);
  judge_today(judgement);
  return judgement;
}

bool is_unlaid(const OptionJudgement& judgement) {
  return judgement.option != nullptr && !judgement.option->design.clashes.empty();
}

std::size_t rival_of_losers(const Judgement& judgement) {
  PLUMBLINE_ASSERT(!judgement.best.empty());
  return judgement.places > 1 ? judgement.best[judgement.places - 1] : judgement.best.front();
}

std::string_view ground_name(Ground ground) {
  switch (ground) {
    case Ground::None:
      return "none";
    case Ground::TooFew:
      return "too-few";
    case Ground::Undecided:
      return "undecided";
    case Ground::Only:
      return "only";
    case Ground::Elimination:
      return "elimination";
    case Ground::OnlyViable:
      return "only-viable";
    case Ground::Wants:
      return "wants";
    case Ground::Dominance:
      return "dominance";
    case Ground::Likely:
      return "likely";
    case Ground::CloseCall:
      return "close-call";
    case Ground::Tie:
      return "tie";
  }
  throw InternalError("a ground that does not exist");
}

}  // namespace plumbline
