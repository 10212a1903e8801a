// What a command is, and how it can end.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace plumbline {

enum class ExitCode : int {
  Fine = 0,
  Findings = 1,   // check: there are some; test: an expectation was not confirmed
  Unusable = 2,   // the input or the command line cannot be used
  Internal = 70,  // a mistake of ours
};

struct Command {
  std::string_view name;      // "check"
  std::string_view summary;   // one line for the list of commands
  std::string_view operands;  // "PATH..." for the line of usage
  std::string_view details;   // further lines for its own help; may be empty
  ExitCode (*run)(const Command& command, std::span<const std::string> words);
};

// Every command, in the order in which help lists them.
[[nodiscard]] std::span<const Command* const> all_commands();

// One object for each command, in commands/<name>.cpp.
namespace commands {
extern const Command check;
extern const Command compare;
extern const Command egress;
extern const Command explain;
extern const Command graph;
extern const Command list;
extern const Command new_file;
extern const Command schema;
extern const Command test;
}  // namespace commands

}  // namespace plumbline
