// A function that nobody drew was put where two parts cannot reach each other by themselves.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

std::string far_end(const Pipeline& pipeline, std::span<const LinkId> links, PartId Link::*end) {
  if (links.empty()) return {};
  return std::string(pipeline.part(pipeline.link(links.front()).*end).name);
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const auto parts = static_cast<PartId>(pipeline.parts().size());
  for (PartId id = 0; id < parts; ++id) {
    const Part& part = pipeline.part(id);
    if (part.type != PartType::Bridge) continue;
    Finding& finding = findings.add(text, place_of(pipeline, id));
    finding.evidence = Evidence::Assumption;
    finding.depth = depth_of(pipeline, id);
    finding.with("from", far_end(pipeline, pipeline.links_to(id), &Link::from))
        .with("to", far_end(pipeline, pipeline.links_from(id), &Link::to))
        .with("service", std::string(part.service->title));
  }
}

}  // namespace

constinit const Rule rules::bridged_hop{
    .text =
        {
            .id = "PLB1306",
            .slug = "bridged-hop",
            .kind = Kind::Overhead,
            .severity = Severity::Note,
            .title = "a function that nobody drew carries a hop",
            .message = "{from} does not reach {to} by itself; an {service} function between them "
                       "is counted: one more thing to write, release, watch and pay for",
            .rationale =
                "Code can carry most hops that no service offers. It is counted openly, so "
                "that an option is neither refused nor flattered for leaving it out.",
            .fix = "Draw the part that carries the hop, or name a mechanism that needs none.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/welcome.html",
        },
    .check = &check,
    .about_wiring = true,
};

}  // namespace plumbline
