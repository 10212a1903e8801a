// The loss of one availability zone stops a part.
#include "engine/checks/requirements/unmet.hpp"
#include "engine/estimate/cases.hpp"
#include "engine/estimate/operations.hpp"

namespace plumbline {
namespace {

// Of a fleet that can be spread over zones, one instance is in one zone.
bool is_stated_alone(const Part& part) {
  const Setting* count = part.component->find_setting("instance-count");
  return count != nullptr && count->written == Written::Stated && count->value.mean.high < 2.0;
}

// Why the part stands in one zone; nullptr: it does not.
const Fact* single_zone(const Pipeline& pipeline, const Part& part) {
  // A storage class says more than the service as a whole.
  const Fact* zones = fact_of_case(part, FactGroup::Limit, "zones");
  if (zones != nullptr) return zones->value < 2.0 ? zones : nullptr;
  const Fact* availability = operation_fact(pipeline, part, "availability");
  if (availability == nullptr) return nullptr;
  const bool is_single = availability->word == "single-az" ||
                         (availability->word == "configurable" && is_stated_alone(part));
  return is_single ? availability : nullptr;
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    const Fact* fact = single_zone(pipeline, part);
    if (fact == nullptr) return;
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("part", std::string(part.name))
                           .with("service", std::string(part.service->title));
    finding.evidence = weakened_by(Evidence::Requirement, fact);
    finding.depth = depth_of(pipeline, id);
    finding.because(fact);
    finding.related_to(place_of(pipeline, id));
  });
}

}  // namespace

constinit const RequirementChecker requirement_checkers::highly_available{
    .kind = RequirementKind::HighlyAvailable,
    .text =
        {
            .id = "PLB2302",
            .slug = "highly-available",
            .kind = Kind::Availability,
            .severity = Severity::Violation,
            .title = "a part stands in one availability zone",
            .message = "{part} ({service}) stands in one availability zone",
            .rationale = "What runs in one zone stops with it, until someone or something starts it "
                         "elsewhere.",
            .fix = "Run two instances or more, or use a service that spreads over zones.",
            .source = "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/"
                      "use-fault-isolation-to-protect-your-workload.html",
        },
    .check = &check,
};

}  // namespace plumbline
