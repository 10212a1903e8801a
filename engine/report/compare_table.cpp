// The table of `compare`: one row per option, its verdict and the figures behind the ranking.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/base/assert.hpp"
#include "engine/base/text.hpp"
#include "engine/report/compare_view.hpp"
#include "engine/report/phrases.hpp"

namespace plumbline {
namespace {

enum class Figure : std::uint8_t { Overhead, Latency, Cost, Effort, Servers, Exposure };

Figure figure_of(Objective objective) {
  switch (objective) {
    case Objective::MeetsRequirements:
    case Objective::LeastOperationalOverhead:
      return Figure::Overhead;
    case Objective::LeastDevelopmentEffort:
      return Figure::Effort;
    case Objective::FewestServers:
      return Figure::Servers;
    case Objective::MostCostEffective:
      return Figure::Cost;
    case Objective::LowestLatency:
      return Figure::Latency;
    case Objective::MostSecure:
      return Figure::Exposure;
  }
  throw InternalError("an objective that does not exist");
}

// The one that decides, those that were asked for, then what every comparison shows.
std::vector<Figure> figures_of(const Judgement& judgement) {
  std::vector<Figure> figures;
  const auto add = [&](Figure figure) {
    if (std::ranges::find(figures, figure) == figures.end()) figures.push_back(figure);
  };
  add(figure_of(judgement.deciding));
  add(figure_of(judgement.scenario->objective));
  for (const Objective objective : judgement.scenario->then) add(figure_of(objective));
  for (const Figure figure : {Figure::Overhead, Figure::Latency, Figure::Cost}) add(figure);
  return figures;
}

// The workload whose latency is shown: the one that a bound on times speaks of, else the first.
WorkloadId shown_workload(const Scenario& scenario) {
  for (const Requirement& requirement : scenario.requirements) {
    const bool is_about_time = requirement.kind == RequirementKind::Latency ||
                               requirement.kind == RequirementKind::Freshness;
    if (is_about_time && requirement.workload != kNone) return requirement.workload;
  }
  return scenario.world.workloads.empty() ? kNone : 0;
}

std::string heading_of(Figure figure, const Scenario& scenario) {
  switch (figure) {
    case Figure::Overhead:
      return "overhead, h/month";
    case Figure::Effort:
      return "effort, h";
    case Figure::Servers:
      return "servers";
    case Figure::Cost:
      return "cost/month";
    case Figure::Latency: {
      const WorkloadId workload = shown_workload(scenario);
      if (scenario.world.workloads.size() < 2 || workload == kNone) return "latency p99";
      const auto index = static_cast<std::size_t>(workload);
      return fmt::format("latency p99, {}", scenario.world.workloads[index].name);
    }
    case Figure::Exposure:
      return "ways out open";
  }
  throw InternalError("a figure that does not exist");
}

std::string ledger_cell(const Ledger& ledger) {
  const Hours& total = ledger.total;
  if (total.low == total.high) return hours_text(total.likely);
  const auto whole = [](double hours) { return format_number(std::round(hours), 3); };
  return fmt::format("{} ({} - {})", hours_text(total.likely), whole(total.low), whole(total.high));
}

std::string cost_cell(const Cost& cost) {
  const std::string known = dollars_text(cost.monthly);
  return cost.unpriced.empty() ? known : known + " + ?";
}

std::string latency_cell(const OptionJudgement& option, WorkloadId workload) {
  const auto known = std::ranges::find(option.latencies, workload, &WorkloadLatency::workload);
  if (known == option.latencies.end() || !known->latency.reaches) return "-";
  return format_quantity(known->latency.tail);
}

// "11 (5 narrowed, 2 protected)"
std::string exposure_cell(const OptionJudgement& option) {
  if (!option.exposure) return "-";
  const Exposure& exposure = *option.exposure;
  return fmt::format("{} ({} narrowed, {} protected)", exposure.open, exposure.narrowed,
                     exposure.protected_ways);
}

std::string cell_of(Figure figure, const OptionJudgement& option, const Scenario& scenario) {
  if (is_unlaid(option)) return "-";
  switch (figure) {
    case Figure::Overhead:
      return ledger_cell(option.overhead);
    case Figure::Effort:
      return ledger_cell(option.effort);
    case Figure::Servers:
      return format_number(option.overhead.servers);
    case Figure::Cost:
      return cost_cell(option.cost);
    case Figure::Latency:
      return latency_cell(option, shown_workload(scenario));
    case Figure::Exposure:
      return exposure_cell(option);
  }
  throw InternalError("a figure that does not exist");
}

// "6.1 (4 - 9)" under "21.5 (14 - 33)": the likely hours stand flush right, so that they compare.
void align_first_words(std::vector<CompareRow>& rows, std::size_t column) {
  const auto first_word = [&](const CompareRow& row) {
    const std::string& cell = row.cells[column];
    return cell.substr(0, cell.find(' '));
  };
  std::size_t width = 0;
  for (const CompareRow& row : rows) width = std::max(width, display_width(first_word(row)));
  for (CompareRow& row : rows) {
    row.cells[column].insert(0, width - display_width(first_word(row)), ' ');
  }
}

std::string plain_word(Verdict verdict) {
  return verdict == Verdict::AtRisk ? "at risk" : std::string(verdict_name(verdict));
}

}  // namespace

std::string letter_of(const Judgement& judgement, const OptionJudgement& option) {
  return judgement.scenario->has_options ? std::string(option.option->letter) : std::string();
}

std::string verdict_word(const Judgement& judgement, std::size_t option) {
  const Verdict verdict = judgement.options[option].verdict;
  const bool is_best = std::ranges::find(judgement.best, option) != judgement.best.end();
  if (is_best && judgement.ground != Ground::Only) {
    const bool contends =
        judgement.contenders.empty() ||
        std::ranges::find(judgement.contenders, option) != judgement.contenders.end();
    if (judgement.tie && contends) {
      return judgement.ground == Ground::CloseCall ? "CLOSE CALL" : "TIE";
    }
    return verdict == Verdict::Viable ? "BEST" : "BEST, " + plain_word(verdict);
  }
  return plain_word(verdict);
}

void add_table(const Judgement& judgement, CompareView& view) {
  const Scenario& scenario = *judgement.scenario;
  const std::vector<Figure> figures = figures_of(judgement);
  for (const Figure figure : figures) view.headings.push_back(heading_of(figure, scenario));
  for (const std::size_t index : judgement.ranking) {
    const OptionJudgement& option = judgement.options[index];
    CompareRow row;
    row.letter = letter_of(judgement, option);
    row.title = option.option->title;
    row.verdict = verdict_word(judgement, index);
    row.state = option.verdict;
    row.is_best =
        row.verdict == "TIE" || row.verdict == "CLOSE CALL" || row.verdict.starts_with("BEST");
    for (const Figure figure : figures) row.cells.push_back(cell_of(figure, option, scenario));
    view.rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (figures[i] == Figure::Overhead || figures[i] == Figure::Effort) {
      align_first_words(view.rows, i);
    }
  }
}

}  // namespace plumbline
