// What rules and requirement checkers share: places, evidence, and the step from a decision to a
// finding.
#include "engine/checks/helpers.hpp"

#include <algorithm>

namespace plumbline {

SourceRange place_of(const Pipeline& pipeline, PartId id) {
  const Part& part = pipeline.part(id);
  if (!part.place.is_nowhere()) return part.place;
  for (const LinkId link : pipeline.links_to(id)) {
    if (pipeline.link(link).connection != nullptr) return pipeline.link(link).connection->place;
  }
  return {};
}

SourceRange place_of(const Link& link) {
  return link.connection != nullptr ? link.connection->place : SourceRange{};
}

SourceRange place_of(const Bound& bound, SourceRange otherwise) {
  return bound.setting != nullptr && !bound.setting->place.is_nowhere() ? bound.setting->place
                                                                        : otherwise;
}

std::uint32_t depth_of(const Pipeline& pipeline, PartId id) {
  const auto activations = pipeline.activations(id);
  if (activations.empty()) return 0;
  return std::min_element(
             activations.begin(), activations.end(),
             [](const Activation& a, const Activation& b) { return a.depth < b.depth; })
      ->depth;
}

Evidence evidence_of(const Fact* fact) {
  if (fact == nullptr) return Evidence::Requirement;
  return is_weak(fact->confidence) || fact->adjustable ? Evidence::Assumption : Evidence::HardLimit;
}

Evidence evidence_of(const Bound& bound) {
  if (bound.setting != nullptr || bound.has_stated_quota()) {
    return Evidence::Requirement;
  }
  return evidence_of(bound.fact);
}

Evidence weakened_by(Evidence evidence, const Fact* fact) {
  return fact != nullptr && is_weak(fact->confidence) ? Evidence::Assumption : evidence;
}

double margin_of(Direction direction, const Quantity& value, double bound) {
  const bool at_most = direction == Direction::AtMost;
  const double more = at_most ? value.low : bound;
  const double less = at_most ? bound : value.high;
  if (less == 0.0) return more > 0.0 ? kInfinity : 0.0;
  return more / less;
}

namespace {

// The legal values of a bound that nobody knows: how large it must be for the amount to fit.
void add_bound_condition(const Pipeline& pipeline, PartId part, const Bound& bound, double needed,
                         std::vector<Condition>& conditions) {
  const Value* unknown = nullptr;
  if (bound.setting != nullptr && bound.setting->value.is_unknown()) {
    unknown = &bound.setting->value;
  } else {
    for (const auto& [info, value] : pipeline.part(part).unknown_settings) {
      if (bound.fact != nullptr && info->bounds == bound.fact->governs) unknown = &value;
    }
  }
  if (unknown == nullptr) return;
  conditions.push_back({.subject = std::string(unknown->path),
                        .direction = Condition::Direction::AtLeast,
                        .threshold = Quantity::exactly(bound.allowed.dimension, needed),
                        .of_the_world = unknown->of_the_world});
}

Finding* add_beyond(const RuleContext& context, const RuleText& text, const Bound& bound,
                    const BoundedAmount& amount, const Decision& decision, Findings& findings) {
  Finding* finding = add_decided(text, place_of(bound, amount.place), Direction::AtMost,
                                 bound.allowed.high, decision, evidence_of(bound), findings);
  if (finding == nullptr) return nullptr;
  finding->because(bound.fact).with("part", std::string(context.pipeline.part(amount.part).name));
  finding->depth = depth_of(context.pipeline, amount.part);
  if (finding->place != amount.place) finding->related_to(amount.place);
  return finding;
}

// Whether the ends of the ranges decide; the bound may be a range too.
Decision decide_by_ranges(const Quantity& amount, const Quantity& allowed) {
  if (amount.high <= allowed.low) return {Outcome::Met, amount, {}};
  return {amount.low > allowed.high ? Outcome::Violated : Outcome::Open, amount, {}};
}

}  // namespace

Decision decide_value(const Value& value, Direction direction, double bound) {
  const Quantity& amount = value.p99;
  const bool at_most = direction == Direction::AtMost;
  Decision decision{Outcome::Met, amount, {}};
  const bool meets = at_most ? amount.high <= bound : amount.low >= bound;
  if (meets) return decision;
  const bool breaks = at_most ? amount.low > bound : amount.high < bound;
  decision.outcome = breaks ? Outcome::Violated : Outcome::Open;
  if (!breaks && value.is_unknown()) {
    decision.conditions.push_back(
        {.subject = std::string(value.path),
         .direction = at_most ? Condition::Direction::AtMost : Condition::Direction::AtLeast,
         .threshold = Quantity::exactly(amount.dimension, bound),
         .of_the_world = value.of_the_world});
  }
  return decision;
}

Decision decide_amount(const Pipeline& pipeline, Direction direction, const Quantity& amount,
                       double bound, const std::vector<std::string_view>& unknowns,
                       const Measure& measure) {
  const bool at_most = direction == Direction::AtMost;
  if (at_most ? amount.high <= bound : amount.low >= bound) return {Outcome::Met, amount, {}};
  if (at_most ? amount.low > bound : amount.high < bound) return {Outcome::Violated, amount, {}};
  return decide(pipeline, direction, bound, unknowns, measure);
}

Finding* add_if_beyond(const RuleContext& context, const RuleText& text, const Bound& bound,
                       const BoundedAmount& amount, const std::vector<std::string_view>& unknowns,
                       const Measure& measure, Findings& findings) {
  if (!bound.exists()) return nullptr;
  Decision decision = decide_by_ranges(amount.amount, bound.allowed);
  if (decision.outcome == Outcome::Met) return nullptr;
  if (decision.outcome == Outcome::Open) {
    if (amount.amount.low <= bound.allowed.low) {
      decision = decide(context.pipeline, Direction::AtMost, bound.allowed.low, unknowns, measure);
    }
    if (!bound.allowed.is_exact()) {
      add_bound_condition(context.pipeline, amount.part, bound, amount.amount.high,
                          decision.conditions);
    }
  }
  return add_beyond(context, text, bound, amount, decision, findings);
}

Finding* add_if_beyond(const RuleContext& context, const RuleText& text, const Bound& bound,
                       PartId part, SourceRange place, const Value& value, Findings& findings) {
  if (!bound.exists() || value.p99.high <= bound.allowed.low) return nullptr;
  return add_if_beyond(
      context, text, bound, {part, place, value.p99}, {value.path},
      [&](const Assignment& assignment) { return assignment.p99(value); }, findings);
}

Finding* add_decided(const RuleText& text, SourceRange place, Direction direction, double bound,
                     const Decision& decision, Evidence evidence, Findings& findings) {
  if (decision.outcome == Outcome::Met) return nullptr;
  Finding& finding = findings.add(text, place);
  finding.evidence = evidence;
  finding.with("needs", decision.value)
      .with("allowed", Quantity::exactly(decision.value.dimension, bound));
  if (decision.outcome == Outcome::Open) {
    finding.severity = Severity::Open;
    finding.conditions = decision.conditions;
  } else {
    finding.margin = margin_of(direction, decision.value, bound);
  }
  return &finding;
}

std::string joined_names(const std::vector<std::string_view>& names, std::string_view last_word) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0 && i + 1 == names.size()) {
      text.append(" ").append(last_word).append(" ");
    } else if (i > 0) {
      text.append(", ");
    }
    text.append(names[i]);
  }
  return text;
}

}  // namespace plumbline
