// An option builds on what only an option outside the combination brings.
#include "engine/checks/rule.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for (const Clash& clash : context.pipeline.design().clashes) {
    if (clash.type != Clash::Type::Missing) continue;
    Finding& finding = findings.add(text, clash.place);
    finding.evidence = Evidence::Impossible;
    finding.with("what", std::string(clash.what));
  }
}

}  // namespace

constinit const Rule rules::member_needs_another{
    .text =
        {
            .id = "PLB1702",
            .slug = "member-needs-another",
            .kind = Kind::Workflow,
            .severity = Severity::Violation,
            .title = "an option builds on one that the combination leaves out",
            .message = "the combination is incomplete: {what}",
            .rationale = "A part can be connected or changed only where something declares it.",
            .fix = "Combine the option with the one that brings what it needs.",
            .source = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
                      "resources-section-structure.html",
        },
    .check = &check,
    .about_combination = true,
};

}  // namespace plumbline
