// plumbline graph: the designs of one scenario as a picture.
#include "engine/report/graph.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "engine/base/text.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kPictureFormats[] = {"mermaid", "dot"};

struct GraphFlags {
  InputFlags inputs;
  OutputFlags outputs{.format = "mermaid", .width = {}, .file = {}};
  std::string option;
};

// The options to draw: the one asked for, or all of them; nothing if there is no such option.
std::vector<const Option*> chosen_options(const Scenario& scenario, const std::string& letter) {
  std::vector<const Option*> options;
  for (const Option& option : scenario.options) {
    if (letter.empty() || option.letter == letter) options.push_back(&option);
  }
  return options;
}

std::string no_such_option(const Scenario& scenario, const std::string& letter) {
  std::vector<std::string_view> letters;
  for (const Option& option : scenario.options) letters.push_back(option.letter);
  std::string known;
  for (const std::string_view one : letters) {
    if (!known.empty()) known.append(", ");
    known.append(neutralise(one));
  }
  return fmt::format("there is no option '{}'{}; options: {}", neutralise(letter),
                     did_you_mean_text(letter, letters), known);
}

std::string picture_of(const Scenario& scenario, std::span<const Option* const> options,
                       const OutputFlags& outputs) {
  std::vector<std::unique_ptr<Pipeline>> pipelines;
  std::vector<Drawing> drawings;
  for (const Option* option : options) {
    pipelines.push_back(std::make_unique<Pipeline>(Pipeline::build(scenario, option->design)));
    drawings.push_back({scenario.has_options ? option->letter : std::string_view{}, option->title,
                        pipelines.back().get()});
  }
  return outputs.format == "dot" ? graph_dot(scenario.title, drawings)
                                 : graph_mermaid(scenario.title, drawings);
}

ExitCode run(const Command& command, std::span<const std::string> words) {
  GraphFlags flags;
  Arguments arguments(command);
  arguments.add_inputs(flags.inputs);
  arguments.add_value("--option", "LETTER", "draw this option only", flags.option);
  arguments.add_outputs(flags.outputs, kPictureFormats);
  if (const auto done = arguments.parse(words)) return *done;

  const std::optional<Inputs> inputs = read_inputs(arguments, flags.inputs);
  if (!inputs) return ExitCode::Unusable;
  if (inputs->files.size() != 1) {
    return arguments.refuse(
        fmt::format("one scenario is drawn at a time, found {}", inputs->files.size()));
  }
  if (inputs->has_errors) return write_with_errors(flags.outputs, *inputs, {}, ExitCode::Fine);
  const Scenario& scenario = inputs->files.front().read->scenario;
  const std::vector<const Option*> options = chosen_options(scenario, flags.option);
  if (options.empty()) return arguments.refuse(no_such_option(scenario, flags.option));
  return write_result(flags.outputs, picture_of(scenario, options, flags.outputs), ExitCode::Fine);
}

}  // namespace

constinit const Command commands::graph = {
    .name = "graph",
    .summary = "draws the options of a scenario for Mermaid or Graphviz",
    .operands = "PATH",
    .details =
        "An arrow is data on its way. Dashed: the catalog does not record this connection; "
        "red: it is recorded as impossible. The labels say so too.",
    .run = &run,
};

}  // namespace plumbline
