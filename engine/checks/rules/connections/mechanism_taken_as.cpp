// A connection is written with a word for which the catalog has another one between these two.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for (const Link& link : pipeline.links()) {
    const MechanismInfo* written = link.connection == nullptr ? nullptr : link.connection->by;
    if (written == nullptr || link.info == nullptr || link.info->by == written->name) continue;
    findings.add(text, link.connection->by_place)
        .with("from", std::string(pipeline.part(link.from).name))
        .with("to", std::string(pipeline.part(link.to).name))
        .with("written", std::string(written->name))
        .with("taken", std::string(link.info->by))
        .because(link.info->fact);
  }
}

}  // namespace

constinit const Rule rules::mechanism_taken_as{
    .text =
        {
            .id = "PLB1309",
            .slug = "mechanism-taken-as",
            .kind = Kind::EdgeValidity,
            .severity = Severity::Note,
            .title = "a way of feeding goes by another name",
            .message = "{from} feeds {to} by {taken}, which is what '{written}' is taken to mean",
            .rationale = "Between two services the catalog records ways by name. A word that people "
                         "also use for one of them is not a mistake of the design.",
            .fix = "Write the recorded word, or leave it.",
            .source = "https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/"
                      "analytics-lens.html",
        },
    .check = &check,
};

}  // namespace plumbline
