// plumbline explain: the page of a rule, a kind, a service, a fact, a control, a way out or a word.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "engine/base/text.hpp"
#include "engine/report/pages.hpp"

namespace plumbline {
namespace {

// What is asked for: a name, and the topic if the first word says one.
struct Question {
  const Topic* topic = nullptr;  // nullptr: any
  std::string name;
};

Question question_of(const std::vector<std::string>& words) {
  Question question;
  std::size_t first = 0;
  if (words.size() > 1) question.topic = find_topic(words.front());
  if (question.topic != nullptr) first = 1;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (!question.name.empty()) question.name.push_back(' ');
    question.name.append(words[i]);
  }
  return question;
}

std::vector<Page> pages_of(const Question& question, const Catalog& catalog) {
  std::vector<Page> pages;
  for (const Topic* topic : all_topics()) {
    if (question.topic != nullptr && topic != question.topic) continue;
    for (Page& page : topic->explain(catalog, question.name)) pages.push_back(std::move(page));
  }
  return pages;
}

std::string unknown(const Question& question, const Catalog& catalog) {
  std::vector<std::string_view> names;
  for (const Topic* topic : all_topics()) {
    if (question.topic == nullptr || topic == question.topic) topic->names(catalog, names);
  }
  return fmt::format("there is no {} '{}'{}; see 'plumbline list'",
                     question.topic == nullptr ? "page about" : question.topic->singular,
                     neutralise(question.name), did_you_mean_text(question.name, names));
}

ExitCode run(const Command& command, std::span<const std::string> words) {
  std::vector<std::string> operands;
  std::vector<std::string> catalogs;
  OutputFlags outputs;
  Arguments arguments(command);
  constexpr std::size_t kMostWords = 12;
  arguments.add_operands(
      "NAME",
      "an id, a name or an alias; before it, if it is needed to tell two apart: "
      "rule, kind, service, fact, capability, requirement, mechanism, objective, "
      "control, way or error",
      1, kMostWords, operands);
  arguments.add_catalogs(catalogs);
  arguments.add_outputs(outputs, kReportFormats);
  if (const auto done = arguments.parse(words)) return *done;

  bool failed = false;
  const std::unique_ptr<Catalog> overlaid = read_catalogs(catalogs, failed);
  if (failed) return ExitCode::Unusable;
  const Catalog& catalog = overlaid == nullptr ? Catalog::built_in() : *overlaid;
  const Question question = question_of(operands);
  const std::vector<Page> pages = pages_of(question, catalog);
  if (pages.empty()) return arguments.refuse(unknown(question, catalog));
  switch (format_of(outputs)) {
    case Format::Json:
      return write_result(outputs, pages_json(pages), ExitCode::Fine);
    case Format::Markdown:
      return write_result(outputs, pages_markdown(pages), ExitCode::Fine);
    case Format::Text:
      break;
  }
  return write_result(outputs, pages_text(pages, result_style(outputs)), ExitCode::Fine);
}

}  // namespace

constinit const Command commands::explain = {
    .name = "explain",
    .summary = "shows the page of a rule, a service, a fact or a word",
    .operands = "[TOPIC] NAME",
    .details = "For instance: plumbline explain lambda; plumbline explain requirement latency.",
    .run = &run,
};

}  // namespace plumbline
