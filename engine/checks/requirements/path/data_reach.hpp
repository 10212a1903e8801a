// How data at rest comes to what a requirement names: along drawn ways from a part that holds it.
#pragma once

#include <string_view>
#include <vector>

#include "engine/checks/requirements/path/reach.hpp"

namespace plumbline {

// One model, program or component, and one set of data that should come to it.
struct DataReached {
  std::string_view name;
  std::string_view data;
  // Everything, Unrecorded (`via` is the way nobody records), NotStarted (no way leads there) or
  // Absent (no part is it or runs it).
  Reach reach = Reach::Absent;
  PartId part = kNone;
  LinkId via = kNone;
};

// In order of the requirement; data that nobody holds is not among them (data-held-nowhere).
[[nodiscard]] std::vector<DataReached> data_reach_of(const Pipeline& pipeline,
                                                     const Requirement& requirement);

}  // namespace plumbline
