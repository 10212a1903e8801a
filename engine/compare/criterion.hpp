// One criterion of the ranking, and how two options stand to each other under it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "engine/compare/judgement.hpp"

namespace plumbline {

enum class CriterionType : std::uint8_t {
  Wants,      // fewer unmet `want` requirements
  Objective,  // a score
};

struct Criterion {
  CriterionType type = CriterionType::Objective;
  Objective objective = Objective::LeastOperationalOverhead;
  bool is_fallback = false;  // nobody asked for it
};

// The criteria in the order in which they are asked: the objective, unmet wishes, what `then:`
// names; for meets-requirements the fallback overhead, cost, effort.
[[nodiscard]] std::vector<Criterion> criteria_of(const Scenario& scenario);

// The second option's score minus the first's: positive when the first is better.
struct Contest {
  Ground ground = Ground::Tie;  // Wants, Dominance, Likely, CloseCall or Tie
  double low = 0.0;
  double likely = 0.0;
  double high = 0.0;
  double share = 1.0;  // of [low, high] that favours the one whose likely score is better
};

// Scores that differ by less than this share of the larger one are a tie (DESIGN section 3,
// step 6).
inline constexpr double kTieShare = 0.05;
// A difference in cost below this share of the whole bill is noise, whatever it is a share of.
inline constexpr double kNoiseShare = 0.005;

[[nodiscard]] Contest contest(const Criterion& criterion, const OptionJudgement& first,
                              const OptionJudgement& second,
                              std::span<const Requirement> requirements);

// What an option scores; less is better. The unit is the criterion's: unmet wishes, hours (a month,
// or once), servers, US dollars a month, seconds. Infinity when it has none.
[[nodiscard]] double score_of(const Criterion& criterion, const OptionJudgement& option,
                              std::span<const Requirement> requirements);

// What separates two options: the first criterion under which they do not tie. If none does, the
// last one, with a tie.
struct Separation {
  std::size_t criterion = 0;
  Contest contest;
};

// Contests between the options of one judgement, each held once: a contest about cost or latency
// evaluates both designs at many assignments.
class Contests {
 public:
  // `judgement` must outlive it; its options must not change.
  Contests(const Judgement& judgement, std::vector<Criterion> criteria)
      : judgement_(judgement), criteria_(std::move(criteria)) {}

  [[nodiscard]] const std::vector<Criterion>& criteria() const { return criteria_; }
  [[nodiscard]] Contest between(std::size_t criterion, std::size_t first, std::size_t second);
  [[nodiscard]] Separation separate(std::size_t first, std::size_t second);
  [[nodiscard]] double score(std::size_t criterion, std::size_t option);

 private:
  const Judgement& judgement_;
  std::vector<Criterion> criteria_;
  std::map<std::array<std::size_t, 3>, Contest> contests_;  // criterion, smaller, larger index
  std::map<std::array<std::size_t, 2>, double> scores_;     // criterion, option
};

}  // namespace plumbline
