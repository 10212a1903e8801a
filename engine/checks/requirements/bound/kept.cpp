// No part keeps the data as long as it must be kept.
#include "engine/checks/kept_data.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

// One copy that stays is enough, so only the best holder counts.
struct Keeper {
  Subject subject;
  Bound bound;
};

std::vector<Keeper> keepers_of(const Pipeline& pipeline, DataId data) {
  std::vector<Keeper> keepers;
  for (const Held& held : holders_of(pipeline, data)) {
    const Part& part = pipeline.part(held.part);
    if (part.service == nullptr) continue;
    keepers.push_back({{held.part, &part, std::string(held.data->name)},
                       bound_of(pipeline, held.part, "queue-time")});
  }
  return keepers;
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (!has_number(requirement)) return;
  const double wanted = requirement.bound.mean.low;
  for (const DataId data : requirement.data) {
    const Keeper* best = nullptr;
    const std::vector<Keeper> keepers = keepers_of(context.pipeline, data);
    for (const Keeper& keeper : keepers) {
      if (best == nullptr || keeper.bound.allowed.high > best->bound.allowed.high) best = &keeper;
    }
    if (best == nullptr || best->bound.allowed.low >= wanted) continue;
    const Quantity& allowed = best->bound.allowed;
    Finding& finding = add_unmet(context, requirement, best->subject, text, findings)
                           .with("needs", requirement.bound.mean)
                           .with("allowed", allowed);
    if (allowed.high >= wanted) finding.severity = Severity::Open;
    finding.evidence = evidence_of(best->bound);
    finding.margin = margin_of(Direction::AtLeast, allowed, wanted);
    finding.because(best->bound.fact);
    if (best->bound.setting != nullptr) finding.related_to(best->bound.setting->place);
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::kept{
    .kind = RequirementKind::Kept,
    .text =
        {
            .id = "PLB2120",
            .slug = "kept",
            .kind = Kind::Storage,
            .severity = Severity::Violation,
            .title = "data is gone before its time",
            .message = "{part} ({service}) keeps {data} for {allowed}, {needs} are asked for",
            .rationale = "Logs and queues delete what is older than their retention, read or not; "
                         "a lifecycle rule deletes what it is told to.",
            .fix = "Keep the data in a store without an end, or lengthen the retention.",
            .source =
                "https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html",
        },
    .check = &check,
};

}  // namespace plumbline
