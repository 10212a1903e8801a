// What a rule and a requirement checker are, and what they may look at.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/estimate/estimate.hpp"
#include "engine/finding/finding.hpp"
#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

// The design under judgement. Cheap to copy.
struct RuleContext {
  const Pipeline& pipeline;
  const Estimates& estimates;
};

// A check of a design that needs no requirement. `check` is a pure function of its context; what it
// needs and does not know becomes a finding of severity Open with a condition.
struct Rule {
  RuleText text;
  void (*check)(const RuleContext& context, const RuleText& text, Findings& findings) = nullptr;
  // It reports what is missing between parts, and is silent where a sketch leaves the wiring out.
  bool about_wiring = false;
  // It judges why options do not make one design together; no other rule can judge such a design.
  bool about_combination = false;
};

// A checker of one kind of requirement. Reports nothing when it is met. `check_design` notes in
// each finding which requirement it decides.
struct RequirementChecker {
  RequirementKind kind = {};
  RuleText text;
  void (*check)(const RuleContext& context, const Requirement& requirement, const RuleText& text,
                Findings& findings) = nullptr;
  // Set by a checker of every kind of one shape; `kind` is then the one that it is listed under.
  std::optional<RequirementShape> shape = std::nullopt;

  [[nodiscard]] bool judges(RequirementKind other) const {
    return shape ? *shape == requirement_info(other).shape : kind == other;
  }
};

// A file that forgets its line in the list does not compile: its object is declared here alone.
namespace rules {
#define PLUMBLINE_RULE(topic, slug) extern const Rule slug;
#include "engine/checks/rules.def"
#undef PLUMBLINE_RULE
}  // namespace rules

namespace requirement_checkers {
#define PLUMBLINE_REQUIREMENT_CHECKER(shape, slug) extern const RequirementChecker slug;
#include "engine/checks/requirement_checkers.def"
#undef PLUMBLINE_REQUIREMENT_CHECKER
}  // namespace requirement_checkers

[[nodiscard]] std::span<const Rule* const> all_rules();
[[nodiscard]] std::span<const RequirementChecker* const> all_requirement_checkers();
// By id ("PLB1304") or slug: rules, checkers, input errors and notes of reading; nullptr if there
// is none.
[[nodiscard]] const RuleText* find_rule_text(std::string_view id_or_slug);
// Every text that can stand behind a finding, in order of id.
[[nodiscard]] std::vector<const RuleText*> all_rule_texts();

// All findings of one design: every rule, every requirement, in order of place.
[[nodiscard]] Findings check_design(const RuleContext& context);

}  // namespace plumbline
