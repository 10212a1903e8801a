// Sizing parts by their behaviour.
#include "engine/estimate/fleet.hpp"

#include <algorithm>
#include <cmath>

#include "engine/estimate/lognormal.hpp"

namespace plumbline {
namespace {

double quantity_setting(const Pipeline& pipeline, PartId id, std::string_view name,
                        double otherwise) {
  const Effective effective = effective_setting(pipeline, id, name);
  if (!effective.exists()) return otherwise;
  const double value = effective.value.mean.low;
  return value > 0.0 ? value : otherwise;
}

Bound narrower(const Bound& a, const Bound& b) { return b.allowed.low < a.allowed.low ? b : a; }

double copies_of(const Part& part) {
  return part.component == nullptr ? 1.0 : std::max(1.0, part.component->count.mean.low);
}

// Instances that the variants state, and how many variants leave it open.
struct VariantInstances {
  double stated = 0.0;
  double open = 0.0;
};
VariantInstances variant_instances(const Part& part) {
  VariantInstances sum;
  for (const Target& target : part.targets) {
    if (target.variant == nullptr) continue;
    const auto& settings = target.variant->settings;
    const auto count =
        std::ranges::find(settings, std::string_view("instance-count"), &Setting::name);
    if (count != settings.end() && count->written == Written::Stated) {
      sum.stated += count->value.mean.low;
    } else {
      sum.open += 1.0;
    }
  }
  return sum;
}

// Instances that carry the peak with room to spare, at least one (each variant has its own).
double instances_for(double peak, double time, double workers, double least, double most) {
  const double load = finite_product(peak, time);
  const double needed = std::ceil(load / (workers * kTargetUtilisation) - 1e-9);
  return std::clamp(needed, least, std::max(least, most));
}

void size_instances(const Pipeline& pipeline, PartId id, PartEstimate& here) {
  const Part& part = pipeline.part(id);
  const double workers = workers_of_instance(pipeline, id);
  const double copies = copies_of(part);
  const Effective stated = effective_setting(pipeline, id, "instance-count");
  const VariantInstances variants = variant_instances(part);
  Bound most =
      narrower(bound_of(pipeline, id, "instances-of-one"), bound_of(pipeline, id, "instances"));
  const bool has_variants = variants.stated + variants.open > 0.0;
  if (has_variants && variants.open == 0.0) {
    here.chosen_instances = Count::exactly(variants.stated * copies);
    here.servers = here.chosen_instances * Count::exactly(workers);
    return;  // all of it stated on the variants
  }
  const Setting* scaled =
      part.component == nullptr ? nullptr : part.component->find_setting("maximum-instances");
  const bool is_stated = stated.setting != nullptr && stated.setting->written == Written::Stated;
  if (is_stated && scaled == nullptr) {
    here.chosen_instances = stated.value.mean.as<Dimension::Count>() * copies;
    here.servers = here.chosen_instances * Count::exactly(workers);
    here.server_bound = most;
    here.server_bound.setting = stated.setting;
    return;
  }
  const double least = std::max(1.0, variants.open) + variants.stated;
  const double limit = most.exists() ? most.allowed.low : kInfinity;
  here.chosen_instances = {
      instances_for(here.peak.low, here.held.mean.low, workers, least, limit) * copies,
      instances_for(here.peak.high, here.held.mean.high, workers, least, limit) * copies};
  here.servers = most.exists() ? most.allowed.as<Dimension::Count>() * Count::exactly(workers)
                               : Count::exactly(kInfinity);
  here.server_bound = most;
}

// The concurrency that connections leave: an event source mapping may hold it below the function's
// own.
Bound connection_bound(const Pipeline& pipeline, PartId id) {
  Bound bound;
  for (const LinkId link_id : pipeline.links_to(id)) {
    const Link& link = pipeline.link(link_id);
    if (!link.carries_work() || !link.starts_work) continue;
    const Setting* setting = nullptr;
    if (link.connection != nullptr) {
      for (const Setting& candidate : link.connection->settings) {
        if (candidate.info != nullptr && candidate.info->bounds == "concurrency-of-connection" &&
            candidate.written == Written::Stated) {
          setting = &candidate;
        }
      }
    }
    if (setting == nullptr) return {};  // one unbounded way is enough
    if (bound.setting == nullptr) {
      bound.setting = setting;
      bound.allowed = setting->value.mean;
    } else {
      bound.allowed.low += setting->value.mean.low;
      bound.allowed.high += setting->value.mean.high;
    }
  }
  return bound;
}

void size_pool(const Pipeline& pipeline, PartId id, PartEstimate& here) {
  here.server_bound = narrower(
      narrower(bound_of(pipeline, id, "concurrency"), bound_of(pipeline, id, "concurrency-of-one")),
      connection_bound(pipeline, id));
  here.servers = here.server_bound.exists() ? here.server_bound.allowed.as<Dimension::Count>()
                                            : Count::exactly(kInfinity);
}

void size_jobs(const Pipeline& pipeline, PartId id, PartEstimate& here) {
  const double instances = quantity_setting(pipeline, id, "instance-count", 1.0);
  const double vcpus = quantity_setting(pipeline, id, "vcpus", 0.0);
  here.chosen_instances = Count::exactly(instances);
  here.servers = Count::exactly(kInfinity);
  struct Candidate {
    std::string_view measure;
    double per_unit;
  };
  for (const auto& [measure, per_unit] :
       {Candidate{"instances", instances}, Candidate{"vcpus-in-use", vcpus},
        Candidate{"concurrency", 1.0}}) {
    const Bound bound = bound_of(pipeline, id, measure);
    if (!bound.exists() || per_unit <= 0.0) continue;
    const Count jobs = bound.allowed.as<Dimension::Count>() / per_unit;
    if (jobs.low >= here.servers.low) continue;
    here.servers = jobs;
    here.server_bound = bound;
  }
}

double ratio(double load, double servers) {
  if (load <= 0.0) return 0.0;
  return servers > 0.0 ? load / servers : kInfinity;
}

}  // namespace

double workers_of_instance(const Pipeline& pipeline, PartId id) {
  const Part& part = pipeline.part(id);
  if (part.service == nullptr) return 1.0;
  for (const SettingInfo& info : part.service->settings) {
    if (info.bounds == "concurrency-of-instance" && !info.on_connection) {
      return quantity_setting(pipeline, id, info.name, 1.0);
    }
  }
  return 1.0;
}

double lanes_of_unit(const Pipeline& pipeline, PartId id) {
  if (pipeline.part(id).behaviour != Behaviour::LaunchedJob) return 1.0;
  return quantity_setting(pipeline, id, "instance-count", 1.0) * workers_of_instance(pipeline, id);
}

bool is_evenly_spaced(const Pipeline& pipeline, PartId id) {
  const auto activations = pipeline.activations(id);
  return std::ranges::all_of(activations, [&](const Activation& activation) {
    if (activation.source != SourceType::Workload) return true;
    const auto& workload =
        pipeline.world().workloads[static_cast<std::size_t>(activation.workload)];
    return workload.arrival.form == ArrivalForm::Period ||
           workload.arrival.form == ArrivalForm::Once;
  });
}

bool is_behind_a_queue(const Pipeline& pipeline, PartId id) {
  bool is_fed = false;
  for (const LinkId link_id : pipeline.links_to(id)) {
    const Link& link = pipeline.link(link_id);
    if (!link.carries_work() || !link.starts_work) continue;
    if (!link.started_by_target) return false;
    is_fed = true;
  }
  return is_fed;
}

void size_fleet(const Pipeline& pipeline, const Assignment&, PartId id, PartEstimate& here) {
  here.servers = Count::exactly(kInfinity);
  switch (pipeline.part(id).behaviour) {
    case Behaviour::WorkerFleet:
      size_instances(pipeline, id, here);
      break;
    case Behaviour::ConcurrencyPool:
    case Behaviour::Orchestrator:
      size_pool(pipeline, id, here);
      break;
    case Behaviour::LaunchedJob:
      size_jobs(pipeline, id, here);
      break;
    default:
      break;
  }
  // Whoever finds a fleet at zero waits for its start, but no instance works meanwhile.
  const bool is_fleet = pipeline.part(id).behaviour == Behaviour::WorkerFleet;
  const Seconds busy = is_fleet ? here.held.mean : here.startup.mean + here.held.mean;
  here.in_flight = here.peak * busy;
  if (here.at_once.high > 0.0) here.in_flight = here.in_flight + here.at_once;
  const PerSecond offered = is_behind_a_queue(pipeline, id) ? here.rate : here.peak;
  const Count load = offered * busy;
  here.utilisation_low = ratio(load.low, here.servers.high);
  here.utilisation_high = ratio(load.high, here.servers.low);
  here.unstable = here.utilisation_low > 1.0;
}

}  // namespace plumbline
