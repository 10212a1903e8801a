// What a throttled or failing part does not take is dropped, and nothing catches it.
#include <algorithm>

#include "engine/checks/requirements/unmet.hpp"
#include "engine/checks/work.hpp"

namespace plumbline {
namespace {

// A queue, topic or bucket that gets what was given up.
bool is_caught(const Link& link) {
  if (link.connection == nullptr) return false;
  return std::ranges::any_of(link.connection->settings, [](const Setting& setting) {
    const bool catches = setting.name == "on-failure" || setting.name == "dead-letter";
    return catches && setting.written == Written::Stated && setting.info != nullptr &&
           setting.text != "none" && !setting.text.empty();
  });
}

Quantity load_of(const PartEstimate& part) {
  const auto ratio = [](double a, double b) {
    return a <= 0.0 ? 0.0 : b > 0.0 && b < kInfinity ? a / b : b > 0.0 ? 0.0 : kInfinity;
  };
  return {Dimension::Ratio, ratio(part.in_flight.low, part.servers.high),
          ratio(part.in_flight.high, part.servers.low)};
}

// What comes in one burst is tried again until its time is up: nothing of it is lost if all is
// worked off by then.
Outcome retried(const RuleContext& context, WorkloadId workload, PartId part) {
  const Pipeline& pipeline = context.pipeline;
  const ArrivalForm form =
      pipeline.world().workloads[static_cast<std::size_t>(workload)].arrival.form;
  if (form != ArrivalForm::Burst && form != ArrivalForm::Bulk) return Outcome::Violated;
  const Bound age = bound_of(pipeline, part, "queue-time");
  if (!age.exists()) return Outcome::Violated;
  const Quantity time = bulk_time_of(pipeline, workload, age.allowed.low).time;
  if (time.high <= age.allowed.low) return Outcome::Met;
  return time.low > age.allowed.high ? Outcome::Violated : Outcome::Open;
}

void check_link(const RuleContext& context, const Requirement& requirement, const RuleText& text,
                const Link& link, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const PartEstimate& target = context.estimates.of(link.to);
  const auto add = [&](const Decision& decision, Evidence evidence) {
    Finding* finding =
        add_decided(text, requirement.place, Direction::AtMost, 1.0, decision, evidence, findings);
    if (finding == nullptr) return;
    finding->depth = depth_of(pipeline, link.to);
    finding->with("workload", workload_name(pipeline, requirement.workload))
        .with("from", std::string(pipeline.part(link.from).name))
        .with("part", std::string(pipeline.part(link.to).name))
        .because(link.info->fact)
        .because(target.server_bound.fact)
        .related_to(place_of(link), "nothing catches what is given up");
  };
  const Bound run_time = run_time_bound(pipeline, link.to);
  if (run_time.exists() && outlives_alone(context, link.to, run_time)) {
    const Quantity always{Dimension::Ratio, kInfinity, kInfinity};
    add({Outcome::Violated, always, {}}, weaker(Evidence::Requirement, evidence_of(run_time)));
    return;
  }
  const Outcome beyond_retries = retried(context, requirement.workload, link.to);
  if (beyond_retries == Outcome::Met) return;
  Decision decision =
      decide(pipeline, Direction::AtMost, 1.0, target.unknowns, [&](const Assignment& assignment) {
        return load_of(assignment.entries.empty() ? target
                                                  : evaluate(pipeline, assignment).of(link.to));
      });
  const bool is_violated = decision.outcome == Outcome::Violated;
  if (is_violated && beyond_retries == Outcome::Open) decision.outcome = Outcome::Open;
  const Evidence by_bound = weaker(Evidence::Requirement, evidence_of(target.server_bound));
  add(decision, weakened_by(by_bound, link.info->fact));
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (requirement.workload == kNone) return;
  for (const Link& link : context.pipeline.links()) {
    if (link.info == nullptr || !link.info->loses_when_throttled) continue;
    if (!link.carries_work() || is_caught(link)) continue;
    if (!context.pipeline.flow(requirement.workload, link.from).reaches()) continue;
    check_link(context, requirement, text, link, findings);
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::not_lost{
    .kind = RequirementKind::NotLost,
    .text =
        {
            .id = "PLB2009",
            .slug = "not-lost",
            .kind = Kind::Availability,
            .severity = Severity::Violation,
            .title = "items that a busy part refuses are dropped",
            .message = "{from} drops items of {workload} that {part} does not take in time, and "
                       "{part} would be loaded to {needs}",
            .rationale = "A sender that does not wait tries a few times and gives up; without a "
                         "place for what was given up, the item is gone.",
            .fix = "Put a queue in front, or name a queue for what was given up (on-failure, "
                   "dead-letter).",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html",
        },
    .check = &check,
};

}  // namespace plumbline
