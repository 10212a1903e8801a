// The last work on a workload is set going by something else than asked: a schedule, not an event.
#include <algorithm>
#include <array>

#include "engine/checks/requirements/path/link_words.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

using namespace std::string_view_literals;

// Mechanisms by which something that happened sets work going.
constexpr std::array kEvents = {"event-notification"sv, "rule"sv,  "subscription"sv, "poll"sv,
                                "state-change"sv,       "notify"sv};

std::string_view phrase_of(Trigger trigger) {
  switch (trigger) {
    case Trigger::Event:
      return "an event";
    case Trigger::Schedule:
      return "a schedule";
    case Trigger::Person:
      return "a person";
    case Trigger::Request:
      break;
  }
  return "a request";
}

Trigger trigger_of_actor(ActorKind kind) {
  switch (kind) {
    case ActorKind::Person:
      return Trigger::Person;
    case ActorKind::Clock:
      return Trigger::Schedule;
    case ActorKind::Client:
    case ActorKind::System:
      break;
  }
  return Trigger::Request;
}

// Follows one activation back to where it began; calls and jobs pass on what set their caller
// going. The depth of an activation falls with each step, so the walk ends.
Trigger trigger_of(const Pipeline& pipeline, PartId part, Activation activation) {
  while (true) {
    if (activation.source == SourceType::Clock) return Trigger::Schedule;
    if (activation.source == SourceType::Person) return Trigger::Person;
    if (activation.via == kNone) {
      const Part& entry = pipeline.part(part);
      return entry.type == PartType::Actor ? trigger_of_actor(entry.actor_kind) : Trigger::Request;
    }
    const Link& link = pipeline.link(activation.via);
    if (std::ranges::find(kEvents, mechanism_of(link)) != kEvents.end()) return Trigger::Event;
    part = link.from;
    const auto before = pipeline.activations(part);
    if (before.empty()) return trigger_of_actor(pipeline.part(part).actor_kind);
    const auto same = std::ranges::find_if(before, [&](const Activation& other) {
      return other.source == activation.source && other.workload == activation.workload;
    });
    activation = same != before.end() ? *same : before.front();
  }
}

// Parts that work on the workload and hand nothing on to another that does.
std::vector<PartId> last_works(const Pipeline& pipeline, WorkloadId workload) {
  std::vector<bool> leads_on(pipeline.parts().size());
  std::vector<PartId> last;
  const auto order = pipeline.order();
  for (auto id = order.rbegin(); id != order.rend(); ++id) {
    bool leads = false;
    for (const LinkId link_id : pipeline.links_from(*id)) {
      const Link& link = pipeline.link(link_id);
      leads = leads || (link.carries_work() && leads_on[static_cast<std::size_t>(link.to)]);
    }
    const auto& targets = pipeline.part(*id).targets;
    const bool works =
        pipeline.flow(workload, *id).reaches() && !pipeline.only_reads(*id) &&
        std::ranges::any_of(targets, [](const Target& target) { return !target.works.empty(); });
    if (works && !leads) last.push_back(*id);
    leads_on[static_cast<std::size_t>(*id)] = leads || works;
  }
  std::ranges::sort(last);
  return last;
}

// Parts that run one of the works, whatever they work on.
std::vector<PartId> parts_running(const Pipeline& pipeline, WorkId work) {
  std::vector<PartId> found;
  PartId id = 0;
  for (const Part& part : pipeline.parts()) {
    const bool runs = std::ranges::any_of(part.targets, [work](const Target& target) {
      return std::ranges::find(target.works, work) != target.works.end();
    });
    if (runs) found.push_back(id);
    ++id;
  }
  return found;
}

// What brings the items of the workload one by one, if anything does; else whatever starts the
// part, which then finds them.
std::vector<Activation> starts_of(const Pipeline& pipeline, WorkloadId workload, PartId part) {
  const auto all = pipeline.activations(part);
  std::vector<Activation> starts;
  for (const Activation& activation : all) {
    if (workload != kNone && activation.source == SourceType::Workload &&
        activation.workload == workload) {
      starts.push_back(activation);
    }
  }
  if (starts.empty()) starts.assign(all.begin(), all.end());
  return starts;
}

void check_part(const RuleContext& context, const Requirement& requirement, const RuleText& text,
                PartId part, const std::string& what, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  std::vector<std::string_view> found;
  for (const Activation& activation : starts_of(pipeline, requirement.workload, part)) {
    const std::string_view phrase = phrase_of(trigger_of(pipeline, part, activation));
    if (std::ranges::find(found, phrase) == found.end()) found.push_back(phrase);
  }
  const std::string_view asked = phrase_of(requirement.trigger);
  if (std::ranges::find(found, asked) != found.end()) return;
  Finding& finding = add_unmet(context, requirement, text, findings)
                         .with("what", what)
                         .with("part", std::string(pipeline.part(part).name))
                         .with("found", found.empty() ? "nothing" : joined_names(found, "or"))
                         .with("asked", std::string(asked));
  finding.depth = depth_of(pipeline, part);
  finding.related_to(place_of(pipeline, part));
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  if (requirement.workload != kNone) {
    for (const PartId part : last_works(pipeline, requirement.workload)) {
      check_part(context, requirement, text, part, workload_name(pipeline, requirement.workload),
                 findings);
    }
  }
  for (const WorkId work : requirement.works) {
    const std::string name{pipeline.world().works[static_cast<std::size_t>(work)].name};
    for (const PartId part : parts_running(pipeline, work)) {
      check_part(context, requirement, text, part, name, findings);
    }
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::started_by{
    .kind = RequirementKind::StartedBy,
    .text =
        {
            .id = "PLB2006",
            .slug = "started-by",
            .kind = Kind::Trigger,
            .severity = Severity::Violation,
            .title = "something else than asked sets the work going",
            .message = "{found} sets {part} going; for {what} it should be {asked}",
            .rationale = "A schedule finds an item when it next ticks, an event when it comes, a "
                         "person when somebody thinks of it.",
            .fix = "Draw the trigger that is asked for.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/"
                      "concepts-event-driven-architectures.html",
        },
    .check = &check,
};

}  // namespace plumbline
