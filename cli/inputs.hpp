// From words of the command line to read scenarios: folders searched, every file read, all errors
// kept until all have been read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "engine/catalog/catalog.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline {

// One file that was named or found; `read` is null when it has errors.
struct Input {
  std::string file;
  std::unique_ptr<ReadScenario> read;
  Findings errors;
  std::string text;  // of standard input alone, which cannot be read again for the carets
};

struct Inputs {
  std::unique_ptr<Catalog> overlaid;  // with catalog and price files; null: the built-in one
  std::vector<Input> files;           // in the order of the words, folders in order of name
  bool has_errors = false;

  [[nodiscard]] const Catalog& catalog() const {
    return overlaid == nullptr ? Catalog::built_in() : *overlaid;
  }
};

// Reads everything. Nothing: the words themselves are wrong, or a catalog is, which has been said
// on standard error; the exit code is Unusable then.
[[nodiscard]] std::optional<Inputs> read_inputs(const Arguments& arguments,
                                                const InputFlags& flags);

// The built-in catalog with these files laid over it; null when there are none. What is wrong with
// one is said on standard error, and `failed` set.
[[nodiscard]] std::unique_ptr<Catalog> read_catalogs(const std::vector<std::string>& files,
                                                     bool& failed);

// Prints the errors of the files that could not be read: as text on standard error, or as the JSON
// result. `text_result` is what the others gave, and is written in the first case.
[[nodiscard]] ExitCode write_with_errors(const OutputFlags& outputs, const Inputs& inputs,
                                         std::string_view result, ExitCode code);

}  // namespace plumbline
