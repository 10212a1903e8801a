// `choose: {as: together}`: members without which a combination would do just as much.
#include "engine/compare/contribution.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "engine/checks/contribution.hpp"
#include "engine/checks/rule.hpp"
#include "engine/checks/suppress.hpp"
#include "engine/compare/verdict.hpp"

namespace plumbline {
namespace {

// How heavily each demand (requirement, or rule that no requirement stands behind) is broken.
using Breaches = std::map<std::pair<std::int32_t, std::string_view>, Weighs>;

Breaches breaches_of(const Findings& findings, std::span<const Requirement> requirements) {
  Breaches breaches;
  for (const Finding& finding : findings.all()) {
    const Weighs weight = weigh(finding, requirements);
    // What a rule leaves open says nothing about what was asked for.
    const Weighs least = finding.requirement < 0 ? Weighs::Doubt : Weighs::Condition;
    if (weight < least) continue;
    const std::string_view rule = finding.requirement < 0 ? finding.rule->id : std::string_view{};
    Weighs& heaviest = breaches[{finding.requirement, rule}];
    heaviest = std::max(heaviest, weight);
  }
  return breaches;
}

bool breaks_no_more(const Breaches& rest, const Breaches& whole) {
  return std::ranges::all_of(rest, [&](const auto& breach) {
    const auto known = whole.find(breach.first);
    return known != whole.end() && known->second >= breach.second;
  });
}

// What each way to lay a combination out breaks; none where it cannot be laid out.
std::vector<Breaches> breaches_of(const Scenario& scenario, const Option& option) {
  std::vector<Breaches> breaches;
  if (!option.design.clashes.empty()) return breaches;
  const auto add = [&](const Option& way) {
    const Pipeline pipeline = Pipeline::build(scenario, way.design);
    const Estimates estimates = evaluate(pipeline);
    breaches.push_back(
        breaches_of(check_option({pipeline, estimates}, way), scenario.requirements));
  };
  add(option);
  for (const Option& other : option.others) add(other);
  return breaches;
}

// How each way out is dealt with, where the most secure option is asked for; else nothing.
std::vector<int> grades_of(const Scenario& scenario, const Option& option) {
  if (scenario.objective != Objective::MostSecure || !option.design.clashes.empty()) return {};
  return exposure_of(Pipeline::build(scenario, option.design)).grades;
}

// Whether some way out is dealt with better than without the member.
bool adds_cover(const std::vector<int>& rest, const OptionJudgement& combination) {
  if (!combination.exposure || rest.empty()) return false;
  return !std::ranges::equal(rest, combination.exposure->grades, std::ranges::greater_equal{});
}

}  // namespace

void find_idle_members(Judgement& judgement) {
  const Scenario& scenario = *judgement.scenario;
  struct Rest {
    std::string_view letter;
    std::vector<Breaches> ways;
    std::vector<int> grades;
  };
  std::map<std::vector<std::size_t>, Rest> rests;  // by members
  for (const Option& rest : scenario.remainders) {
    rests[rest.members] = {rest.letter, breaches_of(scenario, rest), grades_of(scenario, rest)};
  }
  for (OptionJudgement& combination : judgement.options) {
    if (is_unlaid(combination)) continue;
    const Breaches whole = breaches_of(combination.findings, scenario.requirements);
    bool is_any_idle = false;
    for (const std::size_t member : combination.option->members) {
      std::vector<std::size_t> others = combination.option->members;
      std::erase(others, member);
      const auto rest = rests.find(others);
      if (rest == rests.end()) continue;
      const bool is_idle = !adds_cover(rest->second.grades, combination) &&
                           std::ranges::any_of(rest->second.ways, [&](const Breaches& way) {
                             return breaks_no_more(way, whole);
                           });
      if (!is_idle) continue;
      is_any_idle = true;
      const Offer& offer = scenario.offers[member];
      combination.findings.add(member_contributes_nothing, offer.place)
          .with("member", std::string(offer.letter))
          .with("rest", std::string(rest->second.letter));
    }
    if (is_any_idle) combination.findings.finish();
  }
}

}  // namespace plumbline
