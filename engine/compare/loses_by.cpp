// The ledger lines on which an option loses to the best: what a learner would name as the reason.
#include "engine/compare/loses_by.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>

#include "engine/base/assert.hpp"
#include "engine/compare/measured.hpp"
#include "engine/compare/verdict.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kAnd = " and ";
constexpr double kNothing = 1e-9;  // hours, dollars, seconds that no one would call a difference

void by_weight(std::vector<LostBy>& lines) {
  std::ranges::stable_sort(lines, std::greater<>{}, &LostBy::difference);
}

// Lines of one kind: what one side has of it in words, and how much.
struct Lines {
  std::string_view factor;
  std::string loser;
  std::string best;
  double difference = 0.0;
};

void append(std::string& list, std::string_view text) {
  if (!list.empty()) list += kAnd;
  list += text;
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.,") == std::string_view::npos;
}

// "3 endpoints to release instead of 1": of one thing on either side the number says enough.
std::string instead_of(const std::string& loser, const std::string& best) {
  if (best.empty() || best == loser) return loser;
  const bool is_one_thing = is_number(first_word(loser)) && is_number(first_word(best)) &&
                            loser.find(kAnd) == std::string::npos &&
                            best.find(kAnd) == std::string::npos;
  return fmt::format("{} instead of {}", loser, is_one_thing ? first_word(best) : best);
}

std::string money(double usd) { return format_amount(usd, Dimension::MoneyRate); }
std::string time(double seconds) { return format_amount(seconds, Dimension::Time); }

std::string line_text(const CostLine& line) {
  return fmt::format("{} ({})", line.what, format_quantity(line.monthly));
}

double middle(const Quantity& quantity) {
  return std::isfinite(quantity.high) ? (quantity.low + quantity.high) / 2.0 : quantity.low;
}

// Cost lines that ask one price are compared with each other.
std::vector<LostBy> lost_cost(const Cost& loser, const Cost& best) {
  std::map<std::string_view, Lines> prices;
  const auto key = [](const CostLine& line) {
    return line.price != nullptr ? line.price->id : std::string_view(line.what);
  };
  for (const CostLine& line : loser.lines) {
    append(prices[key(line)].loser, line_text(line));
    prices[key(line)].difference += middle(line.monthly);
  }
  for (const CostLine& line : best.lines) {
    append(prices[key(line)].best, line_text(line));
    prices[key(line)].difference -= middle(line.monthly);
  }
  std::vector<LostBy> lost;
  for (const auto& [price, lines] : prices) {
    if (lines.difference > kNothing && !lines.loser.empty()) {
      const std::string instead = lines.best.empty() ? "" : " instead of " + lines.best;
      lost.push_back({"cost", lines.loser + instead, lines.difference});
    }
  }
  by_weight(lost);
  return lost;
}

std::vector<LostBy> lost_money(const OptionJudgement& loser, const OptionJudgement& best) {
  const Cost theirs = likely_cost(loser);
  const Cost ours = likely_cost(best);
  const double difference = middle(theirs.monthly) - middle(ours.monthly);
  if (!(difference > kNothing)) return {};
  const bool is_known = loser.cost.unknowns.empty() && best.cost.unknowns.empty();
  std::vector<LostBy> lost{
      {"cost",
       fmt::format("{} instead of {}{}", money(middle(theirs.monthly)), money(middle(ours.monthly)),
                   is_known ? "" : ", in the middle of what is not known"),
       difference}};
  std::ranges::move(lost_cost(theirs, ours), std::back_inserter(lost));
  return lost;
}

// The longest row of the loser says where the time goes.
std::vector<LostBy> lost_time(const OptionJudgement& loser, const OptionJudgement& best) {
  const double theirs = likely_measure(Objective::LowestLatency, loser);
  const double ours = likely_measure(Objective::LowestLatency, best);
  if (!(theirs - ours > kNothing)) return {};
  if (!std::isfinite(theirs)) return {{"latency", "no item comes to an end", theirs}};
  std::vector<LostBy> lost{
      {"latency", fmt::format("{} instead of {}", time(theirs), time(ours)), theirs - ours}};
  const LatencyRow* longest = nullptr;
  for (const WorkloadLatency& workload : loser.latencies) {
    for (const LatencyRow& row : workload.latency.rows) {
      if (longest == nullptr || row.tail.low > longest->tail.low) longest = &row;
    }
  }
  if (longest != nullptr && longest->tail.low > kNothing) {
    lost.push_back({"latency",
                    fmt::format("most of it: {} {} ({})", longest->part, longest->what,
                                format_quantity(longest->tail)),
                    longest->tail.low});
  }
  return lost;
}

