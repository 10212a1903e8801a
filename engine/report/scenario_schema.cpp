// Rewrites the parts of the schema of scenarios that the catalog decides.
#include "engine/report/scenario_schema.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "engine/catalog/egress.hpp"
#include "engine/catalog/words.hpp"
#include "engine/report/json.hpp"

namespace plumbline {
namespace {

// Marks the properties that were written from the catalog, so that they can be written again.
constexpr const char* kComment = "$comment";
constexpr const char* kFromCatalog = "from the catalog";

struct Use {
  const Service* service;
  const SettingInfo* setting;
};
using Uses = std::map<std::string_view, std::vector<Use>>;

Uses settings_of(const Catalog& catalog, bool on_connection) {
  Uses uses;
  for (const Service& service : catalog.services()) {
    for (const SettingInfo& setting : service.settings) {
      if (setting.on_connection == on_connection)
        uses[setting.name].push_back({&service, &setting});
    }
  }
  return uses;
}

// "byte-rate": the definitions of the schema go by the words of the catalog.
std::string_view word_of(Dimension dimension) {
  return catalog_words::kSettingTypes[static_cast<std::size_t>(dimension)];
}

std::string definition_of(const SettingInfo& setting) {
  constexpr std::string_view kStart = "#/definitions/setting-";
  switch (setting.type) {
    case SettingType::Quantity:
      return std::string(kStart).append(word_of(setting.dimension));
    case SettingType::Boolean:
      return std::string(kStart).append("boolean");
    case SettingType::Word:
    case SettingType::Text:
      break;
  }
  return std::string(kStart).append("text");
}

void add_once(Json& list, Json entry) {
  if (std::ranges::find(list, entry) == list.end()) list.push_back(std::move(entry));
}

// What the setting may be at any of the services that have it.
Json setting_schema(const std::vector<Use>& uses) {
  std::string description;
  Json words = Json::array();
  Json alternatives = Json::array();
  for (const Use& use : uses) {
    if (!description.empty()) description += ' ';
    description.append(use.service->name).append(": ").append(use.setting->meaning);
    if (use.setting->type == SettingType::Word) {
      for (const std::string_view word : use.setting->words) add_once(words, word);
    } else {
      add_once(alternatives, {{"$ref", definition_of(*use.setting)}});
    }
  }
  if (!words.empty()) {
    for (const char* word : {"unknown", "free"}) words.push_back(word);
    alternatives.push_back({{"enum", std::move(words)}});
    add_once(alternatives, {{"$ref", "#/definitions/claim"}});
  }
  return {{kComment, kFromCatalog},
          {"description", std::move(description)},
          {"anyOf", std::move(alternatives)}};
}

Json quota_schema(Dimension dimension) {
  const std::string reference = "#/definitions/steady-" + std::string(word_of(dimension));
  const auto value = [&](const char* description) -> Json {
    return {{"description", description}, {"allOf", Json::array({{{"$ref", reference}}})}};
  };
  return {{kComment, kFromCatalog},
          {"type", "object"},
          {"additionalProperties", false},
          {"properties",
           {{"quota", value("What the account has.")},
            {"used-by-others", value("What other parts of the account already use.")}}}};
}

// Quotas that all parts of an account share, by the name that `account:` knows them by.
std::map<std::string_view, Json> quotas_of(const Catalog& catalog) {
  std::map<std::string_view, Json> quotas;
  for (const Service& service : catalog.services()) {
    for (const Fact& fact : service.facts) {
      const bool is_pool = fact.group == FactGroup::Limit && !fact.qualifier.empty() &&
                           fact.scope.starts_with("per-account");
      if (is_pool) quotas.try_emplace(fact.qualifier, quota_schema(fact.dimension));
    }
  }
  return quotas;
}

// Properties of the language itself stay, and win over a setting of the same name.
template <class Entries, class Print>
void replace_properties(Json& properties, const Entries& entries, const Print& print) {
  Json kept = Json::object();
  for (const auto& [name, property] : properties.items()) {
    const auto comment = property.find(kComment);
    if (comment == property.end() || *comment != kFromCatalog) kept[name] = property;
  }
  for (const auto& [name, entry] : entries) {
    const std::string key(name);
    if (!kept.contains(key)) kept[key] = print(entry);
  }
  properties = std::move(kept);
}

}  // namespace

std::string scenario_schema(std::string_view schema, const Catalog& catalog) {
  Json json = Json::parse(schema);
  Json& definitions = json["definitions"];
  replace_properties(definitions["component"]["properties"], settings_of(catalog, false),
                     setting_schema);
  replace_properties(definitions["connection-properties"]["properties"], settings_of(catalog, true),
                     setting_schema);
  replace_properties(json["properties"]["account"]["properties"], quotas_of(catalog),
                     [](const Json& quota) { return quota; });
  Json names = Json::array();
  for (const Service& service : catalog.services()) {
    if (service.category != "hardware") names.push_back(service.name);
  }
  Json functions = Json::array();
  for (const CapabilityInfo& function : catalog.tables().capabilities) {
    functions.push_back(function.name);
  }
  definitions["function"]["enum"] = std::move(functions);
  Json controls = Json::array();
  for (const EgressControl& control : egress_table().controls) {
    controls.push_back(control.id);
    controls.push_back(control.name);
    for (const std::string_view alias : control.aliases) controls.push_back(alias);
  }
  definitions["control-word"]["enum"] = std::move(controls);
  for (const RuntimeKind kind :
       {RuntimeKind::Runtime, RuntimeKind::Language, RuntimeKind::Framework}) {
    Json words = Json::array();
    for (const RuntimeInfo& info : catalog.tables().runtimes) {
      if (info.kind == kind) words.push_back(info.name);
    }
    definitions[std::string(runtime_kind_name(kind)) + "-word"]["anyOf"][0]["enum"] =
        std::move(words);
  }
  // Any other text may be an alias; the reader decides.
  definitions["component"]["properties"]["service"]["anyOf"][0]["enum"] = std::move(names);
  return json.dump(2) + '\n';
}

}  // namespace plumbline
