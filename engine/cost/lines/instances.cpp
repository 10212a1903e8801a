// Instances by the hour and by their type; each variant of an endpoint has its own.
#include <algorithm>
#include <cmath>
#include <utility>
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

// What the work to be run needs of one instance.
struct Needs {
  double memory = 0.0;
  double gpu_memory = 0.0;
  bool gpu = false;
};

// The needs at the low and at the high end of what is not known.
std::pair<Needs, Needs> needs_of(PartCost& part, std::span<const Target> targets) {
  const Amount memory = part.need(&Work::memory, targets);
  const Amount gpu_memory = part.need(&Work::gpu_memory, targets);
  bool gpu = false;
  for (const Target& target : targets) {
    for (const WorkId work : target.works) {
      const Work& run = part.pipeline().world().works[static_cast<std::size_t>(work)];
      gpu = gpu || run.gpu.value_or(false);
    }
  }
  return {{memory.low, gpu_memory.low, gpu}, {memory.high, gpu_memory.high, gpu}};
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

// The typical type if it fits, else the cheapest dearer one that does; nullptr: none is recorded.
const Fact* cheapest(const PartCost& part, const Fact* typical, const Needs& needs) {
  const Catalog& catalog = part.pipeline().catalog();
  if (typical != nullptr && fits(catalog, typical->qualifier, needs)) return typical;
  for (const Fact* price : part.prices().instances()) {
    const bool is_dearer = typical == nullptr || price->value >= typical->value;
    if (is_dearer && fits(catalog, price->qualifier, needs)) return price;
  }
  return nullptr;
}

// An instance type and its price: one where it is stated, else whatever the work may turn out to
// need.
struct Type {
  std::string name;
  std::string_view least;
  const Fact* price = nullptr;
  double highest_price = 0.0;
};

Type type_of(PartCost& part, std::span<const Target> targets) {
  const Variant* variant = targets.size() == 1 ? targets.front().variant : nullptr;
  const Setting* own = variant == nullptr ? nullptr : stated(variant->settings, kType);
  const Effective effective = effective_setting(part.pipeline(), part.id(), kType);
  const bool is_stated =
      effective.setting != nullptr && effective.setting->written == Written::Stated;
  if (own != nullptr || is_stated) {
    const std::string_view name = own != nullptr ? own->text : effective.text;
    return {std::string(name), name, part.prices().find_instance(name)};
  }
  const Fact* typical = part.prices().find_instance(effective.text);
  const auto [least, most] = needs_of(part, targets);
  const Fact* low = cheapest(part, typical, least);
  const Fact* high = cheapest(part, typical, most);
  // Beyond everything that is recorded, the dearest is a bound from below.
  const std::vector<const Fact*> all = part.prices().instances();
  if (low == nullptr) low = all.empty() ? typical : all.back();
  if (low == nullptr) return {std::string(effective.text), effective.text};
  Type type{std::string(low->qualifier), low->qualifier, low,
            high == nullptr ? kInfinity : high->value};
  if (high == nullptr) type.name += " or larger";
  if (high != nullptr && high != low) type.name += " to " + std::string(high->qualifier);
  return type;
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

void add_line(PartCost& part, const Amount& machines, const Type& type, const std::string& prefix,
              SourceRange place) {
  const PaidHours paid = paid_hours(part, machines, type.name, "instance-hours");
  part.add({.what = prefix + paid.words,
            .amount = paid.hours * share_of_instance(part, type.least),
            .counts = "instance-hours",
            .price = type.price,
            .highest_price = type.highest_price,
            .is_idle = paid.is_idle,
            .place = place,
            .unknown = (type.name.empty() ? std::string("instances") : type.name) + " of " +
                       std::string(part.part().name)});
}

// Variants, or members of a family, with instances of their own but no number of their own,
// together by type.
struct Pool {
  Type type;
  std::string names;
  double targets = 0.0;
  SourceRange place;
};

Pool& pool_of(std::vector<Pool>& pools, const Type& type, SourceRange place) {
  const auto same =
      std::ranges::find_if(pools, [&](const Pool& pool) { return pool.type.name == type.name; });
  if (same != pools.end()) return *same;
  pools.push_back({type, {}, 0.0, place});
  return pools.back();
}

// As the part states for each of them, else their share of what the load takes.
Amount instances_of(PartCost& part, const Pool& pool, double said, double others) {
  const Effective each = effective_setting(part.pipeline(), part.id(), kCount);
  if (each.setting != nullptr && each.setting->written == Written::Stated && each.exists()) {
    return part.setting(kCount, 1.0) * pool.targets;
  }
  const Amount chosen = part.estimate().chosen_instances;
  const double copies = part.copies().low;
  const auto share = [&](double all) {
    const double left = std::max(0.0, all / copies - said);
    return std::max(pool.targets, std::ceil(left * pool.targets / others - 1e-9));
  };
  return {share(chosen.low), share(chosen.high)};
}

void add_pools(PartCost& part) {
  std::vector<Pool> pools;
  double said = 0.0;
  double others = 0.0;
  for (const Target& target : part.part().targets) {
    const Type type = type_of(part, {&target, 1});
    const SourceRange place = target.variant != nullptr ? target.variant->place : part.part().place;
    const Setting* count =
        target.variant == nullptr ? nullptr : stated(target.variant->settings, kCount);
    if (count != nullptr) {
      const Quantity own = part.mean(count->value);
      said += own.low;
      add_line(part, Amount::between(own.low, own.high) * part.copies(), type,
               std::string(target.name) + ": ", place);
      continue;
    }
    others += 1.0;
    Pool& pool = pool_of(pools, type, place);
    pool.names += (pool.names.empty() ? "" : ", ") + std::string(target.name);
    pool.targets += 1.0;
  }
  for (const Pool& pool : pools) {
    add_line(part, instances_of(part, pool, said, others) * part.copies(), pool.type,
             pool.names + ": ", pool.place);
  }
}

// Whether each target runs on instances of its own.
bool has_pools(const Part& part) {
  if (part.component == nullptr || part.behaviour == Behaviour::LaunchedJob) return false;
  return !part.component->variants.empty() ||
         (part.component->one_per_work && part.targets.size() > 1);
}

}  // namespace

void cost_lines::instances(PartCost& part) {
  if (!part.prices().has("instance-hours")) return;
  if (has_pools(part.part())) {
    add_pools(part);
  } else {
    add_line(part, machines_of(part), type_of(part, part.part().targets), {}, {});
  }
}

}  // namespace plumbline
