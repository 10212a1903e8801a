// A result can be read later after its item came than it may, the wait for a schedule or a buffer
// included.
#include "engine/checks/requirements/bound/latency_report.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  check_time_on_path(context, requirement, text, Waiting::Include, findings);
}

}  // namespace

constinit const RequirementChecker requirement_checkers::freshness{
    .kind = RequirementKind::Freshness,
    .text =
        {
            .id = "PLB2102",
            .slug = "freshness",
            .kind = Kind::FreshnessOrDeadline,
            .severity = Severity::Violation,
            .title = "a result is older than it may be",
            .message = "an item of {workload} is {needs} old ({quantile}) when its result can be "
                       "read, {allowed} is allowed; most of it: {part} {what} ({row})",
            .rationale = "An item ages while it waits for a schedule or in a buffer, not only "
                         "while somebody works on it.",
            .fix = "Start the work by an event instead of a schedule, or shorten the period or "
                   "buffer.",
            .source = "https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/"
                      "analytics-lens.html",
        },
    .check = &check,
};

}  // namespace plumbline
