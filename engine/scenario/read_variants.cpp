// What a component runs: works by name, variants of an endpoint, and works that need not be said.
#include <algorithm>
#include <array>
#include <string>

#include "engine/scenario/read_component.hpp"
#include "engine/scenario/read_value.hpp"

namespace plumbline::scenario_reading {
namespace {

// Settings of the service that each variant has for itself.
constexpr auto kVariantSettings =
    std::to_array<std::string_view>({"instance-type", "instance-count"});

struct VariantReading {
  Reading& reading;
  const SettingPlace& place;  // owner: "endpoint.variants.v1"
  Variant& variant;
};

void read_weight(const Cursor& cursor, VariantReading& target) {
  const Wanted wanted{
      .dimension = Dimension::Count,
      .path = target.reading.path({target.place.section, target.place.owner, "weight"}),
      .of_the_world = false,
      .spread = Spread::Refused};
  if (const auto value = read_value(target.reading, cursor, wanted)) {
    target.variant.weight = *value;
    target.variant.weight_stated = true;
  }
}

constexpr Key<VariantReading> kKeys[] = {
    {"serves",
     [](const Cursor& c, VariantReading& t) { t.variant.serves = read_work_name(t.reading, c); }},
    {"weight", &read_weight},
    {"shadow",
     [](const Cursor& c, VariantReading& t) { t.variant.shadow = c.boolean().value_or(false); }},
};

void read_variant_key(const Entry& entry, VariantReading& target) {
  for (const auto& key : kKeys) {
    if (key.name != entry.key) continue;
    return key.read(Cursor(*entry.value, entry.key, target.reading.findings), target);
  }
  const bool known = std::ranges::find(kVariantSettings, entry.key) != kVariantSettings.end();
  const Service* service = target.place.service;
  if (service == nullptr) return;
  const SettingInfo* info = known ? service->find_setting(entry.key) : nullptr;
  if (info == nullptr && !is_claim(*entry.value)) {
    std::vector<std::string_view> names;
    for (const auto& key : kKeys) names.push_back(key.name);
    names.insert(names.end(), kVariantSettings.begin(), kVariantSettings.end());
    const std::string hint =
        service->find_setting(entry.key) != nullptr ? " (it is said of the whole component)" : "";
    return report_unknown_key(target.reading, entry, {"the variant", target.variant.name}, names,
                              {}, hint);
  }
  Setting setting;
  if (read_setting(target.reading, entry, info, target.place, setting)) {
    target.variant.settings.push_back(setting);
  }
}

// A variant that does not say what it serves is named after it, or serves the only model.
WorkId implied_work(const Reading& reading, std::string_view variant) {
  const WorkId named = reading.scenario.world.find_work(variant);
  return named == kNone && reading.models == 1 ? 0 : named;
}

std::vector<std::string_view> work_names(const World& world) {
  std::vector<std::string_view> names;
  for (const Work& work : world.works) names.push_back(work.name);
  return names;
}

}  // namespace

WorkId read_work_name(Reading& reading, const Cursor& cursor) {
  const std::optional<std::string_view> name = cursor.text();
  if (!name) return kNone;
  const WorkId work = reading.scenario.world.find_work(*name);
  if (work == kNone && !reading.works_broken) {
    reading.dangling("model or program", *name, cursor.place(),
                     [&] { return work_names(reading.scenario.world); });
  }
  return work;
}

void read_work_names(Reading& reading, const Cursor& cursor, std::vector<WorkId>& works) {
  for (const Cursor& item : cursor.list()) {
    if (!reading.goes_on()) return;
    const WorkId work = read_work_name(reading, item);
    if (work == kNone) continue;
    if (works.size() <= 64 && std::ranges::find(works, work) != works.end()) continue;
    works.push_back(work);
  }
}

void read_variants(Reading& reading, const Node& map, const SettingPlace& place,
                   Component& component) {
  const Named where{"'variants' of", component.name};
  if (!expect_map(reading, map, where, "Write {v1: {serves: v1}, v2: {serves: v2, weight: 3}}.")) {
    return;
  }
  component.variants.reserve(map.entries.size());
  for (const Entry& entry : map.entries) {
    if (!reading.goes_on()) return;
    if (!check_name(reading, entry.key, entry.key_place, "the name of a variant", Dots::Allowed)) {
      continue;
    }
    Variant& variant = component.variants.emplace_back();
    variant.name = entry.key;
    variant.place = entry.key_place;
    variant.weight = Value::exactly(Dimension::Count, 1.0, Origin::Defaulted);
    SettingPlace here = place;
    here.owner = reading.path({place.owner, "variants", entry.key});
    VariantReading target{reading, here, variant};
    const Node& keys = *entry.value;
    if (!keys.is_null() && expect_map(reading, keys, {"the variant", entry.key},
                                      "Write {serves: v1}, or {serves: v1, weight: 3}.")) {
      for (const Entry& key : keys.entries) read_variant_key(key, target);
    }
    if (variant.serves == kNone && (keys.is_null() || keys.find("serves") == nullptr)) {
      variant.serves = implied_work(reading, variant.name);
    }
  }
}

void imply_works(Reading& reading, Component& component) {
  const Service* service = component.service;
  if (service == nullptr || !service->runs_models || service->calls_apis ||
      !component.works.empty() || !component.variants.empty()) {
    return;
  }
  const std::size_t models = reading.models;
  if (models == 0 || (models > 1 && !component.one_per_work)) return;
  if (!reading.afford(models, component.place)) return;
  for (std::size_t i = 0; i < models; ++i) component.works.push_back(static_cast<WorkId>(i));
  component.works_implied = true;
}

}  // namespace plumbline::scenario_reading
