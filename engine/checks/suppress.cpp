// Which finding a suppression means: its rule, within what is written of the thing it names.
#include "engine/checks/suppress.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/checks/rule.hpp"
#include "engine/document/cursor.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/scenario/notes.hpp"

namespace plumbline {
namespace {

bool is_of(const Suppression& suppression, const RuleText& rule) {
  return suppression.rule == rule.id || suppression.rule == rule.slug;
}

bool lies_within(const SourceRange& place, const SourceRange& whole) {
  return std::pair(place.line, place.column) >= std::pair(whole.line, whole.column) &&
         std::pair(place.end_line, place.end_column) <= std::pair(whole.end_line, whole.end_column);
}

// A combination contains what its members are.
bool is_about(const Suppression& suppression, const Scenario& scenario, const Option& option) {
  if (suppression.option.empty() || suppression.option == option.letter) return true;
  return std::ranges::any_of(option.members, [&](std::size_t member) {
    return scenario.offers[member].letter == suppression.option;
  });
}

bool means(const Suppression& suppression, const Finding& finding) {
  if (suppression.expired || finding.rule == nullptr || !is_of(suppression, *finding.rule)) {
    return false;
  }
  return std::ranges::any_of(suppression.places, [&](const SourceRange& whole) {
    return lies_within(finding.place, whole);
  });
}

// What is found in designs; errors and notes of reading are not set aside, they are put right.
std::vector<const RuleText*> rules_that_judge() {
  std::vector<const RuleText*> texts;
  for (const Rule* rule : all_rules()) texts.push_back(&rule->text);
  for (const RequirementChecker* checker : all_requirement_checkers()) {
    texts.push_back(&checker->text);
  }
  return texts;
}

}  // namespace

Findings check_suppressions(const Scenario& scenario) {
  Findings findings(scenario.file);
  if (scenario.suppressions.empty()) return findings;
  const std::vector<const RuleText*> rules = rules_that_judge();
  std::vector<std::string_view> known;
  for (const RuleText* text : rules) known.push_back(text->slug);
  for (const Suppression& suppression : scenario.suppressions) {
    const bool is_known =
        std::ranges::any_of(rules, [&](const RuleText* text) { return is_of(suppression, *text); });
    if (is_known) continue;
    findings.add(input_errors::unknown_word, suppression.rule_place)
        .with("word", std::string(suppression.rule))
        .with("what", std::string("a rule that judges designs"))
        .with("suggestion", suggestion_for(suppression.rule, known))
        .with("known", std::string("those of 'plumbline list rules', by slug or id"));
  }
  findings.finish();
  return findings;
}

Findings check_option(const RuleContext& context, const Option& option) {
  const Scenario& scenario = context.pipeline.scenario();
  Findings findings = check_design(context);
  if (scenario.suppressions.empty()) return findings;
  std::vector<Finding> kept;
  for (Finding& finding : findings.all()) {
    const auto found = std::ranges::find_if(scenario.suppressions, [&](const Suppression& one) {
      return is_about(one, scenario, option) && means(one, finding);
    });
    if (found == scenario.suppressions.end()) {
      kept.push_back(std::move(finding));
    } else {
      findings.suppressed().push_back(
          {std::move(finding), found->because, found->until, found->place});
    }
  }
  findings.all() = std::move(kept);
  return findings;
}

bool sets_aside(const Suppression& suppression, const Findings& findings) {
  return std::ranges::find(findings.suppressed(), suppression.place, &SuppressedFinding::place) !=
         findings.suppressed().end();
}

Findings unused_suppressions(const Scenario& scenario, std::span<const Findings* const> found) {
  Findings notes(scenario.file);
  for (const Suppression& suppression : scenario.suppressions) {
    if (suppression.expired) continue;
    const bool is_used = std::ranges::any_of(
        found, [&](const Findings* findings) { return sets_aside(suppression, *findings); });
    if (is_used) continue;
    notes.add(scenario_notes::suppression_unused, suppression.place)
        .with("rule", std::string(suppression.rule))
        .with("at", std::string(suppression.at));
  }
  notes.finish();
  return notes;
}

}  // namespace plumbline
