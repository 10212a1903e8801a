// An option says that a managed service does what it does not.
#include "engine/checks/functions.hpp"
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    for (const Doing& doing : part.component->does) {
      if (provision_of(pipeline, part, *doing.function) != Provision::Lacks) continue;
      Finding& finding = findings.add(text, doing.place);
      finding.evidence = Evidence::HardLimit;
      finding.depth = depth_of(pipeline, id);
      finding.with("part", std::string(part.name))
          .with("service", std::string(part.service->title))
          .with("function", std::string(doing.function->name))
          .with("owners", services_with(pipeline.catalog(), *doing.function));
    }
  });
}

}  // namespace

constinit const Rule rules::claimed_function_missing{
    .text =
        {
            .id = "PLB1601",
            .slug = "claimed-function-missing",
            .kind = Kind::Function,
            .severity = Severity::Violation,
            .title = "a service is said to do what it does not",
            .message = "{part} is said to do {function}; {service} does not, {owners} can",
            .rationale = "The catalog's list of what this service does is complete.",
            .fix = "Let a service that has the function do it.",
            .source = "https://aws.amazon.com/products/",
        },
    .check = &check,
};

}  // namespace plumbline
