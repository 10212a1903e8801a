// Code that is there already is to run as it is, and nothing in the design runs it.
#include <algorithm>

#include "engine/checks/requirements/unmet.hpp"
#include "engine/checks/work.hpp"

namespace plumbline {
namespace {

enum class Use : std::uint8_t { None, WrittenAnew, AsItIs };

Use use_of(const Part& part, WorkId program) {
  const bool runs = std::ranges::any_of(part.targets, [&](const Target& target) {
    return std::ranges::find(target.works, program) != target.works.end();
  });
  if (!runs || part.component == nullptr) return Use::None;
  return part.component->rewrites ? Use::WrittenAnew : Use::AsItIs;
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for (const WorkId program : requirement.works) {
    Use best = Use::None;
    SourceRange rewritten;
    for (const Part& part : pipeline.parts()) {
      const Use use = use_of(part, program);
      if (use == Use::WrittenAnew) rewritten = part.place;
      best = std::max(best, use);
    }
    if (best == Use::AsItIs) continue;
    const Work& work = work_of(pipeline, program);
    Finding& finding =
        add_unmet(context, requirement, text, findings)
            .with("program", std::string(work.name))
            .with("instead", std::string(best == Use::WrittenAnew ? "it is written anew"
                                                                  : "nothing here runs it"));
    finding.related_to(work.place, "the code that is there");
    if (best == Use::WrittenAnew) finding.related_to(rewritten, "where it is written anew");
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::keeps_code{
    .kind = RequirementKind::KeepsCode,
    .text =
        {
            .id = "PLB2351",
            .slug = "keeps-code",
            .kind = Kind::Effort,
            .severity = Severity::Violation,
            .title = "code that is there is not kept",
            .message = "{program} is to run as it is, and {instead}",
            .rationale = "Code that works is written, tested and known; in another language or "
                         "service all of that is done again.",
            .fix = "Run it ('runs:') on a service that has its runtime, or in its own image.",
            .source = "https://docs.aws.amazon.com/prescriptive-guidance/latest/"
                      "large-migration-guide/migration-strategies.html",
        },
    .check = &check,
};

}  // namespace plumbline
