// Some items only come to what should see every one of them: drawn by weight, or shared with
// others.
#include "engine/checks/requirements/path/reach.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_reached(context, requirement, Reach::Share, [&](const Reached& reached) {
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("target", std::string(reached.name))
                           .with("part", std::string(pipeline.part(reached.part).name))
                           .with("share", Quantity::exactly(Dimension::Ratio, reached.share));
    finding.depth = depth_of(pipeline, reached.part);
    finding.margin = reached.share > 0.0 ? 1.0 / reached.share : kInfinity;
    finding.related_to(place_of(pipeline, reached.part));
    if (reached.via == kNone) return;
    const Link& link = pipeline.link(reached.via);
    finding.related_to(place_of(link), "the items are divided here");
  });
}

}  // namespace

constinit const RequirementChecker requirement_checkers::reaches_in_shares{
    .kind = RequirementKind::Reaches,
    .text =
        {
            .id = "PLB2003",
            .slug = "reaches-in-shares",
            .kind = Kind::TrafficManagement,
            .severity = Severity::Violation,
            .title = "some items only come to what should see them all",
            .message = "{target} sees {share} of {workload} at {part}; it should see every item",
            .rationale =
                "An endpoint draws one production variant for each request, by its weight among "
                "all weights, unless the call names one. Consumers of one queue divide its "
                "messages between them.",
            .fix = "Name the variant in each call (TargetVariant); give each consumer a queue of "
                   "its own behind a topic.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/model-ab-testing.html",
        },
    .check = &check,
};

}  // namespace plumbline
