// The one reason that a learner should remember about an option that is not the best.
#include "engine/compare/main_reason.hpp"

#include <algorithm>
#include <tuple>

#include "engine/base/assert.hpp"
#include "engine/checks/contribution.hpp"
#include "engine/compare/verdict.hpp"

namespace plumbline {
namespace {

bool is_best(const Judgement& judgement, std::size_t index) {
  return std::ranges::find(judgement.best, index) != judgement.best.end();
}

Kind kind_of(Objective objective) {
  switch (objective) {
    case Objective::MeetsRequirements:
    case Objective::LeastOperationalOverhead:
    case Objective::FewestServers:
      return Kind::Overhead;
    case Objective::LeastDevelopmentEffort:
      return Kind::Effort;
    case Objective::MostCostEffective:
      return Kind::Cost;
    case Objective::LowestLatency:
      return Kind::Latency;
    case Objective::MostSecure:
      return Kind::Egress;
  }
  throw InternalError("an objective that does not exist");
}

// The kind of the first wish that the option leaves unmet.
Kind kind_of_unmet_want(const OptionJudgement& option, std::span<const Requirement> requirements) {
  for (const Finding& finding : option.findings.all()) {
    if (finding.requirement >= 0 && finding.severity == Severity::Violation &&
        !is_binding(requirements[static_cast<std::size_t>(finding.requirement)])) {
      return finding.kind;
    }
  }
  return Kind::FitToQuestion;
}

// The kind of the criterion that separates the option from the best.
Kind kind_of_loss(const Judgement& judgement, std::size_t option, Contests& contests) {
  const Separation separation = contests.separate(rival_of_losers(judgement), option);
  const Criterion& criterion = contests.criteria()[separation.criterion];
  if (separation.contest.ground == Ground::Tie) return kind_of(judgement.deciding);
  return criterion.type == CriterionType::Wants
             ? kind_of_unmet_want(judgement.options[option], judgement.scenario->requirements)
             : kind_of(criterion.objective);
}

// Nothing but what is undecided about it stands between the option and the best one.
bool ties_with_best(const Judgement& judgement, std::size_t option, Contests& contests) {
  return contests.separate(rival_of_losers(judgement), option).contest.ground == Ground::Tie;
}

}  // namespace

std::optional<std::size_t> strongest_violation(const Findings& findings,
                                               std::span<const Requirement> requirements,
                                               Ties ties) {
  std::optional<std::size_t> strongest;
  const auto key = [&](std::size_t index) {
    const Finding& finding = findings.all()[index];
    // Of equal ones the rule names the cause, a requirement its consequence; that a member does
    // nothing for the requirements stands between them.
    const int consequence = finding.requirement >= 0                      ? 2
                            : finding.rule == &member_contributes_nothing ? 1
                                                                          : 0;
    const std::string_view rule = ties == Ties::ByRule ? finding.rule->id : std::string_view{};
    return std::tuple(finding.evidence, finding.depth, -finding.margin, consequence, rule);
  };
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Weighs weight = weigh(findings.all()[i], requirements);
    if (weight != Weighs::Doubt && weight != Weighs::Eliminates) continue;
    if (!strongest || key(i) < key(*strongest)) strongest = i;  // findings stand in place order
  }
  return strongest;
}

std::optional<std::size_t> first_undecided(const OptionJudgement& judgement,
                                           std::span<const Requirement> requirements) {
  std::optional<std::size_t> through_the_world;
  for (std::size_t i = 0; i < judgement.findings.size(); ++i) {
    if (is_shared(judgement, i)) continue;
    const Weighs weight = weigh(judgement.findings.all()[i], requirements);
    if (weight == Weighs::Undecided) return i;
    if (weight == Weighs::Condition && !through_the_world) through_the_world = i;
  }
  return through_the_world;
}

void set_main_reasons(Judgement& judgement, Contests& contests) {
  const std::span<const Requirement> requirements = judgement.scenario->requirements;
  for (std::size_t i = 0; i < judgement.options.size(); ++i) {
    OptionJudgement& option = judgement.options[i];
    option.main.reset();
    if (option.verdict == Verdict::Eliminated || option.verdict == Verdict::AtRisk) {
      const bool is_combination = option.option != nullptr && !option.option->members.empty();
      option.main = strongest_violation(option.findings, requirements,
                                        is_combination ? Ties::ByRule : Ties::ByPlace);
    } else if (option.verdict == Verdict::Open &&
               (judgement.best.empty() || option.would_be_first || is_best(judgement, i) ||
                ties_with_best(judgement, i, contests))) {
      option.main = first_undecided(option, requirements);
    }
    option.has_main_kind = !is_best(judgement, i);
    if (!option.has_main_kind) continue;
    if (option.main) {
      option.main_kind = option.findings.all()[*option.main].kind;
    } else if (!judgement.best.empty()) {
      option.main_kind = kind_of_loss(judgement, i, contests);
    } else {
      option.has_main_kind = false;  // one design that is fine: nothing to hold against it
    }
  }
}

}  // namespace plumbline
