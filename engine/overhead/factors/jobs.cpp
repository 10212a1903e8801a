// Runs that someone's code launches must be watched and cleaned up after, whoever runs them.
#include <algorithm>

#include "engine/overhead/factor.hpp"

namespace plumbline {
namespace {

// A job, or an endpoint that is created for one item and deleted after it.
bool is_launched_per_run(const FactorContext& context, PartId id) {
  const Part& part = context.pipeline().part(id);
  if (context.is_launched(id)) return context.needs(id, "jobs-to-launch");
  return part.behaviour == Behaviour::WorkerFleet && part.component != nullptr &&
         part.component->one_per_item;
}

// A workflow, an event rule or the clock starts a run, tries again and keeps the history; code that
// creates jobs has all of that to do itself.
bool is_service(const Part& starter) {
  if (starter.type == PartType::Actor) return starter.actor_kind == ActorKind::Clock;
  return starter.service != nullptr && !starter.service->calls_apis;
}

struct Launches {
  bool is_new = false;  // by a link of this design
  bool by_service =
      true;  // every starter is a managed service or its schedule, not code or a person
};

Launches launches_of(const FactorContext& context, PartId id) {
  Launches launches{.is_new = context.is_new(id)};
  bool is_started = false;
  for (const LinkId link_id : context.pipeline().links_to(id)) {
    const Link& link = context.pipeline().link(link_id);
    if (!link.starts_work) continue;
    is_started = true;
    launches.is_new = launches.is_new || context.is_new(link);
    launches.by_service = launches.by_service && is_service(context.pipeline().part(link.from));
  }
  launches.by_service = launches.by_service && is_started;
  return launches;
}

}  // namespace

void factors::jobs(const FactorContext& context, Tally& tally) {
  Events by_code;
  Events by_service;
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (context.pipeline().part(id).service == nullptr || !is_launched_per_run(context, id)) {
      continue;
    }
    const Launches launches = launches_of(context, id);
    if (!launches.is_new) continue;
    (launches.by_service ? by_service : by_code).add(context.units_a_month(id), id);
  }
  by_code.tally(context, "watch-jobs", tally);
  by_service.tally(context, "watch-jobs-of-a-service", tally);
}

}  // namespace plumbline
