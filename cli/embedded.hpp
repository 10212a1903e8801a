// Files that the build compiles into the program: schemas and templates.
#pragma once

#include <span>
#include <string_view>

namespace plumbline {

struct EmbeddedFile {
  std::string_view name;  // "scenario" of schemas/scenario.schema.json
  std::string_view text;
};

// In order of name.
[[nodiscard]] std::span<const EmbeddedFile> embedded_schemas();
[[nodiscard]] std::span<const EmbeddedFile> embedded_templates();

}  // namespace plumbline
