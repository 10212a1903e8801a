// Reads files one after the other; a bad one does not keep the others from being read.
#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <unordered_set>

#include "cli/log.hpp"
#include "cli/output.hpp"
#include "cli/paths.hpp"
#include "cli/terminal/terminal.hpp"
#include "engine/base/text.hpp"
#include "engine/catalog/days.hpp"
#include "engine/checks/suppress.hpp"
#include "engine/report/report.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kNameOfStandardInput = "<standard input>";

// A file's text again, for the line above the caret; it has been let go by then.
std::string text_of_file(const std::string& path) {
  Expected<std::string, Findings> text = read_file(path);
  return text ? std::move(text).value() : std::string{};
}

void print_errors(const Findings& errors, std::string_view text) {
  fmt::print(stderr, "{}", errors_text(errors, text, style_of(Stream::Errors, 0)));
}

std::optional<ReadOptions> read_options(const Arguments& arguments, const InputFlags& flags) {
  ReadOptions options;
  for (const std::string& setting : flags.set) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) {
      arguments.refuse(
          fmt::format("--set takes PATH=VALUE, for instance models.v1.takes=80ms, not '{}'",
                      neutralise(setting)));
      return std::nullopt;
    }
    options.set.emplace_back(setting.substr(0, equals), setting.substr(equals + 1));
  }
  if (!flags.facts_as_of.empty() && !is_day(flags.facts_as_of)) {
    arguments.refuse(
        fmt::format("--facts-as-of takes a day such as 2024, 2024-10 or 2024-10-31, not '{}'",
                    neutralise(flags.facts_as_of)));
    return std::nullopt;
  }
  options.facts_as_of = flags.facts_as_of;
  return options;
}

// What a kind of file does to a catalog.
struct Overlay {
  std::string_view what;
  Expected<Catalog, Findings> (*apply)(const Catalog& base, std::string text, std::string file);
};

// Each file over what came before it; a bad one does not keep the others from being read.
void lay_over(std::unique_ptr<Catalog>& overlaid, const std::vector<std::string>& files,
              const Overlay& overlay, bool& failed) {
  for (const std::string& file : files) {
    Expected<std::string, Findings> text = read_file(file);
    if (!text) {
      print_errors(text.error(), {});
      failed = true;
      continue;
    }
    const Catalog& base = overlaid == nullptr ? Catalog::built_in() : *overlaid;
    Expected<Catalog, Findings> next = overlay.apply(base, std::move(text).value(), file);
    if (!next) {
      print_errors(next.error(), text_of_file(file));
      failed = true;
      continue;
    }
    overlaid = std::make_unique<Catalog>(std::move(next).value());
    if (is_verbose(1)) log_progress(fmt::format("{} {}", overlay.what, neutralise(file)));
  }
}

Input read_input(const std::string& path, const Catalog& catalog, const ReadOptions& options) {
  Input input;
  std::string text;
  if (path == kStandardInput) {
    input.file = kNameOfStandardInput;
    text = read_standard_input();
    input.text = text;
  } else {
    input.file = path;
    Expected<std::string, Findings> read = read_file(path);
    if (!read) {
      input.errors = std::move(read).error();
      return input;
    }
    text = std::move(read).value();
  }
  if (is_verbose(1)) {
    log_progress(fmt::format("reading {}, {} bytes", neutralise(input.file), text.size()));
  }
  Expected<ReadScenario, Findings> read =
      read_scenario(std::move(text), input.file, catalog, options);
  if (!read) {
    input.errors = std::move(read).error();
    return input;
  }
  // Which rules there are is known to a later stage than reading.
  input.errors = check_suppressions(read->scenario);
  if (input.errors.empty()) {
    input.read = std::make_unique<ReadScenario>(std::move(read).value());
  }
  return input;
}

}  // namespace

std::unique_ptr<Catalog> read_catalogs(const std::vector<std::string>& files, bool& failed) {
  std::unique_ptr<Catalog> overlaid;
  lay_over(overlaid, files, {"catalog", &Catalog::overlay}, failed);
  return overlaid;
}

std::optional<Inputs> read_inputs(const Arguments& arguments, const InputFlags& flags) {
  const std::optional<ReadOptions> options = read_options(arguments, flags);
  if (!options) return std::nullopt;
  Inputs inputs;
  bool failed = false;
  inputs.overlaid = read_catalogs(flags.catalogs, failed);
  lay_over(inputs.overlaid, flags.prices, {"prices", &Catalog::with_prices}, failed);
  if (failed) return std::nullopt;
  std::unordered_set<std::string> seen;
  for (const std::string& path : flags.paths) {
    Expected<std::vector<std::string>, Findings> files = scenario_files(path);
    if (!files) {
      inputs.files.push_back({path, nullptr, std::move(files).error()});
      continue;
    }
    for (const std::string& file : files.value()) {
      if (!seen.insert(file).second) continue;
      inputs.files.push_back(read_input(file, inputs.catalog(), *options));
    }
  }
  inputs.has_errors =
      std::ranges::any_of(inputs.files, [](const Input& input) { return input.read == nullptr; });
  return inputs;
}

ExitCode write_with_errors(const OutputFlags& outputs, const Inputs& inputs,
                           std::string_view result, ExitCode code) {
  if (!inputs.has_errors) return write_result(outputs, result, code);
  if (format_of(outputs) == Format::Json) {
    std::vector<Findings> errors;
    for (const Input& input : inputs.files) {
      if (input.read == nullptr) errors.push_back(input.errors);
    }
    return write_result(outputs, errors_json(errors), ExitCode::Unusable);
  }
  const bool some_were_read =
      std::ranges::any_of(inputs.files, [](const Input& input) { return input.read != nullptr; });
  const ExitCode written =
      some_were_read ? write_result(outputs, result, ExitCode::Unusable) : ExitCode::Unusable;
  for (const Input& input : inputs.files) {
    if (input.read != nullptr) continue;
    const bool is_elsewhere = input.errors.file() != input.file;  // in a value of --set
    print_errors(input.errors, is_elsewhere         ? std::string{}
                               : input.text.empty() ? text_of_file(input.file)
                                                    : input.text);
  }
  return written;
}

}  // namespace plumbline
