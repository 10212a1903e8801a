// What should work on data at rest is not in the design at all.
#include "engine/checks/requirements/path/data_reach.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  for (const DataReached& reached : data_reach_of(context.pipeline, requirement)) {
    if (reached.reach != Reach::Absent) continue;
    add_unmet(context, requirement, text, findings)
        .with("data", std::string(reached.data))
        .with("target", std::string(reached.name));
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::data_absent{
    .kind = RequirementKind::Reaches,
    .text =
        {
            .id = "PLB2011",
            .slug = "data-absent",
            .kind = Kind::Function,
            .severity = Severity::Violation,
            .title = "a part that the data needs is missing",
            .message =
                "{data} should come to {target}, and no part of the design is or runs {target}",
            .rationale = "What is not drawn is not invented: a model or program that no part "
                         "serves or runs never reads a byte.",
            .fix = "Add a part that serves or runs it, and connect it with what holds the data.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/deploy-model-options.html",
        },
    .check = &check,
};

}  // namespace plumbline
