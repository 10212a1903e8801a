// Micro batches: the shorter of an interval and the time that it takes to fill.
#include "engine/estimate/buffer.hpp"

#include <algorithm>
#include <optional>

namespace plumbline {
namespace {

const SettingInfo* setting_that_bounds(const Service& service, std::string_view measure) {
  const auto found = std::ranges::find_if(service.settings, [&](const SettingInfo& info) {
    return info.bounds == measure && !info.on_connection;
  });
  return found == service.settings.end() ? nullptr : &*found;
}

// What nobody stated is chosen to suit whoever asks.
enum class Choice : std::uint8_t { Shortest, Usual };

Quantity value_of(const Pipeline& pipeline, PartId id, const SettingInfo& info, Choice choice,
                  const Assignment& assignment) {
  const Effective effective = effective_setting(pipeline, id, info.name);
  const Part& part = pipeline.part(id);
  const bool is_chosen = effective.value.origin == Origin::Chosen;
  if (is_chosen && choice == Choice::Shortest && !info.minimum_fact.empty()) {
    const Fact* least =
        pipeline.catalog().find_fact(*part.service, info.minimum_fact, part.mode, pipeline.as_of());
    if (least != nullptr) return Quantity::exactly(info.dimension, least->value);
  }
  return assignment.mean(effective.value);
}

// From one hand-over to the next; nothing for a part that collects nothing.
std::optional<Seconds> time_between(const Pipeline& pipeline, PartId id, Choice choice,
                                    const Assignment& assignment) {
  const Part& part = pipeline.part(id);
  if (part.behaviour != Behaviour::MicroBatch || part.service == nullptr) return std::nullopt;
  const SettingInfo* interval = setting_that_bounds(*part.service, "buffer-time");
  if (interval == nullptr) return std::nullopt;
  Quantity longest = value_of(pipeline, id, *interval, choice, assignment);
  if (const SettingInfo* size = setting_that_bounds(*part.service, "buffer-size")) {
    const Quantity full = value_of(pipeline, id, *size, choice, assignment);
    const BytesPerSecond rate = arriving_bytes(pipeline, id, assignment);
    if (rate.high > 0.0) longest.low = std::min(longest.low, full.low / rate.high);
    if (rate.low > 0.0) longest.high = std::min(longest.high, full.high / rate.low);
  }
  return Seconds::between(longest.low, longest.high);
}

}  // namespace

BytesPerSecond arriving_bytes(const Pipeline& pipeline, PartId id, const Assignment& assignment) {
  BytesPerSecond sum{};
  const auto& workloads = pipeline.world().workloads;
  for (std::size_t w = 0; w < workloads.size(); ++w) {
    const Flow& flow = pipeline.flow(static_cast<WorkloadId>(w), id);
    if (!flow.reaches()) continue;
    const Workload& workload = workloads[w];
    const Quantity rate = assignment.mean(workload.arrival.peak);
    const Quantity size = assignment.mean(workload.size);
    sum = sum + BytesPerSecond::between(rate.low * size.low * flow.share,
                                        rate.high * size.high * flow.share);
  }
  return sum;
}

Timing collecting_time(const Pipeline& pipeline, PartId id, const Assignment& assignment) {
  const std::optional<Seconds> longest =
      time_between(pipeline, id, Choice::Shortest, assignment);
  if (!longest) return {};
  constexpr double kWorst = 0.99;  // of an even spread, its 99th percentile
  return {{longest->low / 2.0, longest->high / 2.0},
          {kWorst * longest->low, kWorst * longest->high},
          nullptr};
}

PerSecond batches_a_second(const Pipeline& pipeline, PartId id, const Assignment& assignment) {
  const std::optional<Seconds> between = time_between(pipeline, id, Choice::Usual, assignment);
  if (!between) return PerSecond::exactly(kInfinity);
  return PerSecond::between(between->high > 0.0 ? 1.0 / between->high : 0.0,
                            between->low > 0.0 ? 1.0 / between->low : kInfinity);
}

}  // namespace plumbline
