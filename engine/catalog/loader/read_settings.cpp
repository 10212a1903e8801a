// Settings of a service, and the functions it provides.
#include <string>

#include "engine/base/quantity.hpp"
#include "engine/catalog/loader/fields.hpp"
#include "engine/catalog/words.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kWordType = 8;
constexpr std::size_t kBooleanType = 9;

std::vector<std::string_view> kind_words() {
  std::vector<std::string_view> words;
  for (const KindInfo& info : all_kinds()) words.push_back(info.name);
  return words;
}

void read_type(const Cursor& map, SettingInfo& setting) {
  const std::size_t type = read_word(map, "type", catalog_words::kSettingTypes, "a type of setting",
                                     kWordType, Presence::Needed);
  if (type < catalog_words::kQuantityTypes) {
    setting.type = SettingType::Quantity;
    setting.dimension = static_cast<Dimension>(type);
  } else if (type == kWordType) {
    setting.type = SettingType::Word;
  } else {
    setting.type = type == kBooleanType ? SettingType::Boolean : SettingType::Text;
  }
}

// `default` and `typical` must be values that a design could write.
std::string_view read_value(const Reading& reading, const Cursor& map, std::string_view key,
                            const SettingInfo& setting) {
  const std::optional<Cursor> value = map.get(key, key);
  if (!value) return {};
  switch (setting.type) {
    case SettingType::Quantity:
      if (!value->quantity(setting.dimension)) return {};
      break;
    case SettingType::Word:
      if (!value->word(setting.words, "one of the words of this setting")) return {};
      break;
    case SettingType::Boolean:
      if (!value->boolean()) return {};
      break;
    case SettingType::Text:
      break;
  }
  return reading.keep(value->text().value_or(std::string_view{}));
}

std::string_view read_bound(const Reading& reading, const Cursor& map, std::string_view key,
                            const ServiceDraft& service) {
  const std::optional<Cursor> value = map.get(key, key);
  const std::string_view name =
      value ? reading.keep(value->text().value_or(std::string_view{})) : std::string_view{};
  if (!name.empty()) {
    reading.refer(Reference::To::Fact,
                  reading.keep(std::string(service.head.name) + "." + std::string(name)), *value);
  }
  return name;
}

void check_bounds(const Reading& reading, const Cursor& map, SettingInfo& setting) {
  setting.bounds = read_text(reading, map, "bounds");
  if (setting.bounds.empty() || find_measure(FactGroup::Limit, setting.bounds) != nullptr) return;
  std::vector<std::string_view> known;
  for (const MeasureInfo& measure : all_measures()) {
    if (measure.group == FactGroup::Limit) known.push_back(measure.name);
  }
  (void)map.get("bounds", "bounds")->word(known, "a measure of limits");
}

SettingInfo read_setting(const Reading& reading, const Cursor& map, std::string_view name,
                         const ServiceDraft& service) {
  static const std::vector<std::string_view> kinds = kind_words();
  constexpr std::array kPlaces = {std::string_view("component"), std::string_view("connection")};
  SettingInfo setting;
  setting.name = reading.keep(name);
  read_type(map, setting);
  setting.words = read_texts(reading, map, "words");
  if ((setting.type == SettingType::Word) == setting.words.empty()) {
    refuse(map, "a setting has 'words' when, and only when, its type is word",
           "Add 'words: [...]', or choose another type.");
  }
  setting.when_absent = static_cast<WhenAbsent>(read_word(
      map, "when-absent", catalog_words::kWhenAbsent, "a way of filling in", 1, Presence::Needed));
  setting.on_connection = read_word(map, "place", kPlaces, "a place of a setting", 0) == 1;
  setting.default_value = read_value(reading, map, "default", setting);
  setting.typical = read_value(reading, map, "typical", setting);
  check_bounds(reading, map, setting);
  setting.minimum_fact = read_bound(reading, map, "minimum", service);
  setting.maximum_fact = read_bound(reading, map, "maximum", service);
  setting.default_fact = read_bound(reading, map, "default-fact", service);
  if (!setting.default_fact.empty()) {
    reading.settings.push_back({service.head.name, setting.name, map.place(), &reading.findings});
  }
  const auto fallback = static_cast<std::size_t>(Kind::NoSuchSetting);
  setting.kind = static_cast<Kind>(read_word(map, "kind", kinds, "a kind of reason", fallback));
  setting.meaning = read_text(reading, map, "meaning", Presence::Needed);
  return setting;
}

}  // namespace

void read_settings(const Reading& reading, const Cursor& map, ServiceDraft& service) {
  if (!map.is_map()) {
    map.report_wrong_type("a map of settings", "timeout: {type: time, ...}");
    return;
  }
  for (const Entry& entry : map.node().entries) {
    const Cursor item(*entry.value, reading.named("the setting", entry.key), map.findings());
    if (!item.expect_map({"type", "words", "place", "when-absent", "default", "default-fact",
                          "typical", "bounds", "minimum", "maximum", "kind", "meaning"})) {
      continue;
    }
    service.settings.push_back(read_setting(reading, item, entry.key, service));
  }
}

void read_capabilities_of(const Reading& reading, const Cursor& map, ServiceDraft& service) {
  if (!map.expect_map({"complete", "functions"})) return;
  service.head.capabilities_complete =
      read_flag(map, "complete", service.head.capabilities_complete);
  const std::optional<Cursor> functions = map.get("functions", "functions");
  if (!functions) return;
  for (const Cursor& entry : functions->list()) {
    const Cursor item(entry.node(), "a function that is provided", entry.findings());
    if (!item.expect_map({"function", "grade", "mode", "note", "source", "as-of", "confidence"})) {
      continue;
    }
    Capability capability;
    const std::optional<Cursor> function = item.need("function", "function", "function: fan-out");
    if (!function) continue;
    capability.function = reading.keep(function->text().value_or(std::string_view{}));
    reading.refer(Reference::To::Capability, capability.function, *function);
    capability.grade = static_cast<Grade>(
        read_word(item, "grade", catalog_words::kGrades, "a grade", 0, Presence::Needed));
    capability.mode = "any";
    if (const auto mode = item.get("mode", "mode")) {
      capability.mode = reading.keep(mode->text().value_or("any"));
      reading.refer(Reference::To::Mode, capability.mode, *mode, service.head.name);
    }
    capability.note = read_text(reading, item, "note");
    capability.source = read_source(reading, item, Presence::Needed);
    capability.as_of = "unknown";
    if (item.node().find("as-of") != nullptr || item.node().find("confidence") != nullptr) {
      const Sourcing sourcing = read_sourcing(reading, item);
      capability.as_of = sourcing.as_of;
      capability.confidence = sourcing.confidence;
    }
    service.provided.push_back(capability);
  }
}

}  // namespace plumbline
