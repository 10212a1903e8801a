// Sets beside each other what was expected and what was found.
#include "cli/agreement/agreement.hpp"

#include <algorithm>
#include <optional>

namespace plumbline {
namespace {

std::vector<std::string> in_order(std::span<const std::string_view> letters) {
  std::vector<std::string> list(letters.begin(), letters.end());
  std::ranges::sort(list);
  return list;
}

// The options that a combination is made of; none of an option that is judged alone.
std::vector<std::string> members_of(const Judgement& judgement, std::size_t index) {
  std::vector<std::string_view> letters;
  for (const std::size_t member : judgement.options[index].option->members) {
    letters.push_back(judgement.scenario->offers[member].letter);
  }
  return in_order(letters);
}

// The options of the best combination; of several that tie, the combinations.
std::vector<std::string> best_of(const Judgement& judgement) {
  if (judgement.best.size() == 1 && judgement.scenario->judges_combinations()) {
    return members_of(judgement, judgement.best.front());
  }
  std::vector<std::string_view> letters;
  for (const std::size_t index : judgement.best) {
    letters.push_back(judgement.options[index].option->letter);
  }
  return in_order(letters);
}

bool some_option_is_open(const Judgement& judgement) {
  return std::ranges::any_of(judgement.options, [](const OptionJudgement& option) {
    return option.verdict == Verdict::Open;
  });
}

// The key is one of the answers that tie.
bool is_among_ties(const Judgement& judgement, const std::vector<std::string>& expected,
                   const std::vector<std::string>& found) {
  if (!judgement.tie) return false;
  if (!judgement.scenario->judges_combinations()) return std::ranges::includes(found, expected);
  return std::ranges::any_of(judgement.best, [&](std::size_t index) {
    return members_of(judgement, index) == expected;
  });
}

// A tie beyond the key, or nothing best while something is still open, decides nothing.
Confirmation outcome_of(const Judgement& judgement, const std::vector<std::string>& expected,
                        const std::vector<std::string>& found) {
  if (found == expected) return Confirmation::Agrees;
  if (found.empty())
    return some_option_is_open(judgement) ? Confirmation::Undecided : Confirmation::Differs;
  return is_among_ties(judgement, expected, found) ? Confirmation::Undecided
                                                   : Confirmation::Differs;
}

// An option of combinations has the reason of the best combination that contains it.
void add_kind_of_offer(const Judgement& judgement, std::string_view letter, Kind kind,
                       std::vector<KindDifference>& differences) {
  for (const OfferJudgement& offer : judgement.offers) {
    if (offer.offer->letter != letter) continue;
    const OptionJudgement& combination = judgement.options[offer.combination];
    const bool has_kind = !offer.is_chosen && combination.has_main_kind;
    if (has_kind && combination.main_kind == kind) return;
    differences.push_back({std::string(letter), std::string(kind_info(kind).name),
                           has_kind ? std::string(kind_info(combination.main_kind).name) : "best"});
  }
}

std::vector<KindDifference> kinds_that_differ(const Judgement& judgement,
                                              const Expectation& expectation) {
  std::vector<KindDifference> differences;
  for (const auto& [letter, kind] : expectation.because) {
    if (judgement.scenario->judges_combinations()) {
      add_kind_of_offer(judgement, letter, kind, differences);
      continue;
    }
    const auto option = std::ranges::find_if(
        judgement.options,
        [&, wanted = letter](const OptionJudgement& one) { return one.option->letter == wanted; });
    if (option == judgement.options.end()) continue;  // reading has refused such a letter
    if (option->has_main_kind && option->main_kind == kind) continue;
    differences.push_back(
        {std::string(letter), std::string(kind_info(kind).name),
         option->has_main_kind ? std::string(kind_info(option->main_kind).name) : "best"});
  }
  return differences;
}

void judge_options(const Judgement& judgement, const Expectation& expectation,
                   Agreement& agreement) {
  agreement.expected = in_order(expectation.answer);
  agreement.found = best_of(judgement);
  agreement.is_tie = judgement.tie;
  agreement.kinds = kinds_that_differ(judgement, expectation);
  if (expectation.answer.empty()) {
    if (expectation.because.empty()) return;
    agreement.outcome = agreement.kinds.empty() ? Confirmation::Agrees : Confirmation::Differs;
    return;
  }
  agreement.outcome = outcome_of(judgement, agreement.expected, agreement.found);
  if (agreement.outcome == Confirmation::Agrees && !agreement.kinds.empty()) {
    agreement.outcome = Confirmation::Differs;
  }
  if (!expectation.disputed) return;
  agreement.outcome = Confirmation::Disputed;
  agreement.follows = agreement.found == agreement.expected ? "key" : "neither";
  for (std::size_t i = 0; i < expectation.alternatives.size(); ++i) {
    if (in_order(expectation.alternatives[i]) == agreement.found) {
      agreement.follows = "alternative " + std::to_string(i + 1);
    }
  }
}

// Every expected kind must be among the findings that speak against the design.
void judge_design(const Judgement& judgement, const Expectation& expectation,
                  Agreement& agreement) {
  const OptionJudgement& design = judgement.options.front();
  agreement.has_options = false;
  if (expectation.verdict.empty() && expectation.kinds.empty()) return;
  agreement.outcome = Confirmation::Agrees;
  if (!expectation.verdict.empty()) {
    agreement.expected = {std::string(expectation.verdict)};
    agreement.found = {std::string(verdict_name(design.verdict))};
    if (agreement.expected != agreement.found) agreement.outcome = Confirmation::Differs;
  }
  for (const Kind kind : expectation.kinds) {
    const bool is_there = std::ranges::any_of(design.findings.all(), [&](const Finding& finding) {
      return finding.kind == kind && finding.severity != Severity::Note;
    });
    if (is_there) continue;
    const std::string found =
        design.has_main_kind ? std::string(kind_info(design.main_kind).name) : "nothing";
    agreement.kinds.push_back({"design", std::string(kind_info(kind).name), found});
    agreement.outcome = Confirmation::Differs;
  }
}

}  // namespace

std::string_view confirmation_name(Confirmation outcome) {
  switch (outcome) {
    case Confirmation::Agrees:
      return "agrees";
    case Confirmation::Differs:
      return "differs";
    case Confirmation::Undecided:
      return "undecided";
    case Confirmation::Disputed:
      return "disputed";
    case Confirmation::Unstated:
      return "unstated";
  }
  return {};
}

Agreement compare_with_expectation(const Judgement& judgement, const Expectation& expectation) {
  Agreement agreement;
  agreement.file = judgement.scenario->file;
  agreement.id = std::string(judgement.scenario->id);
  if (judgement.scenario->has_options) {
    judge_options(judgement, expectation, agreement);
  } else if (!judgement.options.empty()) {
    judge_design(judgement, expectation, agreement);
  }
  return agreement;
}

bool is_failure(const Agreement& agreement) {
  return agreement.outcome == Confirmation::Differs || agreement.outcome == Confirmation::Undecided;
}

std::size_t count_of(std::span<const Agreement> agreements, Confirmation outcome) {
  return static_cast<std::size_t>(std::ranges::count(agreements, outcome, &Agreement::outcome));
}

}  // namespace plumbline
