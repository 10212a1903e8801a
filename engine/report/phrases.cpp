// The words in which views speak of one thing: a place, a condition, a fact, a share of a ranking.
#include "engine/report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/assert.hpp"
#include "engine/base/text.hpp"
#include "engine/report/pages.hpp"

namespace plumbline {
namespace {

std::string_view side(Condition::Direction direction) {
  return direction == Condition::Direction::AtMost ? "at most" : "at least";
}

// The end of the threshold that is sure to do.
std::string threshold_text(const Condition& condition) {
  const double safe = condition.direction == Condition::Direction::AtMost
                          ? condition.threshold.low
                          : condition.threshold.high;
  return format_amount(safe, condition.threshold.dimension);
}

// By how much a quota would have to grow, rounded up: less would not do.
std::string factor_text(double margin) {
  constexpr double kWorthSaying = 1.05;
  constexpr double kTenths = 10.0;
  if (!std::isfinite(margin) || margin < kWorthSaying) return {};
  const double factor =
      margin < kTenths ? std::ceil(margin * kTenths) / kTenths : std::ceil(margin);
  return fmt::format(", here at least {} times", format_number(factor));
}

}  // namespace

std::string place_text(const SourceRange& place) {
  return place.is_nowhere() ? std::string() : fmt::format("[{}:{}]", place.line, place.column);
}

std::string listed(std::span<const std::string> words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " and " : ", ";
    list += words[i];
  }
  return list;
}

std::string condition_text(const Condition& condition) {
  return fmt::format("{} is {} {}", condition.subject, side(condition.direction),
                     threshold_text(condition));
}

std::string conditions_text(std::span<const Condition> conditions) {
  // In the order in which each threshold first comes.
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const Condition& condition : conditions) {
    const std::string bound =
        fmt::format("{} {}", side(condition.direction), threshold_text(condition));
    auto group = groups.begin();
    while (group != groups.end() && group->first != bound) ++group;
    if (group == groups.end()) group = groups.insert(groups.end(), {bound, {}});
    group->second.push_back(condition.subject);
  }
  std::vector<std::string> parts;
  for (const auto& [bound, subjects] : groups) {
    parts.push_back(
        fmt::format("{} {} {}", listed(subjects), subjects.size() == 1 ? "is" : "are", bound));
  }
  return listed(parts);
}

std::string message_of(const Finding& finding) {
  PLUMBLINE_ASSERT(finding.rule != nullptr);
  return render_message(finding.rule->message, finding);
}

std::string fix_of(const Finding& finding) {
  PLUMBLINE_ASSERT(finding.rule != nullptr);
  return render_message(finding.rule->fix, finding);
}

std::string quoted_requirement(const Requirement& requirement) {
  const std::string_view who =
      requirement.inferred ? "the author's reading of the question:" : "the question says";
  if (!requirement.says.empty()) return fmt::format("{} \"{}\"", who, requirement.says);
  return fmt::format(
      "{} {}", requirement.inferred ? who : "required:", requirement_info(requirement.kind).key);
}

std::string fact_text(const Fact& fact) {
  std::string confidence(confidence_name(fact.confidence));
  std::ranges::replace(confidence, '-', ' ');
  std::string text = fmt::format("{} is {}; {}", fact.id, fact_value_text(fact), confidence);
  if (!fact.as_of.empty() && fact.as_of != "unknown") text += fmt::format(" {}", fact.as_of);
  if (fact.adjustable) text += "; can be raised";
  return text;
}

namespace {

const Argument* find_argument(const Finding& finding, std::string_view name) {
  const auto found = std::ranges::find(finding.arguments, name, &Argument::name);
  return found == finding.arguments.end() ? nullptr : &*found;
}

}  // namespace

