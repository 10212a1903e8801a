// Values given on the command line (--set path=value), put into the tree before it is read.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/finding/finding.hpp"

namespace plumbline::scenario_reading {

using CommandLineValue = std::pair<std::string, std::string>;  // path, value

// The file under which problems of the command line are reported.
inline constexpr std::string_view kCommandLineFile = "--set";

// The tree with all values in place, or nullptr after errors in `findings` (of kCommandLineFile).
// Nodes of the k-th value (from 1) stand nowhere in the file: line 0, column k.
[[nodiscard]] const Node* set_values(Document& document,
                                     const std::vector<CommandLineValue>& values,
                                     Findings& findings);

// Of findings at such places, those as problems of the command line; empty if there are none.
[[nodiscard]] Findings command_line_problems(const Findings& findings,
                                             const std::vector<CommandLineValue>& values);

}  // namespace plumbline::scenario_reading
