// plumbline list: everything there is of one topic.
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

std::vector<std::string_view> plurals() {
  std::vector<std::string_view> words;
  for (const Topic* topic : all_topics()) words.push_back(topic->plural);
  return words;
}

std::string topics_text(const Style& style) {
  Listing listing;
  listing.title = "What can be listed";
  listing.table.columns = {{"topic", "list"}, {"meaning", "shows"}};
  for (const Topic* topic : all_topics()) {
    listing.table.rows.push_back({cell(topic->plural), cell(topic->meaning)});
  }
  return listing_text(listing, style);
}

ExitCode run(const Command& command, std::span<const std::string> words) {
  std::vector<std::string> operands;
  std::vector<std::string> catalogs;
  OutputFlags outputs;
  Arguments arguments(command);
  arguments.add_operands(
      "WHAT", fmt::format("{}; after 'facts', a service narrows the list", alternatives(plurals())),
      0, 2, operands);
  arguments.add_catalogs(catalogs);
  arguments.add_outputs(outputs, kReportFormats);
  if (const auto done = arguments.parse(words)) return *done;

  bool failed = false;
  const std::unique_ptr<Catalog> overlaid = read_catalogs(catalogs, failed);
  if (failed) return ExitCode::Unusable;
  const Catalog& catalog = overlaid == nullptr ? Catalog::built_in() : *overlaid;
  if (operands.empty()) {
    return write_result(outputs, topics_text(result_style(outputs)), ExitCode::Fine);
  }
  const Topic* topic = find_topic(operands.front());
  if (topic == nullptr) {
    return arguments.refuse(
        fmt::format("there is no list of '{}'{}; lists: {}", neutralise(operands.front()),
                    did_you_mean_text(operands.front(), plurals()), alternatives(plurals())));
  }
  const std::string filter = operands.size() > 1 ? operands[1] : std::string{};
  if (!filter.empty() && topic != &topics::facts) {
    return arguments.refuse(fmt::format(
        "'{}' is one word too many; only facts are narrowed by a service", neutralise(filter)));
  }
  if (!filter.empty() && catalog.find_service(filter) == nullptr) {
    std::vector<std::string_view> names;
    topics::services.names(catalog, names);
    return arguments.refuse(fmt::format("there is no service '{}'{}", neutralise(filter),
                                        did_you_mean_text(filter, names)));
  }
  const Listing listing = topic->list(catalog, filter);
  switch (format_of(outputs)) {
    case Format::Json:
      return write_result(outputs, listing_json(listing), ExitCode::Fine);
    case Format::Markdown:
      return write_result(outputs, listing_markdown(listing), ExitCode::Fine);
    case Format::Text:
      break;
  }
  return write_result(outputs, listing_text(listing, result_style(outputs)), ExitCode::Fine);
}

}  // namespace

constinit const Command commands::list = {
    .name = "list",
    .summary = "lists rules, kinds, services, facts and words",
    .operands = "[WHAT]",
    .details = {},
    .run = &run,
};

}  // namespace plumbline
