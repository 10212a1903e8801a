// plumbline schema: prints a JSON Schema that is compiled in, for editors and other programs.
#include <fmt/format.h>

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
  for (const EmbeddedFile& schema : embedded_schemas()) names.push_back(schema.name);
  return names;
}

ExitCode run(const Command& command, std::span<const std::string> words) {
  std::vector<std::string> operands;
  OutputFlags outputs;
  Arguments arguments(command);
  arguments.add_operands("WHAT", fmt::format("{} (default: scenario)", alternatives(names())), 0, 1,
                         operands);
  arguments.add_value("-o,--output", "FILE", "write the result to a file", outputs.file);
  if (const auto done = arguments.parse(words)) return *done;

  const std::string wanted = operands.empty() ? "scenario" : operands.front();
  for (const EmbeddedFile& schema : embedded_schemas()) {
    if (schema.name == wanted) return write_result(outputs, schema.text, ExitCode::Fine);
  }
  return arguments.refuse(fmt::format("there is no schema '{}'{}; schemas: {}", neutralise(wanted),
                                      did_you_mean_text(wanted, names()), alternatives(names())));
}

}  // namespace

constinit const Command commands::schema = {
    .name = "schema",
    .summary = "prints the JSON Schema of a file format",
    .operands = "[WHAT]",
    .details =
        "An editor checks a scenario while it is written when the file opens with "
        "# yaml-language-server: $schema=scenario.schema.json",
    .run = &run,
};

}  // namespace plumbline
