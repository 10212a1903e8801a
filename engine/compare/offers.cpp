// `choose: {as: together}`: what becomes of each option as it is written.
#include "engine/compare/offers.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "engine/compare/nearest_miss.hpp"

namespace plumbline {
namespace {

bool contains(const OptionJudgement& combination, std::size_t offer) {
  const std::vector<std::size_t>& members = combination.option->members;
  return std::ranges::find(members, offer) != members.end();
}

// Survivors by rank; of the eliminated ones, which have no order that matters, the nearest miss.
// What is left is told apart by the reason, so that the order of the options never matters.
bool is_better(const OptionJudgement& a, const OptionJudgement& b,
               std::span<const Requirement> requirements) {
  const bool a_falls = a.verdict == Verdict::Eliminated;
  const bool b_falls = b.verdict == Verdict::Eliminated;
  if (a_falls != b_falls) return b_falls;
  if (a_falls) {
    const Miss first = miss_of(a, requirements);
    const Miss second = miss_of(b, requirements);
    if (first < second || second < first) return first < second;
  }
  return std::tie(a.rank, a.main_kind) < std::tie(b.rank, b.main_kind);
}

}  // namespace

void find_offers(Judgement& judgement) {
  const Scenario& scenario = *judgement.scenario;
  judgement.offers.clear();
  for (std::size_t offer = 0; offer < scenario.offers.size(); ++offer) {
    OfferJudgement found;
    found.offer = &scenario.offers[offer];
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < judgement.options.size(); ++i) {
      const OptionJudgement& combination = judgement.options[i];
      if (!contains(combination, offer)) continue;
      if (!best || is_better(combination, judgement.options[*best], scenario.requirements)) {
        best = i;
      }
    }
    if (!best) continue;
    found.combination = *best;
    found.is_chosen = std::ranges::any_of(
        judgement.best, [&](std::size_t i) { return contains(judgement.options[i], offer); });
    judgement.offers.push_back(found);
  }
}

}  // namespace plumbline
