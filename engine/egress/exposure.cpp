// Every query of the scenario, analysed and counted.
#include "engine/egress/exposure.hpp"

namespace plumbline {

EgressQuery query_of(const Requirement& requirement) {
  return {requirement.label, requirement.components, requirement.targets, requirement.ways};
}

std::vector<EgressQuery> egress_queries_of(const Scenario& scenario) {
  std::vector<EgressQuery> queries;
  for (const Requirement& requirement : scenario.requirements) {
    if (requirement.kind == RequirementKind::NoEgress) queries.push_back(query_of(requirement));
  }
  if (queries.empty()) queries.emplace_back();
  return queries;
}

double Exposure::score() const {
  constexpr double kBase = 1000.0;
  return open * kBase * kBase - narrowed * kBase - protected_ways;
}

Exposure exposure_of(const Pipeline& pipeline) {
  Exposure exposure;
  for (const EgressQuery& query : egress_queries_of(pipeline.scenario())) {
    const EgressReport report = analyse_egress(pipeline, query);
    const EgressCoverage coverage = coverage_of(report);
    exposure.narrowed += coverage.narrowed;
    exposure.protected_ways += coverage.protected_ways;
    for (const WayResult& way : report.ways) {
      if (way.state == WayState::Open) ++exposure.open;
      exposure.grades.push_back(grade_of(way));
    }
  }
  return exposure;
}

}  // namespace plumbline
