// Work needs more scratch space than the place where it runs can have.
#include "engine/checks/helpers.hpp"
#include "engine/checks/needs.hpp"

namespace plumbline {
namespace {

// A managed model is fetched onto the disk before it is loaded; code brings its own package.
bool is_fetched(const Need& need) {
  return need.work->kind == WorkKind::Model && !need.part->service->calls_apis &&
         !need.work->size.place.is_nowhere();
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_need(context.pipeline, [&](const Need& need) {
    const Value& scratch = need.work->disk;
    const Value& artifact = need.work->size;
    const bool artifact_counts = is_fetched(need) && artifact.mean.high > scratch.mean.high;
    add_if_lacking(context, text, need, "disk", artifact_counts ? artifact : scratch, findings);
  });
}

}  // namespace

constinit const Rule rules::disk_too_small{
    .text =
        {
            .id = "PLB1005",
            .slug = "disk-too-small",
            .kind = Kind::MemoryOrDisk,
            .severity = Severity::Violation,
            .title = "work needs more disk than there is",
            .message = "{work} needs {needs} of disk; {part} has at most {allowed}",
            .rationale = "Scratch files and fetched models must fit on the local disk of the unit "
                         "that works with them.",
            .fix = "Run the work where more disk can be had, or stream the data.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
        },
    .check = &check,
};

}  // namespace plumbline
