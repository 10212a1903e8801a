// A component has work to do, or work leads up to it, and still nothing ever sets it going.
#include <algorithm>

#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

bool is_idle(const Pipeline& pipeline, PartId id) { return pipeline.activations(id).empty(); }

// A training is started by whoever builds the model unless the scenario asks for more (started-by,
// unattended): that nobody drew it is no mistake.
bool has_works(const Part& part) {
  if (part.component->trains) return false;
  return !part.component->works.empty() || !part.component->variants.empty();
}

// Data comes within reach of the part, but reading does not start the reader. What merely keeps
// things need not be started.
bool is_offered_items(const Pipeline& pipeline, PartId id) {
  const Service& service = *pipeline.part(id).service;
  if (!service.calls_apis && !service.runs_models && !service.runs_programs) return false;
  return std::ranges::any_of(pipeline.links_to(id), [&](LinkId link_id) {
    const Link& link = pipeline.link(link_id);
    if (!link.carries_work() || link.starts_work) return false;
    const auto workloads = static_cast<WorkloadId>(pipeline.world().workloads.size());
    for (WorkloadId workload = 0; workload < workloads; ++workload) {
      if (pipeline.flow(workload, link.from).reaches()) return true;
    }
    return false;
  });
}

bool should_work(const Pipeline& pipeline, PartId id) {
  if (!is_idle(pipeline, id)) return false;
  const Part& part = pipeline.part(id);
  // What stands there already and is left alone is nobody's mistake.
  const bool is_left_alone = part.is_existing() && pipeline.links_to(id).empty();
  if (is_left_alone || part.is_asked_by_others()) return false;
  return has_works(part) || is_offered_items(pipeline, id);
}

// An alarm, a finding or a change of state comes when it comes: monitors and their like start
// things on their own occasions.
bool is_occasion(const Part& part) {
  return part.service != nullptr && part.service->starts_others &&
         part.behaviour == Behaviour::Passive;
}

// Another finding, or another part, is the cause: an impossible way in, a starter that is idle
// itself, or someone outside who may ask at any time.
bool is_explained(const Pipeline& pipeline, PartId id, const std::vector<bool>& should) {
  return std::ranges::any_of(pipeline.links_to(id), [&](LinkId link_id) {
    const Link& link = pipeline.link(link_id);
    if (link.state == LinkState::Impossible) return true;
    if (!link.carries_work() || !link.starts_work) return false;
    return pipeline.part(link.from).type == PartType::Actor ||
           is_occasion(pipeline.part(link.from)) || should[static_cast<std::size_t>(link.from)];
  });
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  if (pipeline.world().workloads.empty()) return;  // nothing is said about what comes
  std::vector<bool> should(pipeline.parts().size());
  for_each_component(pipeline, [&](PartId id, const Part&) {
    should[static_cast<std::size_t>(id)] = should_work(pipeline, id);
  });
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    if (!should[static_cast<std::size_t>(id)] || is_explained(pipeline, id, should)) return;
    Finding& finding = findings.add(text, place_of(pipeline, id));
    finding.evidence = Evidence::Requirement;
    finding.with("part", std::string(part.name));
    for (const LinkId link : pipeline.links_to(id)) {
      finding.related_to(place_of(pipeline.link(link)), "leads to it, but does not start it");
    }
  });
}

}  // namespace

constinit const Rule rules::nothing_starts_it{
    .text =
        {
            .id = "PLB1303",
            .slug = "nothing-starts-it",
            .kind = Kind::Trigger,
            .severity = Severity::Violation,
            .title = "nothing ever sets a part going",
            .message =
                "nothing sets {part} going: no event, schedule, request or person leads to it",
            .rationale =
                "Data that lies in a store starts no one. Someone must be told of it, look "
                "for it at certain times, or be asked.",
            .fix = "Draw what starts it: a notification, a schedule, a call, a poller.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/"
                      "concepts-event-driven-architectures.html",
        },
    .check = &check,
    .about_wiring = true,
};

}  // namespace plumbline
