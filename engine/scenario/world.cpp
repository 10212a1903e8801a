// Look-ups in the world, and the words of its closed lists.
#include "engine/scenario/world.hpp"

namespace plumbline {

std::string_view arrival_name(ArrivalForm form) {
  switch (form) {
    case ArrivalForm::Period:
      return "period";
    case ArrivalForm::Rate:
      return "rate";
    case ArrivalForm::Poisson:
      return "poisson";
    case ArrivalForm::Burst:
      return "burst";
    case ArrivalForm::Levels:
      return "levels";
    case ArrivalForm::OnOff:
      return "on-off";
    case ArrivalForm::Profile:
      return "profile";
    case ArrivalForm::Ramp:
      return "ramp";
    case ArrivalForm::Bulk:
      return "bulk";
    case ArrivalForm::Once:
      return "once-at-a-time";
  }
  return {};
}

std::string_view actor_kind_name(ActorKind kind) {
  switch (kind) {
    case ActorKind::Client:
      return "client";
    case ActorKind::Person:
      return "person";
    case ActorKind::Clock:
      return "clock";
    case ActorKind::System:
      return "system";
  }
  return {};
}

WorkloadId World::find_workload(std::string_view name) const {
  return find_named(workload_index, workloads, name);
}
DataId World::find_data(std::string_view name) const { return find_named(data_index, data, name); }
WorkId World::find_work(std::string_view name) const { return find_named(work_index, works, name); }
const Subnet* World::find_subnet(std::string_view name) const {
  for (const Subnet& subnet : subnets) {
    if (subnet.name == name) return &subnet;
  }
  return nullptr;
}

ActorId World::find_actor(std::string_view name) const {
  return find_named(actor_index, actors, name);
}

}  // namespace plumbline
