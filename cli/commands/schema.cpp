// plumbline schema: prints a JSON Schema that is compiled in, for editors and other programs.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/embedded.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "engine/base/text.hpp"
#include "engine/report/scenario_schema.hpp"

namespace plumbline {
namespace {

std::vector<std::string_view> names() {
  std::vector<std::string_view> names;
  for (const EmbeddedFile& schema : embedded_schemas()) names.push_back(schema.name);
  return names;
}

// Services and settings of an overlaid catalog are part of the language too.
std::string schema_text(const EmbeddedFile& schema, const Catalog& catalog) {
  return schema.name == "scenario" ? scenario_schema(schema.text, catalog)
                                   : std::string(schema.text);
}

ExitCode run(const Command& command, std::span<const std::string> words) {
  std::vector<std::string> operands;
  std::vector<std::string> catalogs;
  OutputFlags outputs;
  Arguments arguments(command);
  arguments.add_operands("WHAT", fmt::format("{} (default: scenario)", alternatives(names())), 0, 1,
                         operands);
  arguments.add_catalogs(catalogs);
  arguments.add_value("-o,--output", "FILE", "write the result to a file", outputs.file);
  if (const auto done = arguments.parse(words)) return *done;

  bool failed = false;
  const std::unique_ptr<Catalog> overlaid = read_catalogs(catalogs, failed);
  if (failed) return ExitCode::Unusable;
  const Catalog& catalog = overlaid == nullptr ? Catalog::built_in() : *overlaid;
  const std::string wanted = operands.empty() ? "scenario" : operands.front();
  for (const EmbeddedFile& schema : embedded_schemas()) {
    if (schema.name != wanted) continue;
    return write_result(outputs, schema_text(schema, catalog), ExitCode::Fine);
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
