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
  if (bound.setting != nullptr || bound.stated_quota.origin == Origin::Stated) {
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

void helpers::cite(Finding& finding, const RuleContext& context, const Bound& bound, PartId part) {
  finding.because(bound.fact);
  finding.depth = depth_of(context.pipeline, part);
  finding.with("part", std::string(context.pipeline.part(part).name));
  if (bound.setting != nullptr) {
    finding.related_to(place_of(context.pipeline, part));
  }
}

}  // namespace plumbline
