// Pages about the words of the language: requirements, objectives, mechanisms, functions.
#include <algorithm>
#include <array>
#include <string>

#include "engine/checks/rule.hpp"
#include "engine/report/pages.hpp"

namespace plumbline {
namespace {

// ---- functions

std::vector<Page> explain_capability(const Catalog& catalog, std::string_view name) {
  const CapabilityInfo* info = catalog.find_capability(name);
  if (info == nullptr) return {};
  Page page;
  page.type = "capability";
  page.name = info->name;
  page.summary = info->meaning;
  page.fields = {{"mistaken_for", "not", cell(info->mistaken_for)}};
  Table table{
      .key = "services",
      .heading = "Services",
      .columns = {{"service", "service"}, {"grade", "how"}, {"mode", "mode"}, {"note", "note"}},
      .rows = {}};
  for (const Service& service : catalog.services()) {
    for (const Capability& capability : service.capabilities) {
      if (capability.function != info->name) continue;
      table.rows.push_back({cell(service.name), cell(grade_name(capability.grade)),
                            cell(capability.mode), cell(capability.note)});
    }
  }
  page.tables.push_back(std::move(table));
  return {std::move(page)};
}

Listing list_capabilities(const Catalog& catalog, std::string_view /*filter*/) {
  Table table{.key = "items",
              .heading = "Functions",
              .columns = {{"name", "function"},
                          {"meaning", "meaning"},
                          {"mistaken_for", "mistaken for", false}},
              .rows = {}};
  for (const CapabilityInfo& info : catalog.tables().capabilities) {
    table.rows.push_back({cell(info.name), cell(info.meaning), cell(info.mistaken_for)});
  }
  return {"capabilities", "Functions that services provide", std::move(table),
          "'plumbline explain FUNCTION' names the services that provide it."};
}

void capability_names(const Catalog& catalog, std::vector<std::string_view>& names) {
  for (const CapabilityInfo& info : catalog.tables().capabilities) names.push_back(info.name);
}

// ---- mechanisms

bool uses_mechanism(const ConnectionInfo& way, std::string_view name) { return way.by == name; }

std::vector<Page> explain_mechanism(const Catalog& catalog, std::string_view name) {
  const MechanismInfo* info = catalog.find_mechanism(name);
  if (info == nullptr) return {};
  Page page;
  page.type = "mechanism";
  page.name = info->name;
  page.summary = info->meaning;
  page.fields = {{"aliases", "also written", cell_list(info->aliases)},
                 {"starts_work", "sets work going", cell_flag(info->starts_work)}};
  page.tables = {connection_table(catalog.tables().connections, info->name, &uses_mechanism)};
  return {std::move(page)};
}

Listing list_mechanisms(const Catalog& catalog, std::string_view /*filter*/) {
  Table table{.key = "items",
              .heading = "Mechanisms",
              .columns = {{"name", "by"},
                          {"meaning", "meaning"},
                          {"starts_work", "sets work going", false},
                          {"aliases", "also written", false}},
              .rows = {}};
  for (const MechanismInfo& info : catalog.tables().mechanisms) {
    table.rows.push_back({cell(info.name), cell(info.meaning), cell_flag(info.starts_work),
                          cell_list(info.aliases)});
  }
  return {"mechanisms", "How one part feeds another: the words of 'by:'", std::move(table),
          "'plumbline explain MECHANISM' shows between which services it works."};
}

void mechanism_names(const Catalog& catalog, std::vector<std::string_view>& names) {
  for (const MechanismInfo& info : catalog.tables().mechanisms) {
    names.push_back(info.name);
    names.insert(names.end(), info.aliases.begin(), info.aliases.end());
  }
}

// ---- requirements

std::vector<Page> explain_requirement(const Catalog& /*catalog*/, std::string_view name) {
  for (const RequirementInfo& info : all_requirements()) {
    if (info.key != name) continue;
    Page page;
    page.type = "requirement";
    page.name = info.key;
    page.summary = info.meaning;
    page.fields = {{"shape", "shape", cell(shape_name(info.shape))},
                   {"example", "written", cell(info.example)}};
    Table table{.key = "rules",
                .heading = "Judged by",
                .columns = {{"id", "id"}, {"kind", "kind"}, {"title", "reports that"}},
                .rows = {}};
    for (const RequirementChecker* checker : all_requirement_checkers()) {
      if (checker->kind != info.kind) continue;
      table.rows.push_back({cell(checker->text.id), cell(kind_info(checker->text.kind).name),
                            cell(checker->text.title)});
    }
    page.tables.push_back(std::move(table));
    return {std::move(page)};
  }
  return {};
}

Listing list_requirements(const Catalog& /*catalog*/, std::string_view /*filter*/) {
  Table table{.key = "items",
              .heading = "Requirements",
              .columns = {{"key", "requirement"},
                          {"shape", "shape", false},
                          {"meaning", "demands that"},
                          {"example", "written", false}},
              .rows = {}};
  for (const RequirementInfo& info : all_requirements()) {
    table.rows.push_back(
        {cell(info.key), cell(shape_name(info.shape)), cell(info.meaning), cell(info.example)});
  }
  return {"requirements", "Requirements that a scenario can state", std::move(table),
          "'plumbline explain REQUIREMENT' shows how it is written."};
}

void requirement_names(const Catalog& /*catalog*/, std::vector<std::string_view>& names) {
  for (const RequirementInfo& info : all_requirements()) names.push_back(info.key);
}

// ---- objectives

constexpr std::array kObjectives = {
    Objective::MeetsRequirements,
    Objective::LeastOperationalOverhead,
    Objective::LeastDevelopmentEffort,
    Objective::FewestServers,
    Objective::MostCostEffective,
    Objective::LowestLatency,
    Objective::MostSecure,
};

std::vector<Page> explain_objective(const Catalog& /*catalog*/, std::string_view name) {
  const auto* objective = std::ranges::find_if(kObjectives, [&](Objective one) {
    return objective_name(one) == name || objective_phrase(one) == name;
  });
  if (objective == kObjectives.end()) return {};
  Page page;
  page.type = "objective";
  page.name = objective_name(*objective);
  page.title = objective_phrase(*objective);
  page.summary =
      "Options that survive are ranked by it. Write the words of the question, or this name.";
  page.fields = {{"example", "written", cell(std::string("objective: ") + page.name)}};
  return {std::move(page)};
}

Listing list_objectives(const Catalog& /*catalog*/, std::string_view /*filter*/) {
  Table table{.key = "items",
              .heading = "Objectives",
              .columns = {{"name", "objective"}, {"phrase", "ranks by"}},
              .rows = {}};
  for (const Objective objective : kObjectives) {
    table.rows.push_back({cell(objective_name(objective)), cell(objective_phrase(objective))});
  }
  return {"objectives", "What surviving options are ranked by", std::move(table),
          "The wording of questions is understood too: 'with the LEAST operational overhead'."};
}

void objective_names(const Catalog& /*catalog*/, std::vector<std::string_view>& names) {
  for (const Objective objective : kObjectives) names.push_back(objective_name(objective));
}

}  // namespace

constinit const Topic topics::capabilities = {
    "capability",        "capabilities",     "functions that services provide",
    &explain_capability, &list_capabilities, &capability_names};
constinit const Topic topics::mechanisms = {
    "mechanism",        "mechanisms",     "how one part feeds another",
    &explain_mechanism, &list_mechanisms, &mechanism_names};
constinit const Topic topics::requirements = {
    "requirement",        "requirements",     "what a scenario can demand",
    &explain_requirement, &list_requirements, &requirement_names};
constinit const Topic topics::objectives = {
    "objective",        "objectives",     "what options are ranked by",
    &explain_objective, &list_objectives, &objective_names};

}  // namespace plumbline
