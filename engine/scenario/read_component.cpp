// One component: its service, what it runs, how many of it there are, its settings.
#include "engine/scenario/read_component.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "engine/scenario/read_requirements.hpp"
#include "engine/scenario/read_security.hpp"
#include "engine/scenario/read_value.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr auto kReserved = std::to_array<Reserved>({
    {"code", "'runs:' with a program"},
    {"place", "'region'"},
    {"network", "'in' with the name of a subnet"},
    {"identity", "'role'"},
    {"policy", "'role' or 'shared-with'"},
    {"controls", "'controls' in 'base', 'design' or an option, with 'over'"},
    {"labels", "'label' of a workload or of data"},
    {"sketch", "'sketch: true' at the top of the file"},
});
// What a replaced service leaves to its successor.
constexpr auto kFamilyKeys = std::to_array<std::string_view>(
    {"serves", "runs", "trains", "rewrites", "holds", "does", "region", "one-per", "count",
     "splits", "in", "account", "role", "opened-from", "shared-with", "removes"});

// One key that holds after all layers, and the layer that wrote it.
struct Effective {
  Entry entry;
  const Layer* layer;
};

struct ComponentReading {
  Reading& reading;
  Component& component;
  const Layer* layer = nullptr;  // of the key that is being read
  const Node* serves = nullptr;
  bool claims_variants = false;
};

constexpr Key<std::string_view> kHoldingKeys[] = {
    {"format", [](const Cursor& c,
                  std::string_view& format) { format = c.text().value_or(std::string_view{}); }},
};

void read_works_of(const Cursor& cursor, ComponentReading& target) {
  read_work_names(target.reading, cursor, target.component.works);
}

// A name, a list of names, or a map from names to how the data lies there.
void read_holds(const Cursor& cursor, ComponentReading& target) {
  Reading& reading = target.reading;
  const auto add = [&](const Cursor& name, std::string_view format) {
    const DataId data = read_data_name(reading, name);
    if (data != kNone) target.component.holds.push_back({data, name.place(), format});
  };
  if (!cursor.is_map()) {
    for (const Cursor& item : cursor.list()) add(item, {});
    return;
  }
  for (const Entry& entry : cursor.node().entries) {
    Node name;
    name.type = NodeType::Scalar;
    name.text = entry.key;
    name.place = entry.key_place;
    std::string_view format;
    const Named where{"the data", entry.key};
    if (!entry.value->is_null() &&
        expect_map(reading, *entry.value, where, "holds: {raw: {format: parquet}}")) {
      read_keys(reading, *entry.value, where, kHoldingKeys, {}, format);
    }
    add(Cursor(*reading.document.make_node(name), "holds", reading.findings), format);
  }
}

std::optional<Value> read_number(const Cursor& cursor, ComponentReading& target) {
  Reading& reading = target.reading;
  const Wanted wanted{
      .dimension = Dimension::Count,
      .path = reading.path({target.layer->section, target.component.name, cursor.where()}),
      .of_the_world = false,
      .spread = Spread::Refused};
  std::optional<Value> value = read_value(reading, cursor, wanted);
  if (!value) return std::nullopt;
  const double low = value->mean.low;
  if (value->is_known() && (low < 1.0 || low != std::floor(low))) {
    reading.contradiction(cursor.place(),
                          quoted(cursor.where()) + " is not a whole number from 1 on",
                          "Write 1 or more; to leave a component out, use 'remove:'.");
    return std::nullopt;
  }
  if (value->is_unknown()) value->mean.low = value->p99.low = std::max(1.0, low);
  return value;
}

void read_one_per(const Cursor& cursor, ComponentReading& target) {
  constexpr auto kWords = std::to_array<std::string_view>({"model", "item"});
  for (const Cursor& item : cursor.list()) {
    const auto index = item.word(kWords, "something to have one of a component for");
    if (!index) continue;
    (*index == 0 ? target.component.one_per_work : target.component.one_per_item) = true;
  }
}

void read_does(const Cursor& cursor, ComponentReading& target) {
  for (const Cursor& item : cursor.list()) {
    const std::optional<std::string_view> name = item.text();
    if (!name) continue;
    if (const CapabilityInfo* function = read_function(target.reading, *name, item.place())) {
      target.component.does.push_back({function, item.place()});
    }
  }
}

void read_blank(const Cursor& cursor, ComponentReading& target) {
  (void)cursor.boolean();
  if (target.layer->section != "base.components") {
    target.reading.contradiction(cursor.place(), "a blank stands in the base, for options to fill",
                                 "Remove 'blank', or move the component to the base.");
  }
}

