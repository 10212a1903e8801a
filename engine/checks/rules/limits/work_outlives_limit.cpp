// One unit of work takes longer than the place where it runs lets it run.
#include "engine/checks/helpers.hpp"
#include "engine/checks/work.hpp"

namespace plumbline {
namespace {

std::vector<std::string_view> unknown_times(const Pipeline& pipeline, const Part& part) {
  std::vector<std::string_view> paths;
  for (const Target& target : part.targets) {
    for (const WorkId work : target.works) {
      const Value& takes = duration_of(part, work_of(pipeline, work));
      if (takes.is_unknown()) paths.push_back(takes.path);
    }
  }
  return paths;
}

void check_part(const RuleContext& context, const RuleText& text, PartId id, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Bound bound = run_time_bound(pipeline, id);
  if (!bound.exists()) return;
  const Count one = Count::exactly(1.0);
  const PartEstimate& estimate = context.estimates.of(id);
  const bool per_item = is_per_item(bound) || estimate.items == one;
  const Measure measure = [&](const Assignment& assignment) {
    const Count items = per_item ? one : evaluate(pipeline, assignment).of(id).items;
    return to_quantity(work_time(pipeline, id, items, assignment).p99);
  };
  const Seconds needs = work_time(pipeline, id, per_item ? one : estimate.items).p99;
  if (needs.high <= bound.allowed.low) return;
  const Part& part = pipeline.part(id);
  Finding* finding = add_if_beyond(
      context, text, bound, {id, place_of(pipeline, id), to_quantity(needs)},
      per_item ? unknown_times(pipeline, part) : estimate.unknowns, measure, findings);
  if (finding == nullptr) return;
  finding->with("unit", std::string(is_per_item(bound) ? "request" : unit_name(part)));
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    if (!part.component->works.empty() || !part.component->variants.empty()) {
      check_part(context, text, id, findings);
    }
  });
}

}  // namespace

constinit const Rule rules::work_outlives_limit{
    .text =
        {
            .id = "PLB1002",
            .slug = "work-outlives-limit",
            .kind = Kind::RunTimeLimit,
            .severity = Severity::Violation,
            .title = "work takes longer than it may run",
            .message = "one {unit} of {part} works {needs} and is stopped after {allowed}",
            .rationale =
                "What reaches its run-time limit is stopped, usually without a result; trying "
                "again ends at the same point.",
            .fix = "Run the work where it may run long enough, or cut it into smaller units.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
        },
    .check = &check,
};

}  // namespace plumbline
