// Labelled data can leave by a way that nothing closes.
#include <string>

#include "engine/checks/requirements/unmet.hpp"
#include "engine/egress/exposure.hpp"

namespace plumbline {
namespace {

// "'nb' > the interface owned by AWS > the internet"
std::string route_of(const std::vector<EgressHop>& witness) {
  std::string route = witness.empty() ? std::string{} : witness.front().from;
  for (const EgressHop& hop : witness) route.append(" > ").append(hop.to);
  return route;
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const EgressReport report = analyse_egress(context.pipeline, query_of(requirement));
  for (const WayResult& way : report.ways) {
    if (way.state != WayState::Open || way.witness.empty()) continue;
    const EgressWay& info = egress_table().ways[static_cast<std::size_t>(way.way)];
    const EgressHop& exit = way.witness.back();
    Finding& finding =
        add_unmet(context, requirement, text, findings)
            .with("label",
                  requirement.label.empty() ? std::string("all") : std::string(requirement.label))
            .with("way", std::string(info.title))
            .with("id", std::string(info.id))
            .with("route", route_of(way.witness))
            .with("reason", std::string(exit.reason));
    finding.related_to(exit.place, std::string(exit.reason));
    for (const std::size_t measure : way.narrowed_by) {
      finding.related_to(report.measures[measure].place, "narrows it and does not close it");
    }
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::no_egress{
    .kind = RequirementKind::NoEgress,
    .text =
        {
            .id = "PLB2320",
            .slug = "no-egress",
            .kind = Kind::Egress,
            .severity = Severity::Violation,
            .title = "labelled data can leave by a way that nothing closes",
            .message = "{label} data can leave by {id}, {way}: {route} ({reason})",
            .rationale = "Data is kept in only if every way out is closed. A control that narrows "
                         "a way, protects what leaves or notices it leaves the way open.",
            .fix =
                "Close the way: 'plumbline egress' shows each of them hop by hop, and what stands "
                "against it without closing it.",
            .source = "https://docs.aws.amazon.com/whitepapers/latest/"
                      "building-a-data-perimeter-on-aws/building-a-data-perimeter-on-aws.html",
        },
    .check = &check,
};

}  // namespace plumbline
