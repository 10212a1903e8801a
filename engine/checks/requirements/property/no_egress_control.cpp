// An option answers with a control that closes none of the ways out: what it governs is something
// else.
#include <algorithm>
#include <string>

#include "engine/checks/requirements/unmet.hpp"
#include "engine/egress/exposure.hpp"

namespace plumbline {
namespace {

bool closes_any(const EgressReport& report, std::size_t measure) {
  return std::ranges::any_of(report.ways, [&](const WayResult& way) {
    return std::ranges::find(way.closed_by, measure) != way.closed_by.end();
  });
}

// "P3 and P14"
std::string open_ways(const EgressReport& report) {
  std::vector<std::string_view> ids;
  for (const WayResult& way : report.ways) {
    if (way.state != WayState::Open) continue;
    ids.push_back(egress_table().ways[static_cast<std::size_t>(way.way)].id);
  }
  return joined_names(ids);
}

// What the option itself lays against the ways; a control of the base is nobody's answer.
bool is_answer(const Pipeline& pipeline, const EgressMeasure& measure) {
  const auto& controls = pipeline.design().controls;
  return measure.type == EgressMeasure::Type::Control &&
         std::ranges::any_of(controls, [&](const ControlUse& use) {
           return use.own && use.place == measure.place;
         });
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  if (pipeline.design().controls.empty()) return;
  const EgressReport report = analyse_egress(pipeline, query_of(requirement));
  if (!report.any_open()) return;
  const std::string ways = open_ways(report);
  for (std::size_t i = 0; i < report.measures.size(); ++i) {
    const EgressMeasure& measure = report.measures[i];
    if (!is_answer(pipeline, measure) || closes_any(report, i)) continue;
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("control", std::string(measure.control->name))
                           .with("ways", ways)
                           .with("limits", std::string(measure.control->limits));
    finding.related_to(measure.place, "closes none of them");
  }
}

}  // namespace

// Its id stands before that of the open ways: of equal reasons the lower id is told first, and why
// the answer fails says more than that it fails.
constinit const RequirementChecker requirement_checkers::no_egress_control{
    .kind = RequirementKind::NoEgress,
    .text =
        {
            .id = "PLB2319",
            .slug = "no-egress-control",
            .kind = Kind::ControlScope,
            .severity = Severity::Violation,
            .title = "a control that closes none of the ways out",
            .message = "{control} closes none of the ways that stay open ({ways}): {limits}",
            .rationale = "A control acts where it attaches and on what it governs: addresses and "
                         "ports, API calls, keys, logs. Where data leaves by another way it does "
                         "nothing.",
            .fix = "Choose a control that governs the way out; 'plumbline egress' shows which one "
                   "closes it.",
            .source = "https://docs.aws.amazon.com/whitepapers/latest/"
                      "building-a-data-perimeter-on-aws/building-a-data-perimeter-on-aws.html",
        },
    .check = &check,
};

}  // namespace plumbline