std::string doubt_text(const Finding& finding) {
  const auto cites = [&](const auto& is_it) { return std::ranges::any_of(finding.facts, is_it); };
  const std::string_view verdict = "at risk, not eliminated: ";
  if (cites([](const Fact* fact) { return fact->adjustable; })) {
    return fmt::format("{}the quota can be raised{}", verdict, factor_text(finding.margin));
  }
  if (const Argument* service = find_argument(finding, "incomplete")) {
    return fmt::format("{}the catalog's list of what {} does is not complete", verdict,
                       neutralise(std::get<std::string>(service->value)));
  }
  const auto first = [&](Confidence confidence) -> const Fact* {
    const auto found = std::ranges::find(finding.facts, confidence, &Fact::confidence);
    return found == finding.facts.end() ? nullptr : *found;
  };
  if (const Fact* fact = first(Confidence::Recalled)) {
    return fmt::format("{}{} is remembered, not looked up again", verdict, fact->id);
  }
  if (const Fact* fact = first(Confidence::Estimate)) {
    return fmt::format("{}{} is an estimate", verdict, fact->id);
  }
  return fmt::format("{}it rests on an estimate", verdict);
}

std::vector<std::string> related_text(const Finding& finding) {
  std::vector<std::pair<std::string, std::vector<std::string>>> notes;
  for (const Related& related : finding.related) {
    if (related.place.is_nowhere()) continue;
    const std::string note = related.note.empty() ? "together with" : related.note;
    auto known = std::ranges::find(notes, note, [](const auto& entry) { return entry.first; });
    if (known == notes.end()) known = notes.insert(notes.end(), {note, {}});
    known->second.push_back(place_text(related.place));
  }
  std::vector<std::string> lines;
  for (const auto& [note, places] : notes) {
    lines.push_back(fmt::format("{} {}", note, listed(places)));
  }
  return lines;
}

std::string hours_text(double hours) {
  constexpr double kWhole = 99.95;  // from here on a tenth of an hour says nothing
  return hours < kWhole ? fmt::format("{:.1f}", hours) : format_number(std::round(hours), 3);
}

std::string dollars_text(const Quantity& monthly) {
  const auto dollars = [](double usd) { return format_amount(usd, Dimension::Money); };
  if (!std::isfinite(monthly.high)) return "at least " + dollars(monthly.low);
  const std::string low = dollars(monthly.low);
  const std::string high = dollars(monthly.high);
  return low == high ? low : fmt::format("{} - {}", low, high.substr(1));
}

std::string chosen_text(const ChosenSetting& chosen) {
  switch (chosen.value.info->type) {
    case SettingType::Quantity:
      return format_quantity(chosen.value.value.mean);
    case SettingType::Boolean:
      return chosen.value.boolean ? "yes" : "no";
    case SettingType::Word:
    case SettingType::Text:
      return std::string(chosen.value.text);
  }
  throw InternalError("a type of setting that does not exist");
}

// The digits of the score, from the first one on, are what designs are compared by.
std::string exposure_text(double score) {
  constexpr double kOpen = 1'000'000.0;
  constexpr double kNarrowed = 1'000.0;
  const double open = std::ceil(score / kOpen);
  const double rest = open * kOpen - score;
  const double narrowed = std::floor(rest / kNarrowed);
  return fmt::format("{} ways out open, {} of them narrowed, {} protected", open, narrowed,
                     rest - narrowed * kNarrowed);
}

std::string score_text(Objective objective, double score) {
  switch (objective) {
    case Objective::MeetsRequirements:
    case Objective::LeastOperationalOverhead:
      return hours_text(score) + " h/month";
    case Objective::LeastDevelopmentEffort:
      return hours_text(score) + " h";
    case Objective::FewestServers:
      return fmt::format("{} {}", format_number(score), score == 1.0 ? "server" : "servers");
    case Objective::MostCostEffective:
      return format_amount(score, Dimension::MoneyRate);
    case Objective::LowestLatency:
      return format_amount(score, Dimension::Time);
    case Objective::MostSecure:
      return exposure_text(score);
  }
  throw InternalError("an objective that does not exist");
}

std::string span_text(Objective objective, double low, double high) {
  const auto signed_text = [&](double score) {
    return score < 0.0 ? "-" + score_text(objective, -score) : score_text(objective, score);
  };
  const std::string from = signed_text(low);
  const std::string to = signed_text(high);
  // "0.5 to 7.0 h/month": the unit once, where both have the same.
  const std::size_t unit = from.find_first_of(" /");
  const bool same = unit != std::string::npos && to.ends_with(from.substr(unit));
  return fmt::format("{} to {}", same ? from.substr(0, unit) : from, to);
}

}  // namespace plumbline
