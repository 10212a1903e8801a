// Instances by the hour and by their type; each variant of an endpoint has its own.
#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/cost/capacity.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kCount = "instance-count";
constexpr std::string_view kType = "instance-type";

const Setting* stated(const std::vector<Setting>& settings, std::string_view name) {
  const auto found = std::ranges::find(settings, name, &Setting::name);
  return found != settings.end() && found->written == Written::Stated ? &*found : nullptr;
}

// What the work to be run is known to need of one instance.
struct Needs {
  double memory = 0.0;
  double gpu_memory = 0.0;
  bool gpu = false;
};

Needs needs_of(PartCost& part) {
  Needs needs{part.least_need(&Work::memory), part.least_need(&Work::gpu_memory), false};
  for (const Target& target : part.part().targets) {
    for (const WorkId work : target.works) {
      const auto& gpu = part.pipeline().world().works[static_cast<std::size_t>(work)].gpu;
      needs.gpu = needs.gpu || gpu.value_or(false);
    }
  }
  return needs;
}

bool has_enough(const Catalog& catalog, std::string_view type, std::string_view what,
                double needed) {
  if (needed <= 0.0) return true;
  const Fact* fact = catalog.instance_fact(type, what);
  return fact != nullptr && fact->value >= needed;
}

bool fits(const Catalog& catalog, std::string_view type, const Needs& needs) {
  return has_enough(catalog, type, "memory", needs.memory) &&
         has_enough(catalog, type, "gpu-memory", needs.gpu_memory) &&
         has_enough(catalog, type, "gpus", needs.gpu ? 1.0 : 0.0);
}

// As stated; else the typical one if it fits what is known to be needed, else the cheapest that
// does.
std::string_view type_of(PartCost& part, const Variant* variant) {
  if (variant != nullptr) {
    if (const Setting* own = stated(variant->settings, kType)) return own->text;
  }
  const Effective effective = effective_setting(part.pipeline(), part.id(), kType);
  const bool is_stated =
      effective.setting != nullptr && effective.setting->written == Written::Stated;
  if (is_stated) return effective.text;
  const Catalog& catalog = part.pipeline().catalog();
  const Needs needs = needs_of(part);
  if (!effective.text.empty() && fits(catalog, effective.text, needs)) return effective.text;
  for (const Fact* price : part.prices().instances()) {
    if (fits(catalog, price->qualifier, needs)) return price->qualifier;
  }
  return effective.text;
}

// Jobs that are smaller than their instance may share it with others: its whole price is the most.
Amount share_of_instance(PartCost& part, std::string_view type) {
  const bool is_packed = part.part().behaviour == Behaviour::LaunchedJob &&
                         effective_setting(part.pipeline(), part.id(), "vcpus").exists();
  if (!is_packed) return Amount::exactly(1.0);
  const Catalog& catalog = part.pipeline().catalog();
  const Fact* vcpus = catalog.instance_fact(type, "vcpus");
  const Fact* memory = catalog.instance_fact(type, "memory");
  if (vcpus == nullptr || memory == nullptr) return Amount::between(0.0, 1.0);
  const double share =
      std::max(part.setting("vcpus", 1.0).low / vcpus->value, part.memory().low / memory->value);
  return Amount::between(std::min(1.0, share), std::max(1.0, std::ceil(share - 1e-9)));
}

void add_line(PartCost& part, const Amount& machines, std::string_view type, std::string prefix,
              SourceRange place) {
  const PaidHours paid = paid_hours(part, machines, type);
  part.add({.what = prefix + paid.words,
            .amount = paid.hours * share_of_instance(part, type),
            .counts = "instance-hours",
            .price = part.prices().find_instance(type),
            .is_idle = paid.is_idle,
            .place = place,
            .unknown = std::string(type.empty() ? "instances" : type) + " of " +
                       std::string(part.part().name)});
}

// Instances of the variants that do not state their own: as the endpoint states for each of them,
// else an even share of what the load takes.
Amount instances_of_others(PartCost& part, double said, double others) {
  const Effective each = effective_setting(part.pipeline(), part.id(), kCount);
  if (each.setting != nullptr && each.setting->written == Written::Stated && each.exists()) {
    return part.setting(kCount, 1.0);
  }
  const Amount chosen = part.estimate().chosen_instances;
  const double copies = part.copies().low;
  const auto share = [&](double all) {
    return std::max(1.0, std::ceil((all / copies - said) / others - 1e-9));
  };
  return {share(chosen.low), share(chosen.high)};
}

void add_variants(PartCost& part) {
  const auto& variants = part.part().component->variants;
  double said = 0.0;
  double others = 0.0;
  for (const Variant& variant : variants) {
    const Setting* count = stated(variant.settings, kCount);
    said += count != nullptr ? count->value.mean.low : 0.0;
    others += count != nullptr ? 0.0 : 1.0;
  }
  for (const Variant& variant : variants) {
    const Setting* count = stated(variant.settings, kCount);
    const Amount own = count != nullptr ? Amount::between(part.mean(count->value).low,
                                                          part.mean(count->value).high)
                                        : instances_of_others(part, said, others);
    add_line(part, own * part.copies(), type_of(part, &variant), std::string(variant.name) + ": ",
             variant.place);
  }
}

}  // namespace

void cost_lines::instances(PartCost& part) {
  if (!part.prices().has("instance-hours")) return;
  const Component* component = part.part().component;
  if (component != nullptr && !component->variants.empty()) {
    add_variants(part);
  } else {
    add_line(part, machines_of(part), type_of(part, nullptr), {}, {});
  }
}

}  // namespace plumbline
