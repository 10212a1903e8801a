// Whether a judgement is what the author of the file expected. Only `test` reads expectations;
// nothing here reaches judging.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/judgement.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline {

enum class Confirmation {
  Agrees,     // the same best options, every stated kind found
  Differs,    // another best option, verdict or kind
  Undecided,  // no decision, or a tie that goes beyond the key
  Disputed,   // public sources disagree on the key: shown, never counted
  Unstated,   // the file expects nothing
};
[[nodiscard]] std::string_view confirmation_name(Confirmation outcome);

// One kind that was expected for an option and what was found instead.
struct KindDifference {
  std::string letter;
  std::string expected;
  std::string found;  // a kind, or "best" or "nothing" where there is none
};

struct Agreement {
  std::string file;
  std::string id;
  Confirmation outcome = Confirmation::Unstated;
  // Letters of an answer, in order; the verdict's name for `design:` alone.
  std::vector<std::string> expected;
  std::vector<std::string> found;
  bool is_tie = false;
  bool has_options = true;
  std::vector<KindDifference> kinds;  // that differ
  // Disputed: "key", "alternative 1" ... that the judgement follows, or "neither".
  std::string follows;
};

[[nodiscard]] Agreement compare_with_expectation(const Judgement& judgement,
                                                 const Expectation& expectation);

// Whether the file fails the test: an undisputed expectation that is not confirmed.
[[nodiscard]] bool is_failure(const Agreement& agreement);

[[nodiscard]] std::string agreements_text(std::span<const Agreement> agreements, std::size_t width);
[[nodiscard]] std::string agreements_markdown(std::span<const Agreement> agreements);
[[nodiscard]] std::string agreements_json(std::span<const Agreement> agreements);

// One sentence for each thing that differs: "expected B, found C", "A: expected run-time-limit,
// found latency".
[[nodiscard]] std::vector<std::string> sentences_of(const Agreement& agreement);

// How many have each outcome: "9 files: 7 agree, 1 differs, 1 undecided, 0 disputed".
[[nodiscard]] std::string summary_of(std::span<const Agreement> agreements);
[[nodiscard]] std::size_t count_of(std::span<const Agreement> agreements, Confirmation outcome);

}  // namespace plumbline
