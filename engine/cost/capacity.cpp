// Capacity that is kept up costs every hour of the month unless it may go down to nothing.
#include "engine/cost/capacity.hpp"

#include <algorithm>

namespace plumbline {
namespace {

constexpr double kHoursPerMonth = kSecondsPerMonth / kSecondsPerHour;
// Capacity that is billed by the second is billed for a minute at least, unless its price says more
// (https://aws.amazon.com/fargate/pricing/, https://aws.amazon.com/ec2/pricing/on-demand/).
constexpr double kShortestRun = 60.0;

// Down to zero machines: as stated, or because the builder may choose so and the service allows it.
bool may_scale_to_zero(PartCost& part) {
  const Effective least = effective_setting(part.pipeline(), part.id(), "minimum-instances");
  if (!least.exists()) return false;
  const bool is_written = least.setting != nullptr && least.setting->written == Written::Stated;
  if (is_written) return least.value.mean.low == 0.0;
  if (least.info->when_absent != WhenAbsent::Best) return false;
  const Bound bound = minimum_of(part.pipeline(), part.id(), "minimum-instances");
  return bound.fact != nullptr && bound.allowed.low == 0.0;
}

PaidHours hours_of_jobs(PartCost& part, const Amount& machines, std::string_view noun,
                        std::string_view measure) {
  const Amount jobs = part.units();
  const Seconds startup = part.estimate().startup.mean;
  Amount time = part.held_seconds();
  if (!part.prices().start_is_free(measure)) {
    time = time + Amount::between(startup.low, startup.high);
  }
  const double shortest = std::max(kShortestRun, part.prices().least(measure));
  const Amount seconds =
      Amount::between(std::max(time.low, shortest), std::max(time.high, shortest));
  std::string text = words(jobs) + " jobs x " + words(seconds, Dimension::Time);
  if (!(machines == Amount::exactly(1.0))) text += " x " + words(machines);
  text += " " + std::string(noun);
  return {jobs * seconds * machines / kSecondsPerHour, std::move(text), false};
}

}  // namespace

Amount machines_of(PartCost& part) {
  const PartEstimate& estimate = part.estimate();
  const Effective stated = effective_setting(part.pipeline(), part.id(), "instance-count");
  const bool is_stated =
      stated.setting != nullptr && stated.setting->written == Written::Stated && stated.exists();
  if (part.part().behaviour == Behaviour::LaunchedJob) {
    return part.setting("instance-count", 1.0);
  }
  if (is_stated) return part.setting("instance-count", 1.0) * part.members();
  return max(estimate.chosen_instances, part.members());
}

PaidHours paid_hours(PartCost& part, const Amount& machines, std::string_view noun,
                     std::string_view measure) {
  if (part.part().behaviour == Behaviour::LaunchedJob) {
    return hours_of_jobs(part, machines, noun, measure);
  }
  for (const std::string_view path : part.estimate().unknowns) part.depend_on(path);
  const std::string text = words(machines) + " " + std::string(noun);
  const Amount always = machines * kHoursPerMonth;
  if (!may_scale_to_zero(part)) return {always, text + ", always on", true};
  const Amount busy = part.units() * part.held_seconds() / kSecondsPerHour;
  // Between the hours of work alone and no hour without it.
  return {{std::min(busy.low, always.low), always.high}, text + ", none while idle", false};
}

}  // namespace plumbline
