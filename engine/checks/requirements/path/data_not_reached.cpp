// No drawn way leads from what holds the data to what should work on it.
#include "engine/checks/requirements/path/data_reach.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for (const DataReached& reached : data_reach_of(pipeline, requirement)) {
    const bool is_open = reached.reach == Reach::Unrecorded;
    if (reached.reach != Reach::NotStarted && !is_open) continue;
    const bool has_link = is_open && reached.via != kNone;
    Finding& finding =
        add_unmet(context, requirement, text, findings)
            .with("data", std::string(reached.data))
            .with("target", std::string(reached.name))
            .with("why", std::string(is_open ? "over a way that the catalog does not record"
                                             : "no way leads there"));
    if (is_open) finding.severity = Severity::Open;
    finding.depth = is_open ? kConsequence : depth_of(pipeline, reached.part);
    finding.related_to(
        has_link ? place_of(pipeline.link(reached.via)) : place_of(pipeline, reached.part),
        has_link ? "not recorded" : "the data does not come here");
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::data_not_reached{
    .kind = RequirementKind::Reaches,
    .text =
        {
            .id = "PLB2012",
            .slug = "data-not-reached",
            .kind = Kind::Trigger,
            .severity = Severity::Violation,
            .title = "data does not come to what should work on it",
            .message = "{data} should come to {target}: {why}",
            .rationale = "Data is read along connections that can exist, from a part that holds "
                         "it.",
            .fix = "Draw a connection by which it is read, from the store to the job.",
            .source = "https://docs.aws.amazon.com/glue/latest/dg/how-it-works.html",
        },
    .check = &check,
};

}  // namespace plumbline
