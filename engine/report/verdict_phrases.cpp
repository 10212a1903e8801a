// Why the best is the best, or why there is none; and what today's facts say about it.
#include <fmt/format.h>

#include <algorithm>

#include "engine/base/assert.hpp"
#include "engine/report/pages.hpp"
#include "engine/report/phrases.hpp"

namespace plumbline {
namespace {

std::string letter(const Judgement& judgement, std::size_t index) {
  return std::string(judgement.options[index].option->letter);
}

std::vector<std::string> letters(const Judgement& judgement, std::span<const std::size_t> options) {
  std::vector<std::string> words;
  for (const std::size_t index : options) words.push_back(letter(judgement, index));
  return words;
}

std::vector<std::string> letters_with(const Judgement& judgement, Verdict verdict) {
  std::vector<std::string> words;
  for (const std::size_t index : judgement.ranking) {
    if (judgement.options[index].verdict == verdict) words.push_back(letter(judgement, index));
  }
  return words;
}

std::string is_or_are(std::span<const std::string> words, std::string_view what) {
  return fmt::format("{} {} {}", listed(words), words.size() == 1 ? "is" : "are", what);
}

// What the deciding criterion counts, as the subject of a sentence.
std::string_view noun(Objective objective) {
  switch (objective) {
    case Objective::MeetsRequirements:
    case Objective::LeastOperationalOverhead:
      return "operational overhead";
    case Objective::LeastDevelopmentEffort:
      return "development effort";
    case Objective::FewestServers:
      return "number of servers";
    case Objective::MostCostEffective:
      return "cost";
    case Objective::LowestLatency:
      return "latency";
    case Objective::MostSecure:
      return "number of ways out that stay open";
  }
  throw InternalError("an objective that does not exist");
}

// Said when something else than the objective decided.
std::string criterion_note(const Judgement& judgement) {
  if (judgement.deciding_is_fallback) {
    return fmt::format(
        " The question names no such criterion: {} is the fallback among options that meet the "
        "requirements.",
        noun(judgement.deciding));
  }
  if (judgement.deciding != judgement.scenario->objective) {
    return fmt::format(" By {} itself they tie; {} was asked for next.",
                       objective_phrase(judgement.scenario->objective), noun(judgement.deciding));
  }
  return {};
}

struct Pair {
  std::string best;
  std::string rival;
  std::string scores;  // "6.1 h/month against 9.0 h/month"
  std::string span;
};

Pair pair_of(const Judgement& judgement) {
  PLUMBLINE_ASSERT(!judgement.best.empty() && judgement.runner_up.has_value());
  const OptionJudgement& best = judgement.options[judgement.best.front()];
  const OptionJudgement& rival = judgement.options[*judgement.runner_up];
  return {std::string(best.option->letter), std::string(rival.option->letter),
          fmt::format("{} against {}", score_text(judgement.deciding, best.score),
                      score_text(judgement.deciding, rival.score)),
          span_text(judgement.deciding, judgement.difference_low, judgement.difference_high)};
}

bool is_of_hours(Objective objective) {
  return objective == Objective::MeetsRequirements ||
         objective == Objective::LeastOperationalOverhead ||
         objective == Objective::LeastDevelopmentEffort;
}

// Why nothing could reverse the order; empty where every number is known.
std::string_view proof_text(const Judgement& judgement) {
  if (is_of_hours(judgement.deciding)) {
    return "; no kind of work takes more with it, whatever the weights";
  }
  if (judgement.deciding == Objective::FewestServers) return "; they are counted, not estimated";
  return judgement.unknowns.empty() ? "" : "; that holds for every value of what is not known";
}

std::string dominance_text(const Judgement& judgement) {
  const Pair pair = pair_of(judgement);
  return fmt::format("{} is best: less {} than any other viable option, {} for {}{}.", pair.best,
                     noun(judgement.deciding), pair.scores, pair.rival, proof_text(judgement));
}

std::string likely_text(const Judgement& judgement) {
  const Pair pair = pair_of(judgement);
  return fmt::format(
      "{} is best: least {}, {} for {}. The difference is {}: the figures are estimates, but "
      "within "
      "their ranges none reverses the order.",
      pair.best, noun(judgement.deciding), pair.scores, pair.rival, pair.span);
}

std::string close_call_text(const Judgement& judgement) {
  const Pair pair = pair_of(judgement);
  const std::string share = format_amount(judgement.close_share, Dimension::Ratio);
  const std::string favours =
      is_of_hours(judgement.deciding)
          ? fmt::format("{} of that range favours {}", share, pair.best)
          : fmt::format("{} is ahead over {} of what is not known", pair.best, share);
  return fmt::format(
      "{} is best, but it is a close call: {} for {}. The difference lies anywhere from {}, and "
      "{}.",
      pair.best, pair.scores, pair.rival, pair.span, favours);
}

std::string elimination_text(const Judgement& judgement) {
  const OptionJudgement& best = judgement.options[judgement.best.front()];
  std::string text = fmt::format("{} is best by elimination: every other option is eliminated",
                                 best.option->letter);
  if (best.verdict == Verdict::Open) return text + ". It is itself open: see what it needs below.";
  if (best.verdict == Verdict::AtRisk) {
    return text + ". It is itself at risk: see what it rests on below.";
  }
  return text + ".";
}

std::string only_viable_text(const Judgement& judgement) {
  std::string text =
      fmt::format("{} is best: the only viable option", letter(judgement, judgement.best.front()));
  const auto open = letters_with(judgement, Verdict::Open);
  const auto at_risk = letters_with(judgement, Verdict::AtRisk);
  if (!open.empty()) text += "; " + is_or_are(open, "open");
  if (!at_risk.empty()) text += "; " + is_or_are(at_risk, "at risk");
  return text + ".";
}

std::string tie_text(const Judgement& judgement) {
  const auto tied = letters(judgement, judgement.best);
  return fmt::format(
      "{} tie: in {} they differ by less than 5 %, and nothing else that was asked for separates "
      "them.",
      listed(tied), noun(judgement.deciding));
}

std::string undecided_text(const Judgement& judgement) {
  const auto open = letters_with(judgement, Verdict::Open);
  const auto at_risk = letters_with(judgement, Verdict::AtRisk);
  std::string text = "No option is best yet: ";
  if (!open.empty()) text += is_or_are(open, "open");
  if (!open.empty() && !at_risk.empty()) text += ", ";
  if (!at_risk.empty()) text += is_or_are(at_risk, "at risk");
  return text + fmt::format(". {} would be first if what is undecided about it turns out well.",
                            letter(judgement, judgement.ranking.front()));
}

std::string none_text(const Judgement& judgement) {
  if (!judgement.scenario->has_options) return "The design is eliminated.";
  const bool are_combined = judgement.scenario->judges_combinations();
  std::string text = fmt::format("No {} survives: every one is eliminated.",
                                 are_combined ? "combination" : "option");
  if (judgement.nearest_miss) {
    text += fmt::format(" {} comes nearest: it breaks the fewest and lightest demands.",
                        letter(judgement, *judgement.nearest_miss));
  }
  if (judgement.killer_requirement) {
    const Requirement& killer =
        judgement.scenario->requirements[static_cast<std::size_t>(*judgement.killer_requirement)];
    text += fmt::format(" Conflicting requirements? Most {} fail where {}.",
                        are_combined ? "combinations" : "options", quoted_requirement(killer));
  }
  return text;
}

std::string only_text(const Judgement& judgement) {
  const OptionJudgement& only = judgement.options.front();
  const std::string subject = judgement.scenario->has_options
                                  ? fmt::format("{}, the only option,", only.option->letter)
                                  : "The design";
  switch (only.verdict) {
    case Verdict::Viable:
      return subject +
             (only.needs.empty() ? " is viable." : " is viable, on the conditions below.");
    case Verdict::Open:
      return subject + " is open: what follows is not decided.";
    case Verdict::AtRisk:
      return subject +
             " is at risk: what speaks against it rests on estimates or on quotas that "
             "can be raised.";
    case Verdict::Eliminated:
      return subject + " is eliminated.";
  }
  throw InternalError("a verdict that does not exist");
}

std::string wants_text(const Judgement& judgement) {
  const Pair pair = pair_of(judgement);
  return fmt::format(
      "{} is best: it leaves fewer wishes unmet than {}, and is no worse before that.", pair.best,
      pair.rival);
}

std::string_view word(Verdict verdict) {
  return verdict == Verdict::AtRisk ? "at risk" : verdict_name(verdict);
}

std::string change_text(const ChangedFact& changed) {
  const std::string_view id = changed.now != nullptr ? changed.now->id : changed.then->id;
  const std::string then =
      changed.then != nullptr ? fact_value_text(*changed.then) : "not recorded";
  const std::string now =
      changed.now != nullptr ? fact_value_text(*changed.now) : "no longer holds";
  return fmt::format("{} was {}, is {}", id, then, now);
}

}  // namespace

std::string ground_text(const Judgement& judgement) {
  if (judgement.places > 1 && judgement.ground != Ground::None) return each_text(judgement);
  switch (judgement.ground) {
    case Ground::None:
    case Ground::TooFew:
      return none_text(judgement);
    case Ground::Undecided:
      return undecided_text(judgement);
    case Ground::Only:
      return only_text(judgement);
    case Ground::Elimination:
      return elimination_text(judgement);
    case Ground::OnlyViable:
      return only_viable_text(judgement);
    case Ground::Wants:
      return wants_text(judgement);
    case Ground::Dominance:
      return dominance_text(judgement) + criterion_note(judgement);
    case Ground::Likely:
      return likely_text(judgement) + criterion_note(judgement);
    case Ground::CloseCall:
      return close_call_text(judgement) + criterion_note(judgement);
    case Ground::Tie:
      return tie_text(judgement);
  }
  throw InternalError("a ground that does not exist");
}

std::vector<std::string> today_text(const Judgement& judgement) {
  const Today& today = judgement.today;
  if (!today.judged) return {};
  std::vector<std::string> lines;
  if (!today.differs) {
    lines.emplace_back("the same verdicts");
  } else {
    const std::span<const std::string> best = today.best;
    lines.push_back(best.empty() ? "no option would be best"
                                 : fmt::format("{} would be best", listed(best)));
    for (std::size_t i = 0; i < judgement.options.size(); ++i) {
      if (today.verdicts[i] == judgement.options[i].verdict) continue;
      lines.push_back(fmt::format("{} would be {} instead of {}", letter(judgement, i),
                                  word(today.verdicts[i]), word(judgement.options[i].verdict)));
    }
  }
  for (const Suppression& suppression : judgement.scenario->suppressions) {
    if (suppression.expired || !suppression.has_ended(judgement.scenario->catalog->date()))
      continue;
    lines.push_back(fmt::format("{} at {} counts again: it is set aside until {}", suppression.rule,
                                suppression.at, suppression.until));
  }
  for (const ChangedFact& changed : today.facts) lines.push_back(change_text(changed));
  return lines;
}

}  // namespace plumbline
