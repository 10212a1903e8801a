// Entry point: hands the words of the command line to a command and turns what comes back into an
// exit code.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/terminal/terminal.hpp"
#include "engine/base/text.hpp"
#include "engine/report/page.hpp"

namespace plumbline {
namespace {

void print_paragraph(std::FILE* stream, std::string_view text) {
  const std::size_t width = style_of(stream == stdout ? Stream::Output : Stream::Errors, 0).width;
  for (const std::string& line : break_lines(text, width)) fmt::print(stream, "{}\n", line);
}

void print_help(std::FILE* stream) {
  print_paragraph(stream,
                  "plumbline judges AWS machine-learning architectures. One YAML file says what is "
                  "needed and what each option would build; the options that cannot work are "
                  "eliminated with reasons, the others are ranked.");
  fmt::print(stream, "\nUsage: plumbline COMMAND [options]\n\n");
  std::size_t width = 0;
  for (const Command* command : all_commands()) width = std::max(width, command->name.size());
  for (const Command* command : all_commands()) {
    fmt::print(stream, "  {:<{}}  {}\n", command->name, width, command->summary);
  }
  fmt::print(stream, "\n");
  print_paragraph(
      stream,
      "'plumbline COMMAND --help' shows the options of a command, 'plumbline --version' "
      "the version. Exit codes: 0 fine; 1 findings, or an expectation not confirmed; 2 "
      "unusable input or command line; 70 a mistake of ours.");
}

const Command* find_command(std::string_view name) {
  for (const Command* command : all_commands()) {
    if (command->name == name) return command;
  }
  return nullptr;
}

ExitCode no_such_command(std::string_view name) {
  std::vector<std::string_view> known = {"--help", "--version", "help"};
  for (const Command* command : all_commands()) known.push_back(command->name);
  const std::string_view what = name.starts_with('-') ? "option" : "command";
  fmt::print(stderr, "plumbline: there is no {} '{}'{}\n'plumbline --help' lists the commands.\n",
             what, neutralise(name), did_you_mean_text(name, known));
  return ExitCode::Unusable;
}

ExitCode run(std::vector<std::string> words) {
  if (words.empty()) {
    print_help(stderr);
    return ExitCode::Unusable;
  }
  // "help check" is what people try before "check --help".
  if (words.front() == "help" && words.size() > 1) {
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  const std::string& first = words.front();
  if (first == "--help" || first == "-h" || first == "help") {
    print_help(stdout);
    return ExitCode::Fine;
  }
  if (first == "--version") {
    fmt::print("plumbline {}\n", PLUMBLINE_VERSION);
    return ExitCode::Fine;
  }
  const Command* command = find_command(first);
  if (command == nullptr) return no_such_command(first);
  return command->run(*command, std::span<const std::string>(words).subspan(1));
}

ExitCode internal_error(std::string_view what) {
  fmt::print(
      stderr,
      "plumbline: {}\nThis is a mistake of ours, not of your file. Please report it together "
      "with the file and the words\nof the command line.\n",
      neutralise(what));
  return ExitCode::Internal;
}

ExitCode run_safely(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::bad_alloc&) {
    return internal_error("there is not enough memory for this");
  } catch (const std::exception& error) {
    return internal_error(error.what());
  }
}

}  // namespace
}  // namespace plumbline

int main(int argc, char** argv) { return static_cast<int>(plumbline::run_safely(argc, argv)); }
