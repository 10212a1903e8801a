// Short ways to read a scenario in a test and to see what was said of it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/finding/finding.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline::testing {

// "4:12 PLB0025 there is no workload 'document' (did you mean 'documents'?)"
inline std::string shown(const Finding& finding) {
  return std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column) + " " +
         std::string(finding.rule->id) + " " + render_message(finding.rule->message, finding);
}
inline std::vector<std::string> shown(const Findings& findings) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings.all()) lines.push_back(shown(finding));
  return lines;
}

inline constexpr std::string_view kMark = "plumbline: 1\n";
// A design that is always in order, for tests of other sections; it stands at the end of the text.
inline constexpr std::string_view kDesign =
    "design:\n"
    "  components:\n"
    "    inbox: {service: s3}\n"
    "    launch: {service: lambda}\n"
    "  connections:\n"
    "    - inbox -> launch: {by: event-notification}\n";

// What is wrong with the text, to which the mark is put in front (so its first line is line 2).
inline std::vector<std::string> problems(std::string_view text, const ReadOptions& options = {}) {
  const auto read = read_scenario(std::string(kMark) + std::string(text), "test.yaml",
                                  Catalog::built_in(), options);
  return read.has_value() ? std::vector<std::string>{} : shown(read.error());
}

// The text as it is read; a text that cannot be read fails the test.
inline ReadScenario read(std::string_view text, const ReadOptions& options = {}) {
  auto result = read_scenario(std::string(kMark) + std::string(text), "folder/test.yaml",
                              Catalog::built_in(), options);
  if (!result.has_value()) {
    std::string why;
    for (const std::string& line : shown(result.error())) why += line + "\n";
    throw std::runtime_error("cannot be read:\n" + why);
  }
  return std::move(result).value();
}

// The same with kDesign behind it.
inline ReadScenario read_world(std::string_view text, const ReadOptions& options = {}) {
  return read(std::string(text) + std::string(kDesign), options);
}
inline std::vector<std::string> problems_of_world(std::string_view text) {
  return problems(std::string(text) + std::string(kDesign));
}

inline const Design& design_of(const ReadScenario& read, std::string_view letter = "design") {
  for (const Option& option : read.scenario.options) {
    if (option.letter == letter) return option.design;
  }
  throw std::runtime_error("no option " + std::string(letter));
}
inline const Component& component(const Design& design, std::string_view name) {
  const ComponentId id = design.find(name);
  if (id == kNone) throw std::runtime_error("no component " + std::string(name));
  return design.components[static_cast<std::size_t>(id)];
}

}  // namespace plumbline::testing
