// An endpoint has a shadow variant beside several production variants.
#include "engine/checks/helpers.hpp"
#include "engine/checks/variants.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    const Component& component = *part.component;
    const std::size_t shadows = count_shadows(component);
    if (shadows == 0) return;
    add_if_too_many(context, text, id, "production-variants-beside-shadow",
                    component.variants.size() - shadows, place_of(context.pipeline, id), findings);
  });
}

}  // namespace

constinit const Rule rules::shadow_beside_variants{
    .text =
        {
            .id = "PLB1402",
            .slug = "shadow-beside-variants",
            .kind = Kind::Multiplexing,
            .severity = Severity::Violation,
            .title = "a shadow variant beside several production variants",
            .message = "{part} has {needs} production variants beside a shadow variant; at most "
                       "{allowed} may stand beside one",
            .rationale = "A shadow variant copies the requests of one production variant; an "
                         "endpoint that has one may not split its traffic as well.",
            .fix = "Keep one production variant, or test the candidate on an endpoint of its own.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/shadow-tests.html",
        },
    .check = &check,
};

}  // namespace plumbline
