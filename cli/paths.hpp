// Which files the words of the command line mean.
#pragma once

#include <string>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/finding/finding.hpp"

namespace plumbline {

inline constexpr std::string_view kStandardInput = "-";

// A file stands for itself; a folder for every *.yaml and *.yml below it that has a line
// 'plumbline: ...', in order of name, hidden folders left out. The error is a folder without any
// (PLB0028).
[[nodiscard]] Expected<std::vector<std::string>, Findings> scenario_files(const std::string& path);

// The whole of standard input, but no more than one byte beyond what a scenario may have.
[[nodiscard]] std::string read_standard_input();

}  // namespace plumbline
