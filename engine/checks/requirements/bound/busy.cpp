// How long one unit keeps a part busy when nothing queues.
#include "engine/checks/requirements/bound/busy.hpp"

#include <algorithm>

#include "engine/checks/work.hpp"
#include "engine/estimate/fleet.hpp"
#include "engine/estimate/lognormal.hpp"
#include "engine/estimate/part_timing.hpp"

namespace plumbline {
namespace {

bool is_weak_fact(const Fact* fact) { return fact != nullptr && is_weak(fact->confidence); }

class Times {
 public:
  Times(const Pipeline& pipeline, const Estimates& estimates, const Assignment& assignment)
      : pipeline_(pipeline),
        estimates_(estimates),
        assignment_(assignment),
        times_(pipeline.parts().size()) {}

  // Callees first, so that each is known when its caller asks.
  std::vector<Busy> all() && {
    const auto order = pipeline_.order();
    for (auto id = order.rbegin(); id != order.rend(); ++id) {
      times_[static_cast<std::size_t>(*id)] = of_part(*id);
    }
    return std::move(times_);
  }

 private:
  [[nodiscard]] Busy of_part(PartId id) const {
    const PartEstimate& here = estimates_.of(id);
    const Busy calls = of_calls(id);
    Busy busy{here.startup.mean + here.own.mean + calls.time};
    busy.weakest = weaker(weaker(here.startup.fact, here.own.fact), calls.weakest);
    busy.certain = calls.certain;
    if (!is_weak_fact(here.startup.fact)) busy.certain += here.startup.mean.low;
    busy.certain += is_weak_fact(here.own.fact)
                        ? stated_work(pipeline_, estimates_, id, assignment_)
                        : here.own.mean.low;
    return busy;
  }

  // Code asks side by side; the steps of a workflow may stand in a row.
  [[nodiscard]] Busy of_calls(PartId id) const {
    Busy longest;
    double in_a_row = 0.0;
    for (const LinkId link_id : pipeline_.links_from(id)) {
      const Link& link = pipeline_.link(link_id);
      if (!link.waits || !link.carries_work() || link.started_by_target) continue;
      const Timing delay = delay_of(pipeline_, link);
      const Busy& callee = times_[static_cast<std::size_t>(link.to)];
      const Seconds answer = delay.mean + callee.time;
      const double certain = callee.certain + (is_weak_fact(delay.fact) ? 0.0 : delay.mean.low);
      longest.time = max(longest.time, answer);
      longest.certain = std::max(longest.certain, certain);
      longest.weakest = weaker(longest.weakest, weaker(delay.fact, callee.weakest));
      in_a_row += answer.high;
    }
    if (pipeline_.part(id).behaviour == Behaviour::Orchestrator) longest.time.high = in_a_row;
    return longest;
  }

  const Pipeline& pipeline_;
  const Estimates& estimates_;
  const Assignment& assignment_;
  std::vector<Busy> times_;
};

}  // namespace

double stated_work(const Pipeline& pipeline, const Estimates& estimates, PartId id,
                   const Assignment& assignment) {
  return work_time(pipeline, id, estimates.of(id).items, assignment).mean.low;
}

std::vector<Busy> busy_times(const Pipeline& pipeline, const Estimates& estimates,
                             const Assignment& assignment) {
  return Times(pipeline, estimates, assignment).all();
}

}  // namespace plumbline
