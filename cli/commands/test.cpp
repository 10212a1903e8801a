// plumbline test: compares judgements with what the files expect.
#include <algorithm>
#include <string>
#include <vector>

#include "cli/agreement/agreement.hpp"
#include "cli/arguments.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "engine/compare/judgement.hpp"

namespace plumbline {
namespace {

std::string view_of(const std::vector<Agreement>& agreements, const OutputFlags& outputs) {
  switch (format_of(outputs)) {
    case Format::Json:
      return agreements_json(agreements);
    case Format::Markdown:
      return agreements_markdown(agreements);
    case Format::Text:
      break;
  }
  return agreements_text(agreements, result_style(outputs).width);
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
  std::vector<Agreement> agreements;
  for (const Input& input : inputs->files) {
    if (input.read == nullptr) continue;
    agreements.push_back(
        compare_with_expectation(judge(input.read->scenario), input.read->expectation));
  }
  const bool failed = std::ranges::any_of(agreements, &is_failure);
  return write_with_errors(outputs, *inputs, view_of(agreements, outputs),
                           failed ? ExitCode::Findings : ExitCode::Fine);
}

}  // namespace

constinit const Command commands::test = {
    .name = "test",
    .summary = "compares judgements with the answers and reasons that files expect",
    .operands = "PATH...",
    .details =
        "A tie that goes beyond the key, and no decision, are not agreement. A disputed key "
        "is shown and never counted. Exit code: 0 every undisputed expectation is "
        "confirmed, 1 one is not, 2 a file or the command line cannot be used.",
    .run = &run,
};

}  // namespace plumbline
