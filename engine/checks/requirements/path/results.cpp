// Follows the results of one work: up to those who wait, down to where they are written.
#include "engine/checks/requirements/path/results.hpp"

#include <algorithm>
#include <array>

#include "engine/checks/requirements/path/link_words.hpp"

namespace plumbline {
namespace {

using namespace std::string_view_literals;

// Mechanisms that carry a result on; a call or a job carries the next item instead.
constexpr std::array kOnward = {"write"sv,   "output"sv,       "return"sv,     "notify"sv,
                                "publish"sv, "send-message"sv, "put-events"sv, "state-change"sv};
// Mechanisms by which a result leaves a store, queue or topic again.
constexpr std::array kOutward = {"read"sv, "poll"sv, "subscription"sv, "rule"sv, "return"sv};

template <std::size_t kCount>
bool is_one_of(const std::array<std::string_view, kCount>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_store(const Part& part) {
  return part.behaviour == Behaviour::ObjectStore || part.behaviour == Behaviour::KeyValueStore;
}
// What passes each message on by itself; its reader sees one result at a time.
bool is_passage(const Part& part) {
  return part.behaviour == Behaviour::Queue || part.behaviour == Behaviour::Router ||
         part.behaviour == Behaviour::ShardLog || part.behaviour == Behaviour::MicroBatch;
}
// A family with one member for each work holds one result in each member.
bool is_family(const Part& part) {
  return part.component != nullptr && part.component->one_per_work && part.targets.size() > 1;
}

class Spread {
 public:
  Spread(const Pipeline& pipeline, Ways ways)
      : pipeline_(pipeline), ways_(ways), seen_(pipeline.parts().size()) {}

  void start(PartId part, std::int32_t target) {
    const bool is_whole = pipeline_.part(part).targets.size() == 1;
    places_.push_back({part, is_whole ? -1 : target});
    follow(part, Held::InUnit);
  }

  std::vector<ResultPlace> places() && {
    std::ranges::sort(places_);
    places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
    return std::move(places_);
  }

 private:
  enum class Held : std::uint8_t {
    InUnit,   // the unit that has the result has all the others it waits for
    Passing,  // a unit of its own for each result
    AtRest,   // in a store, or with somebody outside
  };
  struct Step {
    PartId part;
    Held held;
  };

  [[nodiscard]] bool passes(const Link& link) const {
    if (link.state == LinkState::Impossible) return false;
    return link.state != LinkState::Unrecorded || ways_ == Ways::Drawn;
  }

  void follow(PartId part, Held held) {
    std::vector<Step> open{{part, held}};
    while (!open.empty()) {
      const Step step = open.back();
      open.pop_back();
      auto& seen = seen_[static_cast<std::size_t>(step.part)];
      const auto bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(step.held));
      if ((seen & bit) != 0) continue;
      seen = static_cast<std::uint8_t>(seen | bit);
      if (step.held == Held::InUnit) go_up(step.part, open);
      go_down(step, open);
    }
  }

  // Who waits for an answer gets it; a workflow that waits for a job knows when all are done.
  void go_up(PartId part, std::vector<Step>& open) {
    for (const LinkId id : pipeline_.links_to(part)) {
      const Link& link = pipeline_.link(id);
      if (!passes(link) || !link.waits || !link.starts_work || link.started_by_target) continue;
      const bool is_workflow = pipeline_.part(link.from).behaviour == Behaviour::Orchestrator;
      if (answer_of(link) == Answer::Back || is_workflow) arrive(link.from, Held::InUnit, open);
    }
  }

  void go_down(const Step& step, std::vector<Step>& open) {
    for (const LinkId id : pipeline_.links_from(step.part)) {
      const Link& link = pipeline_.link(id);
      if (!passes(link)) continue;
      const std::string_view by = mechanism_of(link);
      const Part& here = pipeline_.part(step.part);
      const bool leaves =
          is_store(here) || is_passage(here) ? is_one_of(kOutward, by) : is_one_of(kOnward, by);
      if (!leaves) continue;
      if (by == "return") {
        arrive(link.to, Held::InUnit, open);
      } else {
        arrive(link.to, Held::Passing, open);
      }
    }
  }

  void arrive(PartId part, Held held, std::vector<Step>& open) {
    const Part& here = pipeline_.part(part);
    const bool is_at_rest = is_store(here) || here.type == PartType::Actor;
    if (is_at_rest) held = Held::AtRest;
    if (is_at_rest || (held == Held::InUnit && !is_passage(here) && !is_family(here))) {
      places_.push_back({part, -1});
    }
    open.push_back({part, held});
  }

  const Pipeline& pipeline_;
  Ways ways_;
  std::vector<std::uint8_t> seen_;
  std::vector<ResultPlace> places_;
};

}  // namespace

std::vector<ResultPlace> places_of_results(const Pipeline& pipeline, WorkloadId workload,
                                           WorkId work, Ways ways) {
  Spread spread(pipeline, ways);
  for (const TargetFlow& flow : pipeline.flows_to_work(workload, work)) {
    if (flow.share <= 0.0 || flow.shadow) continue;
    if (flow.open && ways == Ways::Recorded) continue;
    spread.start(flow.part, flow.target);
  }
  return std::move(spread).places();
}

}  // namespace plumbline
