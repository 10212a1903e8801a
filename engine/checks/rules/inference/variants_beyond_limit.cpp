// An endpoint has more production variants than one endpoint may have.
#include "engine/checks/helpers.hpp"
#include "engine/checks/variants.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    const Component& component = *part.component;
    const std::size_t production = component.variants.size() - count_shadows(component);
    if (production == 0) return;
    add_if_too_many(context, text, id, "production-variants", production,
                    place_of(context.pipeline, id), findings);
  });
}

}  // namespace

constinit const Rule rules::variants_beyond_limit{
    .text =
        {
            .id = "PLB1401",
            .slug = "variants-beyond-limit",
            .kind = Kind::Multiplexing,
            .severity = Severity::Violation,
            .title = "more production variants than an endpoint may have",
            .message = "{part} has {needs} production variants; at most {allowed} are possible",
            .rationale = "The number of production variants of one endpoint configuration is "
                         "limited; a larger configuration is refused.",
            .fix = "Use several endpoints, or a mode that keeps many models behind one variant.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/"
                      "API_CreateEndpointConfig.html",
        },
    .check = &check,
};

}  // namespace plumbline
