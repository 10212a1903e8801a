// Components and actors become parts, each with what a call to it can address and the facts that
// hold for it.
#include <algorithm>

#include "engine/base/assert.hpp"
#include "engine/catalog/days.hpp"
#include "engine/pipeline/builder.hpp"

namespace plumbline {
namespace {

// A chain of containers is called as one; every other way of holding several models lets a call
// name one.
bool chains_its_works(const Service& service, std::string_view mode) {
  return std::ranges::any_of(service.capabilities, [&](const Capability& capability) {
    return capability.function == "chain-containers" && capability.mode == mode;
  });
}

// Whether each work of a part is called on its own: a family with one member per model, or an
// endpoint that holds several models. Code and jobs run all their works in one unit.
bool addresses_each_work(const Component& component, Behaviour behaviour) {
  if (component.works.size() < 2) return false;
  if (component.one_per_work) return true;
  if (component.service->calls_apis || behaviour == Behaviour::LaunchedJob) return false;
  return component.service->runs_models && !chains_its_works(*component.service, component.mode);
}

std::vector<Target> targets_of(const World& world, const Component& component) {
  std::vector<Target> targets;
  for (const Variant& variant : component.variants) {
    Target target{
        .name = variant.name, .weight = variant.weight.mean.low, .shadow = variant.shadow};
    target.variant = &variant;
    if (variant.serves != kNone) target.works = {variant.serves};
    targets.push_back(std::move(target));
  }
  if (!targets.empty()) return targets;
  if (addresses_each_work(component, component.service->behaviour)) {
    for (const WorkId work : component.works) {
      targets.push_back(
          {.name = world.works[static_cast<std::size_t>(work)].name, .works = {work}});
    }
    return targets;
  }
  targets.push_back({.works = component.works});
  return targets;
}

ActorKind kind_by_name(std::string_view name) {
  if (name == "person") return ActorKind::Person;
  if (name == "clock") return ActorKind::Clock;
  return ActorKind::Client;
}

bool is_computed_with(const Fact& fact) {
  return (fact.group == FactGroup::Limit || fact.group == FactGroup::Timing) && !fact.unlimited &&
         !fact.governs.empty() && fact.governs != "other" && fact.governs != "default" &&
         fact.governs != "setting";
}

}  // namespace

CatalogEnd catalog_end(const Part& part) {
  if (part.service != nullptr) return {part.service->name, part.mode};
  switch (part.actor_kind) {
    case ActorKind::Person:
      return {"person", {}};
    case ActorKind::Clock:
      return {"clock", {}};
    case ActorKind::Client:
    case ActorKind::System:
      break;
  }
  return {"client", {}};
}

// One set for each service and mode, however many parts share it.
void PipelineBuilder::give_facts(Part& part) {
  for (const auto& set : result_.fact_sets_) {
    if (set->service != part.service || set->mode != part.mode) continue;
    part.known = &set->facts;
    return;
  }
  std::vector<const Fact*> facts;
  std::string_view last_name;
  for (const Fact& fact : part.service->facts) {
    if (!is_computed_with(fact) || fact.name == last_name) continue;
    // The catalog decides which of several entries of one name holds for this mode on this day.
    last_name = fact.name;
    const Fact* held =
        result_.catalog().find_fact(*part.service, fact.name, part.mode, result_.as_of());
    if (held != nullptr && is_computed_with(*held)) facts.push_back(held);
  }
  result_.fact_sets_.push_back(std::make_unique<Pipeline::FactSet>(
      Pipeline::FactSet{part.service, part.mode, FactsByMeasure(std::move(facts))}));
  part.known = &result_.fact_sets_.back()->facts;
}

// What an existing thing is set to, nobody said: the author knows it no better than the world.
void PipelineBuilder::add_unknown_settings(Part& part, const Component& component) {
  const Catalog& catalog = result_.catalog();
  for (const SettingInfo& info : part.service->settings) {
    const bool is_open = info.type == SettingType::Quantity && !info.on_connection &&
                         !info.bounds.empty() && component.find_setting(info.name) == nullptr;
    const Fact* most =
        info.maximum_fact.empty()
            ? nullptr
            : catalog.find_fact(*part.service, info.maximum_fact, part.mode, result_.as_of());
    if (!is_open || most == nullptr || most->unlimited) continue;
    const Fact* least =
        info.minimum_fact.empty()
            ? nullptr
            : catalog.find_fact(*part.service, info.minimum_fact, part.mode, result_.as_of());
    result_.names_.push_back(std::make_unique<std::string>(
        "components." + std::string(component.name) + "." + std::string(info.name)));
    const double low = least != nullptr                     ? least->value
                       : info.dimension == Dimension::Count ? 1.0
                                                            : 0.0;
    const Quantity range{info.dimension, std::min(low, most->value), most->value};
    part.unknown_settings.emplace_back(&info, Value{.mean = range,
                                                    .p99 = range,
                                                    .origin = Origin::Unknown,
                                                    .of_the_world = true,
                                                    .path = *result_.names_.back(),
                                                    .fact = most});
  }
}

void PipelineBuilder::add_component(const Component& component) {
  Part part;
  part.name = component.name;
  part.place = component.place;
  part.component = &component;
  part.own = component.own;
  if (component.service != nullptr) {
    part.service = component.service;
    part.mode = component.mode;
    part.behaviour = component.service->behaviour;
    part.targets = targets_of(result_.world(), component);
    give_facts(part);
    part.is_as_found = component.existing;
    if (part.is_as_found) add_unknown_settings(part, component);
  }
  result_.parts_.push_back(std::move(part));
}

void PipelineBuilder::add_components() {
  const auto& components = result_.design().components;
  result_.parts_.reserve(components.size() + 4);
  for (const Component& component : components) add_component(component);
}

PartId PipelineBuilder::actor_part(std::string_view name, ActorId actor, SourceRange place) {
  for (std::size_t i = result_.design().components.size(); i < result_.parts_.size(); ++i) {
    if (result_.parts_[i].type == PartType::Actor && result_.parts_[i].name == name) {
      return static_cast<PartId>(i);
    }
  }
  Part part{.type = PartType::Actor, .name = name, .place = place};
  if (actor != kNone) {
    part.actor = &result_.world().actors[static_cast<std::size_t>(actor)];
    part.actor_kind = part.actor->kind;
    part.place = part.actor->place;
  } else {
    part.actor_kind = kind_by_name(name);
  }
  result_.parts_.push_back(std::move(part));
  return static_cast<PartId>(result_.parts_.size()) - 1;
}

// Components come first and in their own order, so that their indices are those of the design.
PartId PipelineBuilder::part_of(const End& end) {
  return end.is_component() ? end.component : actor_part(end.name, end.actor, {});
}

}  // namespace plumbline
