// `choose` and `any-of` in words: what was chosen and why, and which services were taken.
#include <fmt/format.h>

#include <algorithm>

#include "engine/report/pages.hpp"
#include "engine/report/phrases.hpp"

namespace plumbline {
namespace {

std::vector<std::string> letters_of(const Judgement& judgement,
                                    std::span<const std::size_t> options) {
  std::vector<std::string> letters;
  for (const std::size_t index : options) {
    letters.emplace_back(judgement.options[index].option->letter);
  }
  return letters;
}

std::string too_few_text(const Judgement& judgement) {
  std::vector<std::string> viable;
  std::vector<std::string> nearest;
  for (const std::size_t index : judgement.ranking) {
    const OptionJudgement& option = judgement.options[index];
    const std::string letter(option.option->letter);
    if (option.verdict == Verdict::Viable) viable.push_back(letter);
    if (option.verdict == Verdict::Open) nearest.push_back(letter + " (open)");
    if (option.verdict == Verdict::AtRisk) nearest.push_back(letter + " (at risk)");
  }
  std::string text = fmt::format("No set of {} options: ", judgement.places);
  text += viable.empty() ? std::string("none is viable.")
                         : fmt::format("only {} {} viable.", listed(viable),
                                       viable.size() == 1 ? "is" : "are");
  if (nearest.empty()) return text + " Every other option is eliminated.";
  return text +
         fmt::format(" {} would come next if what is undecided turns out well.", listed(nearest));
}

// "Choose 2: B is settled, but C and D contend for the other place".
std::string unsettled_text(const Judgement& judgement) {
  std::vector<std::size_t> settled;
  for (const std::size_t index : judgement.best) {
    if (std::ranges::find(judgement.contenders, index) == judgement.contenders.end()) {
      settled.push_back(index);
    }
  }
  const std::size_t left = judgement.places - settled.size();
  std::string text = fmt::format("No set of {} options is settled: ", judgement.places);
  if (!settled.empty()) {
    text += fmt::format("{} {} chosen, but ", listed(letters_of(judgement, settled)),
                        settled.size() == 1 ? "is" : "are");
  }
  text += fmt::format("{} contend for {} {}", listed(letters_of(judgement, judgement.contenders)),
                      left, left == 1 ? "place" : "places");
  if (judgement.ground == Ground::Tie) {
    return text + ": they differ by less than 5 % in what was asked for.";
  }
  return text + fmt::format(": a close call, the difference lies anywhere from {}.",
                            span_text(judgement.deciding, judgement.difference_low,
                                      judgement.difference_high));
}

std::string decided_text(const Judgement& judgement) {
  const OptionJudgement& last = judgement.options[rival_of_losers(judgement)];
  const OptionJudgement& next = judgement.options[*judgement.runner_up];
  std::string text = listed(letters_of(judgement, judgement.best)) + " are best: ";
  if (judgement.ground == Ground::Wants) {
    return text + fmt::format("{}, the last of them, leaves fewer wishes unmet than {}, the next.",
                              last.option->letter, next.option->letter);
  }
  text += fmt::format("{}, the last of them, needs {}, and {}, the next, {}.", last.option->letter,
                      score_text(judgement.deciding, last.score), next.option->letter,
                      score_text(judgement.deciding, next.score));
  if (judgement.ground == Ground::Dominance) return text;
  return text + fmt::format(" The difference is {}: no value within the ranges reverses the order.",
                            span_text(judgement.deciding, judgement.difference_low,
                                      judgement.difference_high));
}

}  // namespace

std::string each_text(const Judgement& judgement) {
  switch (judgement.ground) {
    case Ground::TooFew:
      return too_few_text(judgement);
    case Ground::Elimination:
      return fmt::format("{} are best: every other option is eliminated.",
                         listed(letters_of(judgement, judgement.best)));
    case Ground::OnlyViable:
      return fmt::format("{} are best: the only viable options.",
                         listed(letters_of(judgement, judgement.best)));
    default:
      return judgement.tie ? unsettled_text(judgement) : decided_text(judgement);
  }
}

std::string choice_text(const Judgement& judgement) {
  const OptionChoice& choice = judgement.scenario->choice;
  if (!choice.is_stated()) return {};
  if (choice.form == ChoiceForm::Each) return fmt::format("choose {}, each alone", choice.count);
  return fmt::format("choose {} together: {} combinations", choice.count, judgement.options.size());
}

std::string taken_text(const Option& option) {
  std::vector<std::string> words;
  for (const TakenService& taken : option.taken) {
    words.push_back(fmt::format("{} as {}", taken.component, taken.service->title));
  }
  return listed(words);
}

std::string reason_text(const OptionJudgement& option) {
  if (option.main) return message_of(option.findings.all()[*option.main]);
  std::string text;
  for (const LostBy& lost : option.loses_by) text += (text.empty() ? "" : "; ") + lost.text;
  return text;
}

std::string offer_text(const Judgement& judgement, const OfferJudgement& offer) {
  const OptionJudgement& combination = judgement.options[offer.combination];
  const std::string letter(combination.option->letter);
  if (offer.is_chosen) return {};
  const std::string reason = reason_text(combination);
  const std::string_view verdict =
      combination.verdict == Verdict::AtRisk ? "at risk" : verdict_name(combination.verdict);
  std::string text = fmt::format("{}, the best with it, is {}", letter, verdict);
  return reason.empty() ? text : text + ": " + reason;
}

}  // namespace plumbline
