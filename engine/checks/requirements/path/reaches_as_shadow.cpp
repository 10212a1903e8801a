// A model sees copies only, and its answers are asked for.
#include "engine/checks/requirements/path/reach.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_reached(context, requirement, Reach::Shadow, [&](const Reached& reached) {
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("target", std::string(reached.name))
                           .with("part", std::string(pipeline.part(reached.part).name));
    finding.depth = depth_of(pipeline, reached.part);
    finding.related_to(place_of(pipeline, reached.part));
  });
}

}  // namespace

constinit const RequirementChecker requirement_checkers::reaches_as_shadow{
    .kind = RequirementKind::Reaches,
    .text =
        {
            .id = "PLB2004",
            .slug = "reaches-as-shadow",
            .kind = Kind::TrafficManagement,
            .severity = Severity::Violation,
            .title = "a model whose answers are asked for sees copies only",
            .message = "{target} is a shadow variant of {part}: it sees copies of {workload}, and "
                       "nobody gets its answers",
            .rationale = "A shadow variant is there to be compared; the endpoint returns the "
                         "answers of production variants alone.",
            .fix = "Make it a production variant that calls name, or an endpoint of its own.",
            .source =
                "https://docs.aws.amazon.com/sagemaker/latest/dg/model-shadow-deployment.html",
        },
    .check = &check,
};

}  // namespace plumbline
