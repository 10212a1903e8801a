// A service is used whose support has ended by the day of the facts.
#include "engine/catalog/days.hpp"
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const std::string_view day = context.pipeline.as_of().day;
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    const std::string_view ends = part.service->support_ends;
    if (ends.empty() || is_before(day, ends)) return;
    Finding& finding = findings.add(text, part.component->service_place);
    finding.evidence = Evidence::HardLimit;
    finding.depth = depth_of(context.pipeline, id);
    finding.with("part", std::string(part.name))
        .with("service", std::string(part.service->title))
        .with("day", std::string(ends))
        .with("source", std::string(part.service->life_cycle_source));
  });
}

}  // namespace

constinit const Rule rules::support_ended{
    .text =
        {
            .id = "PLB1501",
            .slug = "support-ended",
            .kind = Kind::LifeCycle,
            .severity = Severity::Violation,
            .title = "support of a service has ended",
            .message = "{part} is {service}, whose support ended on {day} ({source})",
            .rationale = "After the end of support a service can no longer be used, so an option "
                         "that rests on it cannot be built.",
            .fix = "Use the service that took its place, or fix an earlier day with 'facts-as-of'.",
            .source = "https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html",
        },
    .check = &check,
};

}  // namespace plumbline
