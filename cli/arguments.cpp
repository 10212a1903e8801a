// Hands the words to CLI11, and says in our own words what is wrong with them.
#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>

#include "cli/log.hpp"
#include "cli/terminal/terminal.hpp"
#include "engine/base/text.hpp"
#include "engine/report/page.hpp"

namespace plumbline {
namespace {

// "--output" of "-o,--output".
std::string_view long_name(std::string_view names) {
  const std::size_t comma = names.rfind(',');
  return comma == std::string_view::npos ? names : names.substr(comma + 1);
}

bool parse_width(std::string_view text, std::size_t& width) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
  return error == std::errc{} && end == text.data() + text.size() && width >= kNarrowest &&
         width <= kWidest;
}

// Two columns: what is written, and what it does.
void print_rows(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::size_t left = 0;
  for (const auto& [what, help] : rows) left = std::max(left, display_width(what));
  const std::size_t before = 2 + left + 2;
  const std::size_t width = style_of(Stream::Output, 0).width;
  const std::size_t room = std::max(width, before + kNarrowest / 2) - before;
  for (const auto& [what, help] : rows) {
    std::string_view label = what;
    for (const std::string& line : break_lines(help, room)) {
      fmt::print("  {}{}\n", pad_right(label, left + 2), line);
      label = {};
    }
  }
}

}  // namespace

void Arguments::add_value(std::string names, std::string value, std::string help,
                          std::string& into) {
  flags_.push_back({std::move(names), std::move(value), std::move(help), &into, nullptr, nullptr});
}

void Arguments::add_values(std::string names, std::string value, std::string help,
                           std::vector<std::string>& into) {
  flags_.push_back({std::move(names), std::move(value), std::move(help), nullptr, &into, nullptr});
}

void Arguments::add_switch(std::string names, std::string help, bool& into) {
  flags_.push_back({std::move(names), {}, std::move(help), nullptr, nullptr, &into});
}

void Arguments::add_operands(std::string name, std::string help, std::size_t least,
                             std::size_t most, std::vector<std::string>& into) {
  operands_ = Operands{std::move(name), std::move(help), least, most, &into};
}

void Arguments::add_inputs(InputFlags& inputs) {
  constexpr std::size_t kMost = 1'000'000;
  add_operands(
      "PATH",
      "scenario files, folders (searched for *.yaml with 'plumbline: 1'), or - for standard input",
      1, kMost, inputs.paths);
  add_values("--set", "PATH=VALUE",
             "change a value for this run, e.g. --set workloads.documents.size=\"4 MB\"",
             inputs.set);
  add_value("--facts-as-of", "DAY", "judge by the facts of that day, e.g. 2024-10",
            inputs.facts_as_of);
  add_catalogs(inputs.catalogs);
  add_values("--prices", "FILE", "take prices from this file in place of the catalog's",
             inputs.prices);
}

void Arguments::add_catalogs(std::vector<std::string>& catalogs) {
  add_values("--catalog", "FILE", "lay a catalog file over the built-in one", catalogs);
}

void Arguments::add_outputs(OutputFlags& outputs, std::span<const std::string_view> formats) {
  outputs_ = &outputs;
  formats_ = formats;
  add_value("-f,--format", "FORMAT",
            fmt::format("{} (default: {})", alternatives(formats), outputs.format), outputs.format);
  add_value("--width", "COLUMNS", "columns of a text result (default: as wide as the terminal)",
            outputs.width);
  add_value("-o,--output", "FILE", "write the result to a file", outputs.file);
}

