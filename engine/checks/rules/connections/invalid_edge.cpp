// Two parts are connected in a way that is documented as impossible.
#include "engine/checks/helpers.hpp"
#include "engine/checks/ways.hpp"

namespace plumbline {
namespace {

std::string reason_of(const ConnectionInfo& info) {
  return std::string(info.note.empty() ? std::string_view("there is no such way.") : info.note);
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  RecordedWays recorded(pipeline);
  for (const Link& link : pipeline.links()) {
    // A claimed mechanism that the catalog does not know has a rule of its own.
    if (link.state != LinkState::Impossible || link.info == nullptr) continue;
    Finding& finding = findings.add(text, place_of(link));
    finding.evidence = is_weak(link.info->confidence) ? Evidence::Assumption : Evidence::Impossible;
    finding.depth = depth_of(pipeline, link.from) + 1;
    finding.because(link.info->fact)
        .with("from", std::string(pipeline.part(link.from).name))
        .with("to", std::string(pipeline.part(link.to).name))
        .with("by", way_name(link))
        .with("reason", reason_of(*link.info))
        .with("ways", recorded.of(link));
  }
}

}  // namespace

constinit const Rule rules::invalid_edge{
    .text =
        {
            .id = "PLB1301",
            .slug = "invalid-edge",
            .kind = Kind::EdgeValidity,
            .severity = Severity::Violation,
            .title = "two parts cannot be connected in this way",
            .message = "{from} cannot reach {to} by {by}: {reason} Recorded instead: {ways}",
            .rationale = "The documentation names what each service can hand work to; this way is "
                         "not among it, and no configuration adds it.",
            .fix = "Draw one of the recorded ways, or put a part between that can do both.",
            .source = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/"
                      "notification-how-to-event-types-and-destinations.html",
        },
    .check = &check,
};

}  // namespace plumbline
