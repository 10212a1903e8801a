// The pieces of JSON that several documents share; nlohmann/json stays in this folder.
#include "engine/report/json.hpp"

#include <cmath>

#include "engine/base/assert.hpp"
#include "engine/base/text.hpp"
#include "engine/report/phrases.hpp"

namespace plumbline {
namespace {

constexpr int kIndent = 2;

// The value as its source writes it; a word for a word, null for what is not known or not limited.
Json written_value(const Fact& fact) {
  if (!fact.word.empty()) return text_json(fact.word);
  if (fact.unlimited) return nullptr;
  return number_json(fact.written_value);
}

}  // namespace

std::string_view dimension_word(Dimension dimension) {
  switch (dimension) {
    case Dimension::Count:
      return "count";
    case Dimension::Time:
      return "seconds";
    case Dimension::Bytes:
      return "bytes";
    case Dimension::Rate:
      return "per-second";
    case Dimension::ByteRate:
      return "bytes-per-second";
    case Dimension::Money:
      return "usd";
    case Dimension::MoneyRate:
      return "usd-per-month";
    case Dimension::Ratio:
      return "ratio";
  }
  throw InternalError("a dimension that does not exist");
}

Json text_json(std::string_view text) { return neutralise(text); }

Json number_json(double value) {
  return std::isfinite(value) ? Json(round_for_report(value)) : Json(nullptr);
}

Json range_json(const Quantity& quantity) {
  return {{"low", number_json(quantity.low)}, {"high", number_json(quantity.high)}};
}

Json location_json(std::string_view file, const SourceRange& place) {
  if (place.is_nowhere()) return nullptr;
  return {{"file", text_json(file)},
          {"line", place.line},
          {"column", place.column},
          {"end_line", place.end_line},
          {"end_column", place.end_column}};
}

Json fact_json(const Fact& fact) {
  Json json;
  json["id"] = text_json(fact.id);
  json["mode"] = text_json(fact.mode);
  json["value"] = written_value(fact);
  if (fact.group == FactGroup::Timing) json["p99"] = number_json(fact.written_p99);
  json["unit"] = text_json(fact.unit);
  json["source"] = text_json(fact.source);
  json["as_of"] = text_json(fact.as_of);
  json["confidence"] = confidence_name(fact.confidence);
  json["adjustable"] = fact.adjustable;
  return json;
}

Json condition_json(const Condition& condition) {
  Json json;
  json["subject"] = text_json(condition.subject);
  json["direction"] = condition.direction == Condition::Direction::AtMost ? "at-most" : "at-least";
  json["threshold"] =
      number_json(condition.direction == Condition::Direction::AtMost ? condition.threshold.low
                                                                      : condition.threshold.high);
  json["unit"] = dimension_word(condition.threshold.dimension);
  json["of_the_world"] = condition.of_the_world;
  json["text"] = text_json(condition_text(condition));
  return json;
}

Json conditions_json(const std::vector<Condition>& conditions) {
  Json list = Json::array();
  for (const Condition& condition : conditions) list.push_back(condition_json(condition));
  return list;
}

Json finding_json(std::string_view file, const Finding& finding) {
  Json json;
  json["rule"] = finding.rule->id;
  json["slug"] = finding.rule->slug;
  json["kind"] = kind_info(finding.kind).name;
  json["severity"] = severity_name(finding.severity);
  json["evidence"] = finding.severity == Severity::Violation ? Json(evidence_name(finding.evidence))
                                                             : Json(nullptr);
  json["message"] = message_of(finding);
  const std::string fix = fix_of(finding);
  json["fix"] = fix.empty() ? Json(nullptr) : Json(fix);
  json["condition"] =
      finding.conditions.empty() ? Json(nullptr) : text_json(conditions_text(finding.conditions));
  json["conditions"] = conditions_json(finding.conditions);
  json["margin"] = number_json(finding.margin);
  json["requirement"] = finding.requirement < 0 ? Json(nullptr) : Json(finding.requirement);
  json["location"] = location_json(file, finding.place);
  json["related"] = Json::array();
  for (const Related& related : finding.related) {
    json["related"].push_back(
        {{"note", text_json(related.note)}, {"location", location_json(file, related.place)}});
  }
  json["facts"] = Json::array();
  for (const Fact* fact : finding.facts) json["facts"].push_back(fact_json(*fact));
  return json;
}

std::string dump(const Json& document) {
  // Everything in it has been neutralised, so invalid UTF-8 can only be a mistake of ours.
  return document.dump(kIndent, ' ', false, Json::error_handler_t::strict) + "\n";
}

}  // namespace plumbline
