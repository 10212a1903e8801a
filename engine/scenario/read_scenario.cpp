// From text to a typed scenario: the tree first, then the world, the designs, and what is asked.
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "engine/catalog/days.hpp"
#include "engine/scenario/command_line_values.hpp"
#include "engine/scenario/read_choice.hpp"
#include "engine/scenario/read_expectation.hpp"
#include "engine/scenario/read_options.hpp"
#include "engine/scenario/read_requirements.hpp"
#include "engine/scenario/read_security.hpp"
#include "engine/scenario/read_suppressions.hpp"
#include "engine/scenario/read_world.hpp"

namespace plumbline {
namespace scenario_reading {
namespace {

constexpr std::string_view kVersion = "1";

constexpr auto kReserved = std::to_array<Reserved>({
    {"places", "'region' at the top of the file and of a component"},
    {"identity", "'role' of a component"},
    {"controls", "'controls' in 'base', 'design' or an option"},
    {"labels", "'label' of a workload or of data"},
    {"faults", "the requirement 'not-lost'"},
    {"simulate", "the bounds under 'requirements'"},
});

std::string_view text_of(const Cursor& cursor) {
  return cursor.text().value_or(std::string_view{});
}

void read_version(const Cursor& cursor, Reading& reading) {
  const std::optional<std::string_view> version = cursor.text();
  if (!version || *version == kVersion) return;
  reading.report(input_errors::unknown_word, cursor.place())
      .with("word", std::string(*version))
      .with("what", std::string("a version of the language that this program reads"))
      .with("suggestion", std::string())
      .with("known", std::string(kVersion));
}

void read_question(const Cursor& cursor, Reading& reading) {
  for (const Cursor& line : cursor.list()) {
    if (const auto text = line.text()) reading.scenario.question.push_back(*text);
  }
}

void read_facts_as_of(const Cursor& cursor, Reading& reading) {
  const std::optional<std::string_view> day = cursor.text();
  if (!day) return;
  if (!is_day(*day)) {
    return cursor.report_wrong_type("a day", "Write 2025, 2025-01 or 2025-01-31.");
  }
  // The command line wins, but what the file says must be readable all the same.
  if (reading.scenario.facts_as_of_stated) return;
  reading.scenario.facts_as_of = *day;
  reading.scenario.facts_as_of_stated = true;
}

// The order in which sections build on each other is not that of the file: those without a reader
// here are read afterwards.
constexpr Key<Reading> kTopKeys[] = {
    {"plumbline", &read_version},
    {"id", [](const Cursor& c, Reading& r) { r.scenario.id = text_of(c); }},
    {"title", [](const Cursor& c, Reading& r) { r.scenario.title = text_of(c); }},
    {"question", &read_question},
    {"facts-as-of", &read_facts_as_of},
    {"objective", [](const Cursor& c, Reading& r) { read_objective(r, c.node()); }},
    {"then", [](const Cursor& c, Reading& r) { read_then(r, c.node()); }},
    {"sketch",
     [](const Cursor& c, Reading& r) { r.scenario.sketch = c.boolean().value_or(false); }},
    {"choose", [](const Cursor& c, Reading& r) { read_choice(r, c.node()); }},
    {"answer"},
    {"because"},
    {"disputed"},
    {"alternatives"},
    {"expect"},
    {"models"},
    {"programs"},
    {"workloads"},
    {"data"},
    {"region", [](const Cursor& c, Reading& r) { r.scenario.world.region = text_of(c); }},
    {"actors"},
    {"account"},
    {"network"},
    {"conditions"},
    {"team"},
    {"requirements"},
    {"symptom"},
    {"suppress"},
    {"base"},
    {"design"},
    {"options"},
};

// "three-models" of "scenarios/three-models.yaml".
std::string_view stem_of(std::string_view file) {
  const std::size_t slash = file.find_last_of("/\\");
  if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
  const std::size_t dot = file.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? file : file.substr(0, dot);
}

// A file without its mark is probably none of ours: one error, not one for each of its keys.
bool check_mark(Reading& reading) {
  if (reading.root->find("plumbline") != nullptr) return true;
  const Node& root = *reading.root;
  reading
      .report(input_errors::missing_key,
              root.entries.empty() ? root.place : root.entries.front().key_place)
      .with("where", std::string("a scenario"))
      .with("key", std::string("plumbline"))
      .with("example", std::string("Begin the file with 'plumbline: 1'."));
  std::size_t known = 0;
  for (const auto& key : kTopKeys) {
    if (root.find(key.name) != nullptr) ++known;
  }
  return known * 2 >= root.entries.size() && known > 0;
}

template <class Read>
void read_section(Reading& reading, std::string_view key, Read read) {
  if (const Node* node = reading.root->find(key)) read(reading, *node);
}

// What follows the work along connections cannot be judged where none are drawn.
void check_sketch(Reading& reading) {
  if (!reading.scenario.sketch) return;
  for (const Requirement& requirement : reading.scenario.requirements) {
    const RequirementInfo& info = requirement_info(requirement.kind);
    const bool follows_work =
        info.shape == RequirementShape::Path || info.shape == RequirementShape::Bound;
    // What is paid while nothing happens needs no work to follow.
    const bool is_judged = !follows_work || requirement.kind == RequirementKind::IdleCost;
    if (is_judged || !requirement.word.empty()) continue;
    reading.contradiction(requirement.place,
                          quoted(info.key) +
                              " follows the work along connections, and a sketch "
                              "has none",
                          "Draw the connections and remove 'sketch', or state what is needed as "
                          "'needs', 'no-servers' or another requirement without a path.");
  }
}

void read_everything(Reading& reading, Expectation& expectation) {
  if (!check_mark(reading)) return;
  read_keys(reading, *reading.root, {"the scenario", {}}, kTopKeys, kReserved, reading);
  read_section(reading, "models",
               [](Reading& r, const Node& n) { read_works(r, n, WorkKind::Model); });
  read_section(reading, "programs",
               [](Reading& r, const Node& n) { read_works(r, n, WorkKind::Program); });
  read_section(reading, "workloads", &read_workloads);
  read_section(reading, "data", &read_data);
  read_section(reading, "actors", &read_actors);
  read_section(reading, "account", &read_account);
  read_section(reading, "network", &read_network);
  fill_absent_conditions(reading);
  read_section(reading, "conditions", &read_conditions);
  read_section(reading, "team", &read_team);
  read_designs(reading);
  check_workload_ends(reading);
  read_section(reading, "requirements",
               [](Reading& r, const Node& n) { read_requirements(r, n, false); });
  read_section(reading, "symptom",
               [](Reading& r, const Node& n) { read_requirements(r, n, true); });
  check_sketch(reading);
  read_section(reading, "suppress", &read_suppressions);
  expectation = read_expectation(reading);
}

void fill_absent(Scenario& scenario) {
  if (scenario.id.empty()) scenario.id = stem_of(scenario.document->file());
  if (scenario.title.empty()) scenario.title = scenario.id;
}

// A day given on the command line; its error stands there.
std::optional<Findings> take_day(const std::string& day, Scenario& scenario) {
  scenario.facts_as_of = scenario.catalog->date();
  if (day.empty()) return std::nullopt;
  if (!is_day(day)) {
    Findings findings{"--facts-as-of"};
    const auto width = static_cast<std::uint32_t>(day.size());
    findings.add(input_errors::wrong_type, {1, 1, 1, width + 1})
        .with("what", std::string("--facts-as-of"))
        .with("expected", std::string("a day"))
        .with("found", "text " + quoted(day.substr(0, 40)))
        .with("example", std::string("Write 2025, 2025-01 or 2025-01-31."));
    return findings;
  }
  scenario.facts_as_of = scenario.document->keep(day);
  scenario.facts_as_of_stated = true;
  return std::nullopt;
}

}  // namespace
}  // namespace scenario_reading

Expected<ReadScenario, Findings> read_scenario(std::string text, std::string file,
                                               const Catalog& catalog, const ReadOptions& options) {
  using namespace scenario_reading;  // NOLINT(google-build-using-namespace): of this very stage
  Expected<Document, Findings> parsed = parse_document(std::move(text), file);
  if (!parsed.has_value()) return Unexpected{std::move(parsed).error()};
  ReadScenario result;
  Scenario& scenario = result.scenario;
  scenario.document = std::make_shared<Document>(std::move(parsed).value());
  scenario.catalog = &catalog;
  scenario.file = std::move(file);
  if (auto problem = take_day(options.facts_as_of, scenario))
    return Unexpected{std::move(*problem)};

  Findings findings(scenario.file);
  Reading reading(scenario, findings);
  reading.root = &scenario.document->root();
  if (!options.set.empty()) {
    Findings problems{std::string(kCommandLineFile)};
    reading.root = set_values(*scenario.document, options.set, problems);
    if (reading.root == nullptr) return Unexpected{std::move(problems)};
  }
  read_everything(reading, result.expectation);
  if (!findings.empty()) {
    Findings problems = command_line_problems(findings, options.set);
    if (problems.empty()) problems = std::move(findings);
    problems.finish();
    return Unexpected{std::move(problems)};
  }
  fill_absent(scenario);
  scenario.assumptions = reading.assumptions();
  check_question_coverage(reading);
  result.notes = std::move(reading.notes);
  result.notes.finish();
  return result;
}

}  // namespace plumbline
