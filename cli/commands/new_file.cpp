// plumbline new: commented files to start from. A rule goes into the source tree, as several files.
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "cli/arguments.hpp"
#include "cli/embedded.hpp"
#include "cli/new_file/names.hpp"
#include "cli/new_file/rule_files.hpp"
#include "cli/output.hpp"
#include "engine/base/text.hpp"
#include "engine/catalog/catalog.hpp"

namespace plumbline {
namespace {

struct NewFlags {
  std::vector<std::string> operands;
  OutputFlags outputs;
  std::string topic;
  std::string tree;  // empty: the current folder
};

std::string_view template_text(std::string_view name) {
  std::string_view text;
  for (const EmbeddedFile& file : embedded_templates()) {
    if (file.name == name) text = file.text;
  }
  return text;
}

ExitCode write_new(const Arguments& arguments, const OutputFlags& outputs, std::string_view text) {
  std::error_code unknown;
  if (!outputs.file.empty() && std::filesystem::exists(outputs.file, unknown)) {
    return arguments.refuse(
        fmt::format("'{}' exists already and is left as it is", neutralise(outputs.file)));
  }
  return write_result(outputs, text, ExitCode::Fine);
}

ExitCode new_scenario(const Arguments& arguments, const NewFlags& flags) {
  return write_new(arguments, flags.outputs, template_text("scenario"));
}

ExitCode new_service(const Arguments& arguments, const NewFlags& flags) {
  const std::string& name = flags.operands[1];
  if (const auto problem = problem_of_name(name)) return arguments.refuse(*problem);
  const Catalog& catalog = Catalog::built_in();
  // `service: other` is what the catalog does not know.
  if (name == "other") {
    return arguments.refuse("'other' means any service that the catalog does not know");
  }
  if (const Service* known = catalog.find_service(name)) {
    return arguments.refuse(
        fmt::format("'{}' means {} of the catalog; 'plumbline explain {}' shows it, and a file for "
                    "--catalog that says 'service: {}' changes the facts that it names",
                    name, known->title, known->name, known->name));
  }
  std::string title = with_instead_of_hyphens(name, ' ');
  title.front() = static_cast<char>(title.front() - 'a' + 'A');
  const auto fillings = std::to_array<Filling>({{"@name@", name},
                                                {"@title@", title},
                                                {"@words@", with_instead_of_hyphens(name, ' ')},
                                                {"@day@", std::string(catalog.date())}});
  return write_new(arguments, flags.outputs, filled(template_text("service"), fillings));
}

ExitCode new_rule(const Arguments& arguments, const NewFlags& flags) {
  const std::string& slug = flags.operands[1];
  if (const auto problem = problem_of_name(slug)) return arguments.refuse(*problem);
  if (flags.topic.empty()) {
    return arguments.refuse(
        "a rule belongs to a topic, a folder of engine/checks/rules: --topic limits");
  }
  if (const auto problem = problem_of_name(flags.topic)) {
    return arguments.refuse("--topic: " + *problem);
  }
  const std::filesystem::path tree = flags.tree.empty() ? "." : flags.tree;
  const auto rule = plan_rule(tree, {slug, flags.topic});
  if (!rule) return arguments.refuse(rule.error());
  if (const auto written = write_rule(tree, *rule); !written) {
    fmt::print(stderr, "plumbline new: {}\n", neutralise(written.error()));
    return ExitCode::Unusable;
  }
  std::string text = fmt::format("{} {}\n", rule->id, slug);
  for (const NewFile& file : rule->files) {
    text += fmt::format("  {}: new\n", neutralise(file.path.string()));
  }
  text += fmt::format("  {}: {}\n", neutralise(rule->list.path.string()), rule->line);
  text +=
      "It builds and its cases pass as they are. Put your own check, words, source and\n"
      "cases in place of the example.\n";
  return write_result({}, text, ExitCode::Fine);
}

struct What {
  std::string_view name;
  bool is_named = false;       // has a NAME of its own
  bool is_one_result = false;  // goes to standard output, or to -o
  ExitCode (*make)(const Arguments&, const NewFlags&) = nullptr;
};
constexpr auto kWhats = std::to_array<What>({{"scenario", false, true, &new_scenario},
                                             {"service", true, true, &new_service},
                                             {"rule", true, false, &new_rule}});

std::optional<std::string> problem_of(const What& what, const NewFlags& flags) {
  const bool has_name = flags.operands.size() > 1;
  if (has_name && !what.is_named) {
    return fmt::format("'{}' is one word too many", neutralise(flags.operands[1]));
  }
  if (!has_name && what.is_named) {
    return fmt::format("a {0} needs a name: plumbline new {0} {1}", what.name,
                       what.is_one_result ? "owl-post" : "letters-get-wet --topic limits");
  }
  if (!what.is_one_result && !flags.outputs.file.empty()) {
    return fmt::format("a {} is several files; '--into FOLDER' names the source tree", what.name);
  }
  if (what.is_one_result && (!flags.topic.empty() || !flags.tree.empty())) {
    return fmt::format("'--topic' and '--into' are for a rule, not for a {}", what.name);
  }
  return std::nullopt;
}

ExitCode run(const Command& command, std::span<const std::string> words) {
  NewFlags flags;
  Arguments arguments(command);
  std::vector<std::string_view> names;
  for (const What& what : kWhats) names.push_back(what.name);
  arguments.add_operands("WHAT", fmt::format("{} (default: scenario)", alternatives(names)), 0, 2,
                         flags.operands);
  arguments.add_value("-o,--output", "FILE", "write it to a new file", flags.outputs.file);
  arguments.add_value("--topic", "TOPIC", "of a rule: its folder of engine/checks/rules",
                      flags.topic);
  arguments.add_value("--into", "FOLDER", "of a rule: the source tree (default: where you are)",
                      flags.tree);
  if (const auto done = arguments.parse(words)) return *done;

  const std::string wanted = flags.operands.empty() ? "scenario" : flags.operands.front();
  for (const What& what : kWhats) {
    if (what.name != wanted) continue;
    if (const auto problem = problem_of(what, flags)) return arguments.refuse(*problem);
    return what.make(arguments, flags);
  }
  return arguments.refuse(fmt::format("there is nothing new called '{}'{}; known: {}",
                                      neutralise(wanted), did_you_mean_text(wanted, names),
                                      alternatives(names)));
}

}  // namespace

constinit const Command commands::new_file = {
    .name = "new",
    .summary = "writes a commented scenario, service or rule to start from",
    .operands = "[WHAT [NAME]]",
    .details =
        "For instance: plumbline new scenario -o mine.yaml && plumbline compare mine.yaml; "
        "plumbline new service owl-post -o owl-post.catalog.yaml; "
        "plumbline new rule letters-get-wet --topic limits",
    .run = &run,
};

}  // namespace plumbline
