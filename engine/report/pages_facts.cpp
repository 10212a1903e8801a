// Pages about facts: one number or word of the catalog with its unit, source and date.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/base/quantity.hpp"
#include "engine/report/pages.hpp"

namespace plumbline {
namespace {

// A number exactly as the source writes it: 6,291,456 bytes stay 6,291,456.
std::string written_number(double written) {
  constexpr int kEveryDigit = 15;
  return format_number(written, kEveryDigit);
}

// "900 s", and in brackets what a reader would rather call it ("15 min").
std::string amount_text(double written, std::string_view unit, double value, Dimension dimension) {
  const bool is_one = written == 1.0 && dimension == Dimension::Count && unit.ends_with('s');
  if (is_one) unit.remove_suffix(1);  // "1 variant"
  std::string text = fmt::format("{} {}", written_number(written), unit);
  if (dimension == Dimension::Time || dimension == Dimension::Bytes) {
    const std::string amount = format_amount(value, dimension);
    if (amount != text) text.append(" (").append(amount).append(")");
  }
  return text;
}

std::string_view governs_meaning(const Fact& fact) {
  const MeasureInfo* measure = find_measure(fact.group, fact.governs);
  return measure == nullptr ? std::string_view{} : measure->meaning;
}

Cell number_of(const Fact& fact, double value) {
  if (!fact.word.empty() || fact.unlimited || std::isnan(value)) {
    return {.type = Cell::Type::Number, .text = {}, .number = kInfinity};
  }
  return cell_number(value, format_number(value, 6));
}

// The figure in the unit of its source: the word of a word, the number of a limit or price.
Cell figure_of(const Fact& fact) {
  return fact.word.empty() ? number_of(fact, fact.written_value) : cell(fact.word);
}

Cell timing_of(const Fact& fact, double written) {
  return number_of(fact, fact.group == FactGroup::Timing ? written : NAN);
}

std::string_view yes(bool flag, std::string_view words) {
  return flag ? words : std::string_view{};
}

Page page_of(const Fact& fact) {
  Page page;
  page.type = "fact";
  page.name = fact.id;
  page.title = fact_value_text(fact);
  page.summary = fact.note;
  const bool is_limit = fact.group == FactGroup::Limit;
  page.fields = {
      {"group", "group", cell(fact_group_name(fact.group))},
      {"mode", "holds for mode", cell(fact.mode)},
      {"value", "", number_of(fact, fact.value)},
      {"p99", "", number_of(fact, fact.group == FactGroup::Timing ? fact.p99 : NAN)},
      {"word", "", cell(fact.word)},
      {"unit", "", cell(fact.unit)},
      {"governs", "bounds or counts", cell(fact.governs)},
      {"governs_meaning", "that is", cell(governs_meaning(fact))},
      {"qualifier", "of", cell(fact.qualifier)},
      {"scope", "counted", cell(fact.scope)},
      {"minimum", "", cell_flag(fact.is_minimum)},
      {"unlimited", "", cell_flag(fact.unlimited)},
      {"adjustable", is_limit ? "can be raised" : "", cell_flag(fact.adjustable)},
      {"on_exceed", is_limit ? "beyond it" : "", cell(on_exceed_name(fact.on_exceed))},
      {"since", "since", cell(fact.since)},
      {"until", "until", cell(fact.until)},
      {"confidence", "confidence", cell(confidence_name(fact.confidence))},
      {"source", "source", cell(fact.source)},
      {"as_of", "as of", cell(fact.as_of)},
  };
  return page;
}

// `visit(fact)` for every fact of every service and connection.
template <class Visit>
void for_each_fact(const Catalog& catalog, Visit visit) {
  for (const Service& service : catalog.services()) {
    for (const Fact& fact : service.facts) visit(fact);
  }
  for (const ConnectionInfo& way : catalog.tables().connections) visit(*way.fact);
}

// The whole id, or the name alone, which several services may share.
std::vector<Page> explain_fact(const Catalog& catalog, std::string_view name) {
  std::vector<Page> pages;
  for_each_fact(catalog, [&](const Fact& fact) {
    if (fact.id == name) pages.push_back(page_of(fact));
  });
  if (!pages.empty()) return pages;
  for_each_fact(catalog, [&](const Fact& fact) {
    if (fact.name == name && fact.group != FactGroup::Operation) pages.push_back(page_of(fact));
  });
  return pages;
}

Listing list_facts(const Catalog& catalog, std::string_view filter) {
  Table table{.key = "items",
              .heading = "Facts",
              .columns = {{"id", "fact"},
                          {"service", "service", false},
                          {"group", "group", false},
                          {"mode", "mode"},
                          {"value_text", "value"},
                          {"value", "figure", false},
                          {"p50", "p50", false},
                          {"p99", "p99", false},
                          {"unit", "unit", false},
                          {"governs", "bounds or counts", false},
                          {"adjustable", "can be raised", false},
                          {"since", "since", false},
                          {"until", "until"},
                          {"confidence", "confidence"},
                          {"source", "source", false},
                          {"as_of", "as of", false}},
              .rows = {}};
  const Service* service = filter.empty() ? nullptr : catalog.find_service(filter);
  for_each_fact(catalog, [&](const Fact& fact) {
    if (service != nullptr && fact.service != service->name) return;
    table.rows.push_back(
        {cell(fact.id), cell(fact.service), cell(fact_group_name(fact.group)), cell(fact.mode),
         cell(fact_value_text(fact)), figure_of(fact),
         timing_of(fact, fact.written_value), timing_of(fact, fact.written_p99), cell(fact.unit),
         cell_as(fact.governs, fact.governs == "other" ? std::string_view{} : fact.governs),
         cell_flag(fact.adjustable), cell(fact.since), cell(fact.until),
         cell(confidence_name(fact.confidence)), cell(fact.source), cell(fact.as_of)});
  });
  return {"facts",
          service == nullptr ? std::string("Facts") : fmt::format("Facts about {}", service->title),
          std::move(table),
          "'plumbline explain FACT' shows the source; 'list facts SERVICE' narrows."};
}

void fact_names(const Catalog& catalog, std::vector<std::string_view>& names) {
  for_each_fact(catalog, [&](const Fact& fact) {
    if (names.empty() || names.back() != fact.id) names.push_back(fact.id);
  });
}

}  // namespace

std::string fact_value_text(const Fact& fact) {
  if (fact.unlimited) return "no published limit";
  if (!fact.word.empty()) return std::string(fact.word);
  if (fact.group == FactGroup::Timing) {
    std::string text =
        std::isnan(fact.written_value)
            ? std::string("p50 not known")
            : fmt::format("p50 {} {}", written_number(fact.written_value), fact.unit);
    if (!std::isnan(fact.written_p99)) {
      text += fmt::format(", p99 {} {}", written_number(fact.written_p99), fact.unit);
    }
    return text;
  }
  if (std::isnan(fact.written_value)) return "not known";
  const std::string amount = amount_text(fact.written_value, fact.unit, fact.value, fact.dimension);
  return fmt::format("{}{}", yes(fact.is_minimum, "at least "), amount);
}

constinit const Topic topics::facts = {"fact",        "facts",     "numbers with their sources",
                                       &explain_fact, &list_facts, &fact_names};

}  // namespace plumbline
