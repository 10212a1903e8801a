// An option says that a managed service does something of which the catalog says nothing.
#include "engine/checks/functions.hpp"
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    for (const Doing& doing : part.component->does) {
      if (provision_of(pipeline, part, *doing.function) != Provision::Unrecorded) continue;
      Finding& finding = findings.add(text, doing.place);
      finding.severity = Severity::Open;
      finding.depth = depth_of(pipeline, id);
      finding.with("part", std::string(part.name))
          .with("service", std::string(part.service->title))
          .with("function", std::string(doing.function->name));
    }
  });
}

}  // namespace

constinit const Rule rules::claimed_function_unrecorded{
    .text =
        {
            .id = "PLB1602",
            .slug = "claimed-function-unrecorded",
            .kind = Kind::Function,
            .severity = Severity::Open,
            .title = "the catalog does not say whether a service does what is claimed",
            .message = "{part} is said to do {function}; the catalog does not record whether "
                       "{service} does",
            .rationale = "The catalog's list of what this service does is not complete, so what is "
                         "not in it may be so or not.",
            .fix = "Look it up; a catalog file of your own (--catalog) can record it.",
            .source = "https://aws.amazon.com/products/",
        },
    .check = &check,
};

}  // namespace plumbline
