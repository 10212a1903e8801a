// Work needs more memory than the place where it runs can have.
#include "engine/checks/helpers.hpp"
#include "engine/checks/needs.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_need(context.pipeline, [&](const Need& need) {
    // A job that is cut into pieces has a rule of its own.
    if (is_cut(need)) return;
    add_if_lacking(context, text, need, "memory", need.work->memory, findings);
  });
}

}  // namespace

constinit const Rule rules::memory_too_small{
    .text =
        {
            .id = "PLB1004",
            .slug = "memory-too-small",
            .kind = Kind::MemoryOrDisk,
            .severity = Severity::Violation,
            .title = "work needs more memory than there is",
            .message = "{work} needs {needs} of memory; {part} has at most {allowed}",
            .rationale =
                "Work that does not fit into memory is stopped as soon as it asks for more.",
            .fix = "Run the work where more memory can be had, or make it need less.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
        },
    .check = &check,
};

}  // namespace plumbline
