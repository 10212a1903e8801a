// What a setting comes to: as written, the best legal value, the default, or not known.
#include <algorithm>
#include <cmath>

#include "engine/estimate/estimate.hpp"

namespace plumbline {
namespace {

const Fact* fact_named(const Pipeline& pipeline, const Part& part, std::string_view name) {
  if (name.empty()) return nullptr;
  return pipeline.catalog().find_fact(*part.service, name, part.mode, pipeline.as_of());
}

Value value_of_fact(const SettingInfo& info, const Fact& fact, Origin origin) {
  Value value = Value::exactly(info.dimension, fact.value, origin);
  value.of_the_world = false;
  value.fact = &fact;
  return value;
}

// Quantities in the catalog are checked when it is read, so one that does not parse is not there.
Value value_of_text(const SettingInfo& info, std::string_view text, Origin origin) {
  Value value = Value::exactly(info.dimension, 0.0, origin);
  value.of_the_world = false;
  const auto parsed = parse_quantity(text, info.dimension);
  if (parsed.has_value()) value.mean = value.p99 = Quantity::exactly(info.dimension, *parsed);
  return value;
}

// The builder takes what is typical; without a typical value, the most that is legal.
void choose(const Pipeline& pipeline, const Part& part, Effective& effective) {
  const SettingInfo& info = *effective.info;
  if (info.type != SettingType::Quantity) {
    effective.text = info.typical.empty() ? info.default_value : info.typical;
    effective.boolean = effective.text == "true";
    effective.value.origin = Origin::Chosen;
    return;
  }
  const Fact* most = fact_named(pipeline, part, info.maximum_fact);
  if (!info.typical.empty()) {
    effective.value = value_of_text(info, info.typical, Origin::Chosen);
    effective.value.fact = most;
  } else if (most != nullptr && !most->unlimited) {
    effective.value = value_of_fact(info, *most, Origin::Chosen);
  } else {
    effective.value = value_of_text(info, info.default_value, Origin::Chosen);
  }
}

void take_default(const Pipeline& pipeline, const Part& part, Effective& effective) {
  const SettingInfo& info = *effective.info;
  effective.value.origin = Origin::Defaulted;
  if (info.type != SettingType::Quantity) {
    effective.text = info.default_value;
    effective.boolean = info.default_value == "true";
  } else if (const Fact* fact = fact_named(pipeline, part, info.default_fact)) {
    effective.value = value_of_fact(info, *fact, Origin::Defaulted);
  } else {
    effective.value = value_of_text(info, info.default_value, Origin::Defaulted);
  }
}

Effective resolve(const Pipeline& pipeline, const Part& part, const SettingInfo* info,
                  const Setting* setting) {
  Effective effective{.setting = setting, .info = info};
  if (info == nullptr) return effective;
  if (setting != nullptr &&
      (setting->written == Written::Stated || setting->written == Written::Unknown)) {
    effective.value = setting->value;
    effective.text = setting->text;
    effective.boolean = setting->boolean;
    // A word has no range of its own: it is known as soon as it is written.
    if (info->type != SettingType::Quantity && setting->written == Written::Stated) {
      effective.value.origin = Origin::Stated;
    }
    return effective;
  }
  for (const auto& [unknown, value] : part.unknown_settings) {
    if (unknown == info) {
      effective.value = value;
      return effective;
    }
  }
  const bool is_free = setting != nullptr && setting->written == Written::Free;
  if (is_free || info->when_absent == WhenAbsent::Best) {
    choose(pipeline, part, effective);
  } else {
    take_default(pipeline, part, effective);
    if (part.is_as_found && info->type != SettingType::Quantity && !is_free) {
      effective.value.origin = Origin::Unknown;
    }
  }
  return effective;
}

}  // namespace

Effective effective_setting(const Pipeline& pipeline, PartId id, std::string_view name) {
  const Part& part = pipeline.part(id);
  if (part.service == nullptr) return {};
  const SettingInfo* info = part.service->find_setting(name);
  if (info != nullptr && info->on_connection) info = nullptr;
  const Setting* setting = part.component == nullptr ? nullptr : part.component->find_setting(name);
  return resolve(pipeline, part, info, setting);
}

Effective effective_setting(const Pipeline& pipeline, const Link& link, std::string_view name) {
  const Setting* setting =
      link.connection == nullptr ? nullptr : link.connection->find_setting(name);
  for (const PartId id : {link.to, link.from}) {
    const Part& part = pipeline.part(id);
    if (part.service == nullptr) continue;
    const SettingInfo* info = part.service->find_setting(name);
    if (info != nullptr && info->on_connection) return resolve(pipeline, part, info, setting);
  }
  return {.setting = setting};
}

}  // namespace plumbline
