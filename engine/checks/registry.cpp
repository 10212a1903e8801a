// The lists of rules and requirement checkers, and the words behind every finding.
#include <algorithm>
#include <array>

#include "engine/checks/contribution.hpp"
#include "engine/checks/rule.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/scenario/notes.hpp"

namespace plumbline {
namespace {

constexpr const Rule* kRules[] = {
#define PLUMBLINE_RULE(topic, slug) &rules::slug,
#include "engine/checks/rules.def"
#undef PLUMBLINE_RULE
    nullptr,  // a list may be empty, an array may not
};

constexpr const RequirementChecker* kCheckers[] = {
#define PLUMBLINE_REQUIREMENT_CHECKER(shape, slug) &requirement_checkers::slug,
#include "engine/checks/requirement_checkers.def"
#undef PLUMBLINE_REQUIREMENT_CHECKER
    nullptr,
};

}  // namespace

std::span<const Rule* const> all_rules() {
  return std::span<const Rule* const>(kRules).first(std::size(kRules) - 1);
}

std::span<const RequirementChecker* const> all_requirement_checkers() {
  return std::span<const RequirementChecker* const>(kCheckers).first(std::size(kCheckers) - 1);
}

std::vector<const RuleText*> all_rule_texts() {
  std::vector<const RuleText*> texts;
  for (const RuleText* text : input_errors::all()) texts.push_back(text);
  for (const RuleText* text : scenario_notes::all()) texts.push_back(text);
  for (const Rule* rule : all_rules()) texts.push_back(&rule->text);
  for (const RequirementChecker* checker : all_requirement_checkers()) {
    texts.push_back(&checker->text);
  }
  texts.push_back(&member_contributes_nothing);
  texts.push_back(&symptom_unexplained);
  std::sort(texts.begin(), texts.end(),
            [](const RuleText* a, const RuleText* b) { return a->id < b->id; });
  return texts;
}

const RuleText* find_rule_text(std::string_view id_or_slug) {
  for (const RuleText* text : all_rule_texts()) {
    if (text->id == id_or_slug || text->slug == id_or_slug) return text;
  }
  return nullptr;
}

}  // namespace plumbline