std::vector<LostBy> lost_servers(const Ledger& loser, const Ledger& best) {
  const double difference = loser.servers - best.servers;
  if (!(difference > 0.0)) return {};
  const std::string text =
      fmt::format("{} {} to look after instead of {}", format_number(loser.servers),
                  loser.servers == 1.0 ? "server" : "servers",
                  best.servers == 0.0 ? "none" : format_number(best.servers));
  return {{"servers", text, difference}};
}

std::vector<LostBy> lost_wants(const OptionJudgement& loser,
                               std::span<const Requirement> requirements) {
  std::vector<LostBy> lost;
  for (const Finding& finding : loser.findings.all()) {
    if (finding.requirement < 0 || finding.severity != Severity::Violation) continue;
    const Requirement& requirement = requirements[static_cast<std::size_t>(finding.requirement)];
    if (is_binding(requirement)) continue;
    const std::string_view words =
        requirement.says.empty() ? requirement_info(requirement.kind).key : requirement.says;
    std::string text = fmt::format("the wish \"{}\" is not met", words);
    const auto same = [&](const LostBy& known) { return known.text == text; };
    if (std::ranges::none_of(lost, same)) lost.push_back({"wants", std::move(text), 1.0});
  }
  return lost;
}

std::string_view grade_text(int grade) {
  if (grade >= 3) return "closed";
  return grade == 2 ? "narrowed" : grade == 1 ? "protected" : "open";
}

// The ways that the loser deals with less well.
std::vector<LostBy> lost_ways(const OptionJudgement& loser, const OptionJudgement& best) {
  std::vector<LostBy> lost;
  if (!loser.exposure || !best.exposure) return lost;
  const std::span<const EgressWay> ways = egress_table().ways;
  for (std::size_t i = 0; i < loser.exposure->grades.size(); ++i) {
    const int theirs = loser.exposure->grades[i];
    const int ours = best.exposure->grades[i];
    if (theirs >= ours) continue;
    const EgressWay& way = ways[i % ways.size()];
    std::string text = fmt::format("{} ({}) {} instead of {}", way.id, way.title,
                                   grade_text(theirs), grade_text(ours));
    lost.push_back({"egress", std::move(text), static_cast<double>(ours - theirs)});
  }
  std::ranges::stable_sort(lost, std::greater{}, &LostBy::difference);
  return lost;
}

std::vector<LostBy> losses_by(const Criterion& criterion, const OptionJudgement& loser,
                              const OptionJudgement& best,
                              std::span<const Requirement> requirements) {
  if (criterion.type == CriterionType::Wants) return lost_wants(loser, requirements);
  switch (criterion.objective) {
    case Objective::MeetsRequirements:
    case Objective::LeastOperationalOverhead:
      return lost_duties(loser.overhead, best.overhead);
    case Objective::LeastDevelopmentEffort:
      return lost_duties(loser.effort, best.effort);
    case Objective::FewestServers:
      return lost_servers(loser.overhead, best.overhead);
    case Objective::MostCostEffective:
      return lost_money(loser, best);
    case Objective::LowestLatency:
      return lost_time(loser, best);
    case Objective::MostSecure:
      return lost_ways(loser, best);
  }
  throw InternalError("an objective that does not exist");
}

}  // namespace

std::vector<LostBy> lost_duties(const Ledger& loser, const Ledger& best) {
  std::map<std::string_view, Lines> weights;
  const auto key = [](const Duty& duty) {
    return duty.weight != nullptr ? duty.weight->id : std::string_view(duty.text);
  };
  for (const Duty& duty : loser.duties) {
    Lines& lines = weights[key(duty)];
    lines.factor = duty.factor;
    append(lines.loser, duty.text);
    lines.difference += duty.hours.likely;
  }
  for (const Duty& duty : best.duties) {
    Lines& lines = weights[key(duty)];
    append(lines.best, duty.text);
    lines.difference -= duty.hours.likely;
  }
  std::vector<LostBy> lost;
  for (const auto& [weight, lines] : weights) {
    if (lines.difference > kNothing && !lines.loser.empty()) {
      lost.push_back(
          {std::string(lines.factor), instead_of(lines.loser, lines.best), lines.difference});
    }
  }
  by_weight(lost);
  return lost;
}

void set_losses(Judgement& judgement, Contests& contests) {
  for (OptionJudgement& option : judgement.options) option.loses_by.clear();
  if (judgement.best.empty()) return;
  const std::size_t best = rival_of_losers(judgement);
  for (std::size_t i = 0; i < judgement.options.size(); ++i) {
    if (std::ranges::find(judgement.best, i) != judgement.best.end()) continue;
    if (is_unlaid(judgement.options[i])) continue;
    const Separation separation = contests.separate(best, i);
    if (separation.contest.ground == Ground::Tie) continue;
    judgement.options[i].loses_by =
        losses_by(contests.criteria()[separation.criterion], judgement.options[i],
                  judgement.options[best], judgement.scenario->requirements);
  }
}

}  // namespace plumbline
