// plumbline egress: every way by which data can leave, with a witness or a proof.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "engine/base/text.hpp"
#include "engine/report/egress_view.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kEgressFormats[] = {"text", "json"};
constexpr auto kTargets =
    std::to_array<std::string_view>({"internet", "account", "region", "person"});

struct EgressFlags {
  InputFlags inputs;
  OutputFlags outputs;
  std::string option;
  std::string label;
  std::vector<std::string> from;
  std::vector<std::string> to;
};

// Says what is wrong with a word that names nothing.
std::string no_such(std::string_view what, std::string_view word,
                    const std::vector<std::string_view>& known) {
  std::string list;
  for (const std::string_view one : known) {
    if (!list.empty()) list.append(", ");
    list.append(neutralise(one));
  }
  return fmt::format("there is no {} '{}'{}; known: {}", what, neutralise(word),
                     did_you_mean_text(word, known), list.empty() ? "none" : list);
}

std::vector<std::string_view> labels_of(const World& world) {
  std::vector<std::string_view> labels;
  for (const DataSet& data : world.data) {
    if (!data.label.empty()) labels.push_back(data.label);
  }
  for (const Workload& workload : world.workloads) {
    if (!workload.label.empty()) labels.push_back(workload.label);
  }
  return labels;
}

bool contains(const std::vector<std::string_view>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// The question that the flags ask; a problem in words if they name what is not there.
std::string read_query(const EgressFlags& flags, const Scenario& scenario, EgressQuery& query) {
  const std::vector<std::string_view> labels = labels_of(scenario.world);
  if (!flags.label.empty() && !contains(labels, flags.label)) {
    return no_such("label", flags.label, labels);
  }
  query.label = flags.label;
  std::vector<std::string_view> names;
  for (const Option& option : scenario.options) {
    for (const Component& component : option.design.components) {
      if (!contains(names, component.name)) names.push_back(component.name);
    }
  }
  for (const std::string& from : flags.from) {
    if (!contains(names, from)) return no_such("component", from, names);
    query.from.push_back(from);
  }
  for (const std::string& to : flags.to) {
    const auto found = std::ranges::find(kTargets, to);
    if (found == kTargets.end()) {
      return no_such("target", to, {kTargets.begin(), kTargets.end()});
    }
    query.targets.push_back(static_cast<EgressTarget>(found - kTargets.begin()));
  }
  return {};
}

// What was analysed; the pictures point into it.
struct Analysed {
  std::unique_ptr<Pipeline> pipeline;
  EgressReport report;
};

std::string view_of(const Scenario& scenario, const std::vector<const Option*>& options,
                    const EgressQuery& query, const OutputFlags& outputs, bool& is_any_open) {
  std::vector<Analysed> analysed;
  std::vector<EgressPicture> pictures;
  analysed.reserve(options.size());
  for (const Option* option : options) {
    Analysed& one = analysed.emplace_back();
    one.pipeline = std::make_unique<Pipeline>(Pipeline::build(scenario, option->design));
    one.report = analyse_egress(*one.pipeline, query);
    is_any_open = is_any_open || one.report.any_open();
    pictures.push_back({one.pipeline.get(), &query, &one.report,
                        scenario.has_options ? option->letter : std::string_view{}, option->title});
  }
  if (format_of(outputs) == Format::Json) return egress_json(pictures);
  std::string text;
  for (const EgressPicture& picture : pictures) {
    if (!text.empty()) text.push_back('\n');
    text += egress_text(picture, result_style(outputs));
  }
  return text;
}

ExitCode run(const Command& command, std::span<const std::string> words) {
  EgressFlags flags;
  Arguments arguments(command);
  arguments.add_inputs(flags.inputs);
  arguments.add_value("--option", "LETTER", "look at this option only", flags.option);
  arguments.add_value("--label", "LABEL", "follow data with this label only", flags.label);
  arguments.add_values("--from", "COMPONENT", "start at this component only", flags.from);
  arguments.add_values("--to", "TARGET", "internet, account, region or person", flags.to);
  arguments.add_outputs(flags.outputs, kEgressFormats);
  if (const auto done = arguments.parse(words)) return *done;

  const std::optional<Inputs> inputs = read_inputs(arguments, flags.inputs);
  if (!inputs) return ExitCode::Unusable;
  if (inputs->files.size() != 1) {
    return arguments.refuse(
        fmt::format("one scenario is analysed at a time, found {}", inputs->files.size()));
  }
  if (inputs->has_errors) return write_with_errors(flags.outputs, *inputs, {}, ExitCode::Fine);
  const Scenario& scenario = inputs->files.front().read->scenario;
  EgressQuery query;
  const std::string problem = read_query(flags, scenario, query);
  if (!problem.empty()) return arguments.refuse(problem);
  std::vector<const Option*> options;
  std::vector<std::string_view> letters;
  for (const Option& option : scenario.options) {
    letters.push_back(option.letter);
    const bool is_asked = flags.option.empty() || option.letter == flags.option;
    if (is_asked && option.design.clashes.empty()) options.push_back(&option);
  }
  if (options.empty()) return arguments.refuse(no_such("option", flags.option, letters));
  bool is_any_open = false;
  const std::string view = view_of(scenario, options, query, flags.outputs, is_any_open);
  return write_result(flags.outputs, view, is_any_open ? ExitCode::Findings : ExitCode::Fine);
}

}  // namespace

constinit const Command commands::egress = {
    .name = "egress",
    .summary = "shows every way by which data can leave, with a witness or a proof",
    .operands = "PATH",
    .details =
        "A way is closed only if no route is left; controls that narrow, protect or detect are "
        "named as such. Exit code: 0 every way considered is closed, 1 some way is open, 2 the "
        "file or the command line cannot be used.",
    .run = &run,
};

}  // namespace plumbline
