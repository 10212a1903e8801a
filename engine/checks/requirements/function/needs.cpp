// No part of the design has a function that is needed.
#include <algorithm>

#include "engine/checks/functions.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

std::string with_subject(const FunctionNeed& need) {
  std::string text(need.function->name);
  if (!need.subject.empty()) text.append(" (").append(need.subject).append(")");
  return text;
}

void check_need(const RuleContext& context, const Requirement& requirement,
                const FunctionNeed& need, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Service* incomplete = nullptr;  // that the option brings
  for (const Part& part : pipeline.parts()) {
    switch (provision_of(pipeline, part, *need.function)) {
      case Provision::Has:
      case Provision::Unrecorded:  // claimed-function-unrecorded speaks of it
        return;
      case Provision::Unlisted:
        // What all options share would serve them all; only what this one brings is in doubt.
        if (part.own && incomplete == nullptr) incomplete = part.service;
        break;
      case Provision::Lacks:
        break;
    }
  }
  Finding& finding = add_unmet(context, requirement, text, findings)
                         .with("function", with_subject(need))
                         .with("owners", services_with(pipeline.catalog(), *need.function));
  finding.place = need.place;
  // A list that is not complete may have forgotten it: shown for what it is, never eliminated.
  if (incomplete == nullptr) return;
  finding.evidence = Evidence::Assumption;
  finding.with("incomplete", std::string(incomplete->title));
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  for (const FunctionNeed& need : requirement.functions) {
    check_need(context, requirement, need, text, findings);
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::needs{
    .kind = RequirementKind::Needs,
    .text =
        {
            .id = "PLB2201",
            .slug = "needs",
            .kind = Kind::Function,
            .severity = Severity::Violation,
            .title = "nothing has a function that is needed",
            .message = "nothing here does {function}; {owners} can",
            .rationale = "A managed service does what its documentation lists; code does what the "
                         "option says that it does ('does:').",
            .fix = "Add a service that has the function, or say of the code that does it: 'does:'.",
            .source = "https://aws.amazon.com/products/",
        },
    .check = &check,
};

}  // namespace plumbline
