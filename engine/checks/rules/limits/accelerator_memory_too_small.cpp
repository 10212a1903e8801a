// Work needs more accelerator memory than the place where it runs has.
#include "engine/checks/helpers.hpp"
#include "engine/checks/needs.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_need(context.pipeline, [&](const Need& need) {
    // Where there is no accelerator at all, that is what is said.
    if (need.work->gpu_memory.mean.high == 0.0 || !has_accelerator(context.pipeline, need)) return;
    add_if_lacking(context, text, need, "gpu-memory", need.work->gpu_memory, findings);
  });
}

}  // namespace

constinit const Rule rules::accelerator_memory_too_small{
    .text =
        {
            .id = "PLB1010",
            .slug = "accelerator-memory-too-small",
            .kind = Kind::HardwareFit,
            .severity = Severity::Violation,
            .title = "work needs more accelerator memory than there is",
            .message = "{work} needs {needs} of accelerator memory; {part} has at most {allowed}",
            .rationale =
                "A model whose weights and working state do not fit into the memory of the "
                "accelerators does not load.",
            .fix = "Choose an instance type with more accelerator memory, or a smaller precision.",
            .source = "https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html",
        },
    .check = &check,
};

}  // namespace plumbline
