// The reasons of `compare`: what eliminates, what is in doubt, on what an option loses, what it
// needs.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/compare/verdict.hpp"
#include "engine/report/compare_view.hpp"
#include "engine/report/pages.hpp"
#include "engine/report/phrases.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kMostReasons = 4;  // per option; `check` shows all of them
constexpr std::size_t kMostOfCombination =
    1;  // there are many, and the options are told of as well
constexpr std::size_t kMostLosses = 3;

struct Teller {
  const Judgement& judgement;
  CompareView& view;

  [[nodiscard]] const Scenario& scenario() const { return *judgement.scenario; }
  [[nodiscard]] bool is_best(std::size_t index) const {
    return std::ranges::find(judgement.best, index) != judgement.best.end();
  }
};

Remark remark_of(const Teller& teller, const OptionJudgement& option, const Finding& finding) {
  Remark remark;
  remark.letter = letter_of(teller.judgement, option);
  remark.tag = kind_info(finding.kind).name;
  remark.text = message_of(finding);
  remark.place = place_text(finding.place);
  remark.rule = finding.rule->id;
  if (finding.requirement >= 0) {
    remark.details.push_back(quoted_requirement(
        teller.scenario().requirements[static_cast<std::size_t>(finding.requirement)]));
  }
  if (finding.severity == Severity::Open && !finding.conditions.empty()) {
    remark.details.push_back("fine if " + conditions_text(finding.conditions));
  }
  if (finding.severity == Severity::Violation && finding.evidence == Evidence::Assumption) {
    remark.details.push_back(doubt_text(finding));
  }
  std::ranges::move(related_text(finding), std::back_inserter(remark.details));
  return remark;
}

// The advice stands with the reason to remember: that is where a learner asks "what then?".
void make_main(Remark& remark, const Finding& finding) {
  remark.is_main = true;
  if (const std::string fix = fix_of(finding); !fix.empty())
    remark.details.push_back("fix: " + fix);
}

// Findings that decide something about the option, the main one first, then in order of weight.
std::vector<std::size_t> deciding_findings(const OptionJudgement& option,
                                           std::span<const Requirement> requirements) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < option.findings.size(); ++i) {
    const Weighs weight = weigh(option.findings.all()[i], requirements);
    if (weight >= Weighs::Undecided && !is_shared(option, i)) indices.push_back(i);
  }
  const auto order = [&](std::size_t i) {
    const Weighs weight = weigh(option.findings.all()[i], requirements);
    return std::pair(option.main != i, -static_cast<int>(weight));
  };
  std::ranges::stable_sort(indices, {}, order);
  return indices;
}

// One defect at one place is told once: what else is said of it follows the first message.
bool joins(Remark& before, const Remark& remark) {
  if (before.rule != remark.rule || before.place != remark.place || remark.place.empty()) {
    return false;
  }
  before.also.push_back(remark.text);
  return true;
}

// What was said of the option already ("at risk, not eliminated: ...") is not said again.
void leave_out_told(Remark& remark, const std::vector<Remark>& told) {
  std::erase_if(remark.details, [&](const std::string& detail) {
    return std::ranges::any_of(told, [&](const Remark& before) {
      return std::ranges::find(before.details, detail) != before.details.end();
    });
  });
}

void tell_findings(const Teller& teller, const OptionJudgement& option) {
  const std::vector<std::size_t> indices =
      deciding_findings(option, teller.scenario().requirements);
  const std::size_t most =
      teller.scenario().judges_combinations() ? kMostOfCombination : kMostReasons;
  std::vector<Remark> remarks;
  std::size_t left = 0;
  for (const std::size_t index : indices) {
    const Finding& finding = option.findings.all()[index];
    Remark remark = remark_of(teller, option, finding);
    if (option.main == index && !teller.scenario().judges_combinations()) {
      make_main(remark, finding);
    }
    const bool is_joined =
        std::ranges::any_of(remarks, [&](Remark& before) { return joins(before, remark); });
    if (is_joined) continue;
    leave_out_told(remark, remarks);
    if (remarks.size() < most) {
      remarks.push_back(std::move(remark));
    } else {
      ++left;
    }
  }
  std::ranges::move(remarks, std::back_inserter(teller.view.reasons));
  if (left == 0) return;
  Remark more;
  more.letter = letter_of(teller.judgement, option);
  more.tag = "and more";
  more.text = fmt::format("{} further {}; `plumbline check` lists {}", left,
                          left == 1 ? "reason" : "reasons", left == 1 ? "it" : "them");
  teller.view.reasons.push_back(std::move(more));
}

