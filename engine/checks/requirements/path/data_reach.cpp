// How data at rest comes to what a requirement names: along drawn ways from a part that holds it.
#include "engine/checks/requirements/path/data_reach.hpp"

#include <algorithm>

#include "engine/estimate/data_at_rest.hpp"

namespace plumbline {
namespace {

struct Goal {
  std::string_view name;
  std::vector<PartId> parts;
};

bool runs(const Part& part, WorkId work) {
  return std::ranges::any_of(part.targets, [work](const Target& target) {
    return std::ranges::find(target.works, work) != target.works.end();
  });
}

std::vector<Goal> goals_of(const Pipeline& pipeline, const Requirement& requirement) {
  std::vector<Goal> goals;
  for (const WorkId work : requirement.works) {
    Goal goal{.name = pipeline.world().works[static_cast<std::size_t>(work)].name, .parts = {}};
    PartId id = 0;
    for (const Part& part : pipeline.parts()) {
      if (runs(part, work)) goal.parts.push_back(id);
      ++id;
    }
    goals.push_back(std::move(goal));
  }
  for (const std::string_view name : requirement.components) {
    Goal goal{.name = name, .parts = {}};
    if (const PartId id = pipeline.find(name); id != kNone) goal.parts.push_back(id);
    goals.push_back(std::move(goal));
  }
  return goals;
}

// Where the data comes to from its holders, over recorded ways alone or over any that can be.
class Spread {
 public:
  Spread(const Pipeline& pipeline, const std::vector<Held>& holders, bool recorded)
      : pipeline_(pipeline),
        recorded_(recorded),
        seen_(pipeline.parts().size()),
        doubtful_(pipeline.parts().size(), kNone) {
    for (const Held& held : holders) reach(held.part, kNone);
    const std::size_t holding = open_.size();
    for (std::size_t next = 0; next < open_.size(); ++next) {
      const PartId here = open_[next];
      for (const LinkId id : pipeline_.links_from(here)) pass(here, id, pipeline_.link(id).to);
      if (next >= holding) continue;
      // The arrow between a store and who asks it may be drawn from the one who asks.
      for (const LinkId id : pipeline_.links_to(here)) {
        if (!pipeline_.link(id).starts_work) pass(here, id, pipeline_.link(id).from);
      }
    }
  }

  [[nodiscard]] bool comes_to(PartId part) const { return seen_[static_cast<std::size_t>(part)]; }
  // The first way on the road there that nobody records; kNone: all are.
  [[nodiscard]] LinkId doubtful(PartId part) const {
    return doubtful_[static_cast<std::size_t>(part)];
  }

 private:
  void pass(PartId here, LinkId via, PartId there) {
    const LinkState state = pipeline_.link(via).state;
    if (state == LinkState::Impossible) return;
    const bool is_doubtful = state == LinkState::Unrecorded;
    if (is_doubtful && recorded_) return;
    reach(there, doubtful(here) == kNone && is_doubtful ? via : doubtful(here));
  }

  void reach(PartId part, LinkId doubtful) {
    const auto index = static_cast<std::size_t>(part);
    if (seen_[index]) return;
    seen_[index] = true;
    doubtful_[index] = doubtful;
    open_.push_back(part);
  }

  const Pipeline& pipeline_;
  bool recorded_;
  std::vector<bool> seen_;
  std::vector<LinkId> doubtful_;
  std::vector<PartId> open_;
};

}  // namespace

std::vector<DataReached> data_reach_of(const Pipeline& pipeline, const Requirement& requirement) {
  std::vector<DataReached> all;
  const std::vector<Goal> goals = goals_of(pipeline, requirement);
  for (const DataId data : requirement.data) {
    const std::vector<Held> holders = holders_of(pipeline, data);
    if (holders.empty()) continue;
    const Spread surely(pipeline, holders, true);
    const Spread perhaps(pipeline, holders, false);
    for (const Goal& goal : goals) {
      DataReached reached{.name = goal.name,
                          .data = pipeline.world().data[static_cast<std::size_t>(data)].name};
      if (!goal.parts.empty()) {
        reached.reach = Reach::NotStarted;
        reached.part = goal.parts.front();
      }
      for (const PartId part : goal.parts) {
        if (surely.comes_to(part)) {
          reached.reach = Reach::Everything;
          reached.part = part;
          break;
        }
        if (!perhaps.comes_to(part) || reached.reach == Reach::Unrecorded) continue;
        reached.reach = Reach::Unrecorded;
        reached.part = part;
        reached.via = perhaps.doubtful(part);
      }
      all.push_back(reached);
    }
  }
  return all;
}

}  // namespace plumbline
