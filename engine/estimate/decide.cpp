// Met, violated or open against a bound, and the threshold at which it turns.
#include <algorithm>
#include <cmath>

#include "engine/estimate/estimate.hpp"

namespace plumbline {
namespace {

using Measure = std::function<Quantity(const Assignment&)>;

// Half an interval in the logarithm at every step: 60 steps narrow 12 decades to 1e-17 of
// themselves.
constexpr int kSteps = 60;

bool surely_meets(Direction direction, const Quantity& value, double bound) {
  return direction == Direction::AtMost ? value.high <= bound : value.low >= bound;
}
bool surely_breaks(Direction direction, const Quantity& value, double bound) {
  return direction == Direction::AtMost ? value.low > bound : value.high < bound;
}

// The unknowns of one dimension, which are given one common value while the threshold is sought.
struct Group {
  Dimension dimension;
  std::vector<const Value*> values;
  [[nodiscard]] double low() const {
    return (*std::ranges::min_element(values, {}, [](const Value* v) { return v->mean.low; }))
        ->mean.low;
  }
  [[nodiscard]] double high() const {
    return (*std::ranges::max_element(values, {}, [](const Value* v) { return v->mean.high; }))
        ->mean.high;
  }
  void assign(double value, Assignment& assignment) const {
    for (const Value* one : values) {
      assignment.entries.push_back({one->path, std::clamp(value, one->mean.low, one->mean.high)});
    }
  }
};

std::vector<Group> groups_of(const Pipeline& pipeline,
                             const std::vector<std::string_view>& unknowns) {
  std::vector<Group> groups;
  for (const std::string_view path : unknowns) {
    const Value* value = find_value(pipeline, path);
    if (value == nullptr || !value->is_unknown()) continue;
    const auto same = std::ranges::find(groups, value->mean.dimension, &Group::dimension);
    if (same != groups.end()) {
      same->values.push_back(value);
    } else {
      groups.push_back({value->mean.dimension, {value}});
    }
  }
  return groups;
}

class Search {
 public:
  Search(Direction direction, double bound, const Measure& measure,
         const std::vector<Group>& groups)
      : direction_(direction), bound_(bound), measure_(measure), groups_(groups) {}

  // The threshold of one group, if there is one: first with the others anywhere in their ranges, so
  // that the condition suffices alone; else with the others where they help most.
  void add_condition(std::size_t group, std::vector<Condition>& conditions) const {
    for (const Others others : {Others::Anywhere, Others::Helpful}) {
      const bool at_low = meets(group, groups_[group].low(), others);
      const bool at_high = meets(group, groups_[group].high(), others);
      if (at_low == at_high) {
        if (at_low) return;  // does not matter, or decides nothing by itself
        continue;
      }
      add(group, threshold(group, at_low, others), at_low, conditions);
      return;
    }
  }

 private:
  enum class Others { Anywhere, Helpful };

  [[nodiscard]] bool meets(std::size_t group, double value, Others others) const {
    Assignment assignment;
    groups_[group].assign(value, assignment);
    if (others == Others::Anywhere) return surely_meets(direction_, measure_(assignment), bound_);
    for (std::size_t other = 0; other < groups_.size(); ++other) {
      if (other != group) groups_[other].assign(helpful_end(other), assignment);
    }
    return surely_meets(direction_, measure_(assignment), bound_);
  }

  // Which end of another group's range brings the measure nearer to the bound.
  [[nodiscard]] double helpful_end(std::size_t group) const {
    Assignment low;
    groups_[group].assign(groups_[group].low(), low);
    Assignment high;
    groups_[group].assign(groups_[group].high(), high);
    const Quantity at_low = measure_(low);
    const Quantity at_high = measure_(high);
    const bool low_is_less =
        at_low.low + std::min(at_low.high, 1e300) <= at_high.low + std::min(at_high.high, 1e300);
    return low_is_less == (direction_ == Direction::AtMost) ? groups_[group].low()
                                                            : groups_[group].high();
  }

  [[nodiscard]] double threshold(std::size_t group, bool meets_at_low, Others others) const {
    double good = meets_at_low ? groups_[group].low() : groups_[group].high();
    double bad = meets_at_low ? groups_[group].high() : groups_[group].low();
    for (int step = 0; step < kSteps; ++step) {
      const double middle = good > 0.0 && bad > 0.0 ? std::sqrt(good * bad) : (good + bad) / 2.0;
      if (middle == good || middle == bad) break;
      (meets(group, middle, others) ? good : bad) = middle;
    }
    return good;
  }

  void add(std::size_t group, double value, bool meets_at_low,
           std::vector<Condition>& conditions) const {
    for (const Value* one : groups_[group].values) {
      conditions.push_back(
          {.subject = std::string(one->path),
           .direction = meets_at_low ? Condition::Direction::AtMost : Condition::Direction::AtLeast,
           .threshold = Quantity::exactly(groups_[group].dimension, value),
           .of_the_world = one->of_the_world});
    }
  }

  Direction direction_;
  double bound_;
  const Measure& measure_;
  const std::vector<Group>& groups_;
};

}  // namespace

Decision decide(const Pipeline& pipeline, Direction direction, double bound,
                const std::vector<std::string_view>& unknowns,
                const std::function<Quantity(const Assignment&)>& measure) {
  Decision decision{.value = measure({})};
  if (surely_meets(direction, decision.value, bound)) return decision;
  if (surely_breaks(direction, decision.value, bound)) {
    decision.outcome = Outcome::Violated;
    return decision;
  }
  decision.outcome = Outcome::Open;
  const std::vector<Group> groups = groups_of(pipeline, unknowns);
  const Search search(direction, bound, measure, groups);
  for (std::size_t group = 0; group < groups.size(); ++group) {
    search.add_condition(group, decision.conditions);
  }
  return decision;
}

}  // namespace plumbline
