// plumbline check: what breaks in each option, where, by how much, and the fix.
#include <utility>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "engine/checks/rule.hpp"
#include "engine/checks/suppress.hpp"
#include "engine/compare/judgement.hpp"
#include "engine/report/report.hpp"

namespace plumbline {
namespace {

// Where options stand in several designs, judging says which design of each counts and what a
// combination would do as well without.
std::vector<Findings> findings_of_joint(const Scenario& scenario) {
  Judgement judgement = judge(scenario);
  std::vector<Findings> findings;
  for (OptionJudgement& option : judgement.options) findings.push_back(std::move(option.findings));
  return findings;
}

Findings findings_of(const Scenario& scenario, const Option& option) {
  const Pipeline pipeline = Pipeline::build(scenario, option.design);
  const Estimates estimates = evaluate(pipeline);
  return check_option({pipeline, estimates}, option);
}

// One file that was read, with the findings that the views point into.
struct Checked {
  const ReadScenario* read = nullptr;
  std::vector<Findings> findings;  // one for each option
  Findings notes;                  // of reading, and of suppressions that set nothing aside
};

Findings notes_of(const ReadScenario& read, const std::vector<Findings>& findings) {
  Findings notes = read.notes;
  std::vector<const Findings*> found;
  for (const Findings& of_option : findings) found.push_back(&of_option);
  const Findings unused = unused_suppressions(read.scenario, found);
  for (const Finding& note : unused.all()) notes.add(note);
  notes.finish();
  return notes;
}

std::vector<Checked> check_all(const Inputs& inputs) {
  std::vector<Checked> checked;
  for (const Input& input : inputs.files) {
    if (input.read == nullptr) continue;
    Checked& file = checked.emplace_back();
    file.read = input.read.get();
    const Scenario& scenario = file.read->scenario;
    if (scenario.has_joint_designs()) {
      file.findings = findings_of_joint(scenario);
    } else {
      for (const Option& option : scenario.options) {
        file.findings.push_back(findings_of(scenario, option));
      }
    }
    file.notes = notes_of(*file.read, file.findings);
  }
  return checked;
}

std::vector<CheckedFile> views_of(const std::vector<Checked>& checked) {
  std::vector<CheckedFile> views;
  for (const Checked& file : checked) {
    const Scenario& scenario = file.read->scenario;
    CheckedFile& view = views.emplace_back();
    view.file = scenario.file;
    view.text = scenario.document->text();
    view.notes = &file.notes;
    for (std::size_t i = 0; i < file.findings.size(); ++i) {
      const Option& option = scenario.options[i];
      view.options.push_back(
          {scenario.has_options ? option.letter : std::string_view{}, &file.findings[i]});
    }
  }
  return views;
}

enum class Strictness { ViolationsOnly, OpenToo };

ExitCode code_of(const std::vector<Checked>& checked, Strictness strictness) {
  for (const Checked& file : checked) {
    for (const Findings& findings : file.findings) {
      if (findings.has(Severity::Violation)) return ExitCode::Findings;
      if (strictness == Strictness::OpenToo && findings.has(Severity::Open)) {
        return ExitCode::Findings;
      }
    }
  }
  return ExitCode::Fine;
}

ExitCode run(const Command& command, std::span<const std::string> words) {
  InputFlags input_flags;
  OutputFlags outputs;
  bool strict = false;
  Arguments arguments(command);
  arguments.add_inputs(input_flags);
  arguments.add_switch("--strict", "what is open counts as a finding too (exit code 1)", strict);
  arguments.add_outputs(outputs, kReportFormats);
  if (const auto done = arguments.parse(words)) return *done;

  const std::optional<Inputs> inputs = read_inputs(arguments, input_flags);
  if (!inputs) return ExitCode::Unusable;
  const std::vector<Checked> checked = check_all(*inputs);
  const std::vector<CheckedFile> views = views_of(checked);
  const ExitCode code = code_of(checked, strict ? Strictness::OpenToo : Strictness::ViolationsOnly);
  switch (format_of(outputs)) {
    case Format::Json:
      return write_with_errors(outputs, *inputs, check_json(views), code);
    case Format::Markdown:
      return write_with_errors(outputs, *inputs, check_markdown(views), code);
    case Format::Text:
      break;
  }
  return write_with_errors(outputs, *inputs, check_text(views, result_style(outputs)), code);
}

}  // namespace

constinit const Command commands::check = {
    .name = "check",
    .summary = "lists what breaks in each option, where and by how much",
    .operands = "PATH...",
    .details =
        "Exit code: 0 nothing is violated, 1 something is, 2 a file or the command line "
        "cannot be used.",
    .run = &run,
};

}  // namespace plumbline
