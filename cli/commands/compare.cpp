// plumbline compare: judges every option and ranks those that survive.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/inputs.hpp"
#include "cli/log.hpp"
#include "cli/output.hpp"
#include "engine/compare/judgement.hpp"
#include "engine/report/report.hpp"

namespace plumbline {
namespace {

std::string view_of(const Judgement& judgement, const OutputFlags& outputs) {
  switch (format_of(outputs)) {
    case Format::Json:
      return compare_json(judgement);
    case Format::Markdown:
      return compare_markdown(judgement);
    case Format::Text:
      break;
  }
  return compare_text(judgement, result_style(outputs));
}

// One judgement as it is; several as a list in JSON, else one under the other.
std::string joined(const std::vector<std::string>& views, Format format) {
  if (views.size() == 1) return views.front();
  std::string text;
  for (const std::string& view : views) {
    if (!text.empty()) text.append(format == Format::Json ? "," : "\n");
    text.append(view);
  }
  return format == Format::Json ? fmt::format("[{}]\n", text) : text;
}

ExitCode run(const Command& command, std::span<const std::string> words) {
  InputFlags input_flags;
  OutputFlags outputs;
  Arguments arguments(command);
  arguments.add_inputs(input_flags);
  arguments.add_outputs(outputs, kReportFormats);
  if (const auto done = arguments.parse(words)) return *done;

  const std::optional<Inputs> inputs = read_inputs(arguments, input_flags);
  if (!inputs) return ExitCode::Unusable;
  std::vector<std::string> views;
  for (const Input& input : inputs->files) {
    if (input.read == nullptr) continue;
    const Judgement judgement = judge(input.read->scenario);
    if (is_verbose(1)) log_progress(fmt::format("judged {}", judgement.scenario->id));
    views.push_back(view_of(judgement, outputs));
  }
  return write_with_errors(outputs, *inputs, joined(views, format_of(outputs)), ExitCode::Fine);
}

}  // namespace

constinit const Command commands::compare = {
    .name = "compare",
    .summary = "judges every option, ranks those that survive, and says why",
    .operands = "PATH...",
    .details =
        "The expected answer in a file is never read here; 'plumbline test' does. "
        "Exit code: 0 a judgement was made, 2 a file or the command line cannot be used.",
    .run = &run,
};

}  // namespace plumbline
