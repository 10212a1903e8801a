// What a new rule adds to the source tree: its file, its line of the list, and its three cases.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/expected.hpp"

namespace plumbline {

struct NewFile {
  std::filesystem::path path;  // below the top of the source tree
  std::string text;
};

struct RuleFiles {
  std::string id;              // "PLB1309"
  std::string line;            // of the list
  std::vector<NewFile> files;  // none of them exists yet
  NewFile list;                // with the new line; exists
};

struct RuleName {
  std::string_view slug;   // well formed
  std::string_view topic;  // well formed
};

// Nothing is written yet. The error says why there can be no such rule in this source tree.
[[nodiscard]] Expected<RuleFiles, std::string> plan_rule(const std::filesystem::path& tree,
                                                         const RuleName& name);

// Writes the files, the list last, so that a build never asks for a file that is not there. Nothing
// that exists is overwritten but the list. The error says what could not be written.
[[nodiscard]] Expected<bool, std::string> write_rule(const std::filesystem::path& tree,
                                                     const RuleFiles& rule);

}  // namespace plumbline
