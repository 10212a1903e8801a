// Pages about findings: rules, checkers of requirements, kinds, and errors of reading.
#include <algorithm>
#include <string>

#include "engine/checks/rule.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/report/pages.hpp"

namespace plumbline {
namespace {

// Rules and requirement checkers, in order of id; errors of reading are a topic of their own.
std::vector<const RuleText*> judging_texts() {
  std::vector<const RuleText*> texts;
  for (const Rule* rule : all_rules()) texts.push_back(&rule->text);
  for (const RequirementChecker* checker : all_requirement_checkers()) {
    texts.push_back(&checker->text);
  }
  std::ranges::sort(texts, {}, &RuleText::id);
  return texts;
}

std::string_view requirement_behind(const RuleText& text) {
  for (const RequirementChecker* checker : all_requirement_checkers()) {
    if (&checker->text == &text) return requirement_info(checker->kind).key;
  }
  return {};
}

Table rule_table(std::span<const RuleText* const> texts) {
  Table table{.key = "items",
              .heading = "Rules",
              .columns = {{"id", "id"},
                          {"slug", "name"},
                          {"kind", "kind"},
                          {"severity", "severity"},
                          {"title", "reports that"},
                          {"source", "source", false}},
              .rows = {}};
  for (const RuleText* text : texts) {
    table.rows.push_back({cell(text->id), cell(text->slug), cell(kind_info(text->kind).name),
                          cell(severity_name(text->severity)), cell(text->title),
                          cell(text->source)});
  }
  return table;
}

Page page_of(const RuleText& text, std::string_view type) {
  Page page;
  page.type = type;
  page.name = text.id;
  page.title = text.slug;
  page.summary = text.title;
  page.fields = {{"slug", "", cell(text.slug)},
                 {"severity", "severity", cell(severity_name(text.severity))},
                 {"message", "says", cell(text.message)},
                 {"rationale", "why", cell(text.rationale)},
                 {"fix", "what to do", cell(text.fix)},
                 {"source", "source", cell(text.source)}};
  return page;
}

std::vector<Page> explain_among(std::span<const RuleText* const> texts, std::string_view type,
                                std::string_view name) {
  for (const RuleText* text : texts) {
    if (text->id != name && text->slug != name) continue;
    Page page = page_of(*text, type);
    if (type == "rule") {
      const KindInfo& kind = kind_info(text->kind);
      page.fields.insert(page.fields.begin() + 1, {"kind", "kind", cell(kind.name)});
      page.fields.insert(page.fields.begin() + 2, {"kind_meaning", "that is", cell(kind.sentence)});
      page.fields.push_back({"requirement", "decides", cell(requirement_behind(*text))});
    }
    return {std::move(page)};
  }
  return {};
}

void names_of(std::span<const RuleText* const> texts, std::vector<std::string_view>& names) {
  for (const RuleText* text : texts) {
    names.push_back(text->id);
    names.push_back(text->slug);
  }
}

std::vector<Page> explain_rule(const Catalog& /*catalog*/, std::string_view name) {
  return explain_among(judging_texts(), "rule", name);
}

Listing list_rules(const Catalog& /*catalog*/, std::string_view /*filter*/) {
  return {"rules", "Rules and checkers of requirements", rule_table(judging_texts()),
          "'plumbline explain ID' says why a rule exists and what to do."};
}

void rule_names(const Catalog& /*catalog*/, std::vector<std::string_view>& names) {
  names_of(judging_texts(), names);
}

std::vector<Page> explain_error(const Catalog& /*catalog*/, std::string_view name) {
  return explain_among(input_errors::all(), "error", name);
}

Listing list_errors(const Catalog& /*catalog*/, std::string_view /*filter*/) {
  Table table{
      .key = "items",
      .heading = "Errors",
      .columns = {{"id", "id"}, {"slug", "name"}, {"title", "means that"}, {"fix", "fix", false}},
      .rows = {}};
  for (const RuleText* text : input_errors::all()) {
    table.rows.push_back({cell(text->id), cell(text->slug), cell(text->title), cell(text->fix)});
  }
  return {"errors", "Errors of reading (exit code 2)", std::move(table), {}};
}

void error_names(const Catalog& /*catalog*/, std::vector<std::string_view>& names) {
  names_of(input_errors::all(), names);
}

std::vector<Page> explain_kind(const Catalog& /*catalog*/, std::string_view name) {
  const std::optional<Kind> kind = find_kind(name);
  if (!kind) return {};
  const KindInfo& info = kind_info(*kind);
  Page page;
  page.type = "kind";
  page.name = info.name;
  page.summary = info.sentence;
  page.fields = {{"example", "for instance", cell(info.example)}};
  std::vector<const RuleText*> texts = judging_texts();
  std::erase_if(texts, [&](const RuleText* text) { return text->kind != *kind; });
  page.tables.push_back(rule_table(texts));
  page.tables.back().key = "rules";
  page.tables.back().heading = "Rules of this kind";
  return {std::move(page)};
}

Listing list_kinds(const Catalog& /*catalog*/, std::string_view /*filter*/) {
  Table table{
      .key = "items",
      .heading = "Kinds",
      .columns = {{"name", "kind"}, {"sentence", "means that"}, {"example", "for instance", false}},
      .rows = {}};
  for (const KindInfo& info : all_kinds()) {
    table.rows.push_back({cell(info.name), cell(info.sentence), cell(info.example)});
  }
  return {"kinds", "Kinds of reasons; 'because:' names one for each wrong option", std::move(table),
          "'plumbline explain KIND' gives an example and the rules of a kind."};
}

void kind_names(const Catalog& /*catalog*/, std::vector<std::string_view>& names) {
  for (const KindInfo& info : all_kinds()) names.push_back(info.name);
}

}  // namespace

constinit const Topic topics::rules = {"rule",        "rules",     "what is checked, and why",
                                       &explain_rule, &list_rules, &rule_names};
constinit const Topic topics::errors = {"error",        "errors",     "why a file cannot be read",
                                        &explain_error, &list_errors, &error_names};
constinit const Topic topics::kinds = {"kind",        "kinds",     "the kinds of reasons",
                                       &explain_kind, &list_kinds, &kind_names};

}  // namespace plumbline
