// One variant is to serve more models than it can hold in its mode.
#include <array>

#include "engine/checks/helpers.hpp"
#include "engine/checks/variants.hpp"

namespace plumbline {
namespace {

// Where each model has a container, the containers are counted.
constexpr std::array kMeasures = {std::string_view("models-per-variant"),
                                  std::string_view("containers")};

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    const Component& component = *part.component;
    // Each variant serves one model, each member of a family its own.
    if (!component.variants.empty() || component.one_per_work || component.works.size() < 2) return;
    for (const std::string_view measure : kMeasures) {
      Finding* finding = add_if_too_many(context, text, id, measure, component.works.size(),
                                         place_of(context.pipeline, id), findings);
      if (finding != nullptr) finding->with("mode", std::string(part.mode));
    }
  });
}

}  // namespace

constinit const Rule rules::models_beyond_variant{
    .text =
        {
            .id = "PLB1404",
            .slug = "models-beyond-variant",
            .kind = Kind::Multiplexing,
            .severity = Severity::Violation,
            .title = "more models than one variant serves",
            .message = "{part} is to serve {needs} models; one variant serves at most {allowed} in "
                       "the mode {mode}",
            .rationale =
                "In its classic mode a variant holds one model. Several models share an endpoint "
                "as variants, or in a mode that is made for it, which must be chosen.",
            .fix = "Write the models as variants, or state the mode (multi-model, multi-container, "
                   "inference-components).",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/realtime-endpoints.html",
        },
    .check = &check,
};

}  // namespace plumbline
