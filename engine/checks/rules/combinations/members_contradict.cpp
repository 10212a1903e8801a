// Two options of a combination say different things about one thing.
#include "engine/checks/rule.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for (const Clash& clash : context.pipeline.design().clashes) {
    if (clash.type != Clash::Type::Contradiction) continue;
    Finding& finding = findings.add(text, clash.place);
    finding.evidence = Evidence::Impossible;
    finding.with("what", std::string(clash.what));
    if (!clash.other_place.is_nowhere()) finding.related_to(clash.other_place, "the other option");
  }
}

}  // namespace

constinit const Rule rules::members_contradict{
    .text =
        {
            .id = "PLB1701",
            .slug = "members-contradict",
            .kind = Kind::Workflow,
            .severity = Severity::Violation,
            .title = "two options of a combination contradict each other",
            .message = "the options exclude each other: {what}",
            .rationale =
                "What is built has one configuration: a thing is declared once, and each of its "
                "properties has one value, so both options cannot be carried out.",
            .fix = "Combine options that leave each other's parts alone. Where two options mean "
                   "different things, give these different names.",
            .source = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
                      "resources-section-structure.html",
        },
    .check = &check,
    .about_combination = true,
};

}  // namespace plumbline
