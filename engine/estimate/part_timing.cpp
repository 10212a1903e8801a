// Choosing among the timing facts of a service by what the design states.
#include "engine/estimate/part_timing.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/estimate/lognormal.hpp"

namespace plumbline {
namespace {

// "snapstart" fits the setting snap-start, "provisioned" the setting provisioned-concurrency.
bool begins_with_folded(std::string_view name, std::string_view start) {
  std::size_t matched = 0;
  for (const char c : name) {
    if (matched == start.size()) break;
    if (c == '-' || c == '_') continue;
    if (c != start[matched]) return false;
    ++matched;
  }
  return matched == start.size();
}

bool is_switched_on(const Setting& setting) {
  if (setting.written != Written::Stated || setting.info == nullptr) return false;
  switch (setting.info->type) {
    case SettingType::Boolean:
      return setting.boolean;
    case SettingType::Quantity:
      return setting.value.mean.low > 0.0;
    case SettingType::Word:
    case SettingType::Text:
      return false;
  }
  return false;
}

bool fits_case(const Part& part, std::string_view word) {
  if (part.component == nullptr) return false;
  return std::ranges::any_of(part.component->settings, [&](const Setting& setting) {
    if (setting.written != Written::Stated) return false;
    return setting.text.starts_with(word) ||
           (is_switched_on(setting) && begins_with_folded(setting.name, word));
  });
}

// One start in so many is cold: the mean counts its share, the tail meets one.
Timing cold_start_of(const Pipeline& pipeline, PartId id) {
  const Fact* cold = timing_fact(pipeline, id, "cold-start");
  if (cold == nullptr) return {};
  Timing timing = timing_of(*cold);
  const Fact* share = timing_fact(pipeline, id, "cold-start-share");
  // Without a published share a unit may find everything warm, or nothing.
  timing.mean =
      share != nullptr ? timing.mean * share->value : Seconds::between(0.0, timing.mean.high);
  if (share == nullptr) timing.p99.low = std::min(timing.p99.low, timing.p99.high);
  if (share != nullptr) timing.fact = weaker(cold, share);
  return timing;
}

}  // namespace

const Fact* timing_fact(const Pipeline& pipeline, PartId id, std::string_view governs) {
  const Part& part = pipeline.part(id);
  const Fact* usual = nullptr;
  for (const Fact* fact : part.facts_near(governs)) {
    if (fact->group != FactGroup::Timing || fact->governs != governs) continue;
    if (fact->qualifier.empty()) {
      if (usual == nullptr) usual = fact;
    } else if (fits_case(part, fact->qualifier)) {
      return fact;
    }
  }
  return usual;
}

bool scales_to_zero(const Pipeline& pipeline, PartId id) {
  const Part& part = pipeline.part(id);
  if (part.component == nullptr) return false;
  const Setting* minimum = part.component->find_setting("minimum-instances");
  return minimum != nullptr && minimum->written == Written::Stated &&
         minimum->value.mean.high == 0.0;
}

Timing startup_of(const Pipeline& pipeline, PartId id) {
  switch (pipeline.part(id).behaviour) {
    case Behaviour::LaunchedJob: {
      const Fact* fact = timing_fact(pipeline, id, "turnaround");
      if (fact == nullptr) fact = timing_fact(pipeline, id, "startup");
      return fact == nullptr ? Timing{} : timing_of(*fact);
    }
    case Behaviour::ConcurrencyPool:
      return cold_start_of(pipeline, id);
    case Behaviour::WorkerFleet: {
      if (!scales_to_zero(pipeline, id)) return {};
      const Fact* fact = timing_fact(pipeline, id, "scale-from-zero");
      if (fact == nullptr) return {};
      Timing timing = timing_of(*fact);
      timing.mean.low = 0.0;  // while requests keep coming there are instances
      return timing;
    }
    default:
      return {};
  }
}

Timing overhead_of_unit(const Pipeline& pipeline, PartId id) {
  const Behaviour behaviour = pipeline.part(id).behaviour;
  // A store or queue is passed through; what reading and delivering take stands on the links.
  if (behaviour == Behaviour::ObjectStore || behaviour == Behaviour::Queue) return {};
  const Fact* fact = timing_fact(pipeline, id, "overhead");
  return fact == nullptr ? Timing{} : timing_of(*fact);
}

Timing delay_of(const Pipeline& pipeline, const Link& link) {
  if (link.info == nullptr || link.info->delay.empty()) return {};
  std::string_view id = link.info->delay;
  const Part& from = pipeline.part(link.from);
  // A fact named without its service belongs to one of the two ends.
  const Fact* fact = nullptr;
  if (id.find('.') != std::string_view::npos) {
    fact = pipeline.catalog().find_fact(id, from.mode, pipeline.as_of());
  }
  for (const PartId end : {link.from, link.to}) {
    const Part& part = pipeline.part(end);
    if (fact != nullptr || part.service == nullptr) continue;
    fact = pipeline.catalog().find_fact(*part.service, id, part.mode, pipeline.as_of());
  }
  return fact == nullptr || fact->dimension != Dimension::Time ? Timing{} : timing_of(*fact);
}

}  // namespace plumbline
