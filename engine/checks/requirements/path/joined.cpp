// No one place gets all the results of an item.
#include <algorithm>
#include <iterator>

#include "engine/checks/requirements/path/results.hpp"
#include "engine/checks/requirements/unmet.hpp"
#include "engine/checks/work.hpp"

namespace plumbline {
namespace {

using Places = std::vector<ResultPlace>;

Places common(const Places& a, const Places& b) {
  Places both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both;
}

bool is_asked_for(const Pipeline& pipeline, const Requirement& requirement, ResultPlace place) {
  return requirement.components.empty() ||
         std::ranges::find(requirement.components, pipeline.part(place.part).name) !=
             requirement.components.end();
}

// Whether one place, where some are named one of them, gets the results of all works.
bool is_joined(const Pipeline& pipeline, const Requirement& requirement, Ways ways) {
  Places places;
  for (std::size_t i = 0; i < requirement.works.size(); ++i) {
    Places more = places_of_results(pipeline, requirement.workload, requirement.works[i], ways);
    places = i == 0 ? std::move(more) : common(places, more);
    if (places.empty()) return false;
  }
  return std::ranges::any_of(
      places, [&](ResultPlace place) { return is_asked_for(pipeline, requirement, place); });
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (requirement.workload == kNone || requirement.works.empty()) return;
  const Pipeline& pipeline = context.pipeline;
  if (is_joined(pipeline, requirement, Ways::Recorded)) return;
  std::vector<std::string_view> names;
  std::uint32_t depth = 0;
  for (const WorkId work : requirement.works) {
    names.push_back(work_of(pipeline, work).name);
    for (const TargetFlow& flow : pipeline.flows_to_work(requirement.workload, work)) {
      depth = std::max(depth, depth_of(pipeline, flow.part));
    }
  }
  Finding& finding = add_unmet(context, requirement, text, findings)
                         .with("works", joined_names(names))
                         .with("where", requirement.components.empty()
                                            ? std::string()
                                            : " in " + joined_names(requirement.components, "or"));
  finding.depth = depth + 1;
  if (is_joined(pipeline, requirement, Ways::Drawn)) finding.severity = Severity::Open;
}

}  // namespace

constinit const RequirementChecker requirement_checkers::joined{
    .kind = RequirementKind::Joined,
    .text =
        {
            .id = "PLB2008",
            .slug = "joined",
            .kind = Kind::Workflow,
            .severity = Severity::Violation,
            .title = "no one place gets all results of an item",
            .message =
                "as drawn, the results of {works} for an item of {workload} never meet{where}",
            .rationale =
                "Results belong together where one caller waits for all of them, where all are "
                "written to one store, or where the branches of a workflow meet. A job that is "
                "started and left alone answers nobody.",
            .fix = "Let one caller wait for all answers, write every result to one store, or "
                   "join the branches in a workflow.",
            .source = "https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html",
        },
    .check = &check,
};

}  // namespace plumbline
