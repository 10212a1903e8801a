// A service is used that takes no new customers on the day of the facts.
#include "engine/catalog/days.hpp"
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const std::string_view day = context.pipeline.as_of().day;
  const bool is_new = context.pipeline.world().new_customer.value_or(false);
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    const std::string_view since = part.service->closed_to_new_since;
    // Who has it already is no new customer of it.
    if (since.empty() || is_before(day, since) || part.is_existing()) return;
    Finding& finding = findings.add(text, part.component->service_place);
    if (is_new) finding.severity = Severity::Violation;
    finding.evidence = Evidence::HardLimit;
    finding.depth = depth_of(context.pipeline, id);
    finding.with("part", std::string(part.name))
        .with("service", std::string(part.service->title))
        .with("day", std::string(since))
        .with("source", std::string(part.service->life_cycle_source));
  });
}

}  // namespace

constinit const Rule rules::closed_to_new{
    .text =
        {
            .id = "PLB1502",
            .slug = "closed-to-new",
            .kind = Kind::LifeCycle,
            .severity = Severity::Note,
            .title = "a service takes no new customers",
            .message =
                "{part} is {service}, which has taken no new customers since {day} ({source})",
            .rationale =
                "Who used the service before may go on; who is new cannot begin. It counts "
                "against an option only where the scenario says that the customer is new.",
            .fix = "Use the service that is recommended in its place, or fix an earlier day with "
                   "'facts-as-of'.",
            .source = "https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html",
        },
    .check = &check,
};

}  // namespace plumbline
