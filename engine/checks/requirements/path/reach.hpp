// How the items of a workload come to what a requirement names: to all of it, to a share,
// over a way that nobody has recorded, or not at all.
#pragma once

#include <string_view>
#include <vector>

#include "engine/checks/rule.hpp"

namespace plumbline {

enum class Reach : std::uint8_t {
  Everything,  // every item comes here
  Unrecorded,  // every item would, over a connection that the catalog does not record
  Share,       // some items only
  NotStarted,  // it is there, and no item comes to it
  Absent,      // no part is it or runs it
};

// One model, program or component that a requirement names.
struct Reached {
  std::string_view name;
  Reach reach = Reach::Absent;
  double share = 0.0;   // of the items
  PartId part = kNone;  // that is or runs it; kNone: absent
  LinkId via = kNone;   // Share, Unrecorded: the link that decides
};
[[nodiscard]] std::vector<Reached> reach_of(const RuleContext& context,
                                            const Requirement& requirement);

// The first link on a drawn way to the part that an item of the workload does not pass; kNone when
// no way is drawn from where the items are.
[[nodiscard]] LinkId find_break(const Pipeline& pipeline, WorkloadId workload, PartId part);

// Calls `visit(const Reached&)` for everything the requirement names that is reached in this way.
template <typename Visit>
void for_each_reached(const RuleContext& context, const Requirement& requirement, Reach reach,
                      Visit&& visit) {
  if (requirement.workload == kNone) return;  // a name that could not be read is reported there
  for (const Reached& reached : reach_of(context, requirement)) {
    if (reached.reach == reach) visit(reached);
  }
}

}  // namespace plumbline
