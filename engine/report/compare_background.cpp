// Where the figures of `compare` come from when nobody stated them, and what today's facts say.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/catalog/days.hpp"
#include "engine/checks/suppress.hpp"
#include "engine/compare/verdict.hpp"
#include "engine/report/check_view.hpp"
#include "engine/report/compare_view.hpp"
#include "engine/report/phrases.hpp"
#include "engine/report/set_aside.hpp"

namespace plumbline {
namespace {

void add(CompareView& view, std::string letter, std::string tag, std::string text) {
  Remark remark;
  remark.letter = std::move(letter);
  remark.tag = std::move(tag);
  remark.text = std::move(text);
  view.background.push_back(std::move(remark));
}

// Unknowns that were judged over one range share a line.
void add_unknowns(const Judgement& judgement, CompareView& view) {
  std::vector<std::pair<std::string, std::vector<std::string>>> ranges;
  for (const Value* value : judgement.unknowns) {
    const std::string range =
        fmt::format("{} - {}", format_amount(value->mean.low, value->mean.dimension),
                    format_amount(value->mean.high, value->mean.dimension));
    auto known = std::ranges::find(ranges, range, [](const auto& entry) { return entry.first; });
    if (known == ranges.end()) known = ranges.insert(ranges.end(), {range, {}});
    known->second.emplace_back(value->path);
  }
  for (const auto& [range, paths] : ranges) {
    add(view, "", "not known", fmt::format("{}: judged over all of {}", listed(paths), range));
  }
}

void add_shared(const Judgement& judgement, CompareView& view) {
  if (!judgement.shared.empty()) {
    add(view, "", "all need", conditions_text(judgement.shared));
  }
  // A combination that cannot be laid out is not judged; any other one tells what they share.
  const auto first = std::ranges::find_if_not(judgement.options, &is_unlaid);
  if (first == judgement.options.end()) return;
  for (const std::size_t index : first->shared_findings) {
    const Finding& finding = first->findings.all()[index];
    Remark remark;
    remark.tag = "the same for all";
    remark.text = message_of(finding);
    remark.place = place_text(finding.place);
    remark.rule = finding.rule->id;
    view.background.push_back(std::move(remark));
  }
}

void add_assumptions(const Judgement& judgement, CompareView& view) {
  for (const Value* value : judgement.assumptions) {
    std::string text = fmt::format("{} is {}", value->path, format_quantity(value->mean));
    if (!value->because.empty()) text += fmt::format(", because {}", value->because);
    Remark remark;
    remark.tag = "assumed";
    remark.text = std::move(text);
    remark.place = place_text(value->place);
    view.background.push_back(std::move(remark));
  }
}

// What a fleet was given is how many of its machines were taken, not what each starts with.
std::string chosen_words(const OptionJudgement& option, const ChosenSetting& chosen) {
  const Count taken = option.estimates.of(chosen.part).chosen_instances;
  const bool is_fleet =
      option.pipeline->part(chosen.part).behaviour == Behaviour::WorkerFleet && taken.high > 0.0;
  if (chosen.name == "instance-count" && is_fleet) {
    return fmt::format("{} {}", chosen.name, format_quantity(to_quantity(taken)));
  }
  return fmt::format("{} {}", chosen.name, chosen_text(chosen));
}

// Parts of one name in several options, and the options.
struct NamedParts {
  std::string name;
  std::vector<std::string> letters;
};

// Parts that were given the same settings.
struct ChosenGroup {
  std::string settings;
  std::vector<NamedParts> parts;
};

std::vector<ChosenGroup> chosen_groups(const Judgement& judgement) {
  std::vector<ChosenGroup> groups;
  const auto find_or_add = [](auto& list, const auto& is_it, auto fresh) {
    const auto known = std::ranges::find_if(list, is_it);
    return known != list.end() ? known : list.insert(list.end(), std::move(fresh));
  };
  for (const std::size_t index : judgement.ranking) {
    const OptionJudgement& option = judgement.options[index];
    for (std::size_t i = 0; i < option.chosen.size();) {
      const PartId id = option.chosen[i].part;
      std::string settings;
      for (; i < option.chosen.size() && option.chosen[i].part == id; ++i) {
        settings += (settings.empty() ? "" : ", ") + chosen_words(option, option.chosen[i]);
      }
      const std::string name(option.pipeline->part(id).name);
      const auto group = find_or_add(
          groups, [&](const ChosenGroup& known) { return known.settings == settings; },
          ChosenGroup{settings, {}});
      const auto parts = find_or_add(
          group->parts, [&](const NamedParts& known) { return known.name == name; },
          NamedParts{name, {}});
      parts->letters.emplace_back(option.option->letter);
    }
  }
  return groups;
}

// "ask (B and C), launch (A)"; without letters where there is one design.
std::string parts_text(const std::vector<NamedParts>& parts, bool has_options) {
  std::string text;
  for (std::size_t i = 0; i < parts.size();) {
    std::vector<std::string> names;
    const std::vector<std::string>& letters = parts[i].letters;
    for (; i < parts.size() && parts[i].letters == letters; ++i) names.push_back(parts[i].name);
    text += (text.empty() ? "" : ", ") + listed(names);
    if (has_options) text += fmt::format(" ({})", listed(letters));
  }
  return text;
}

void add_chosen(const Judgement& judgement, CompareView& view) {
  for (const ChosenGroup& group : chosen_groups(judgement)) {
    add(view, "", "chosen for you",
        fmt::format("{}: {}", parts_text(group.parts, judgement.scenario->has_options),
                    group.settings));
  }
}

// A function that nobody drew works, costs and is looked after like any other.
void add_bridges(const Judgement& judgement, CompareView& view) {
  for (const std::size_t index : judgement.ranking) {
    const OptionJudgement& option = judgement.options[index];
    for (const Part& part : option.pipeline->parts()) {
      if (part.type != PartType::Bridge) continue;
      add(view, letter_of(judgement, option), "added",
          fmt::format("{}: nobody drew it, but this hop needs code; its work is counted",
                      part.name));
    }
  }
}

void add_unpriced(const Judgement& judgement, CompareView& view) {
  for (const std::size_t index : judgement.ranking) {
    const OptionJudgement& option = judgement.options[index];
    if (option.cost.unpriced.empty()) continue;
    add(view, letter_of(judgement, option), "no known price",
        fmt::format("{}; not counted as free, but missing from the sum",
                    listed(option.cost.unpriced)));
  }
}

std::vector<CheckedOption> options_of(const Judgement& judgement) {
  std::vector<CheckedOption> options;
  for (const OptionJudgement& option : judgement.options) {
    const bool has_letter = judgement.scenario->has_options;
    options.push_back({has_letter ? option.option->letter : std::string_view{}, &option.findings});
  }
  return options;
}

// Judging went on without these; a suppression that has ended or finds nothing is told as well.
void add_set_aside(const Judgement& judgement, CompareView& view) {
  const Scenario& scenario = *judgement.scenario;
  if (scenario.suppressions.empty()) return;
  const std::vector<CheckedOption> options = options_of(judgement);
  for (const SetAside& one : set_aside_of(options)) {
    const Finding& finding = one.finding->finding;
    const std::string where = options_phrase(one.letters, one.is_every_option);
    Remark remark;
    remark.tag = "set aside";
    remark.text = message_of(finding) + (where.empty() ? "" : " (" + where + ")");
    remark.place = place_text(finding.place);
    remark.rule = finding.rule->id;
    remark.details.push_back(reason_of(*one.finding));
    view.background.push_back(std::move(remark));
  }
  for (const Suppression& suppression : scenario.suppressions) {
    if (!suppression.expired) continue;
    add(view, "", "counts again",
        fmt::format("{} at {}: it was set aside until {}", suppression.rule, suppression.at,
                    suppression.until));
  }
  std::vector<const Findings*> found;
  for (const CheckedOption& option : options) found.push_back(option.findings);
  const Findings unused = unused_suppressions(scenario, found);
  for (const Finding& finding : unused.all()) add(view, "", "set aside", message_of(finding));
}

void add_today(const Judgement& judgement, CompareView& view) {
  const std::vector<std::string> lines = today_text(judgement);
  for (const std::string& line : lines) {
    add(view, "", fmt::format("by facts of {}", judgement.scenario->catalog->date().substr(0, 7)),
        line);
  }
}

// A fact whose history nobody recorded stands for another day than it was read on.
bool is_borrowed(const Fact& fact, const Scenario& scenario) {
  return scenario.facts_as_of_stated && fact.since.empty() && fact.until.empty() &&
         fact.group != FactGroup::Connection && !fact.as_of.empty() && fact.as_of != "unknown" &&
         is_before(scenario.facts_as_of, fact.as_of);
}

// Facts behind what eliminates or puts in doubt, each once, in order of id; `check` shows those
// behind conditions too.
void add_facts(const Judgement& judgement, CompareView& view) {
  const auto by_id = [](const Fact* a, const Fact* b) {
    return std::pair(a->id, a->mode) < std::pair(b->id, b->mode);
  };
  std::set<const Fact*, decltype(by_id)> facts(by_id);
  for (const OptionJudgement& option : judgement.options) {
    for (const Finding& finding : option.findings.all()) {
      const Weighs weight = weigh(finding, judgement.scenario->requirements);
      if (weight >= Weighs::Undecided) facts.insert(finding.facts.begin(), finding.facts.end());
    }
  }
  for (const Fact* fact : facts) {
    Remark remark;
    remark.tag = "fact";
    remark.text = fact_text(*fact);
    if (is_borrowed(*fact, *judgement.scenario)) {
      remark.text += "; no earlier value is recorded, so this one is used";
    }
    if (!fact->source.empty()) remark.details.emplace_back(fact->source);
    view.facts.push_back(std::move(remark));
  }
}

}  // namespace

void add_background(const Judgement& judgement, CompareView& view) {
  add_shared(judgement, view);
  add_unknowns(judgement, view);
  add_assumptions(judgement, view);
  add_bridges(judgement, view);
  add_chosen(judgement, view);
  add_unpriced(judgement, view);
  add_set_aside(judgement, view);
  add_today(judgement, view);
  add_facts(judgement, view);
}

}  // namespace plumbline
