// What to say when no option survives: which came nearest, and which requirement kills most.
#include "engine/compare/nearest_miss.hpp"

#include <algorithm>
#include <tuple>

#include "engine/compare/verdict.hpp"

namespace plumbline {
namespace {

bool kills(std::int32_t requirement, const OptionJudgement& option,
           std::span<const Requirement> requirements) {
  return std::ranges::any_of(option.findings.all(), [&](const Finding& finding) {
    return finding.requirement == requirement && weigh(finding, requirements) == Weighs::Eliminates;
  });
}

}  // namespace

bool operator<(const Miss& a, const Miss& b) {
  return std::tie(a.is_unlaid, a.violations, a.strength, a.margin) <
         std::tie(b.is_unlaid, b.violations, b.strength, b.margin);
}

Miss miss_of(const OptionJudgement& option, std::span<const Requirement> requirements) {
  Miss miss;
  miss.is_unlaid = is_unlaid(option);
  for (const Finding& finding : option.findings.all()) {
    if (weigh(finding, requirements) != Weighs::Eliminates) continue;
    ++miss.violations;
    miss.strength = std::max(
        miss.strength, static_cast<int>(Evidence::Assumption) - static_cast<int>(finding.evidence));
    miss.margin = std::max(miss.margin, finding.margin);
  }
  return miss;
}

void find_nearest_miss(Judgement& judgement) {
  judgement.nearest_miss.reset();
  judgement.killer_requirement.reset();
  if (!std::ranges::all_of(judgement.options, [](const OptionJudgement& option) {
        return option.verdict == Verdict::Eliminated;
      })) {
    return;
  }
  const std::span<const Requirement> requirements = judgement.scenario->requirements;
  std::size_t nearest = 0;
  for (std::size_t i = 1; i < judgement.options.size(); ++i) {
    if (miss_of(judgement.options[i], requirements) <
        miss_of(judgement.options[nearest], requirements)) {
      nearest = i;
    }
  }
  judgement.nearest_miss = nearest;
  std::ptrdiff_t most = 0;
  for (std::int32_t r = 0; r < static_cast<std::int32_t>(requirements.size()); ++r) {
    const auto killed = std::ranges::count_if(
        judgement.options,
        [&](const OptionJudgement& option) { return kills(r, option, requirements); });
    if (killed > most) {
      most = killed;
      judgement.killer_requirement = r;
    }
  }
}

}  // namespace plumbline
