// One criterion of the ranking, and how two options stand to each other under it.
#include "engine/compare/criterion.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/base/assert.hpp"
#include "engine/compare/ledger_difference.hpp"
#include "engine/compare/measured.hpp"
#include "engine/compare/verdict.hpp"

namespace plumbline {
namespace {

bool is_tie(double a, double b) {
  if (a == b) return true;
  return std::abs(a - b) < kTieShare * std::max(std::abs(a), std::abs(b));
}

// Whole things (servers, unmet wishes) are counted, not estimated: one more is more.
Contest contest_of_counts(double first, double second, Ground ground) {
  const double difference = second - first;
  if (difference == 0.0) return {};
  return {ground, difference, difference, difference, 1.0};
}

// The range reaches to both sides of zero: how much of it lies on the side of the likely winner.
double share_of(const Span& difference) {
  const double length = difference.high - difference.low;
  if (!std::isfinite(length) || length <= 0.0) return 1.0;
  const double favourable = difference.likely > 0.0 ? difference.high : -difference.low;
  return std::clamp(favourable / length, 0.0, 1.0);
}

Contest contest_of_scores(double first, double second, const Span& difference, bool is_proof) {
  Contest result{Ground::Likely, difference.low, difference.likely, difference.high, 1.0};
  if (is_proof) {
    result.ground = Ground::Dominance;
  } else if (is_tie(first, second)) {
    result.ground = Ground::Tie;
  } else if (difference.low <= 0.0 && difference.high >= 0.0) {
    result.ground = Ground::CloseCall;
    result.share = share_of(difference);
  }
  return result;
}

Contest contest_of_ledgers(const Ledger& first, const Ledger& second) {
  return contest_of_scores(first.total.likely, second.total.likely,
                           difference_of(first, second).total,
                           dominates(first, second) || dominates(second, first));
}

Contest contest_of_measures(Objective objective, const OptionJudgement& first,
                            const OptionJudgement& second) {
  const MeasuredDifference difference = measured_difference(objective, first, second);
  double one = likely_measure(objective, first);
  double other = likely_measure(objective, second);
  // What both pay alike says nothing of either, unless it is so much that the rest is noise.
  const bool is_noise = std::abs(one - other) < kNoiseShare * std::max(one, other);
  if (objective == Objective::MostCostEffective && !is_noise) {
    const double alike = cost_alike(first, second);
    one -= alike;
    other -= alike;
  }
  Contest result = contest_of_scores(one, other, difference.span, difference.is_proof);
  // Unknowns span powers of ten, so a share of dollars or seconds would say nothing.
  if (result.ground == Ground::CloseCall) result.share = difference.share;
  return result;
}

// Ways are counted. Being no worse in every single way is a proof.
Contest contest_of_exposures(const OptionJudgement& first, const OptionJudgement& second) {
  if (!first.exposure || !second.exposure) return {};
  const auto is_no_worse = [](const Exposure& one, const Exposure& other) {
    return std::ranges::equal(one.grades, other.grades, std::ranges::greater_equal{});
  };
  const bool is_proof = is_no_worse(*first.exposure, *second.exposure) ||
                        is_no_worse(*second.exposure, *first.exposure);
  return contest_of_counts(first.exposure->score(), second.exposure->score(),
                           is_proof ? Ground::Dominance : Ground::Likely);
}

}  // namespace

std::vector<Criterion> criteria_of(const Scenario& scenario) {
  std::vector<Criterion> criteria;
  const auto add = [&](Objective objective, bool is_fallback) {
    const auto known = std::ranges::find_if(criteria, [&](const Criterion& criterion) {
      return criterion.type == CriterionType::Objective && criterion.objective == objective;
    });
    if (objective != Objective::MeetsRequirements && known == criteria.end()) {
      criteria.push_back({CriterionType::Objective, objective, is_fallback});
    }
  };
  add(scenario.objective, false);
  criteria.push_back({CriterionType::Wants, scenario.objective, false});
  for (const Objective objective : scenario.then) add(objective, false);
  if (scenario.objective == Objective::MeetsRequirements) {
    add(Objective::LeastOperationalOverhead, true);
    add(Objective::MostCostEffective, true);
    add(Objective::LeastDevelopmentEffort, true);
  }
  return criteria;
}

double score_of(const Criterion& criterion, const OptionJudgement& option,
                std::span<const Requirement> requirements) {
  if (criterion.type == CriterionType::Wants) {
    return static_cast<double>(unmet_wants(option, requirements));
  }
  switch (criterion.objective) {
    case Objective::MeetsRequirements:
    case Objective::LeastOperationalOverhead:
      return option.overhead.total.likely;
    case Objective::LeastDevelopmentEffort:
      return option.effort.total.likely;
    case Objective::FewestServers:
      return option.overhead.servers;
    case Objective::MostCostEffective:
    case Objective::LowestLatency:
      return likely_measure(criterion.objective, option);
    case Objective::MostSecure:
      return option.exposure ? option.exposure->score() : 0.0;
  }
  throw InternalError("an objective that does not exist");
}

Contest contest(const Criterion& criterion, const OptionJudgement& first,
                const OptionJudgement& second, std::span<const Requirement> requirements) {
  if (criterion.type == CriterionType::Wants) {
    return contest_of_counts(score_of(criterion, first, requirements),
                             score_of(criterion, second, requirements), Ground::Wants);
  }
  switch (criterion.objective) {
    case Objective::MeetsRequirements:
    case Objective::LeastOperationalOverhead:
      return contest_of_ledgers(first.overhead, second.overhead);
    case Objective::LeastDevelopmentEffort:
      return contest_of_ledgers(first.effort, second.effort);
    case Objective::FewestServers:
      return contest_of_counts(first.overhead.servers, second.overhead.servers, Ground::Dominance);
    case Objective::MostCostEffective:
    case Objective::LowestLatency:
      return contest_of_measures(criterion.objective, first, second);
    case Objective::MostSecure:
      return contest_of_exposures(first, second);
  }
  throw InternalError("an objective that does not exist");
}

Contest Contests::between(std::size_t criterion, std::size_t first, std::size_t second) {
  const auto [smaller, larger] = std::minmax(first, second);
  const auto [place, is_new] = contests_.try_emplace({criterion, smaller, larger});
  if (is_new) {
    place->second = contest(criteria_[criterion], judgement_.options[smaller],
                            judgement_.options[larger], judgement_.scenario->requirements);
  }
  Contest result = place->second;
  if (first != smaller) {
    std::swap(result.low, result.high);
    result.low = -result.low;
    result.likely = -result.likely;
    result.high = -result.high;
  }
  return result;
}

Separation Contests::separate(std::size_t first, std::size_t second) {
  for (std::size_t i = 0; i < criteria_.size(); ++i) {
    const Contest result = between(i, first, second);
    if (result.ground != Ground::Tie) return {i, result};
  }
  return {criteria_.size() - 1, {}};
}

double Contests::score(std::size_t criterion, std::size_t option) {
  const auto [place, is_new] = scores_.try_emplace({criterion, option}, 0.0);
  if (is_new) {
    place->second = score_of(criteria_[criterion], judgement_.options[option],
                             judgement_.scenario->requirements);
  }
  return place->second;
}

}  // namespace plumbline
