// A part is to stand in a network of the customer, and its service cannot be attached to one.
#include <algorithm>

#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

const Setting* stated_network(const Component& component) {
  const Setting* setting = component.find_setting("vpc");
  const bool says_none =
      setting != nullptr && (setting->text == "none" || setting->text == "false");
  return says_none ? nullptr : setting;
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    const Setting* network = stated_network(*part.component);
    if (network == nullptr) return;
    const Bound bound = bound_of(context.pipeline, id, "vpc-attachment");
    if (!bound.exists() || bound.allowed.high >= 1.0) return;
    Finding& finding = findings.add(text, network->key_place);
    finding.evidence = evidence_of(bound.fact);
    finding.depth = depth_of(context.pipeline, id);
    finding.because(bound.fact)
        .with("part", std::string(part.name))
        .with("service", std::string(part.service->title));
  });
}

}  // namespace

constinit const Rule rules::no_network_attachment{
    .text =
        {
            .id = "PLB1405",
            .slug = "no-network-attachment",
            .kind = Kind::Exposure,
            .severity = Severity::Violation,
            .title = "a part cannot be attached to a network",
            .message = "{part} is to stand in a VPC; {service} cannot be attached to one",
            .rationale = "Some managed services run in the provider's network only, so no route, "
                         "security group or endpoint policy of the customer governs them.",
            .fix = "Choose a kind of endpoint that can be attached to a VPC.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html",
        },
    .check = &check,
};

}  // namespace plumbline
