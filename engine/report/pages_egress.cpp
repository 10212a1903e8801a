// Pages about the ways by which data leaves and the controls against them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "engine/catalog/egress.hpp"
#include "engine/catalog/egress_hints.hpp"
#include "engine/report/pages.hpp"

namespace plumbline {
namespace {

constexpr auto kEffects = std::to_array<EgressEffect>(
    {EgressEffect::Closes, EgressEffect::Narrows, EgressEffect::Protects, EgressEffect::Enforces,
     EgressEffect::Detects});

template <class Item>
std::size_t index_in(std::span<const Item> items, const Item& item) {
  return static_cast<std::size_t>(&item - items.data());
}

std::string_view target_phrase(EgressTarget target) {
  switch (target) {
    case EgressTarget::Internet:
      return "the internet";
    case EgressTarget::Account:
      return "another account";
    case EgressTarget::Region:
      return "another Region";
    case EgressTarget::Person:
      return "somebody outside the company network";
  }
  return {};
}

// "container (code of the customer that SageMaker runs)"; JSON holds the words alone.
Cell role_cell(std::span<const EgressRole> roles, std::string_view any) {
  Cell cell{.type = Cell::Type::List};
  for (const EgressRole role : roles) {
    if (!cell.text.empty()) cell.text.append("; ");
    cell.text.append(fmt::format("{} ({})", egress_role_name(role), egress_role_meaning(role)));
    cell.list.emplace_back(egress_role_name(role));
  }
  if (roles.empty()) cell.text = any;
  return cell;
}

Cell service_cell(std::span<const EgressRole> roles) {
  std::vector<std::string_view> services;
  for (const EgressService& one : egress_table().services) {
    if (std::ranges::find(roles, one.role) != roles.end()) services.push_back(one.service);
  }
  return cell_list(services);
}

// Where the word for the effect comes from.
std::string_view basis_of(const EgressControl& control, const EgressCell& cell) {
  return cell.is_literal ? confidence_name(control.confidence) : "our judgement";
}

// ---- controls

// "P3, P4": the ways on which a control has this effect.
Cell ways_with(const EgressControl& control, EgressEffect effect) {
  std::vector<std::string_view> ids;
  for (const EgressCell& cell : control.cells) {
    if (cell.effect == effect)
      ids.push_back(egress_table().ways[static_cast<std::size_t>(cell.way)].id);
  }
  return cell_list(ids);
}

Cell untouched_ways(const EgressControl& control) {
  std::vector<std::string_view> ids;
  for (std::size_t way = 0; way < egress_table().ways.size(); ++way) {
    if (control.find_cell(static_cast<std::int32_t>(way)) == nullptr) {
      ids.push_back(egress_table().ways[way].id);
    }
  }
  return cell_list(ids);
}

// "vpc-only-no-nat (C5)"; JSON holds the ids.
Cell enabled_controls(const EgressControl& control) {
  Cell cell = cell_list(control.enables);
  cell.text.clear();
  for (const std::string_view id : control.enables) {
    const EgressControl* enabled = egress_table().find_control(id);
    if (enabled == nullptr) continue;
    if (!cell.text.empty()) cell.text.append(", ");
    cell.text.append(fmt::format("{} ({})", enabled->name, enabled->id));
  }
  return cell;
}

Table way_table(const EgressControl& control) {
  Table table{.key = "ways",
              .heading = "What it does to ways out, taken by itself",
              .columns = {{"id", "id"},
                          {"title", "way"},
                          {"effect", "effect"},
                          {"when", "if"},
                          {"basis", "basis"}},
              .rows = {}};
  for (const EgressEffect effect : kEffects) {
    for (const EgressCell& entry : control.cells) {
      if (entry.effect != effect) continue;
      const EgressWay& way = egress_table().ways[static_cast<std::size_t>(entry.way)];
      table.rows.push_back({cell(way.id), cell(way.title), cell(egress_effect_name(effect)),
                            cell(entry.when), cell(basis_of(control, entry))});
    }
  }
  return table;
}

std::vector<Page> explain_control(const Catalog& /*catalog*/, std::string_view name) {
  const EgressTable& table = egress_table();
  const EgressControl* control = table.find_control(name);
  if (control == nullptr) return {};
  const auto settings = egress_hints().settings[index_in(table.controls, *control)];
  Page page;
  page.type = "control";
  page.name = control->id;
  page.title = control->name;
  page.summary = control->meaning;
  page.fields = {
      {"slug", "", cell(control->name)},
      {"aliases", "also called", cell_list(control->aliases)},
      {"example", "written", cell(fmt::format("controls: [{}]", control->name))},
      {"settings", "or as a setting", cell_list(settings)},
      {"over", "laid over", role_cell(control->on, "any part")},
      {"services", "that is", service_cell(control->on)},
      {"limits", "limits", cell(control->limits)},
      {"breaks", "stops working", cell(control->breaks)},
      {"enables", "makes possible", enabled_controls(*control)},
      {"leaves", "leaves as they are", untouched_ways(*control)},
      {"confidence", "confidence", cell(confidence_name(control->confidence))},
      {"source", "source", cell(control->source)},
  };
  page.tables = {way_table(*control)};
  return {std::move(page)};
}

Listing list_controls(const Catalog& /*catalog*/, std::string_view /*filter*/) {
  Table table{.key = "items",
              .heading = "Controls",
              .columns = {{"id", "id"},
                          {"name", "control"},
                          {"meaning", "what it is"},
                          {"closes", "closes"},
                          {"narrows", "narrows"},
                          {"protects", "protects", false},
                          {"enforces", "enforces", false},
                          {"detects", "detects", false},
                          {"aliases", "also called", false},
                          {"limits", "limits", false},
                          {"confidence", "confidence", false},
                          {"source", "source", false}},
              .rows = {}};
  for (const EgressControl& control : egress_table().controls) {
    std::vector<Cell> row = {cell(control.id), cell(control.name), cell(control.meaning)};
    for (const EgressEffect effect : kEffects) row.push_back(ways_with(control, effect));
    row.push_back(cell_list(control.aliases));
    row.push_back(cell(control.limits));
    row.push_back(cell(confidence_name(control.confidence)));
    row.push_back(cell(control.source));
    table.rows.push_back(std::move(row));
  }
  return {"controls", "What can be laid over a design against ways out: the words of 'controls:'",
          std::move(table),
          "Each taken by itself; 'plumbline explain CONTROL' shows conditions and limits."};
}

void control_names(const Catalog& /*catalog*/, std::vector<std::string_view>& names) {
  for (const EgressControl& control : egress_table().controls) {
    names.push_back(control.id);
    names.push_back(control.name);
    names.insert(names.end(), control.aliases.begin(), control.aliases.end());
  }
}

// ---- ways

Cell controls_with(std::int32_t way, EgressEffect effect) {
  std::vector<std::string_view> ids;
  for (const EgressControl& control : egress_table().controls) {
    const EgressCell* cell = control.find_cell(way);
    if (cell != nullptr && cell->effect == effect) ids.push_back(control.id);
  }
  return cell_list(ids);
}

Table control_table(std::int32_t way) {
  Table table{.key = "controls",
              .heading = "What controls do to it, each taken by itself",
              .columns = {{"id", "id"},
                          {"name", "control"},
                          {"effect", "effect"},
                          {"when", "if"},
                          {"basis", "basis"}},
              .rows = {}};
  for (const EgressEffect effect : kEffects) {
    for (const EgressControl& control : egress_table().controls) {
      const EgressCell* entry = control.find_cell(way);
      if (entry == nullptr || entry->effect != effect) continue;
      table.rows.push_back({cell(control.id), cell(control.name), cell(egress_effect_name(effect)),
                            cell(entry->when), cell(basis_of(control, *entry))});
    }
  }
  return table;
}

std::vector<Page> explain_way(const Catalog& /*catalog*/, std::string_view name) {
  const std::int32_t index = egress_table().find_way(name);
  if (index < 0) return {};
  const EgressWay& way = egress_table().ways[static_cast<std::size_t>(index)];
  const auto from = egress_hints().from[static_cast<std::size_t>(index)];
  Page page;
  page.type = "way";
  page.name = way.id;
  page.title = way.name;
  page.summary = way.title;
  page.fields = {
      {"slug", "", cell(way.name)},
      {"meaning", "that is", cell(way.meaning)},
      {"from", "leads out of", role_cell(from, "any part that the design draws")},
      {"services", "such as", service_cell(from)},
      {"to", "leads to", cell_as(egress_target_name(way.to), target_phrase(way.to))},
      {"example", "written", cell(fmt::format("no-egress: {{ways: [{}]}}", way.name))},
      {"source", "source", cell(way.source)},
  };
  page.tables = {control_table(index)};
  return {std::move(page)};
}

Listing list_ways(const Catalog& /*catalog*/, std::string_view /*filter*/) {
  Table table{.key = "items",
              .heading = "Ways out",
              .columns = {{"id", "id"},
                          {"name", "way"},
                          {"title", "what it is"},
                          {"to", "leads to"},
                          {"from", "leads out of", false},
                          {"closed_by", "closed by"},
                          {"narrowed_by", "narrowed by", false},
                          {"meaning", "that is", false},
                          {"source", "source", false}},
              .rows = {}};
  for (std::size_t i = 0; i < egress_table().ways.size(); ++i) {
    const EgressWay& way = egress_table().ways[i];
    const auto index = static_cast<std::int32_t>(i);
    table.rows.push_back(
        {cell(way.id), cell(way.name), cell(way.title), cell(egress_target_name(way.to)),
         role_cell(egress_hints().from[i], "any part"), controls_with(index, EgressEffect::Closes),
         controls_with(index, EgressEffect::Narrows), cell(way.meaning), cell(way.source)});
  }
  return {"ways", "Ways by which data leaves: the words of 'ways:' of 'no-egress'",
          std::move(table), "'plumbline egress FILE' shows which of them are open in a design."};
}

void way_names(const Catalog& /*catalog*/, std::vector<std::string_view>& names) {
  for (const EgressWay& way : egress_table().ways) {
    names.push_back(way.id);
    names.push_back(way.name);
  }
}

}  // namespace

constinit const Topic topics::controls = {"control",        "controls",     "what closes ways out",
                                          &explain_control, &list_controls, &control_names};
constinit const Topic topics::ways = {"way",        "ways",     "how data can leave a design",
                                      &explain_way, &list_ways, &way_names};

}  // namespace plumbline
