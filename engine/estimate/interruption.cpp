// Interrupted runs: the restart each time, and what has to be done again.
#include "engine/estimate/interruption.hpp"

#include <algorithm>
#include <cmath>

#include "engine/estimate/lognormal.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kMeasure = "interruptible";
constexpr std::string_view kEvery = "checkpoint-every";

// A fact with a case holds where a setting is switched on, or stated to be that word.
bool holds(const Fact& fact, const Part& part) {
  if (fact.governs != kMeasure || fact.value < 1.0) return false;
  if (fact.qualifier.empty()) return true;
  return std::ranges::any_of(part.component->settings, [&](const Setting& setting) {
    if (setting.info == nullptr || setting.written != Written::Stated) return false;
    return setting.info->type == SettingType::Boolean
               ? setting.boolean && setting.name == fact.qualifier
               : setting.text == fact.qualifier;
  });
}

const Setting* stated_interval(const Part& part) {
  if (part.component == nullptr) return nullptr;
  const Setting* every = part.component->find_setting(kEvery);
  const bool is_said = every != nullptr && every->info != nullptr &&
                       (every->written == Written::Stated || every->written == Written::Unknown);
  return is_said ? every : nullptr;
}

}  // namespace

const Fact* interruptible_by(const Pipeline& pipeline, PartId id) {
  const Part& part = pipeline.part(id);
  if (part.component == nullptr) return nullptr;
  for (const Fact* fact : part.facts_near(kMeasure)) {
    if (holds(*fact, part)) return fact;
  }
  return nullptr;
}

Quantity checkpoint_interval(const Pipeline& pipeline, PartId id, const Assignment& assignment) {
  if (const Setting* every = stated_interval(pipeline.part(id))) {
    return assignment.mean(every->value);
  }
  const Effective checkpoints = effective_setting(pipeline, id, "checkpoints");
  const bool keeps_some = checkpoints.exists() && checkpoints.boolean;
  return Quantity::exactly(Dimension::Time, keeps_some ? 0.0 : kInfinity);
}

// The tail of a sum of n uniform moments is x^n / n! while x, the distance from n, is at most 1
// (Irwin-Hall); in the middle the sum is close to normal with mean n/2 and variance n/12.
double sum_of_moments(double count, double quantile) {
  if (count <= 0.0) return 0.0;
  if (quantile <= 0.0) return count / 2.0;
  const auto distance = [&](double probability) {
    return std::exp((std::lgamma(count + 1.0) + std::log(probability)) / count);
  };
  const double above = distance(1.0 - quantile);
  if (above <= 1.0) return std::max(count - above, 0.0);
  const double below = distance(quantile);
  if (below <= 1.0) return below;
  const double sum = count / 2.0 + normal_quantile(quantile) * std::sqrt(count / 12.0);
  return std::clamp(sum, 0.0, count);
}

Timing first_start(const Pipeline& pipeline, const Estimates& estimates, PartId id,
                   const Assignment& assignment) {
  Timing start = estimates.of(id).startup;
  const Conditions& conditions = pipeline.world().conditions;
  if (!conditions.restart || interruptible_by(pipeline, id) == nullptr) return start;
  const Seconds restart = assignment.mean(*conditions.restart).as<Dimension::Time>();
  start.mean = min(start.mean, restart);
  start.p99 = min(start.p99, restart);
  return start;
}

TimeLost time_lost(const Pipeline& pipeline, const Estimates& estimates, PartId id, Seconds run,
                   double quantile, const Assignment& assignment) {
  if (interruptible_by(pipeline, id) == nullptr) return {};
  const Conditions& conditions = pipeline.world().conditions;
  Count times = assignment.mean(conditions.spot_interruptions).as<Dimension::Count>();
  // Nobody is interrupted half a time: a threshold is a whole number. A mean may be any.
  if (quantile > 0.0) times = {std::ceil(times.low), std::ceil(times.high)};
  const Seconds interval = checkpoint_interval(pipeline, id, assignment).as<Dimension::Time>();
  const Seconds restart = conditions.restart
                              ? assignment.mean(*conditions.restart).as<Dimension::Time>()
                              : estimates.of(id).startup.mean;
  const Count moments =
      Count::between(sum_of_moments(times.low, quantile), sum_of_moments(times.high, quantile));
  return {times * restart, moments * min(interval, run)};
}

std::vector<std::string_view> interruption_unknowns(const Pipeline& pipeline, PartId id) {
  std::vector<std::string_view> paths;
  if (interruptible_by(pipeline, id) == nullptr) return paths;
  const Conditions& conditions = pipeline.world().conditions;
  if (conditions.spot_interruptions.is_unknown()) {
    paths.push_back(conditions.spot_interruptions.path);
  }
  if (conditions.restart && conditions.restart->is_unknown()) {
    paths.push_back(conditions.restart->path);
  }
  const Setting* every = stated_interval(pipeline.part(id));
  if (every != nullptr && every->value.is_unknown()) paths.push_back(every->value.path);
  return paths;
}

}  // namespace plumbline
