// Runs a program many times and takes the operating system's own account of each run.
#pragma once

#include <string>
#include <vector>

namespace plumbline::benchmark {

struct ProcessCost {
  double cpu_ms = 0.0;    // user and system time, median
  double peak_mib = 0.0;  // resident set, median
};

// Each of `commands` in turn, `runs` times, so that a change of the machine's speed meets all
// alike. Output is discarded. Throws std::runtime_error when one cannot be run or ends with another
// code than 0.
[[nodiscard]] std::vector<ProcessCost> run_in_turn(
    const std::vector<std::vector<std::string>>& commands, int runs);

[[nodiscard]] double median(std::vector<double> values);

}  // namespace plumbline::benchmark
