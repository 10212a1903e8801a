// One record of a job's input is larger than the job hands to its container at once.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

// An object that is cut into records is as large as it likes.
bool is_cut_into_records(const RuleContext& context, PartId id) {
  const Effective split = effective_setting(context.pipeline, id, "split-type");
  return split.exists() && !split.text.empty() && split.text != "none";
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    if (part.behaviour != Behaviour::LaunchedJob) return;
    const Bound bound = bound_of(context.pipeline, id, "record-size");
    // A limit of zero means that input is streamed in chunks.
    if (!bound.exists() || bound.allowed.high == 0.0 || is_cut_into_records(context, id)) return;
    const auto& workloads = context.pipeline.world().workloads;
    for (std::size_t i = 0; i < workloads.size(); ++i) {
      if (!context.pipeline.flow(static_cast<WorkloadId>(i), id).reaches()) continue;
      Finding* finding = add_if_beyond(context, text, bound, id, place_of(context.pipeline, id),
                                       workloads[i].size, findings);
      if (finding != nullptr) finding->with("items", std::string(workloads[i].name));
    }
  });
}

}  // namespace

constinit const Rule rules::record_too_large{
    .text =
        {
            .id = "PLB1008",
            .slug = "record-too-large",
            .kind = Kind::PayloadLimit,
            .severity = Severity::Violation,
            .title = "a record is larger than a job accepts",
            .message = "one of {items} is {needs}; {part} hands over at most {allowed} at once",
            .rationale =
                "A job sends its input record by record to the model's container, and each "
                "record has a largest size.",
            .fix = "Cut the objects into records, make them smaller, or stream them in chunks.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/"
                      "API_CreateTransformJob.html",
        },
    .check = &check,
};

}  // namespace plumbline
