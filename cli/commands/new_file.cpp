// plumbline new: a commented file to start from.
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/embedded.hpp"
#include "cli/output.hpp"
#include "engine/base/text.hpp"

namespace plumbline {
namespace {

std::vector<std::string_view> names() {
  std::vector<std::string_view> names;
  for (const EmbeddedFile& file : embedded_templates()) names.push_back(file.name);
  return names;
}

ExitCode run(const Command& command, std::span<const std::string> words) {
  std::vector<std::string> operands;
  OutputFlags outputs;
  Arguments arguments(command);
  arguments.add_operands("WHAT", fmt::format("{} (default: scenario)", alternatives(names())), 0, 1,
                         operands);
  arguments.add_value("-o,--output", "FILE", "write it to a new file", outputs.file);
  if (const auto done = arguments.parse(words)) return *done;

  const std::string wanted = operands.empty() ? "scenario" : operands.front();
  for (const EmbeddedFile& file : embedded_templates()) {
    if (file.name != wanted) continue;
    std::error_code unknown;
    if (!outputs.file.empty() && std::filesystem::exists(outputs.file, unknown)) {
      return arguments.refuse(
          fmt::format("'{}' exists already and is left as it is", neutralise(outputs.file)));
    }
    return write_result(outputs, file.text, ExitCode::Fine);
  }
  return arguments.refuse(fmt::format("there is nothing new called '{}'{}; known: {}",
                                      neutralise(wanted), did_you_mean_text(wanted, names()),
                                      alternatives(names())));
}

}  // namespace

constinit const Command commands::new_file = {
    .name = "new",
    .summary = "prints a commented scenario to start from",
    .operands = "[WHAT]",
    .details = "For instance: plumbline new scenario -o mine.yaml && plumbline compare mine.yaml",
    .run = &run,
};

}  // namespace plumbline