std::string amount_text(const Judgement& judgement, const LostBy& lost) {
  // A loss by counted things, or told as a whole, says its amount already.
  if (lost.factor == "cost" || lost.factor == "latency" || lost.factor == "servers" ||
      lost.factor == "wants") {
    return {};
  }
  const std::string_view unit =
      judgement.deciding == Objective::LeastDevelopmentEffort ? "h" : "h/month";
  return fmt::format(" (+{} {})", hours_text(lost.difference), unit);
}

Remark loss_remark(const Teller& teller, const OptionJudgement& option, std::string text) {
  const OptionJudgement& best = teller.judgement.options[rival_of_losers(teller.judgement)];
  Remark remark;
  remark.letter = letter_of(teller.judgement, option);
  remark.tag = fmt::format("loses to {} on", best.option->letter);
  remark.text = std::move(text);
  return remark;
}

// The heaviest lines; of an option that is at risk anyway, the heaviest one.
void tell_losses(const Teller& teller, const OptionJudgement& option) {
  if (option.loses_by.empty() || teller.judgement.best.empty()) return;
  const bool is_at_risk = option.verdict == Verdict::AtRisk;
  const std::size_t shown = std::min(option.loses_by.size(), is_at_risk ? 1 : kMostLosses);
  for (std::size_t i = 0; i < shown; ++i) {
    const LostBy& lost = option.loses_by[i];
    Remark remark = loss_remark(teller, option, lost.text + amount_text(teller.judgement, lost));
    remark.is_main = i == 0 && !option.main;
    teller.view.reasons.push_back(std::move(remark));
  }
  const std::size_t left = option.loses_by.size() - shown;
  const bool is_in_hours = !amount_text(teller.judgement, option.loses_by.front()).empty();
  if (left == 0 || is_at_risk || !is_in_hours) return;
  double rest = 0.0;
  for (std::size_t i = shown; i < option.loses_by.size(); ++i) {
    rest += option.loses_by[i].difference;
  }
  teller.view.reasons.push_back(
      loss_remark(teller, option,
                  fmt::format("{} smaller {}{}", left, left == 1 ? "line" : "lines",
                              amount_text(teller.judgement, {"rest", "", rest}))));
}

void tell_would_be_first(const Teller& teller, const OptionJudgement& option) {
  if (!option.would_be_first || teller.judgement.best.empty()) return;
  Remark remark;
  remark.letter = letter_of(teller.judgement, option);
  remark.tag = teller.judgement.places > 1 ? "would be chosen" : "would be first";
  remark.text = option.verdict == Verdict::Open
                    ? "if what is open above turns out well: no viable option beats it"
                    : "if what is in doubt above turns out well: no viable option beats it";
  teller.view.reasons.push_back(std::move(remark));
}

bool is_shared(const Judgement& judgement, const Condition& condition) {
  return std::ranges::any_of(judgement.shared, [&](const Condition& shared) {
    return shared.subject == condition.subject && shared.direction == condition.direction &&
           shared.threshold == condition.threshold;
  });
}

bool is_needed(const OptionJudgement& option, const Condition& condition) {
  return std::ranges::any_of(option.needs, [&](const Condition& need) {
    return need.subject == condition.subject && need.direction == condition.direction &&
           need.threshold == condition.threshold;
  });
}

