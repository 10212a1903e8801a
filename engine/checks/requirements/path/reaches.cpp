// What every item should come to is not in the design at all.
#include "engine/checks/requirements/path/reach.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  for_each_reached(context, requirement, Reach::Absent, [&](const Reached& reached) {
    add_unmet(context, requirement, text, findings).with("target", std::string(reached.name));
  });
}

}  // namespace

constinit const RequirementChecker requirement_checkers::reaches{
    .kind = RequirementKind::Reaches,
    .text =
        {
            .id = "PLB2001",
            .slug = "reaches",
            .kind = Kind::Function,
            .severity = Severity::Violation,
            .title = "a part that the work needs is missing",
            .message =
                "items of {workload} should come to {target}, and no part of the design is or "
                "runs {target}",
            .rationale = "What is not drawn is not invented: a model or program that no part "
                         "serves or runs never sees an item.",
            .fix = "Add a part that serves or runs it, and connect it.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/deploy-model-options.html",
        },
    .check = &check,
};

}  // namespace plumbline
