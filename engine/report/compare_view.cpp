// What `compare` tells people, as cells and sentences; the terminal and Markdown lay it out.
#include "engine/report/compare_view.hpp"

#include <fmt/format.h>

#include "engine/report/phrases.hpp"

namespace plumbline {
namespace {

void add_header(const Judgement& judgement, CompareView& view) {
  const Scenario& scenario = *judgement.scenario;
  view.title = scenario.title.empty() ? scenario.id : scenario.title;
  view.file = scenario.file;
  view.header.emplace_back(objective_phrase(scenario.objective));
  for (const Objective then : scenario.then) {
    view.header.back() += fmt::format(", then {}", objective_phrase(then));
  }
  if (scenario.has_options) {
    const std::size_t options =
        scenario.judges_combinations() ? scenario.offers.size() : judgement.options.size();
    view.header.push_back(fmt::format("{} {}", options, options == 1 ? "option" : "options"));
  } else {
    view.header.emplace_back("one design");
  }
  if (std::string choice = choice_text(judgement); !choice.empty()) {
    view.header.push_back(std::move(choice));
  }
  view.header.push_back(fmt::format("facts as of {}", scenario.facts_as_of));
  const std::span<const std::string_view> price_files = scenario.catalog->tables().price_files;
  if (!price_files.empty()) {
    const std::vector<std::string> files(price_files.begin(), price_files.end());
    view.header.push_back(fmt::format("prices from {}", listed(files)));
  }
}

// A command that works as it stands, with a rule of this very report.
void add_hints(CompareView& view) {
  for (const std::vector<Remark>* remarks :
       {&view.offers, &view.reasons, &view.needs, &view.background}) {
    for (const Remark& remark : *remarks) {
      if (remark.rule.empty()) continue;
      view.hints.push_back(fmt::format(
          "`plumbline explain {}` tells more about a rule, `plumbline check` shows every finding "
          "with its source",
          remark.rule));
      return;
    }
  }
}

}  // namespace

CompareView view_of(const Judgement& judgement) {
  CompareView view;
  add_header(judgement, view);
  add_table(judgement, view);
  view.ground = ground_text(judgement);
  add_offers(judgement, view);
  add_reasons(judgement, view);
  add_ways(judgement, view);
  add_background(judgement, view);
  add_hints(view);
  return view;
}

}  // namespace plumbline
