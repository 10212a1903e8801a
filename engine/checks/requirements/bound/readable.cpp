// What is kept can be read later after asking than it may.
#include "engine/checks/kept_data.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

// One copy that can be read in time is enough.
void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (!has_number(requirement)) return;
  const double allowed = requirement.bound.mean.low;
  for (const DataId data : requirement.data) {
    Subject fastest;
    Timing best;
    for (const Held& held : holders_of(context.pipeline, data)) {
      const Part& part = context.pipeline.part(held.part);
      const Timing timing = time_to_readable(part);
      if (fastest.part != nullptr && timing.p99.high >= best.p99.high) continue;
      fastest = {held.part, &part, std::string(held.data->name)};
      best = timing;
    }
    if (fastest.part == nullptr || best.p99.high <= allowed) continue;
    Finding& finding = add_unmet(context, requirement, fastest, text, findings)
                           .with("needs", Quantity::exactly(Dimension::Time, best.p99.high))
                           .with("allowed", requirement.bound.mean);
    finding.evidence = weakened_by(Evidence::Requirement, best.fact);
    finding.margin = best.p99.high / allowed;
    finding.because(best.fact);
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::readable{
    .kind = RequirementKind::Readable,
    .text =
        {
            .id = "PLB2121",
            .slug = "readable",
            .kind = Kind::Storage,
            .severity = Severity::Violation,
            .title = "an archive is restored too late",
            .message = "{data} in {part} ({service}) can be read up to {needs} after it was asked "
                       "for, {allowed} is allowed",
            .rationale = "An archive must be restored before it can be read; the storage class and "
                         "the retrieval tier say how long that takes.",
            .fix = "Use a faster retrieval tier or a storage class that is read at once.",
            .source = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/"
                      "restoring-objects-retrieval-options.html",
        },
    .check = &check,
};

}  // namespace plumbline
