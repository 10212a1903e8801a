// fork, exec and wait4, with medians.
#include "tests/benchmark/process.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace plumbline::benchmark {
namespace {

rusage run_once(const std::vector<std::string>& command) {
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int stream : {0, 1, 2}) dup2(nowhere, stream);
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    execv(words[0], words.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
      WEXITSTATUS(status) != 0) {
    throw std::runtime_error("cannot run " + command.front());
  }
  return usage;
}

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

}  // namespace

double median(std::vector<double> values) {
  if (values.empty()) return 0.0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<ProcessCost> run_in_turn(const std::vector<std::vector<std::string>>& commands,
                                     int runs) {
  std::vector<std::vector<double>> cpu(commands.size());
  std::vector<std::vector<double>> memory(commands.size());
  for (int run = -1; run < runs; ++run) {  // one round to warm the file cache
    for (std::size_t i = 0; i < commands.size(); ++i) {
      const rusage usage = run_once(commands[i]);
      if (run < 0) continue;
      cpu[i].push_back(milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime));
      memory[i].push_back(static_cast<double>(usage.ru_maxrss) / 1024.0);
    }
  }
  std::vector<ProcessCost> costs;
  for (std::size_t i = 0; i < commands.size(); ++i)
    costs.push_back({median(cpu[i]), median(memory[i])});
  return costs;
}

}  // namespace plumbline::benchmark
