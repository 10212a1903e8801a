// The order of the options, and the best of them, by the objective and the criteria after it.
#include "engine/compare/ranking.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/base/assert.hpp"

namespace plumbline {
namespace {

using Group = std::vector<std::size_t>;  // options that tie under every criterion

// The best under a criterion, together with all that tie with it, are ordered by the next one; then
// the rest. (A tie within 5 % is not transitive: the group is always that of its leader.)
void order(Contests& contests, Group members, std::size_t criterion, std::vector<Group>& groups) {
  if (criterion == contests.criteria().size() || members.size() < 2) {
    if (!members.empty()) groups.push_back(std::move(members));
    return;
  }
  std::ranges::stable_sort(members, {},
                           [&](std::size_t i) { return contests.score(criterion, i); });
  auto begin = members.begin();
  while (begin != members.end()) {
    const auto end = std::find_if(begin + 1, members.end(), [&](std::size_t rival) {
      return contests.between(criterion, *begin, rival).ground != Ground::Tie;
    });
    order(contests, Group(begin, end), criterion + 1, groups);
    begin = end;
  }
}

Group with_verdict(const Judgement& judgement, Verdict verdict) {
  Group members;
  for (std::size_t i = 0; i < judgement.options.size(); ++i) {
    const OptionJudgement& option = judgement.options[i];
    if (option.verdict == verdict && !is_unlaid(option)) members.push_back(i);
  }
  return members;
}

// Combinations that no one can build have no figures: they come last, side by side.
Group unlaid(const Judgement& judgement) {
  Group members;
  for (std::size_t i = 0; i < judgement.options.size(); ++i) {
    if (is_unlaid(judgement.options[i])) members.push_back(i);
  }
  return members;
}

void append(Judgement& judgement, const std::vector<Group>& groups) {
  for (const Group& group : groups) {
    const int rank = static_cast<int>(judgement.ranking.size()) + 1;
    for (const std::size_t index : group) {
      judgement.options[index].rank = rank;
      judgement.ranking.push_back(index);
    }
  }
}

// Weaker grounds come later.
int weakness(Ground ground) {
  switch (ground) {
    case Ground::Wants:
      return 0;
    case Ground::Dominance:
      return 1;
    case Ground::Likely:
      return 2;
    default:
      return 3;
  }
}

bool is_best(const Judgement& judgement, std::size_t option) {
  return std::ranges::find(judgement.best, option) != judgement.best.end();
}

struct Win {
  std::size_t rival = 0;
  Separation by;
};

// How the winner (the last of several that are chosen) won against each of the other viable ones,
// nearest rival first. All who tie with it stand beside it as best, so every rival is separated
// from it by some criterion.
std::vector<Win> wins_of(const Judgement& judgement, Contests& contests) {
  const std::size_t winner = rival_of_losers(judgement);
  std::vector<Win> wins;
  for (const std::size_t rival : judgement.ranking) {
    if (!is_best(judgement, rival) && judgement.options[rival].verdict == Verdict::Viable) {
      wins.push_back({rival, contests.separate(winner, rival)});
    }
  }
  return wins;
}

// A close call is told before anything else, the closest one first; otherwise the nearest rival
// counts, and the ground is the weakest against all whom the same criterion puts behind.
void decide_between(Judgement& judgement, Contests& contests) {
  const std::vector<Win> wins = wins_of(judgement, contests);
  PLUMBLINE_ASSERT(!wins.empty());
  const Win* nearest = &wins.front();
  for (const Win& win : wins) {
    if (win.by.contest.ground != Ground::CloseCall) continue;
    const bool is_first = nearest->by.contest.ground != Ground::CloseCall;
    if (is_first || win.by.contest.share < nearest->by.contest.share) nearest = &win;
  }
  judgement.ground = nearest->by.contest.ground;
  for (const Win& win : wins) {
    const Ground ground = win.by.contest.ground;
    if (win.by.criterion == nearest->by.criterion &&
        weakness(ground) > weakness(judgement.ground)) {
      judgement.ground = ground;
    }
  }
  judgement.runner_up = nearest->rival;
  judgement.difference_low = nearest->by.contest.low;
  judgement.difference_likely = nearest->by.contest.likely;
  judgement.difference_high = nearest->by.contest.high;
  if (judgement.ground == Ground::CloseCall) judgement.close_share = nearest->by.contest.share;
  const Criterion& deciding = contests.criteria()[nearest->by.criterion];
  judgement.deciding = deciding.objective;
  judgement.deciding_is_fallback = deciding.is_fallback;
}

std::ptrdiff_t survivors_of(const Judgement& judgement) {
  return std::ranges::count_if(judgement.options, [](const OptionJudgement& option) {
    return option.verdict != Verdict::Eliminated;
  });
}

// Nothing that was asked for settles which of the two is the better one.
bool is_unsettled(const Judgement& judgement, std::size_t a, std::size_t b, Contests& contests) {
  const Ground ground = contests.separate(a, b).contest.ground;
  return judgement.options[a].rank == judgement.options[b].rank || ground == Ground::Tie ||
         ground == Ground::CloseCall;
}

// The first options are chosen, if the last of them is settled to be better than the next one.
// Where it is not, those that contend for the last places are told, as a tie is.
void find_best_of_each(Judgement& judgement, const Group& viable, Contests& contests) {
  const std::ptrdiff_t survivors = survivors_of(judgement);
  if (viable.size() < judgement.places) {
    judgement.ground = survivors == 0 ? Ground::None : Ground::TooFew;
    return;
  }
  const auto border = judgement.ranking.begin() + static_cast<std::ptrdiff_t>(judgement.places);
  const auto end = judgement.ranking.begin() + static_cast<std::ptrdiff_t>(viable.size());
  judgement.best.assign(judgement.ranking.begin(), border);
  const std::size_t last = judgement.best.back();
  Group behind;
  std::copy_if(border, end, std::back_inserter(behind),
               [&](std::size_t i) { return is_unsettled(judgement, last, i, contests); });
  if (behind.empty()) {
    if (viable.size() > judgement.places) return decide_between(judgement, contests);
    judgement.ground = survivors == static_cast<std::ptrdiff_t>(judgement.places)
                           ? Ground::Elimination
                           : Ground::OnlyViable;
    return;
  }
  for (const std::size_t chosen : judgement.best) {
    const bool contends = std::ranges::any_of(
        behind, [&](std::size_t i) { return is_unsettled(judgement, chosen, i, contests); });
    if (contends) judgement.contenders.push_back(chosen);
  }
  judgement.contenders.insert(judgement.contenders.end(), behind.begin(), behind.end());
  judgement.best.insert(judgement.best.end(), behind.begin(), behind.end());
  judgement.tie = true;
  const bool is_close = std::ranges::all_of(behind, [&](std::size_t i) {
    return contests.separate(last, i).contest.ground == Ground::CloseCall;
  });
  judgement.ground = is_close ? Ground::CloseCall : Ground::Tie;
  const Criterion& criterion =
      contests.criteria()[contests.separate(last, behind.front()).criterion];
  if (is_close) {
    judgement.deciding = criterion.objective;
    judgement.deciding_is_fallback = criterion.is_fallback;
    judgement.runner_up = behind.front();
    const Contest& between = contests.separate(last, behind.front()).contest;
    judgement.difference_low = between.low;
    judgement.difference_likely = between.likely;
    judgement.difference_high = between.high;
    judgement.close_share = between.share;
  }
}

void find_best(Judgement& judgement, const Group& viable, Contests& contests) {
  if (judgement.places > 1) return find_best_of_each(judgement, viable, contests);
  const std::ptrdiff_t survivors = survivors_of(judgement);
  const std::size_t first = judgement.ranking.front();
  if (survivors == 0) {
    judgement.ground = Ground::None;
  } else if (judgement.options.size() == 1) {
    judgement.ground = Ground::Only;
    if (!viable.empty()) judgement.best = {first};
  } else if (survivors == 1) {
    judgement.ground = Ground::Elimination;
    judgement.best = {first};
  } else if (viable.empty()) {
    judgement.ground = Ground::Undecided;
  } else {
    std::ranges::copy_if(judgement.ranking, std::back_inserter(judgement.best),
                         [&](std::size_t i) { return judgement.options[i].rank == 1; });
    judgement.tie = judgement.best.size() > 1;
    if (judgement.tie) {
      judgement.ground = Ground::Tie;
    } else if (viable.size() == 1) {
      judgement.ground = Ground::OnlyViable;
    } else {
      decide_between(judgement, contests);
    }
  }
}

// An open or doubtful option that no viable one beats would be first if it turned out viable.
void find_would_be_first(Judgement& judgement, Contests& contests) {
  for (std::size_t i = 0; i < judgement.options.size(); ++i) {
    OptionJudgement& option = judgement.options[i];
    option.would_be_first = false;
    if (option.verdict != Verdict::Open && option.verdict != Verdict::AtRisk) continue;
    if (judgement.ground == Ground::TooFew) continue;  // a place is free: it need not beat anyone
    const std::size_t rival =
        judgement.best.empty() ? judgement.ranking.front() : rival_of_losers(judgement);
    if (rival == i) {
      option.would_be_first = judgement.best.empty();
      continue;
    }
    const auto [criterion, result] = contests.separate(i, rival);
    option.would_be_first = result.ground != Ground::Tie &&
                            contests.score(criterion, i) < contests.score(criterion, rival);
  }
}

}  // namespace

void rank_options(Judgement& judgement, Contests& contests) {
  const std::vector<Criterion>& criteria = contests.criteria();
  PLUMBLINE_ASSERT(!judgement.options.empty() && !criteria.empty());
  judgement.ranking.clear();
  judgement.best.clear();
  judgement.tie = false;
  judgement.contenders.clear();
  judgement.runner_up.reset();
  judgement.close_share = 0.0;
  // Until two options are separated by another one, the first criterion that scores decides.
  const auto first_score = std::ranges::find(criteria, CriterionType::Objective, &Criterion::type);
  PLUMBLINE_ASSERT(first_score != criteria.end());
  judgement.deciding = first_score->objective;
  judgement.deciding_is_fallback = first_score->is_fallback;
  for (const Verdict verdict :
       {Verdict::Viable, Verdict::Open, Verdict::AtRisk, Verdict::Eliminated}) {
    std::vector<Group> groups;
    order(contests, with_verdict(judgement, verdict), 0, groups);
    append(judgement, groups);
  }
  if (Group last = unlaid(judgement); !last.empty()) append(judgement, {std::move(last)});
  find_best(judgement, with_verdict(judgement, Verdict::Viable), contests);
  find_would_be_first(judgement, contests);
  const auto deciding = std::ranges::find_if(criteria, [&](const Criterion& criterion) {
    return criterion.type == CriterionType::Objective && criterion.objective == judgement.deciding;
  });
  const auto score_by = (deciding == criteria.end() ? first_score : deciding) - criteria.begin();
  for (std::size_t i = 0; i < judgement.options.size(); ++i) {
    judgement.options[i].score = is_unlaid(judgement.options[i])
                                     ? kInfinity
                                     : contests.score(static_cast<std::size_t>(score_by), i);
  }
}

}  // namespace plumbline
