// A caller is stopped while it waits for someone whose work takes longer than the caller may run.
#include <algorithm>

#include "engine/checks/helpers.hpp"
#include "engine/checks/work.hpp"

namespace plumbline {
namespace {

bool is_waited_for(const Link& link) {
  return link.waits && link.starts_work && link.carries_work() && !link.started_by_target;
}

// The link whose far end keeps the caller longest; nullptr when it waits for nobody.
const Link* longest_wait(const RuleContext& context, PartId id) {
  const Link* longest = nullptr;
  for (const LinkId link_id : context.pipeline.links_from(id)) {
    const Link& link = context.pipeline.link(link_id);
    if (!is_waited_for(link)) continue;
    const auto respond = [&](const Link& one) { return context.estimates.of(one.to).respond.p99; };
    if (longest == nullptr || respond(link).high > respond(*longest).high) longest = &link;
  }
  return longest;
}

// What is stated of the time, by part: works alone, along the calls that wait, without a single
// estimate.
std::vector<Seconds> stated_times(const RuleContext& context) {
  const Pipeline& pipeline = context.pipeline;
  std::vector<Seconds> times(pipeline.parts().size());
  const auto time_of = [&](PartId id) -> Seconds& { return times[static_cast<std::size_t>(id)]; };
  const auto order = pipeline.order();
  for (auto id = order.rbegin(); id != order.rend(); ++id) {
    Seconds longest{};
    for (const LinkId link_id : pipeline.links_from(*id)) {
      const Link& link = pipeline.link(link_id);
      if (is_waited_for(link)) longest = max(longest, time_of(link.to));
    }
    time_of(*id) = longest + work_time(pipeline, *id, context.estimates.of(*id).items).p99;
  }
  return times;
}

// The fleets in front of which the caller would stand in line, by a quota that can be raised: with
// a higher one it would wait less.
void rest_on_quotas(const RuleContext& context, const Link& wait, Finding& finding) {
  std::vector<PartId> along = {wait.to};
  for (std::size_t i = 0; i < along.size(); ++i) {
    const PartEstimate& estimate = context.estimates.of(along[i]);
    const Fact* quota = estimate.server_bound.fact;
    const bool stands_in_line = estimate.respond.p99.high > estimate.held.p99.high;
    if (stands_in_line && quota != nullptr && quota->adjustable &&
        evidence_of(estimate.server_bound) == Evidence::Assumption) {
      finding.evidence = Evidence::Assumption;
      finding.because(quota);
    }
    for (const LinkId link_id : context.pipeline.links_from(along[i])) {
      const Link& link = context.pipeline.link(link_id);
      const bool is_new = std::ranges::find(along, link.to) == along.end();
      if (is_waited_for(link) && is_new) along.push_back(link.to);
    }
  }
}

void check_caller(const RuleContext& context, const RuleText& text, PartId id,
                  std::vector<Seconds>& stated, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Link* wait = longest_wait(context, id);
  if (wait == nullptr) return;
  const Bound bound = run_time_bound(pipeline, id);
  const PartEstimate& estimate = context.estimates.of(id);
  // Its own work alone, or a queue in front of the callee that never empties, has its own rule.
  if (!bound.exists() || is_per_item(bound) || estimate.held.p99.high <= bound.allowed.low) return;
  if (outlives_alone(context, id, bound) || context.estimates.of(wait->to).unstable) return;
  const Measure held = [&](const Assignment& assignment) {
    return to_quantity(evaluate(pipeline, assignment).of(id).held.p99);
  };
  Finding* finding =
      add_if_beyond(context, text, bound, {id, place_of(*wait), to_quantity(estimate.held.p99)},
                    estimate.unknowns, held, findings);
  if (finding == nullptr) return;
  finding->with("callee", std::string(pipeline.part(wait->to).name));
  if (stated.empty()) stated = stated_times(context);  // only where there is something to report
  if (stated[static_cast<std::size_t>(id)].low <= bound.allowed.high) {
    finding->evidence = weakened_by(finding->evidence, estimate.held.fact);
    finding->because(estimate.held.fact);
    rest_on_quotas(context, *wait, *finding);
  }
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const auto parts = static_cast<PartId>(context.pipeline.parts().size());
  std::vector<Seconds> stated;
  for (PartId id = 0; id < parts; ++id) {
    if (context.pipeline.part(id).service == nullptr) continue;
    check_caller(context, text, id, stated, findings);
  }
}

}  // namespace

constinit const Rule rules::caller_gives_up{
    .text =
        {
            .id = "PLB1101",
            .slug = "caller-gives-up",
            .kind = Kind::RunTimeLimit,
            .severity = Severity::Violation,
            .title = "a caller is stopped while it waits",
            .message = "{part} waits for {callee}, {needs} in all, and is stopped after {allowed}; "
                       "{callee} works on and nobody hears its answer",
            .rationale =
                "Who waits for an answer spends its own run time on waiting. When that is used up, "
                "the caller is stopped; what it called runs on, is paid for, and has no one to "
                "answer.",
            .fix = "Start the work without waiting and let its end announce itself (an event, a "
                   "task token, a workflow that waits).",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html",
        },
    .check = &check,
};

}  // namespace plumbline
