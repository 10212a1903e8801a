// The page of a service: what it is, its settings, limits, timing, prices, connections, functions.
#include <algorithm>
#include <string>

#include "engine/report/pages.hpp"

namespace plumbline {
namespace {

Table fact_table(const Service& service, FactGroup group, std::string_view key,
                 std::string_view heading) {
  Table table{.key = key,
              .heading = heading,
              .columns = {{"name", "name"},
                          {"mode", "mode"},
                          {"value", "value"},
                          {"governs", "bounds or counts", false},
                          {"on_exceed", "beyond it", false},
                          {"adjustable", "can be raised", false},
                          {"since", "since", false},
                          {"until", "until"},
                          {"confidence", "confidence", false},
                          {"source", "source", false},
                          {"as_of", "as of", false},
                          {"note", "note", false}},
              .rows = {}};
  for (const Fact& fact : service.facts) {
    if (fact.group != group) continue;
    table.rows.push_back(
        {cell(fact.name), cell(fact.mode), cell(fact_value_text(fact)),
         cell_as(fact.governs, fact.governs == "other" ? std::string_view{} : fact.governs),
         cell(on_exceed_name(fact.on_exceed)), cell_flag(fact.adjustable), cell(fact.since),
         cell(fact.until), cell(confidence_name(fact.confidence)), cell(fact.source),
         cell(fact.as_of), cell(fact.note)});
  }
  return table;
}

// What may be written: "a time", "true or false", "spark, own".
std::string values_of(const SettingInfo& setting) {
  switch (setting.type) {
    case SettingType::Quantity:
      return std::string(dimension_name(setting.dimension));
    case SettingType::Boolean:
      return "true or false";
    case SettingType::Text:
      return "text";
    case SettingType::Word:
      break;
  }
  std::string words;
  for (const std::string_view word : setting.words) {
    if (!words.empty()) words += ", ";
    words += word;
  }
  return words;
}

Table setting_table(const Service& service) {
  Table table{.key = "settings",
              .heading = "Settings",
              .columns = {{"name", "setting"},
                          {"when_absent", "when absent"},
                          {"default", "default"},
                          {"on_connection", "on a connection", false},
                          {"minimum", "minimum", false},
                          {"maximum", "maximum", false},
                          {"values", "values"},
                          {"meaning", "meaning"}},
              .rows = {}};
  for (const SettingInfo& setting : service.settings) {
    table.rows.push_back({cell(setting.name), cell(when_absent_name(setting.when_absent)),
                          cell(setting.default_value), cell_flag(setting.on_connection),
                          cell(setting.minimum_fact), cell(setting.maximum_fact),
                          cell(values_of(setting)), cell(setting.meaning)});
  }
  return table;
}

Table capability_table(const Service& service) {
  Table table{.key = "capabilities",
              .heading = service.capabilities_complete ? "What it does (complete)" : "What it does",
              .columns = {{"function", "function"},
                          {"grade", "how"},
                          {"mode", "mode"},
                          {"note", "note"},
                          {"source", "source", false}},
              .rows = {}};
  for (const Capability& capability : service.capabilities) {
    table.rows.push_back({cell(capability.function), cell(grade_name(capability.grade)),
                          cell(capability.mode), cell(capability.note), cell(capability.source)});
  }
  return table;
}

Table runtime_table(const Service& service) {
  Table table{.key = "runtimes",
              .heading = "What it runs",
              .columns = {{"name", "name", false},
                          {"mode", "mode"},
                          {"runtimes", "runtimes"},
                          {"languages", "languages"},
                          {"frameworks", "frameworks"},
                          {"containers", "own images"},
                          {"complete", "complete"}},
              .rows = {}};
  for (const RuntimeSupport& entry : service.runtimes) {
    table.rows.push_back({cell(entry.id), cell(entry.mode), cell_list(entry.runtimes),
                          cell_list(entry.languages), cell_list(entry.frameworks),
                          cell_flag(entry.containers), cell_flag(entry.complete)});
  }
  return table;
}

// What its owner still operates: one row for each word that a key has in some mode.
Table operation_table(const Catalog& catalog, const Service& service) {
  Table table{.key = "operations",
              .heading = "What its owner operates",
              .columns = {{"key", "what"}, {"word", "how much"}, {"modes", "in modes"}},
              .rows = {}};
  std::string name;
  for (const OperationInfo& operation : all_operations()) {
    name.assign("operations.").append(operation.key);
    for (const std::string_view word : operation.words) {
      std::vector<std::string_view> modes;
      for (const std::string_view mode : service.modes) {
        const Fact* fact = catalog.find_fact(service, name, mode, {});
        if (fact != nullptr && fact->word == word) modes.push_back(mode);
      }
      if (modes.empty()) continue;
      Cell in_modes = cell_list(modes);
      if (modes.size() == service.modes.size()) in_modes.text = "all";
      table.rows.push_back({cell(operation.key), cell(word), std::move(in_modes)});
    }
  }
  return table;
}

Cell works_of(const Service& service) {
  std::vector<std::string_view> works;
  if (service.runs_models) works.push_back("models");
  if (service.runs_programs) works.push_back("programs");
  if (service.holds_data) works.push_back("data");
  return cell_list(works);
}

bool names_service(const ConnectionInfo& way, std::string_view name) {
  return way.from == name || way.to == name;
}

Page page_of(const Catalog& catalog, const Service& service) {
  Page page;
  page.type = "service";
  page.name = service.name;
  page.title = service.title;
  page.summary = service.summary;
  page.fields = {
      {"mistaken_for", "not", cell(service.mistaken_for)},
      {"aliases", "also called", cell_list(service.aliases)},
      {"category", "category", cell(service.category)},
      {"behaviour", "behaves as", cell(behaviour_name(service.behaviour))},
      {"modes", "modes", cell_list(service.modes)},
      {"classic_mode", "mode if none is said", cell(service.classic_mode)},
      {"holds", "runs or keeps", works_of(service)},
      {"starts_others", "starts others by itself", cell_flag(service.starts_others)},
      {"calls_apis", "runs code that calls any API", cell_flag(service.calls_apis)},
      {"answer", "who waits gets", cell(answer_name(service.answer))},
      {"closed_to_new_since", "closed to new since", cell(service.closed_to_new_since)},
      {"support_ends", "support ends", cell(service.support_ends)},
      {"life_cycle_source", "source of that", cell(service.life_cycle_source)},
  };
  page.tables = {setting_table(service),
                 fact_table(service, FactGroup::Limit, "limits", "Limits"),
                 fact_table(service, FactGroup::Timing, "timing", "Timing"),
                 fact_table(service, FactGroup::Price, "prices", "Prices, us-east-1"),
                 operation_table(catalog, service),
                 runtime_table(service),
                 connection_table(catalog.tables().connections, service.name, &names_service),
                 capability_table(service)};
  return page;
}

// "s3", or "s3 (express-one-zone)" where the way holds for one mode only.
Cell end_of(std::string_view name, std::string_view mode) {
  std::string text(name);
  if (mode != "any") text.append(" (").append(mode).append(")");
  return cell_as(name, text);
}

std::vector<Page> explain_service(const Catalog& catalog, std::string_view name) {
  const Service* service = catalog.find_service(name);
  if (service == nullptr) return {};
  return {page_of(catalog, *service)};
}

Listing list_services(const Catalog& catalog, std::string_view /*filter*/) {
  Table table{.key = "items",
              .heading = "Services",
              .columns = {{"name", "service"},
                          {"title", "title", false},
                          {"category", "category"},
                          {"behaviour", "behaves as", false},
                          {"modes", "modes", false},
                          {"aliases", "also called", false},
                          {"summary", "what it is for"}},
              .rows = {}};
  for (const Service& service : catalog.services()) {
    table.rows.push_back({cell(service.name), cell(service.title), cell(service.category),
                          cell(behaviour_name(service.behaviour)), cell_list(service.modes),
                          cell_list(service.aliases), cell(service.summary)});
  }
  return {"services", "Services", std::move(table),
          "'plumbline explain SERVICE' shows settings, limits, prices and connections."};
}

void service_names(const Catalog& catalog, std::vector<std::string_view>& names) {
  for (const Service& service : catalog.services()) {
    names.push_back(service.name);
    names.insert(names.end(), service.aliases.begin(), service.aliases.end());
  }
}

}  // namespace

Table connection_table(std::span<const ConnectionInfo> ways, std::string_view name,
                       bool (*keep)(const ConnectionInfo& way, std::string_view name)) {
  Table table{.key = "connections",
              .heading = "Connections",
              .columns = {{"from", "from"},
                          {"to", "to"},
                          {"by", "by"},
                          {"from_mode", "mode of the source", false},
                          {"to_mode", "mode of the target", false},
                          {"state", "state"},
                          {"started_by_target", "started by the target", false},
                          {"waits", "starter waits", false},
                          {"delivery", "delivery", false},
                          {"source", "source", false},
                          {"as_of", "as of", false},
                          {"note", "note"}},
              .rows = {}};
  for (const ConnectionInfo& way : ways) {
    if (!keep(way, name)) continue;
    table.rows.push_back(
        {end_of(way.from, way.from_mode), end_of(way.to, way.to_mode), cell(way.by),
         cell(way.from_mode), cell(way.to_mode),
         cell(way.state == ConnectionState::Documented ? "documented" : "impossible"),
         cell_flag(way.started_by_target), cell_flag(way.waits), cell(way.delivery),
         cell(way.source), cell(way.as_of), cell(way.note)});
  }
  return table;
}

constinit const Topic topics::services = {
    "service",        "services",     "what the catalog knows",
    &explain_service, &list_services, &service_names};

}  // namespace plumbline
