// Judgements made by hand: only what a test of verdicts and rankings needs.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/compare/criterion.hpp"
#include "engine/compare/judgement.hpp"
#include "engine/compare/ranking.hpp"

namespace plumbline::made {

inline const RuleText kRule{.id = "PLB9001",
                            .slug = "made-up",
                            .kind = Kind::Backlog,
                            .severity = Severity::Violation,
                            .title = "made up",
                            .message = "made up",
                            .rationale = "",
                            .fix = "",
                            .source = ""};

inline Finding finding(Severity severity, Evidence evidence = Evidence::HardLimit) {
  Finding made;
  made.rule = &kRule;
  made.kind = kRule.kind;
  made.severity = severity;
  made.evidence = evidence;
  return made;
}

inline Condition condition(std::string subject, double at_most, bool of_the_world = true) {
  return {std::move(subject), Condition::Direction::AtMost,
          Quantity::exactly(Dimension::Time, at_most), of_the_world};
}

inline Finding open(std::vector<Condition> conditions = {}) {
  Finding made = finding(Severity::Open);
  made.conditions = std::move(conditions);
  return made;
}

// Weights live as long as the program: ledgers point to them.
inline const Weight* weight(std::string_view id) {
  static std::deque<Weight> weights;
  for (const Weight& known : weights) {
    if (known.id == id) return &known;
  }
  weights.push_back({.id = id, .factor = id});
  return &weights.back();
}

inline Duty duty(std::string_view factor, std::string_view weight_id, Hours hours,
                 std::string text = "1 thing") {
  Duty made;
  made.weight = weight(weight_id);
  made.factor = factor;
  made.text = std::move(text);
  made.hours = hours;
  return made;
}

inline Ledger ledger(std::vector<Duty> duties) {
  Ledger made;
  made.duties = std::move(duties);
  for (const Duty& one : made.duties) made.total += one.hours;
  return made;
}

// A judgement of options "A", "B", ... under one objective; the scenario lives with it.
struct Case {
  explicit Case(std::size_t options, Objective objective = Objective::LeastOperationalOverhead) {
    static constexpr std::string_view kLetters = "ABCDEFGH";
    scenario.objective = objective;
    scenario.has_options = true;
    for (std::size_t i = 0; i < options; ++i) {
      scenario.options.push_back({.letter = kLetters.substr(i, 1)});
    }
    judgement.scenario = &scenario;
    for (const Option& option : scenario.options) {
      judgement.options.emplace_back();
      judgement.options.back().option = &option;
    }
  }
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  OptionJudgement& operator[](std::size_t index) { return judgement.options[index]; }

  // Overhead as one duty of a weight of its own, known exactly.
  void set_hours(std::size_t index, double hours) {
    judgement.options[index].overhead =
        ledger({duty("releases", judgement.options[index].option->letter, {hours, hours, hours})});
  }
  void rank() {
    Contests held = contests();
    rank_options(judgement, held);
  }
  [[nodiscard]] Contests contests() const { return {judgement, criteria_of(scenario)}; }

  [[nodiscard]] std::string order() const { return letters(judgement.ranking); }
  [[nodiscard]] std::string best() const { return letters(judgement.best); }

  Scenario scenario;
  Judgement judgement;

 private:
  [[nodiscard]] std::string letters(const std::vector<std::size_t>& indices) const {
    std::string letters;
    for (const std::size_t index : indices) letters += judgement.options[index].option->letter;
    return letters;
  }
};

}  // namespace plumbline::made
