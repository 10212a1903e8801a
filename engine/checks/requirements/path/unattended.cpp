// A person has to act before the work on a workload goes on.
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

bool is_person(const Part& part) {
  return part.type == PartType::Actor && part.actor_kind == ActorKind::Person;
}

// Who brings the items belongs to the world; who has to act on them belongs to the design.
bool is_arrival(const Pipeline& pipeline, WorkloadId workload, const Link& link) {
  const PartId entry = pipeline.entry(workload);
  return link.from == entry || link.to == entry;
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (requirement.workload == kNone) return;
  const Pipeline& pipeline = context.pipeline;
  for (const Link& link : pipeline.links()) {
    if (!is_person(pipeline.part(link.from)) || !link.carries_work() || !link.starts_work) continue;
    if (!pipeline.flow(requirement.workload, link.to).reaches()) continue;
    if (is_arrival(pipeline, requirement.workload, link)) continue;
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("person", std::string(pipeline.part(link.from).name))
                           .with("part", std::string(pipeline.part(link.to).name));
    finding.depth = depth_of(pipeline, link.to);
    finding.related_to(place_of(link), "a person acts here");
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::unattended{
    .kind = RequirementKind::Unattended,
    .text =
        {
            .id = "PLB2007",
            .slug = "unattended",
            .kind = Kind::Workflow,
            .severity = Severity::Violation,
            .title = "a person stands on the way of the work",
            .message = "{person} has to set {part} going for {workload}",
            .rationale = "Work that waits for a person stops at night, on holidays, and when "
                         "somebody forgets.",
            .fix = "Let an event, a schedule or another part start it.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/"
                      "concepts-event-driven-architectures.html",
        },
    .check = &check,
};

}  // namespace plumbline
