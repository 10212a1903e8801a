// A job is cut into pieces so that each takes less time, but each piece still needs all of the
// memory.
#include "engine/checks/helpers.hpp"
#include "engine/checks/needs.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_need(context.pipeline, [&](const Need& need) {
    if (!is_cut(need)) return;
    Finding* finding = add_if_lacking(context, text, need, "memory", need.work->memory, findings);
    if (finding != nullptr) finding->with("pieces", need.component->splits.mean.low);
  });
}

}  // namespace

constinit const Rule rules::memory_not_split{
    .text =
        {
            .id = "PLB1009",
            .slug = "memory-not-split",
            .kind = Kind::MemoryOrDisk,
            .severity = Severity::Violation,
            .title = "cutting the time of a job does not cut its memory",
            .message =
                "{work} is cut into {pieces} pieces, but each still needs {needs} of memory; "
                "{part} has at most {allowed}",
            .rationale =
                "Steps of one computation take turns, so each takes a part of the time; what they "
                "hold in memory stays as large as before unless the data itself can be divided.",
            .fix = "Run the job where the memory can be had, or say that it is splittable by data "
                   "if it is.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
        },
    .check = &check,
};

}  // namespace plumbline
