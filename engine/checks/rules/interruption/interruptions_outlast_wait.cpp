// A job on capacity that can be taken away is stopped when the time it may take with all waiting is
// over, before it is done.
#include "engine/checks/helpers.hpp"
#include "engine/estimate/interruption.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kMaxWait = "max-wait";
constexpr double kQuantile = 0.99;

// Start-up, work and what interruptions cost.
Quantity time_of(const Pipeline& pipeline, PartId id, const Assignment& assignment) {
  const Estimates estimates = evaluate(pipeline, assignment);
  const PartEstimate& here = estimates.of(id);
  const Seconds run = here.held.mean;
  const Seconds lost = time_lost(pipeline, estimates, id, run, kQuantile, assignment).all();
  return to_quantity(first_start(pipeline, estimates, id, assignment).mean + run + lost);
}

void check_part(const RuleContext& context, const RuleText& text, PartId id, const Part& part,
                Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Fact* fact = interruptible_by(pipeline, id);
  const Setting* wait = part.component->find_setting(kMaxWait);
  if (fact == nullptr || wait == nullptr || wait->written != Written::Stated) return;
  if (part.component->works.empty()) return;
  const double allowed = wait->value.mean.low;
  const PartEstimate& here = context.estimates.of(id);
  std::vector<std::string_view> unknowns = here.unknowns;
  for (const std::string_view path : interruption_unknowns(pipeline, id)) unknowns.push_back(path);
  const Measure measure = [&](const Assignment& assignment) {
    return time_of(pipeline, id, assignment);
  };
  const Decision decision =
      decide_amount(pipeline, Direction::AtMost, measure({}), allowed, unknowns, measure);
  Finding* finding = add_decided(text, wait->place, Direction::AtMost, allowed, decision,
                                 Evidence::Requirement, findings);
  if (finding == nullptr) return;
  // Stopped without any interruption: the run itself is too long.
  if (here.held.mean.low > allowed) finding->kind = Kind::RunTimeLimit;
  const bool rests_on_start = !pipeline.world().conditions.restart.has_value();
  if (rests_on_start && here.held.mean.low <= allowed) {
    finding->evidence = weakened_by(finding->evidence, here.startup.fact);
  }
  finding->depth = depth_of(pipeline, id);
  finding->because(fact)
      .with("part", std::string(part.name))
      .with("times", pipeline.world().conditions.spot_interruptions.mean);
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    check_part(context, text, id, part, findings);
  });
}

}  // namespace

constinit const Rule rules::interruptions_outlast_wait{
    .text =
        {
            .id = "PLB1902",
            .slug = "interruptions-outlast-wait",
            .kind = Kind::Interruption,
            .severity = Severity::Violation,
            .title = "a spot job is stopped before it is done",
            .message = "a run at {part} needs {needs} with {times} interruptions, and is stopped "
                       "after {allowed}",
            .rationale = "The maximum wait counts everything: waiting for capacity, the work, and "
                         "the work done again.",
            .fix = "Allow a longer wait, save checkpoints, or run it on capacity that is not taken "
                   "away.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/"
                      "API_StoppingCondition.html",
        },
    .check = &check,
};

}  // namespace plumbline
