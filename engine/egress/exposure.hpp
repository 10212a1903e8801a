// How exposed a design is by what the scenario asks about egress, for ranking designs.
#pragma once

#include <vector>

#include "engine/egress/egress.hpp"

namespace plumbline {

// One query for each `no-egress` requirement; one about everything if there is none.
[[nodiscard]] std::vector<EgressQuery> egress_queries_of(const Scenario& scenario);
[[nodiscard]] EgressQuery query_of(const Requirement& requirement);

// Ways that are open, less what narrows and protects them; fewer open ways always weigh more than
// any number of narrowed ones, and those more than protected ones (DESIGN section 3, step 7).
struct Exposure {
  int open = 0;
  int narrowed = 0;
  int protected_ways = 0;
  std::vector<int> grades;  // of every way under every query; higher is safer

  // One number with the same order; less is better.
  [[nodiscard]] double score() const;
};
[[nodiscard]] Exposure exposure_of(const Pipeline& pipeline);

}  // namespace plumbline
