// What holds in the same way for every option that is left: it is told once and decides nothing
// between them.
#include "engine/compare/shared.hpp"

#include <algorithm>
#include <optional>

#include "engine/compare/verdict.hpp"

namespace plumbline {
namespace {

bool is_same(const Condition& a, const Condition& b) {
  return a.subject == b.subject && a.direction == b.direction && a.threshold == b.threshold;
}

bool is_same(const Argument& a, const Argument& b) {
  return a.name == b.name && a.value == b.value;
}

bool is_same(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.place == b.place && a.severity == b.severity &&
         a.evidence == b.evidence && a.requirement == b.requirement &&
         std::ranges::equal(a.arguments, b.arguments,
                            [](const auto& x, const auto& y) { return is_same(x, y); }) &&
         a.facts == b.facts &&
         // Two options may call different things by one name; what they point to tells them apart.
         std::ranges::equal(a.related, b.related, {}, &Related::place, &Related::place) &&
         std::ranges::equal(a.conditions, b.conditions,
                            [](const auto& x, const auto& y) { return is_same(x, y); });
}

bool has(const OptionJudgement& option, const Finding& wanted) {
  return std::ranges::any_of(option.findings.all(),
                             [&](const Finding& finding) { return is_same(finding, wanted); });
}

bool may_be_shared(Weighs weight) { return weight == Weighs::Undecided || weight == Weighs::Doubt; }

}  // namespace

bool holds_for_all(const Judgement& judgement, const Finding& finding) {
  return std::ranges::all_of(judgement.options, [&](const OptionJudgement& option) {
    return is_unlaid(option) || has(option, finding);
  });
}

void find_shared_findings(Judgement& judgement) {
  if (judgement.options.size() < 2) return;
  for (OptionJudgement& option : judgement.options) {
    option.shared_findings.clear();
    for (std::size_t i = 0; i < option.findings.size(); ++i) {
      const Finding& finding = option.findings.all()[i];
      if (may_be_shared(weigh(finding, judgement.scenario->requirements)) &&
          holds_for_all(judgement, finding)) {
        option.shared_findings.push_back(i);
      }
    }
  }
}

void find_shared_conditions(Judgement& judgement) {
  judgement.shared.clear();
  std::vector<const OptionJudgement*> left;
  for (const OptionJudgement& option : judgement.options) {
    if (option.verdict != Verdict::Eliminated) left.push_back(&option);
  }
  if (left.size() < 2) return;
  for (const Condition& condition : left.front()->needs) {
    const bool by_all = std::ranges::all_of(left, [&](const OptionJudgement* option) {
      return std::ranges::any_of(option->needs,
                                 [&](const Condition& other) { return is_same(other, condition); });
    });
    if (by_all) judgement.shared.push_back(condition);
  }
}

}  // namespace plumbline
