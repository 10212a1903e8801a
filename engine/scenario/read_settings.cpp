// Settings by their type in the catalog: quantities, words, booleans and texts; and claims.
#include "engine/scenario/read_settings.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "engine/scenario/read_value.hpp"

namespace plumbline::scenario_reading {
namespace {

bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

// Legal values of a setting, by the facts that bound it.
Value legal_values(const Reading& reading, const SettingInfo& info, const SettingPlace& place,
                   const Wanted& wanted) {
  double low = 0.0;
  double high = kInfinity;
  const auto bound = [&](std::string_view name) -> const Fact* {
    if (name.empty() || place.service == nullptr) return nullptr;
    return reading.catalog.find_fact(*place.service, name, place.mode, reading.as_of());
  };
  const Fact* minimum = bound(info.minimum_fact);
  const Fact* maximum = bound(info.maximum_fact);
  if (minimum != nullptr && !minimum->unlimited) low = minimum->value;
  if (maximum != nullptr && !maximum->unlimited) high = maximum->value;
  Value value = range_value(wanted, low, std::max(low, high));
  value.fact = maximum != nullptr ? maximum : minimum;
  return value;
}

bool read_quantity(Reading& reading, const Cursor& cursor, const SettingInfo& info,
                   const SettingPlace& place, Setting& setting) {
  const Wanted wanted{.dimension = info.dimension,
                      .path = reading.path({place.section, place.owner, setting.name}),
                      .of_the_world = false,
                      .spread = Spread::Refused};
  if (setting.written == Written::Free || setting.written == Written::Unknown) {
    setting.value = legal_values(reading, info, place, wanted);
    setting.value.place = cursor.place();
    if (setting.written == Written::Free) setting.value.origin = Origin::Chosen;
    if (says(cursor.node(), "unknown") || setting.written == Written::Free) return true;
  }
  const std::optional<Value> value = read_value(reading, cursor, wanted);
  if (!value) return false;
  const bool bounded = value->mean.high < kInfinity;
  if (setting.written != Written::Unknown || bounded) setting.value = *value;
  return true;
}

bool read_word(Reading& reading, const Cursor& cursor, const SettingInfo& info, Setting& setting) {
  if (cursor.is_scalar()) {
    for (const std::string_view word : info.words) {
      if (same_letters(word, cursor.node().text)) {
        setting.text = word;
        return true;
      }
    }
  }
  const std::string what = "a value of the setting " + quoted(info.name);
  (void)Cursor(cursor.node(), cursor.where(), reading.findings).word(info.words, what);
  return false;
}

}  // namespace

bool is_claim(const Node& node) { return node.is_map() && node.find("claimed") != nullptr; }

std::string_view read_claim(Reading& reading, const Node& node, std::string_view what) {
  const Cursor cursor(node, what, reading.findings);
  if (!cursor.expect_map({"claimed"})) return {};
  return cursor.get("claimed", "claimed")->text().value_or(std::string_view{});
}

bool read_setting(Reading& reading, const Entry& entry, const SettingInfo* info,
                  const SettingPlace& place, Setting& setting) {
  const Node& node = *entry.value;
  setting.name = entry.key;
  setting.info = info;
  setting.place = node.place;
  setting.key_place = entry.key_place;
  if (is_claim(node)) {
    setting.written = Written::Claimed;
    setting.text = read_claim(reading, node, entry.key);
    return true;
  }
  if (info == nullptr) return false;
  setting.name = info->name;
  const Cursor cursor(node, entry.key, reading.findings);
  if (says(node, "free")) {
    setting.written = Written::Free;
  } else if (says(node, "unknown") || (node.is_map() && node.find("unknown") != nullptr)) {
    setting.written = Written::Unknown;
  }
  if (info->type == SettingType::Quantity) {
    return read_quantity(reading, cursor, *info, place, setting);
  }
  if (setting.written != Written::Stated) {
    if (node.is_scalar()) return true;
    cursor.report_wrong_type("a value, 'unknown' or 'free'", "Only quantities have bounds.");
    return false;
  }
  if (info->type == SettingType::Word) return read_word(reading, cursor, *info, setting);
  if (info->type == SettingType::Boolean) {
    const std::optional<bool> value = cursor.boolean();
    setting.boolean = value.value_or(false);
    return value.has_value();
  }
  const std::optional<std::string_view> text = cursor.text();
  setting.text = text.value_or(std::string_view{});
  return text.has_value();
}

std::string hint_of_other_service(const Catalog& catalog, std::string_view setting) {
  for (const Service& service : catalog.services()) {
    if (service.find_setting(setting) == nullptr) continue;
    return " (it is a setting of " + std::string(service.title) + "; write '" +
           std::string(setting) + ": {claimed: ...}' to have it judged)";
  }
  return {};
}

}  // namespace plumbline::scenario_reading