constexpr Key<ComponentReading> kKeys[] = {
    {"service"},
    {"mode"},
    {"serves", &read_works_of},
    {"runs", &read_works_of},
    {"trains",
     [](const Cursor& c, ComponentReading& t) {
       read_works_of(c, t);
       t.component.trains = true;
     }},
    {"rewrites",
     [](const Cursor& c, ComponentReading& t) {
       read_works_of(c, t);
       t.component.rewrites = true;
     }},
    {"holds", &read_holds},
    {"region",
     [](const Cursor& c, ComponentReading& t) {
       t.component.region = c.text().value_or(std::string_view{});
       t.component.region_place = c.place();
     }},
    {"in"},
    {"account"},
    {"role"},
    {"shared-with"},
    {"opened-from"},
    {"removes"},
    {"variants"},
    {"does", &read_does},
    {"one-per", &read_one_per},
    {"count",
     [](const Cursor& c, ComponentReading& t) {
       if (const auto value = read_number(c, t)) t.component.count = *value;
     }},
    {"splits",
     [](const Cursor& c, ComponentReading& t) {
       if (const auto value = read_number(c, t)) t.component.splits = *value;
     }},
    {"existing", [](const Cursor& c,
                    ComponentReading& t) { t.component.existing = c.boolean().value_or(false); }},
    {"blank", &read_blank},
};

// Variants of two layers become one map: by variant, then key by key.
const Node* merge_variants(Document& document, const Node& beneath, const Node& above) {
  if (!beneath.is_map() || !above.is_map()) return &above;
  std::vector<Entry> variants(beneath.entries.begin(), beneath.entries.end());
  for (const Entry& entry : above.entries) {
    const auto same = std::ranges::find(variants, entry.key, &Entry::key);
    if (same == variants.end()) {
      variants.push_back(entry);
    } else if (!same->value->is_map() || !entry.value->is_map()) {
      *same = entry;
    } else {
      std::vector<Entry> keys(same->value->entries.begin(), same->value->entries.end());
      for (const Entry& key : entry.value->entries) {
        const auto old = std::ranges::find(keys, key.key, &Entry::key);
        if (old == keys.end()) {
          keys.push_back(key);
        } else {
          *old = key;
        }
      }
      Node* merged = document.make_node(*entry.value);
      merged->entries = document.make_entries(keys);
      *same = {entry.key, entry.key_place, merged};
    }
  }
  Node* merged = document.make_node(above);
  merged->entries = document.make_entries(variants);
  return merged;
}

void add_layer(Document& document, const Layer& layer, std::vector<Effective>& keys) {
  if (layer.kind == LayerKind::Replaces) {
    std::erase_if(keys, [](const Effective& key) {
      return std::ranges::find(kFamilyKeys, key.entry.key) == kFamilyKeys.end();
    });
  }
  for (const Entry& entry : layer.node->entries) {
    const auto same = std::ranges::find_if(
        keys, [&](const Effective& key) { return key.entry.key == entry.key; });
    if (same == keys.end()) {
      keys.push_back({entry, &layer});
    } else if (entry.key == "variants") {
      *same = {
          {entry.key, entry.key_place, merge_variants(document, *same->entry.value, *entry.value)},
          &layer};
    } else {
      *same = {entry, &layer};
    }
  }
}

