// The words after a command's name: each flag is stated once, which gives parsing, help and
// suggestions.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "engine/report/report.hpp"

namespace plumbline {

// What is judged, and under which facts. Raw words; nothing has been read yet.
struct InputFlags {
  std::vector<std::string> paths;
  std::vector<std::string> set;       // "path=value"
  std::vector<std::string> catalogs;  // overlay files, in order
  std::vector<std::string> prices;    // price files, in order
  std::string facts_as_of;
};

// Where a result goes and how it looks.
struct OutputFlags {
  std::string format = "text";
  std::string width;  // empty: as wide as the terminal
  std::string file;   // empty: standard output
};

class Arguments {
 public:
  explicit Arguments(const Command& command) : command_(command) {}

  // A flag with one value, a flag that may be repeated, and a switch. `names` is "-o,--output".
  void add_value(std::string names, std::string value, std::string help, std::string& into);
  void add_values(std::string names, std::string value, std::string help,
                  std::vector<std::string>& into);
  void add_switch(std::string names, std::string help, bool& into);
  // What is not a flag. `least` words are needed.
  void add_operands(std::string name, std::string help, std::size_t least, std::size_t most,
                    std::vector<std::string>& into);

  void add_inputs(InputFlags& inputs);
  void add_catalogs(std::vector<std::string>& catalogs);
  void add_outputs(OutputFlags& outputs, std::span<const std::string_view> formats);

  // Nothing: go on. Otherwise the command is done: its help was printed, or what is wrong.
  [[nodiscard]] std::optional<ExitCode> parse(std::span<const std::string> words);

  // Prints "plumbline check: <problem>", the line of usage and where help is.
  ExitCode refuse(std::string_view problem) const;

 private:
  struct Flag {
    std::string names;
    std::string value;  // empty: a switch
    std::string help;
    std::string* one = nullptr;
    std::vector<std::string>* many = nullptr;
    bool* on = nullptr;
  };
  struct Operands {
    std::string name;
    std::string help;
    std::size_t least = 0;
    std::size_t most = 0;
    std::vector<std::string>* into = nullptr;
  };

  void print_help() const;
  [[nodiscard]] std::string usage() const;
  [[nodiscard]] std::optional<std::string> problem_of_operands() const;
  [[nodiscard]] std::string unknown_flag(std::string_view word) const;

  const Command& command_;
  std::vector<Flag> flags_;
  std::optional<Operands> operands_;
  OutputFlags* outputs_ = nullptr;
  std::span<const std::string_view> formats_;
};

// "text, json or markdown", for help and messages.
[[nodiscard]] std::string alternatives(std::span<const std::string_view> words);
// " (did you mean 'x'?)" or nothing.
[[nodiscard]] std::string did_you_mean_text(std::string_view written,
                                            std::span<const std::string_view> known);

inline constexpr std::string_view kReportFormats[] = {"text", "json", "markdown"};

// The format of a parsed `--format`, one of kReportFormats.
[[nodiscard]] Format format_of(const OutputFlags& outputs);
// The width of a parsed `--width`; 0 when none was given.
[[nodiscard]] std::size_t width_of(const OutputFlags& outputs);

}  // namespace plumbline
