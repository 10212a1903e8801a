// Every scenario below this folder, tests/rules/<topic>/<slug>/<case>.yaml, finds exactly what its
// comments expect: no finding more, none less.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "engine/checks/rule.hpp"
#include "tests/rules/expectations.hpp"

namespace plumbline::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(PLUMBLINE_SOURCE_DIR) / "tests" / "rules";

std::vector<fs::path> scenario_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kFolder)) {
    const bool is_scenario =
        entry.path().extension() == ".yaml" && entry.path().filename() != "catalog.yaml";
    if (is_scenario) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string content_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

std::string messages_of(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings.all()) {
    text += std::to_string(finding.place.line) + ": " +
            std::string(severity_name(finding.severity)) + " " + std::string(finding.rule->slug) +
            ": " + render_message(finding.rule->message, finding) + "\n";
  }
  return text;
}

// A folder may bring services of its own in catalog.yaml, laid over the built-in catalog.
std::optional<Catalog> overlay_of(const fs::path& scenario) {
  const fs::path path = scenario.parent_path() / "catalog.yaml";
  if (!fs::exists(path)) return std::nullopt;
  auto overlay = Catalog::overlay(Catalog::built_in(), content_of(path), path.filename().string());
  if (!overlay.has_value()) {
    throw std::runtime_error("catalog.yaml:\n" + messages_of(overlay.error()));
  }
  return std::move(overlay).value();
}

// What all options of a scenario find; one line each, however many things are told of it.
std::vector<Expected> found_in(const Scenario& scenario, std::string& messages) {
  std::vector<Expected> found;
  for (const Option& option : scenario.options) {
    const Pipeline pipeline = Pipeline::build(scenario, option.design);
    const Estimates estimates = evaluate(pipeline);
    const Findings findings = check_design({pipeline, estimates});
    messages += messages_of(findings);
    for (const Finding& finding : findings.all()) {
      found.push_back({finding.place.line, std::string(finding.rule->slug), finding.severity});
    }
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// An expectation without a severity takes that of what was found.
void take_severities(const std::vector<Expected>& found, std::vector<Expected>& expected) {
  for (Expected& one : expected) {
    const auto match = std::ranges::find_if(found, [&](const Expected& other) {
      return other.line == one.line && other.slug == one.slug;
    });
    if (!one.severity.has_value() && match != found.end()) one.severity = match->severity;
  }
}

// Notes decide nothing: only those that the file expects are compared.
void drop_unexpected_notes(const std::vector<Expected>& expected, std::vector<Expected>& found) {
  std::erase_if(found, [&](const Expected& one) {
    return one.severity == Severity::Note &&
           std::ranges::none_of(expected, [&](const Expected& other) {
             return other.slug == one.slug && other.severity == Severity::Note;
           });
  });
}

std::vector<std::string> texts_of(std::vector<Expected> lines) {
  std::ranges::sort(lines);
  std::vector<std::string> texts;
  for (const Expected& line : lines) texts.push_back(line.text());
  return texts;
}

class RuleScenario : public ::testing::TestWithParam<fs::path> {};

TEST_P(RuleScenario, FindsExactlyWhatItExpects) {
  const fs::path& path = GetParam();
  const std::optional<Catalog> overlay = overlay_of(path);
  const auto read = read_scenario(content_of(path), path.filename().string(),
                                  overlay ? *overlay : Catalog::built_in());
  ASSERT_TRUE(read.has_value()) << messages_of(read.error());
  std::vector<Expected> expected = expectations_of(*read.value().scenario.document);
  std::string messages;
  std::vector<Expected> found = found_in(read.value().scenario, messages);
  take_severities(found, expected);
  drop_unexpected_notes(expected, found);
  EXPECT_EQ(texts_of(found), texts_of(expected)) << messages;
}

// The case beside its rule: one that breaks it names it, the others do not break it.
TEST_P(RuleScenario, IsAboutTheRuleWhoseFolderItLiesIn) {
  const fs::path& path = GetParam();
  const std::string slug = path.parent_path().filename().string();
  ASSERT_NE(find_rule_text(slug), nullptr) << "no rule has the slug " << slug;
  const auto document = parse_document(content_of(path), path.filename().string());
  ASSERT_TRUE(document.has_value());
  const auto expected = expectations_of(document.value());
  const bool names_it = std::ranges::find(expected, slug, &Expected::slug) != expected.end();
  const std::string name = path.stem().string();
  if (name == "violates") {
    EXPECT_TRUE(names_it);
  } else if (name == "respects") {
    EXPECT_FALSE(names_it);
  }
}

std::string test_name(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = fs::relative(info.param, kFolder).replace_extension().string();
  std::ranges::replace_if(
      name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Rules, RuleScenario, ::testing::ValuesIn(scenario_files()), test_name);

}  // namespace
}  // namespace plumbline::testing
