// Someone relies on the answer of a shadow variant, which goes to a log and to nobody.
#include <algorithm>

#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

void report(const RuleContext& context, const RuleText& text, SourceRange place, PartId id,
            const Target& shadow, std::string_view who, Findings& findings) {
  Finding& finding = findings.add(text, place);
  finding.evidence = Evidence::HardLimit;
  finding.depth = depth_of(context.pipeline, id);
  finding.with("who", std::string(who))
      .with("variant", std::string(shadow.name))
      .with("part", std::string(context.pipeline.part(id).name));
  finding.related_to(shadow.variant->place);
}

void check_callers(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for (const Link& link : pipeline.links()) {
    if (link.variants != VariantChoice::Named || link.connection == nullptr) continue;
    for (const Target& target : pipeline.part(link.to).targets) {
      if (!target.shadow || target.name != link.connection->variant) continue;
      report(context, text, link.connection->variants_place, link.to, target,
             pipeline.part(link.from).name, findings);
    }
  }
}

// The one target that serves a work, if it is a shadow and there is no other.
struct Only {
  PartId part = kNone;
  const Target* shadow = nullptr;
};
Only only_shadow(const Pipeline& pipeline, WorkId work) {
  Only only;
  bool is_answered = false;
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    for (const Target& target : part.targets) {
      if (std::ranges::find(target.works, work) == target.works.end()) continue;
      if (!target.shadow) is_answered = true;
      if (target.shadow && only.shadow == nullptr) only = {id, &target};
    }
  });
  return is_answered ? Only{} : only;
}

// Results that are to be brought together must be answers.
void check_joined(const RuleContext& context, const RuleText& text, Findings& findings) {
  for (const Requirement& requirement : context.pipeline.scenario().requirements) {
    if (requirement.kind != RequirementKind::Joined) continue;
    if (requirement.strength != Strength::Must) continue;
    for (const WorkId work : requirement.works) {
      const Only only = only_shadow(context.pipeline, work);
      if (only.shadow == nullptr) continue;
      report(context, text, only.shadow->variant->place, only.part, *only.shadow,
             "whoever joins the results", findings);
    }
  }
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  check_callers(context, text, findings);
  check_joined(context, text, findings);
}

}  // namespace

constinit const Rule rules::shadow_answers_nobody{
    .text =
        {
            .id = "PLB1406",
            .slug = "shadow-answers-nobody",
            .kind = Kind::TrafficManagement,
            .severity = Severity::Violation,
            .title = "someone relies on the answer of a shadow variant",
            .message = "{who} needs the answer of {variant}, a shadow variant of {part}, whose "
                       "answers are logged and given to nobody",
            .rationale = "A shadow variant gets copies of live requests so that its answers can be "
                         "compared later; the caller hears the production variant only.",
            .fix = "Make it a production variant and call it by name, or give it an endpoint.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/shadow-tests.html",
        },
    .check = &check,
};

}  // namespace plumbline
