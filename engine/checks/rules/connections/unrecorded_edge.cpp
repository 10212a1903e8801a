// The catalog does not say whether two parts can be connected in this way.
#include "engine/checks/helpers.hpp"
#include "engine/checks/ways.hpp"

namespace plumbline {
namespace {

bool runs_code(const Part& part) { return part.service != nullptr && part.service->calls_apis; }

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  RecordedWays recorded(pipeline);
  for (const Link& link : pipeline.links()) {
    if (link.state != LinkState::Unrecorded) continue;
    const Part& from = pipeline.part(link.from);
    const Part& to = pipeline.part(link.to);
    Finding& finding = findings.add(text, place_of(link));
    // The customer's own code may call whatever has an API.
    if (runs_code(from) || runs_code(to)) finding.severity = Severity::Note;
    finding.evidence = Evidence::Assumption;
    finding.depth = depth_of(pipeline, link.from) + 1;
    finding.with("from", std::string(from.name))
        .with("to", std::string(to.name))
        .with("by", way_name(link))
        .with("ways", recorded.of(link));
  }
}

}  // namespace

constinit const Rule rules::unrecorded_edge{
    .text =
        {
            .id = "PLB1302",
            .slug = "unrecorded-edge",
            .kind = Kind::MissingFact,
            .severity = Severity::Open,
            .title = "a connection that the catalog does not record",
            .message = "whether {from} reaches {to} by {by} is not recorded; recorded: {ways}",
            .rationale = "The catalog holds ways that are documented as possible and ways that are "
                         "documented as impossible. This one is neither, so it is left open.",
            .fix = "Draw a recorded way, or add this one with its source to a catalog overlay.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html",
        },
    .check = &check,
};

}  // namespace plumbline
