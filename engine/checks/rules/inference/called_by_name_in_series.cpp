// A caller wants one model by its name, where every request passes through all containers in order.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for (const Link& link : pipeline.links()) {
    if (link.connection == nullptr || !link.connection->variants_stated) continue;
    if (link.variants == VariantChoice::ByWeight) continue;
    const Part& part = pipeline.part(link.to);
    if (part.component == nullptr || part.component->works.size() < 2) continue;
    const Bound series = bound_of(pipeline, link.to, "in-series");
    if (!series.exists()) continue;
    Finding& finding = findings.add(text, place_of(link));
    finding.evidence = evidence_of(series.fact);
    finding.depth = depth_of(pipeline, link.to);
    finding.because(series.fact)
        .with("from", std::string(pipeline.part(link.from).name))
        .with("part", std::string(part.name))
        .related_to(place_of(pipeline, link.to), "its containers run in order");
  }
}

}  // namespace

constinit const Rule rules::called_by_name_in_series{
    .text =
        {
            .id = "PLB1408",
            .slug = "called-by-name-in-series",
            .kind = Kind::Multiplexing,
            .severity = Severity::Violation,
            .title = "a model of a serial pipeline is called by its name",
            .message = "{from} calls models of {part} by name, but every request there passes "
                       "through all containers in order",
            .rationale = "A serial inference pipeline is one model made of steps. Containers that "
                         "are called one by one belong on a multi-container endpoint with direct "
                         "invocation.",
            .fix = "Use the mode multi-container, inference-components or multi-model, or let the "
                   "caller ask the pipeline as a whole.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/multi-container-direct.html",
        },
    .check = &check,
};

}  // namespace plumbline
