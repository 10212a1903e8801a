// Eliminated, at risk, open or viable: what the findings of one option come to.
#include "engine/compare/verdict.hpp"

#include <algorithm>
#include <set>

#include "engine/base/assert.hpp"

namespace plumbline {
namespace {

using Side = Condition::Direction;

// Several conditions on one side of one unknown are met together by the narrowest.
void need(std::vector<Condition>& needs, const Condition& condition) {
  const auto same = std::ranges::find_if(needs, [&](const Condition& known) {
    return known.subject == condition.subject && known.direction == condition.direction;
  });
  if (same == needs.end()) {
    needs.push_back(condition);
    return;
  }
  const bool is_narrower = condition.direction == Side::AtMost
                               ? condition.threshold.high < same->threshold.high
                               : condition.threshold.low > same->threshold.low;
  if (is_narrower) *same = condition;
}

// "At least 10 s" and "at most 5 s" of one unknown: no world meets both, so nothing is settled.
bool contradict(const std::vector<Condition>& needs) {
  return std::ranges::any_of(needs, [&](const Condition& least) {
    return least.direction == Side::AtLeast &&
           std::ranges::any_of(needs, [&](const Condition& most) {
             return most.direction == Side::AtMost && most.subject == least.subject &&
                    most.threshold.high < least.threshold.low;
           });
  });
}

Verdict verdict_of(Weighs heaviest) {
  switch (heaviest) {
    case Weighs::Nothing:
    case Weighs::Condition:
      return Verdict::Viable;
    case Weighs::Undecided:
      return Verdict::Open;
    case Weighs::Doubt:
      return Verdict::AtRisk;
    case Weighs::Eliminates:
      return Verdict::Eliminated;
  }
  throw InternalError("a weight of a finding that does not exist");
}

const Requirement* requirement_of(const Finding& finding,
                                  std::span<const Requirement> requirements) {
  if (finding.requirement < 0) return nullptr;
  const auto index = static_cast<std::size_t>(finding.requirement);
  PLUMBLINE_ASSERT(index < requirements.size());
  return &requirements[index];
}

}  // namespace

std::string_view verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::Viable:
      return "viable";
    case Verdict::Open:
      return "open";
    case Verdict::AtRisk:
      return "at-risk";
    case Verdict::Eliminated:
      return "eliminated";
  }
  throw InternalError("a verdict that does not exist");
}

bool is_binding(const Requirement& requirement) {
  const bool is_word_alone = !requirement.word.empty() && requirement.bound.is_unknown();
  return requirement.strength == Strength::Must && !is_word_alone;
}

Weighs weigh(const Finding& finding, std::span<const Requirement> requirements) {
  const Requirement* requirement = requirement_of(finding, requirements);
  if (requirement != nullptr && !is_binding(*requirement)) return Weighs::Nothing;
  switch (finding.severity) {
    case Severity::Note:
      return Weighs::Nothing;
    case Severity::Open: {
      const bool through_the_world =
          !finding.conditions.empty() &&
          std::ranges::all_of(finding.conditions, &Condition::of_the_world);
      return through_the_world ? Weighs::Condition : Weighs::Undecided;
    }
    case Severity::Violation:
    case Severity::Error:
      return finding.evidence == Evidence::Assumption ? Weighs::Doubt : Weighs::Eliminates;
  }
  throw InternalError("a severity that does not exist");
}

void set_verdict(OptionJudgement& judgement, std::span<const Requirement> requirements) {
  Weighs heaviest = Weighs::Nothing;
  judgement.needs.clear();
  for (std::size_t i = 0; i < judgement.findings.size(); ++i) {
    const Finding& finding = judgement.findings.all()[i];
    const Weighs weight = weigh(finding, requirements);
    if (finding.severity == Severity::Open && weight != Weighs::Nothing) {
      for (const Condition& condition : finding.conditions) {
        if (condition.of_the_world) need(judgement.needs, condition);
      }
    }
    if (!is_shared(judgement, i)) heaviest = std::max(heaviest, weight);
  }
  if (contradict(judgement.needs)) heaviest = std::max(heaviest, Weighs::Undecided);
  judgement.verdict = verdict_of(heaviest);
}

std::size_t unmet_wants(const OptionJudgement& judgement,
                        std::span<const Requirement> requirements) {
  std::set<std::int32_t> unmet;
  for (const Finding& finding : judgement.findings.all()) {
    const Requirement* requirement = requirement_of(finding, requirements);
    if (requirement != nullptr && !is_binding(*requirement) &&
        finding.severity == Severity::Violation) {
      unmet.insert(finding.requirement);
    }
  }
  return unmet.size();
}

bool is_shared(const OptionJudgement& judgement, std::size_t finding) {
  return std::ranges::find(judgement.shared_findings, finding) != judgement.shared_findings.end();
}

}  // namespace plumbline
