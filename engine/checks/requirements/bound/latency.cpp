// An answer takes longer than it may.
#include "engine/checks/requirements/bound/latency_report.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  check_time_on_path(context, requirement, text, Waiting::Exclude, findings);
}

}  // namespace

constinit const RequirementChecker requirement_checkers::latency{
    .kind = RequirementKind::Latency,
    .text =
        {
            .id = "PLB2101",
            .slug = "latency",
            .kind = Kind::Latency,
            .severity = Severity::Violation,
            .title = "an answer takes longer than it may",
            .message = "the last result for an item of {workload} takes {needs} ({quantile}), "
                       "{allowed} is allowed; most of it: {part} {what} ({row})",
            .rationale =
                "The time of an item is that of its longest path: every hop, start and queue "
                "counts. Where an answer is only a place to look, it ends when the result lies "
                "there.",
            .fix = "Shorten the largest contributor: keep capacity warm, take out a hop, answer "
                   "side by side.",
            .source = "https://docs.aws.amazon.com/wellarchitected/latest/"
                      "performance-efficiency-pillar/welcome.html",
        },
    .check = &check,
};

}  // namespace plumbline
