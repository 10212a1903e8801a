// One unit of work at a part: how long it works, what stops it, what it is called.
#include "engine/checks/work.hpp"

#include <algorithm>

#include "engine/estimate/fleet.hpp"
#include "engine/estimate/lognormal.hpp"

namespace plumbline {
namespace {

const Setting* find_stated(const std::vector<Setting>& settings, std::string_view name) {
  const auto found = std::ranges::find(settings, name, &Setting::name);
  const bool is_stated = found != settings.end() && found->written == Written::Stated;
  return is_stated ? &*found : nullptr;
}

const Setting* stated_timeout(const Part& part) {
  if (part.component == nullptr) return nullptr;
  for (const Setting& setting : part.component->settings) {
    if (setting.info != nullptr && setting.info->bounds == "run-time" &&
        setting.written == Written::Stated) {
      return &setting;
    }
  }
  return nullptr;
}

}  // namespace

Bound run_time_bound(const Pipeline& pipeline, PartId id) {
  Bound bound = bound_of(pipeline, id, "run-time");
  if (is_awaited(pipeline, id)) return bound;
  Bound unawaited = bound_of(pipeline, id, "run-time-unawaited");
  if (!unawaited.exists()) return bound;
  const Setting* timeout = stated_timeout(pipeline.part(id));
  if (timeout != nullptr && timeout->value.mean.high < unawaited.allowed.low) {
    unawaited.allowed = timeout->value.mean;
    unawaited.setting = timeout;
  }
  return unawaited;
}

bool is_per_item(const Bound& bound) {
  return bound.fact != nullptr && bound.fact->scope == "per-request";
}

bool is_awaited(const Pipeline& pipeline, PartId id) {
  for (const LinkId link_id : pipeline.links_to(id)) {
    const Link& link = pipeline.link(link_id);
    if (link.waits && link.starts_work && link.carries_work() && !link.started_by_target) {
      return true;
    }
  }
  const auto& workloads = pipeline.world().workloads;
  for (std::size_t i = 0; i < workloads.size(); ++i) {
    if (workloads[i].sender_waits.value_or(false) &&
        pipeline.entry(static_cast<WorkloadId>(i)) == id) {
      return true;
    }
  }
  return false;
}

bool is_started_at_will(const Pipeline& pipeline, PartId id) {
  return std::ranges::any_of(pipeline.activations(id), [&](const Activation& activation) {
    if (activation.source == SourceType::Workload) return false;
    if (activation.clock_link == kNone) return true;
    const Connection* connection = pipeline.link(activation.clock_link).connection;
    return connection == nullptr || !connection->every;
  });
}

std::string_view unit_name(const Part& part) {
  switch (part.behaviour) {
    case Behaviour::LaunchedJob:
      return "job";
    case Behaviour::Orchestrator:
      return "execution";
    case Behaviour::ConcurrencyPool:
      return part.service != nullptr && part.service->calls_apis ? "invocation" : "request";
    case Behaviour::WorkerFleet:
      return "request";
    default:
      return "unit of work";
  }
}

bool outlives_alone(const RuleContext& context, PartId id, const Bound& bound) {
  const Count items = is_per_item(bound) ? Count::exactly(1.0) : context.estimates.of(id).items;
  return work_time(context.pipeline, id, items).p99.low > bound.allowed.high;
}

const Setting* stated_instance_type(const Part& part, const Target& target) {
  constexpr std::string_view kName = "instance-type";
  if (target.variant != nullptr) {
    if (const Setting* own = find_stated(target.variant->settings, kName)) return own;
  }
  return part.component == nullptr ? nullptr : find_stated(part.component->settings, kName);
}

}  // namespace plumbline
