// An endpoint has more shadow variants than one endpoint may have.
#include "engine/checks/helpers.hpp"
#include "engine/checks/variants.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    const std::size_t shadows = count_shadows(*part.component);
    if (shadows == 0) return;
    add_if_too_many(context, text, id, "shadow-variants", shadows, place_of(context.pipeline, id),
                    findings);
  });
}

}  // namespace

constinit const Rule rules::too_many_shadows{
    .text =
        {
            .id = "PLB1403",
            .slug = "too-many-shadows",
            .kind = Kind::Multiplexing,
            .severity = Severity::Violation,
            .title = "more shadow variants than an endpoint may have",
            .message = "{part} has {needs} shadow variants; at most {allowed} is possible",
            .rationale = "An endpoint copies its requests to one shadow variant only; a "
                         "configuration with more is refused.",
            .fix = "Test one candidate after the other, or send captured requests to a second "
                   "endpoint.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/shadow-tests.html",
        },
    .check = &check,
};

}  // namespace plumbline
