// Models that share one container are written for different frameworks, or each brings a container.
#include "engine/checks/helpers.hpp"
#include "engine/checks/work.hpp"

namespace plumbline {
namespace {

// Why the first of these models and another cannot share a container; empty: nothing is said
// against it.
std::string apart(const Pipeline& pipeline, const std::vector<WorkId>& works) {
  const Work* own = nullptr;
  const Work* framed = nullptr;
  for (const WorkId id : works) {
    const Work& work = work_of(pipeline, id);
    if (framed != nullptr && work.framework != nullptr && work.framework != framed->framework) {
      return std::string(framed->name) + " is written for " + std::string(framed->framework->name) +
             " and " + std::string(work.name) + " for " + std::string(work.framework->name);
    }
    if (framed == nullptr && work.framework != nullptr) framed = &work;
    if (work.container != Container::Own) continue;
    if (own != nullptr) {
      return std::string(own->name) + " and " + std::string(work.name) + " bring a container each";
    }
    own = &work;
  }
  return {};
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    const Component& component = *part.component;
    if (component.works.size() < 2 || component.one_per_work) return;
    const Bound shared = bound_of(pipeline, id, "shared-container");
    std::string why = shared.exists() ? apart(pipeline, component.works) : std::string();
    if (why.empty()) return;
    Finding& finding = findings.add(text, place_of(pipeline, id));
    finding.evidence = evidence_of(shared.fact);
    finding.depth = depth_of(pipeline, id);
    finding.because(shared.fact)
        .with("part", std::string(part.name))
        .with("mode", std::string(part.mode))
        .with("why", std::move(why));
  });
}

}  // namespace

constinit const Rule rules::models_need_own_containers{
    .text =
        {
            .id = "PLB1407",
            .slug = "models-need-own-containers",
            .kind = Kind::Multiplexing,
            .severity = Severity::Violation,
            .title = "models that cannot share a container do",
            .message = "all models of {part} share one container in the mode {mode}, but {why}",
            .rationale = "A multi-model endpoint loads many models into one container: it is for "
                         "models of one framework.",
            .fix = "Give each its container (a multi-container endpoint, inference components) or "
                   "its endpoint.",
            .source =
                "https://docs.aws.amazon.com/sagemaker/latest/dg/multi-container-endpoints.html",
        },
    .check = &check,
};

}  // namespace plumbline
