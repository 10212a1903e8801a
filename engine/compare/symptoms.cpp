// Questions that ask for a cause: the right hypothesis is a design that fails in the way that is
// seen.
#include "engine/compare/symptoms.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/checks/contribution.hpp"
#include "engine/compare/shared.hpp"
#include "engine/compare/verdict.hpp"

namespace plumbline {
namespace {

const Requirement* requirement_of(const Finding& finding, const Scenario& scenario) {
  if (finding.requirement < 0) return nullptr;
  return &scenario.requirements[static_cast<std::size_t>(finding.requirement)];
}

// What is seen to fail, and every rule of the services that is broken, can be the cause; a demand
// that the answer has to meet cannot.
bool may_explain(const Finding& finding, const Scenario& scenario) {
  const Requirement* requirement = requirement_of(finding, scenario);
  return requirement == nullptr || requirement->symptom;
}

const Requirement& first_symptom(const Scenario& scenario) {
  return *std::ranges::find_if(scenario.requirements, &Requirement::symptom);
}

void judge_hypothesis(Judgement& judgement, OptionJudgement& option) {
  const Scenario& scenario = *judgement.scenario;
  Weighs strongest = Weighs::Nothing;
  std::vector<std::size_t> causes;
  for (std::size_t i = 0; i < option.findings.size(); ++i) {
    const Finding& finding = option.findings.all()[i];
    if (!may_explain(finding, scenario) || holds_for_all(judgement, finding)) continue;
    const Weighs weight = weigh(finding, scenario.requirements);
    strongest = std::max(strongest, weight);
    if (weight == Weighs::Eliminates) causes.push_back(i);
  }
  if (strongest == Weighs::Doubt || strongest == Weighs::Undecided) return;
  if (strongest == Weighs::Eliminates) {
    for (const std::size_t cause : causes) option.findings.all()[cause].severity = Severity::Note;
    option.explaining = std::move(causes);
    return;
  }
  const Requirement& symptom = first_symptom(scenario);
  Finding& finding = option.findings.add(symptom_unexplained, symptom.place);
  finding.evidence = Evidence::Requirement;
  finding.with("symptom", symptom.says.empty()
                              ? std::string(requirement_info(symptom.kind).key) + " fails"
                              : std::string(symptom.says));
}

// A failure that every option shares is no more the cause in one than in another, and none of them
// falls for it.
void set_shared_aside(Judgement& judgement) {
  std::vector<Finding*> shared;
  for (OptionJudgement& option : judgement.options) {
    for (Finding& finding : option.findings.all()) {
      const bool fails = finding.severity == Severity::Violation;
      if (fails && may_explain(finding, *judgement.scenario) && holds_for_all(judgement, finding)) {
        shared.push_back(&finding);
      }
    }
  }
  for (Finding* finding : shared) finding->severity = Severity::Note;
}

}  // namespace

void judge_symptoms(Judgement& judgement) {
  if (std::ranges::none_of(judgement.scenario->requirements, &Requirement::symptom)) return;
  set_shared_aside(judgement);
  for (OptionJudgement& option : judgement.options) judge_hypothesis(judgement, option);
}

}  // namespace plumbline