std::optional<ExitCode> Arguments::parse(std::span<const std::string> words) {
  CLI::App app;
  app.set_help_flag();  // help is our own
  app.allow_extras();
  bool help = false;
  app.add_flag("-h,--help", help);
  int verbose = 0;
  app.add_flag("-v,--verbose", verbose);
  for (const Flag& flag : flags_) {
    if (flag.one != nullptr) app.add_option(flag.names, *flag.one);
    if (flag.many != nullptr) app.add_option(flag.names, *flag.many)->allow_extra_args(false);
    if (flag.on != nullptr) app.add_flag(flag.names, *flag.on);
  }
  try {
    std::vector<std::string> reversed(words.rbegin(), words.rend());  // as CLI11 wants them
    app.parse(std::move(reversed));
  } catch (const CLI::ArgumentMismatch& error) {
    // CLI11 names the flag first: "--width: 1 required TEXT missing".
    const std::string_view what = error.what();
    return refuse(fmt::format("{} needs a value", what.substr(0, what.find(':'))));
  } catch (const CLI::ParseError& error) {
    return refuse(error.what());
  }
  if (help) {
    print_help();
    return ExitCode::Fine;
  }
  set_verbosity(std::min(verbose, 2));
  bool only_operands = false;
  for (const std::string& word : app.remaining()) {
    if (!only_operands && word == "--") {
      only_operands = true;
    } else if (!only_operands && word.size() > 1 && word.front() == '-') {
      return refuse(unknown_flag(word));
    } else if (operands_) {
      operands_->into->push_back(word);
    } else {
      return refuse(fmt::format("'{}' is one word too many", neutralise(word)));
    }
  }
  if (const std::optional<std::string> problem = problem_of_operands()) return refuse(*problem);
  if (outputs_ == nullptr) return std::nullopt;
  if (std::ranges::find(formats_, outputs_->format) == formats_.end()) {
    return refuse(
        fmt::format("there is no format '{}'{}; formats: {}", neutralise(outputs_->format),
                    did_you_mean_text(outputs_->format, formats_), alternatives(formats_)));
  }
  std::size_t width = 0;
  if (!outputs_->width.empty() && !parse_width(outputs_->width, width)) {
    return refuse(fmt::format("--width takes a number from {} to {}, not '{}'", kNarrowest, kWidest,
                              neutralise(outputs_->width)));
  }
  return std::nullopt;
}

std::optional<std::string> Arguments::problem_of_operands() const {
  if (!operands_) return std::nullopt;
  const std::vector<std::string>& given = *operands_->into;
  if (given.size() < operands_->least) return fmt::format("{} is missing", operands_->name);
  if (given.size() > operands_->most) {
    return fmt::format("'{}' is one word too many", neutralise(given[operands_->most]));
  }
  return std::nullopt;
}

std::string Arguments::unknown_flag(std::string_view word) const {
  std::vector<std::string_view> known = {"--help", "--verbose"};
  for (const Flag& flag : flags_) known.push_back(long_name(flag.names));
  const std::string_view name = word.substr(0, word.find('='));
  return fmt::format("there is no option '{}'{}", neutralise(name), did_you_mean_text(name, known));
}

std::string Arguments::usage() const {
  std::string line = fmt::format("plumbline {}", command_.name);
  if (!command_.operands.empty()) line.append(" ").append(command_.operands);
  return line.append(" [options]");
}

ExitCode Arguments::refuse(std::string_view problem) const {
  fmt::print(stderr, "plumbline {0}: {1}\nUsage: {2}\n'plumbline {0} --help' shows the options.\n",
             command_.name, problem, usage());
  return ExitCode::Unusable;
}

void Arguments::print_help() const {
  fmt::print("{}: {}\n\nUsage: {}\n", command_.name, command_.summary, usage());
  std::vector<std::pair<std::string, std::string>> rows;
  if (operands_) {
    fmt::print("\n");
    print_rows({{operands_->name, operands_->help}});
  }
  for (const Flag& flag : flags_) {
    const bool has_short = flag.names.find(',') != std::string::npos;
    std::string what = has_short ? std::string{} : std::string(4, ' ');
    what.append(flag.names);
    if (has_short) what.replace(what.find(','), 1, ", ");
    if (!flag.value.empty()) what.append(" ").append(flag.value);
    rows.emplace_back(std::move(what), flag.help);
  }
  rows.emplace_back("-v, --verbose", "say on standard error what is being done; -vv says more");
  rows.emplace_back("-h, --help", "this text");
  fmt::print("\n");
  print_rows(rows);
  if (command_.details.empty()) return;
  fmt::print("\n");
  for (const std::string& line : break_lines(command_.details, style_of(Stream::Output, 0).width)) {
    fmt::print("{}\n", line);
  }
}

std::string alternatives(std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text.append(i + 1 == words.size() ? " or " : ", ");
    text.append(words[i]);
  }
  return text;
}

std::string did_you_mean_text(std::string_view written, std::span<const std::string_view> known) {
  const std::optional<std::string_view> nearest = did_you_mean(written, known);
  return nearest ? fmt::format(" (did you mean '{}'?)", *nearest) : std::string{};
}

Format format_of(const OutputFlags& outputs) {
  if (outputs.format == "json") return Format::Json;
  return outputs.format == "markdown" ? Format::Markdown : Format::Text;
}

std::size_t width_of(const OutputFlags& outputs) {
  std::size_t width = 0;
  return !outputs.width.empty() && parse_width(outputs.width, width) ? width : 0;
}

}  // namespace plumbline
