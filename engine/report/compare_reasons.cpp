// The reasons of `compare`: what eliminates, what is in doubt, on what an option loses, what it
// needs.
#include <fmt/format.h>

#include <algorithm>

#include "engine/compare/verdict.hpp"
#include "engine/report/compare_view.hpp"
#include "engine/report/phrases.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kMostReasons = 4;  // per option; `check` shows all of them
constexpr std::size_t kMostLosses = 3;

struct Teller {
  const Judgement& judgement;
  CompareView& view;

  [[nodiscard]] const Scenario& scenario() const { return *judgement.scenario; }
  [[nodiscard]] bool is_best(std::size_t index) const {
    return std::ranges::find(judgement.best, index) != judgement.best.end();
  }
};

Remark remark_of(const OptionJudgement& option, const Finding& finding, const Scenario& scenario) {
  Remark remark;
  remark.letter = option.option->letter;
  remark.tag = kind_info(finding.kind).name;
  remark.text = message_of(finding);
  remark.place = place_text(finding.place);
  remark.rule = finding.rule->id;
  if (finding.requirement >= 0) {
    remark.details.push_back(
        quoted_requirement(scenario.requirements[static_cast<std::size_t>(finding.requirement)]));
  }
  if (finding.severity == Severity::Open && !finding.conditions.empty()) {
    remark.details.push_back("fine if " + conditions_text(finding.conditions));
  }
  for (const Related& related : finding.related) {
    if (related.place.is_nowhere()) continue;
    remark.details.push_back(fmt::format(
        "{} {}", related.note.empty() ? "together with" : related.note, place_text(related.place)));
  }
  return remark;
}

// The advice stands with the reason to remember: that is where a learner asks "what then?".
void make_main(Remark& remark, const Finding& finding) {
  remark.is_main = true;
  if (const std::string fix = fix_of(finding); !fix.empty()) remark.details.push_back(fix);
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

void tell_findings(const Teller& teller, const OptionJudgement& option) {
  const std::vector<std::size_t> indices =
      deciding_findings(option, teller.scenario().requirements);
  const std::size_t shown = std::min(indices.size(), kMostReasons);
  for (std::size_t i = 0; i < shown; ++i) {
    const Finding& finding = option.findings.all()[indices[i]];
    Remark remark = remark_of(option, finding, teller.scenario());
    if (option.main == indices[i]) make_main(remark, finding);
    teller.view.reasons.push_back(std::move(remark));
  }
  if (shown < indices.size()) {
    Remark more;
    more.letter = option.option->letter;
    more.tag = "and more";
    more.text = fmt::format("{} further {}; `plumbline check` lists them", indices.size() - shown,
                            indices.size() - shown == 1 ? "reason" : "reasons");
    teller.view.reasons.push_back(std::move(more));
  }
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

// Only what weighs is told: lines that together make most of the difference.
void tell_losses(const Teller& teller, const OptionJudgement& option) {
  if (option.loses_by.empty() || teller.judgement.best.empty()) return;
  const std::size_t shown = std::min(option.loses_by.size(), kMostLosses);
  const OptionJudgement& best = teller.judgement.options[teller.judgement.best.front()];
  for (std::size_t i = 0; i < shown; ++i) {
    const LostBy& lost = option.loses_by[i];
    Remark remark;
    remark.letter = option.option->letter;
    remark.tag = fmt::format("loses to {} on", best.option->letter);
    remark.text = lost.text + amount_text(teller.judgement, lost);
    remark.is_main = i == 0 && !option.main;
    teller.view.reasons.push_back(std::move(remark));
  }
  if (shown == option.loses_by.size()) return;
  double rest = 0.0;
  for (std::size_t i = shown; i < option.loses_by.size(); ++i)
    rest += option.loses_by[i].difference;
  const bool is_in_hours = !amount_text(teller.judgement, option.loses_by.front()).empty();
  Remark remark;
  remark.letter = option.option->letter;
  remark.tag = fmt::format("loses to {} on", best.option->letter);
  remark.text = fmt::format("{} smaller {}{}", option.loses_by.size() - shown,
                            option.loses_by.size() - shown == 1 ? "thing" : "things",
                            is_in_hours ? amount_text(teller.judgement, {"rest", "", rest}) : "");
  teller.view.reasons.push_back(std::move(remark));
}

void tell_would_be_first(const Teller& teller, const OptionJudgement& option) {
  if (!option.would_be_first || teller.judgement.best.empty()) return;
  Remark remark;
  remark.letter = option.option->letter;
  remark.tag = "would be first";
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
    Remark remark = remark_of(option, finding, teller.scenario());
    remark.tag = "needs";
    remark.text = conditions_text(conditions) + "; otherwise: " + message_of(finding);
    remark.details.clear();
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
    const bool loses = option.verdict == Verdict::Viable ||
                       (option.verdict == Verdict::Open && !option.would_be_first);
    if (loses && !teller.is_best(index)) tell_losses(teller, option);
  }
  for (const std::size_t index : judgement.ranking) {
    const OptionJudgement& option = judgement.options[index];
    if (option.verdict != Verdict::Eliminated) tell_needs(teller, option);
  }
}

}  // namespace plumbline
