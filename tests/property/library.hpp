// Every scenario of the library as text, for properties that must hold of all of them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/compare/judgement.hpp"
#include "engine/document/document.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline::testing {

struct LibraryFile {
  std::string name;  // "load/queue-protects-shared-concurrency.yaml"
  std::string text;
};

inline std::vector<LibraryFile> library() {
  const std::filesystem::path root = std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "scenarios";
  std::vector<LibraryFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".yaml") continue;
    auto text = read_file(entry.path().string());
    if (!text.has_value()) throw std::runtime_error("cannot read " + entry.path().string());
    files.push_back({entry.path().lexically_relative(root).generic_string(), std::move(*text)});
  }
  std::ranges::sort(files, {}, &LibraryFile::name);
  if (files.empty()) throw std::runtime_error("the library is empty");
  return files;
}

inline ReadScenario read(const std::string& text, const std::string& name) {
  auto scenario = read_scenario(text, name, Catalog::built_in());
  if (!scenario.has_value()) {
    const Finding& first = scenario.error().all().front();
    throw std::runtime_error(name + ":" + std::to_string(first.place.line) + ": " +
                             render_message(first.rule->message, first));
  }
  return std::move(scenario).value();
}

// What a judgement comes to, without places and prose: the part that a harmless change must keep.
struct Essence {
  std::map<std::string, std::string> verdicts;  // by option: verdict and main kind
  std::vector<std::string> best;
  friend bool operator==(const Essence&, const Essence&) = default;
};

inline Essence essence_of(const Judgement& judgement) {
  Essence essence;
  for (const OptionJudgement& option : judgement.options) {
    std::string text(verdict_name(option.verdict));
    if (option.has_main_kind) text += ", " + std::string(kind_info(option.main_kind).name);
    essence.verdicts[std::string(option.option->letter)] = text;
  }
  for (const std::size_t index : judgement.best) {
    essence.best.emplace_back(judgement.options[index].option->letter);
  }
  std::ranges::sort(essence.best);
  return essence;
}

inline std::ostream& operator<<(std::ostream& stream, const Essence& essence) {
  for (const auto& [letter, verdict] : essence.verdicts)
    stream << letter << ": " << verdict << "; ";
  stream << "best:";
  for (const std::string& letter : essence.best) stream << ' ' << letter;
  return stream;
}

}  // namespace plumbline::testing
