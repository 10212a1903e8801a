// A part has servers to look after although none are wanted.
#include "engine/checks/requirements/unmet.hpp"
#include "engine/estimate/operations.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    const Fact* servers = operation_fact(pipeline, part, "servers-to-manage");
    if (part.is_existing() || servers == nullptr || servers->word != "true") return;
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("part", std::string(part.name))
                           .with("service", std::string(part.service->title));
    finding.evidence = weakened_by(Evidence::Requirement, servers);
    finding.because(servers);
    finding.related_to(place_of(pipeline, id));
  });
}

}  // namespace

constinit const RequirementChecker requirement_checkers::no_servers{
    .kind = RequirementKind::NoServers,
    .text =
        {
            .id = "PLB2301",
            .slug = "no-servers",
            .kind = Kind::Overhead,
            .severity = Severity::Violation,
            .title = "there are servers to look after",
            .message = "{part} ({service}) has servers that someone must look after",
            .rationale = "Whoever can see a machine must patch, watch and replace it.",
            .fix = "Use a service, or a mode of it, that shows no machines.",
            .source = "https://aws.amazon.com/serverless/",
        },
    .check = &check,
};

}  // namespace plumbline
