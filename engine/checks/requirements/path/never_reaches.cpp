// Items come to a component that they must never come to.
#include "engine/checks/requirements/path/reach.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

std::string way_to(const Pipeline& pipeline, WorkloadId workload, PartId part) {
  std::vector<std::string_view> names;
  for (const LinkId id : pipeline.path_to(workload, part)) {
    names.push_back(pipeline.part(pipeline.link(id).from).name);
  }
  return names.empty() ? std::string("nothing in between") : joined_names(names);
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (requirement.workload == kNone) return;
  const Pipeline& pipeline = context.pipeline;
  for (const std::string_view name : requirement.components) {
    const PartId part = pipeline.find(name);
    if (part == kNone || !pipeline.flow(requirement.workload, part).reaches()) continue;
    const Flow& flow = pipeline.flow(requirement.workload, part);
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("target", std::string(name))
                           .with("way", way_to(pipeline, requirement.workload, part));
    if (flow.open) finding.severity = Severity::Open;
    finding.depth = flow.depth;
    finding.related_to(
        flow.via != kNone ? place_of(pipeline.link(flow.via)) : place_of(pipeline, part),
        "the items come this way");
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::never_reaches{
    .kind = RequirementKind::NeverReaches,
    .text =
        {
            .id = "PLB2005",
            .slug = "never-reaches",
            .kind = Kind::TrafficManagement,
            .severity = Severity::Violation,
            .title = "items come to where they must never come",
            .message = "items of {workload} come to {target} by way of {way}",
            .rationale = "Data flows along every connection that is drawn, to its end.",
            .fix = "Remove the connection, or filter the items in front of it.",
            .source =
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html",
        },
    .check = &check,
};

}  // namespace plumbline