// The same demand in several places is told once, with the other places after it.
void add_need(std::vector<Remark>& needs, Remark remark, const std::string& conditions) {
  for (Remark& known : needs) {
    const bool is_same = known.letter == remark.letter && known.rule == remark.rule &&
                         known.text.starts_with(conditions);
    if (!is_same || remark.place.empty()) continue;
    if (known.details.empty() || !known.details.back().starts_with("likewise at ")) {
      known.details.push_back("likewise at " + remark.place);
    } else {
      known.details.back() += ", " + remark.place;
    }
    return;
  }
  needs.push_back(std::move(remark));
}

// What a number that is demanded rests on, where asking for more would move it.
std::vector<std::string> quota_texts(const Finding& finding) {
  std::vector<std::string> texts;
  for (const Fact* fact : finding.facts) {
    if (!fact->adjustable) continue;
    texts.push_back(fmt::format("rests on the default quota {}, {}, which can be raised", fact->id,
                                fact_value_text(*fact)));
  }
  return texts;
}

// Each finding whose conditions are the narrowest of their kind says what the option needs.
void tell_needs(const Teller& teller, const OptionJudgement& option) {
  for (const Finding& finding : option.findings.all()) {
    if (weigh(finding, teller.scenario().requirements) != Weighs::Condition) continue;
    std::vector<Condition> conditions;
    for (const Condition& condition : finding.conditions) {
      if (is_needed(option, condition) && !is_shared(teller.judgement, condition)) {
        conditions.push_back(condition);
      }
    }
    if (conditions.empty()) continue;
    Remark remark = remark_of(teller, option, finding);
    const std::string text = conditions_text(conditions);
    remark.tag = "needs";
    remark.text = text + "; otherwise: " + message_of(finding);
    remark.details = quota_texts(finding);
    add_need(teller.view.needs, std::move(remark), text);
  }
}

// What fails under a hypothesis, so that it accounts for what is seen.
void tell_explanations(const Teller& teller, const OptionJudgement& option) {
  for (const std::size_t index : option.explaining) {
    Remark remark = remark_of(teller, option, option.findings.all()[index]);
    remark.tag = "explains it";
    teller.view.needs.push_back(std::move(remark));
  }
}

// A wish that stays unmet eliminates nothing, but the reader should know.
void tell_wishes(const Teller& teller, const OptionJudgement& option) {
  for (const Finding& finding : option.findings.all()) {
    if (finding.requirement < 0 || finding.severity != Severity::Violation) continue;
    const auto index = static_cast<std::size_t>(finding.requirement);
    if (is_binding(teller.scenario().requirements[index])) continue;
    Remark remark = remark_of(teller, option, finding);
    remark.tag = "wish not met";
    teller.view.needs.push_back(std::move(remark));
  }
}

// Eliminated first, as a learner crosses options out; then doubts, open ones, losers; by letter.
std::vector<std::size_t> telling_order(const Judgement& judgement) {
  std::vector<std::size_t> order;
  for (const Verdict verdict :
       {Verdict::Eliminated, Verdict::AtRisk, Verdict::Open, Verdict::Viable}) {
    for (std::size_t i = 0; i < judgement.options.size(); ++i) {
      if (judgement.options[i].verdict == verdict) order.push_back(i);
    }
  }
  return order;
}

}  // namespace

void add_reasons(const Judgement& judgement, CompareView& view) {
  const Teller teller{judgement, view};
  for (const std::size_t index : telling_order(judgement)) {
    const OptionJudgement& option = judgement.options[index];
    tell_findings(teller, option);
    tell_would_be_first(teller, option);
    const bool loses = option.verdict != Verdict::Eliminated && !option.would_be_first;
    if (loses && !teller.is_best(index)) tell_losses(teller, option);
  }
  for (const std::size_t index : judgement.ranking) {
    const OptionJudgement& option = judgement.options[index];
    if (option.verdict == Verdict::Eliminated) continue;
    tell_explanations(teller, option);
    tell_needs(teller, option);
    tell_wishes(teller, option);
  }
}

}  // namespace plumbline
