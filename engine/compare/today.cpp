// The scenario judged once more by today's facts, when it fixes another day.
#include "engine/compare/today.hpp"

#include <algorithm>
#include <map>

#include "engine/catalog/days.hpp"

namespace plumbline {
namespace {

// Whether anything that the designs use began or ended between the two days: most scenarios need no
// second judgement.
bool may_differ(const Judgement& judgement, std::string_view then, std::string_view now) {
  const auto separates = [&](std::string_view day) {
    return !day.empty() && is_before(then, day) != is_before(now, day);
  };
  const auto changed = [&](const Fact& fact) {
    return separates(fact.since) || separates(fact.until);
  };
  const auto uses_what_changed = [&](const OptionJudgement& option) {
    return std::ranges::any_of(option.pipeline->parts(), [&](const Part& part) {
      return part.service != nullptr && (separates(part.service->closed_to_new_since) ||
                                         separates(part.service->support_ends) ||
                                         std::ranges::any_of(part.service->facts, changed));
    });
  };
  return std::ranges::any_of(judgement.options, [&](const OptionJudgement& option) {
    return uses_what_changed(option) || std::ranges::any_of(option.fallen, uses_what_changed);
  });
}

std::vector<std::string> letters_of(const Judgement& judgement) {
  std::vector<std::string> letters;
  for (const std::size_t index : judgement.best) {
    letters.emplace_back(judgement.options[index].option->letter);
  }
  return letters;
}

std::vector<Verdict> verdicts_of(const Judgement& judgement) {
  std::vector<Verdict> verdicts;
  for (const OptionJudgement& option : judgement.options) verdicts.push_back(option.verdict);
  return verdicts;
}

}  // namespace

std::vector<ChangedFact> changed_facts(const Judgement& then, const Judgement& now) {
  const Catalog& catalog = *then.scenario->catalog;
  const AsOf then_day{then.scenario->facts_as_of};
  const AsOf now_day{now.scenario->facts_as_of};
  std::map<std::pair<std::string_view, std::string_view>, ChangedFact> changed;
  for (const Judgement* judgement : {&then, &now}) {
    for (const OptionJudgement& option : judgement->options) {
      for (const Finding& finding : option.findings.all()) {
        for (const Fact* fact : finding.facts) {
          const Fact* old = catalog.find_fact(fact->id, fact->mode, then_day);
          const Fact* current = catalog.find_fact(fact->id, fact->mode, now_day);
          if (old != current)
            changed.try_emplace({fact->id, fact->mode}, ChangedFact{old, current});
        }
      }
    }
  }
  std::vector<ChangedFact> facts;
  facts.reserve(changed.size());
  for (const auto& [key, fact] : changed) facts.push_back(fact);
  return facts;
}

void judge_today(Judgement& judgement) {
  const Scenario& scenario = *judgement.scenario;
  const std::string_view now = scenario.catalog->date();
  judgement.today = {};
  if (!scenario.facts_as_of_stated) return;
  if (!is_before(scenario.facts_as_of, now) && !is_before(now, scenario.facts_as_of)) return;
  judgement.today.judged = true;
  judgement.today.best = letters_of(judgement);
  judgement.today.verdicts = verdicts_of(judgement);
  const bool is_same_set_aside = std::ranges::all_of(
      scenario.suppressions,
      [&](const Suppression& one) { return one.has_ended(now) == one.expired; });
  if (is_same_set_aside && !may_differ(judgement, scenario.facts_as_of, now)) return;
  Scenario today = scenario;
  today.facts_as_of = now;
  for (Suppression& suppression : today.suppressions) {
    suppression.expired = suppression.has_ended(now);
  }
  const Judgement current = judge_at_its_day(today);
  judgement.today.best = letters_of(current);
  judgement.today.verdicts = verdicts_of(current);
  judgement.today.differs = judgement.today.best != letters_of(judgement) ||
                            judgement.today.verdicts != verdicts_of(judgement);
  judgement.today.facts = changed_facts(judgement, current);
}

}  // namespace plumbline
