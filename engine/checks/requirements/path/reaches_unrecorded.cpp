// Items come to where they should over a connection of which nothing is recorded.
#include "engine/checks/requirements/path/reach.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_reached(context, requirement, Reach::Unrecorded, [&](const Reached& reached) {
    if (reached.via == kNone) return;
    const Link& link = pipeline.link(reached.via);
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("target", std::string(reached.name))
                           .with("from", std::string(pipeline.part(link.from).name))
                           .with("to", std::string(pipeline.part(link.to).name));
    finding.severity = Severity::Open;
    finding.depth = kConsequence;
    finding.related_to(place_of(link), "not recorded");
  });
}

}  // namespace

constinit const RequirementChecker requirement_checkers::reaches_unrecorded{
    .kind = RequirementKind::Reaches,
    .text =
        {
            .id = "PLB2004",
            .slug = "reaches-unrecorded",
            .kind = Kind::MissingFact,
            .severity = Severity::Open,
            .title = "the way of the items is not recorded",
            .message =
                "{workload} come to {target} only if {from} can feed {to}; the catalog records "
                "neither that it can nor that it cannot",
            .rationale = "A connection that is not recorded is open: it neither meets nor breaks "
                         "a requirement.",
            .fix = "Draw a recorded way, or add the connection to a catalog of your own.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html",
        },
    .check = &check,
};

}  // namespace plumbline
