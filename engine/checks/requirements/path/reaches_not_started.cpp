// What every item should come to is in the design, and no item ever comes to it.
#include "engine/checks/requirements/path/reach.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_reached(context, requirement, Reach::NotStarted, [&](const Reached& reached) {
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("target", std::string(reached.name))
                           .with("part", std::string(pipeline.part(reached.part).name))
                           .related_to(place_of(pipeline, reached.part), "no item comes here");
    finding.depth = pipeline.activations(reached.part).empty() ? kConsequence
                                                               : depth_of(pipeline, reached.part);
    const LinkId broken = find_break(pipeline, requirement.workload, reached.part);
    if (broken == kNone) return;
    const Link& link = pipeline.link(broken);
    finding.related_to(place_of(link), "the items do not pass here");
    if (link.state == LinkState::Impossible && link.info != nullptr) {
      finding.depth = kConsequence;
      finding.because(link.info->fact).evidence = weakened_by(finding.evidence, link.info->fact);
    }
  });
}

}  // namespace

constinit const RequirementChecker requirement_checkers::reaches_not_started{
    .kind = RequirementKind::Reaches,
    .text =
        {
            .id = "PLB2002",
            .slug = "reaches-not-started",
            .kind = Kind::Trigger,
            .severity = Severity::Violation,
            .title = "no item comes to a part that should see them all",
            .message = "no item of {workload} comes to {part}, so {target} never sees one",
            .rationale =
                "Work passes along connections that can exist and that set their end going. "
                "Data that is only there to be read starts nobody.",
            .fix = "Draw what starts the part: a notification, a call, a poller, a job.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/"
                      "concepts-event-driven-architectures.html",
        },
    .check = &check,
};

}  // namespace plumbline