const Effective* find_key(const std::vector<Effective>& keys, std::string_view key) {
  const auto found =
      std::ranges::find_if(keys, [key](const Effective& one) { return one.entry.key == key; });
  return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string_view> service_names(const Catalog& catalog) {
  std::vector<std::string_view> names;
  for (const Service& service : catalog.services()) {
    if (is_part(service)) names.push_back(service.name);
  }
  for (const Service& service : catalog.services()) {
    names.insert(names.end(), service.aliases.begin(), service.aliases.end());
  }
  return names;
}

void read_service_name(Reading& reading, const Cursor& cursor, Component& component) {
  component.service_place = cursor.place();
  const std::optional<std::string_view> name = cursor.text();
  if (!name) return;
  component.service_as_written = *name;
  component.service = find_part_service(reading, *name, cursor.place());
}

// One of several services, found already.
void take_service(const ComponentDraft& draft, Component& component) {
  component.service_place = draft.taken_place;
  component.service = draft.taken;
  if (draft.taken != nullptr) component.service_as_written = draft.taken->name;
}

void read_mode(const Cursor& cursor, Component& component) {
  component.mode_stated = true;
  if (component.service == nullptr) return;
  const std::string what = "a mode of " + std::string(component.service->title);
  if (const auto index = cursor.word(component.service->modes, what)) {
    component.mode = component.service->modes[*index];
  }
}

// A key that is neither one of every component's nor a setting of its service.
void report_unknown_setting(Reading& reading, const Entry& entry, const Component& component) {
  std::vector<std::string_view> known;
  for (const auto& key : kKeys) known.push_back(key.name);
  std::string hint;
  if (const SettingInfo* info = component.service->find_setting(entry.key);
      info != nullptr && info->on_connection) {
    hint = " (it is said of a connection, beside 'by:')";
  } else {
    hint = hint_of_other_service(reading.catalog, entry.key);
  }
  for (const SettingInfo& info : component.service->settings) {
    if (!info.on_connection) known.push_back(info.name);
  }
  const std::string where =
      quoted(component.name) + " (" + std::string(component.service->title) + ")";
  report_unknown_key(reading, entry, {where, {}}, known, kReserved, hint);
}

void read_component_key(const Effective& key, const SettingPlace& place, ComponentReading& target) {
  if (is_security_key(key.entry.key)) {
    return read_security_key(target.reading,
                             Cursor(*key.entry.value, key.entry.key, target.reading.findings),
                             target.component);
  }
  for (const auto& known : kKeys) {
    if (known.name != key.entry.key) continue;
    if (known.read != nullptr) {
      target.layer = key.layer;
      known.read(Cursor(*key.entry.value, key.entry.key, target.reading.findings), target);
    }
    return;
  }
  Component& component = target.component;
  if (component.service == nullptr) return;  // nothing is known of its settings
  const SettingInfo* info = component.service->find_setting(key.entry.key);
  if (info != nullptr && info->on_connection) info = nullptr;
  if (info == nullptr && !is_claim(*key.entry.value)) {
    return report_unknown_setting(target.reading, key.entry, component);
  }
  SettingPlace here = place;
  here.section = key.layer->section;
  Setting setting;
  if (read_setting(target.reading, key.entry, info, here, setting)) {
    component.settings.push_back(setting);
  }
}

void report_no_service(Reading& reading, const ComponentDraft& draft, const OptionPlace& where) {
  if (draft.first.node->find("blank") != nullptr) {
    const std::string option =
        where.letter.empty() ? "the design" : "option " + quoted(where.letter);
    reading.contradiction(where.place,
                          option + " leaves the blank " + quoted(draft.name) + " unfilled",
                          "Write 'fill: {" + std::string(draft.name) + ": {service: lambda}}'.");
    return;
  }
  reading.report(input_errors::missing_key, draft.place)
      .with("where", "the component " + quoted(draft.name))
      .with("key", std::string("service"))
      .with("example", std::string("Write 'service: lambda', or another service of the catalog."));
}

}  // namespace

bool is_part(const Service& service) { return service.category != "hardware"; }

const Service* find_part_service(Reading& reading, std::string_view name, SourceRange place) {
  const Service* service = reading.catalog.find_service(name);
  if (service != nullptr && is_part(*service)) return service;
  if (name == "code") {
    reading.not_yet(place, name, "the service that the code runs on, with 'does:'");
  } else {
    reading.dangling("service", name, place, [&] { return service_names(reading.catalog); });
  }
  return nullptr;
}

const CapabilityInfo* read_function(Reading& reading, std::string_view name, SourceRange place) {
  const CapabilityInfo* function = reading.catalog.find_capability(name);
  if (function != nullptr) return function;
  reading.dangling("function", name, place, [&] {
    std::vector<std::string_view> names;
    for (const CapabilityInfo& one : reading.catalog.tables().capabilities) {
      names.push_back(one.name);
    }
    return names;
  });
  return nullptr;
}

void read_component(Reading& reading, const ComponentDraft& draft, const OptionPlace& where,
                    Component& component) {
  component.name = draft.name;
  component.place = draft.place;
  component.own = draft.own;
  component.count = Value::exactly(Dimension::Count, 1.0, Origin::Defaulted);
  component.splits = component.count;
  std::vector<Effective> keys;
  keys.reserve(draft.first.node->entries.size());
  if (draft.more.empty()) {
    for (const Entry& entry : draft.first.node->entries) keys.push_back({entry, &draft.first});
  } else {
    add_layer(reading.document, draft.first, keys);
    for (const Layer& layer : draft.more) add_layer(reading.document, layer, keys);
  }
  const Effective* service = find_key(keys, "service");
  if (draft.is_any_of) {
    take_service(draft, component);
  } else if (service == nullptr) {
    report_no_service(reading, draft, where);
  } else {
    read_service_name(reading, Cursor(*service->entry.value, "service", reading.findings),
                      component);
  }
  if (component.service != nullptr) component.mode = component.service->classic_mode;
  if (const Effective* mode = find_key(keys, "mode")) {
    read_mode(Cursor(*mode->entry.value, "mode", reading.findings), component);
  }
  const SettingPlace place{component.service, component.mode, draft.first.section, draft.name};
  ComponentReading target{reading, component};
  for (const Effective& key : keys) {
    if (!reading.goes_on()) return;
    read_component_key(key, place, target);
  }
  if (const Effective* variants = find_key(keys, "variants")) {
    SettingPlace here = place;
    here.section = variants->layer->section;
    read_variants(reading, *variants->entry.value, here, component);
  }
  imply_works(reading, component);
}

}  // namespace plumbline::scenario_reading
