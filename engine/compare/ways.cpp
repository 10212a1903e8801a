// An option that leaves open which of several services it takes: the best of its ways stands for
// it.
#include "engine/compare/ways.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/compare/criterion.hpp"
#include "engine/compare/loses_by.hpp"
#include "engine/compare/main_reason.hpp"
#include "engine/compare/ranking.hpp"
#include "engine/compare/shared.hpp"
#include "engine/compare/verdict.hpp"

namespace plumbline {
namespace {

std::vector<std::string_view> names_of(const OptionJudgement& way) {
  std::vector<std::string_view> names;
  for (const TakenService& taken : way.option->taken) names.push_back(taken.service->name);
  return names;
}

// Of several that tie the one with the better figures, then by the names of the services, so that
// the order in which they are written never matters.
std::size_t first_of(const Judgement& ways, Contests& contests) {
  const auto key = [&](std::size_t way) {
    std::vector<double> scores;
    for (std::size_t i = 0; i < contests.criteria().size(); ++i) {
      scores.push_back(contests.score(i, way));
    }
    return std::pair(std::move(scores), names_of(ways.options[way]));
  };
  std::size_t first = ways.ranking.front();
  for (const std::size_t way : ways.ranking) {
    if (ways.options[way].rank == ways.options[first].rank && key(way) < key(first)) first = way;
  }
  return first;
}

}  // namespace

OptionJudgement take_best_way(const Scenario& scenario, std::vector<OptionJudgement> ways) {
  if (ways.size() == 1) return std::move(ways.front());
  Judgement judgement;
  judgement.scenario = &scenario;
  judgement.options = std::move(ways);
  find_shared_findings(judgement);
  for (OptionJudgement& way : judgement.options) set_verdict(way, scenario.requirements);
  Contests contests(judgement, criteria_of(scenario));
  rank_options(judgement, contests);
  const std::size_t taken = first_of(judgement, contests);
  if (!judgement.best.empty()) judgement.best = {taken};
  set_main_reasons(judgement, contests);
  set_losses(judgement, contests);
  OptionJudgement best = std::move(judgement.options[taken]);
  for (const std::size_t way : judgement.ranking) {
    if (way != taken) best.fallen.push_back(std::move(judgement.options[way]));
  }
  best.shared_findings.clear();
  return best;
}

}  // namespace plumbline
