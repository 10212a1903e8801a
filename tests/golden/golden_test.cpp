// Reports as their readers see them: every file of a case folder must come out byte for byte.
// PLUMBLINE_UPDATE_GOLDEN=1 rewrites them; the difference is then read like code. A new view of a
// case begins as an empty file of that name.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/plumbline.hpp"
#include "engine/report/report.hpp"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = PLUMBLINE_SOURCE_DIR;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The scenario of a case: its own, or the one that `reference` names from the top of the
// repository.
fs::path scenario_of(const fs::path& folder) {
  const fs::path reference = folder / "reference";
  if (!fs::exists(reference)) return folder / "scenario.yaml";
  std::string path = read(reference);
  path.erase(path.find_last_not_of(" \n") + 1);
  return kRoot / path;
}

// "compare.80.txt" -> 80.
Style style_of(const std::string& view) {
  const std::size_t dot = view.find('.');
  return {.width = static_cast<std::size_t>(std::strtoul(view.c_str() + dot + 1, nullptr, 10)),
          .colour = Colour::Off};
}

CheckedFile checked(const Judged& judged, const std::string& text) {
  CheckedFile file{.file = judged.read->scenario.file, .text = text};
  const bool has_options = judged.read->scenario.has_options;
  for (const OptionJudgement& option : judged.judgement.options) {
    file.options.push_back(
        {has_options ? option.option->letter : std::string_view{}, &option.findings});
  }
  file.notes = &judged.read->notes;
  return file;
}

std::string render(const std::string& view, const Judged& judged, const std::string& text) {
  if (view == "compare.md") return compare_markdown(judged.judgement);
  if (view == "compare.json") return compare_json(judged.judgement);
  if (view.starts_with("compare.")) return compare_text(judged.judgement, style_of(view));
  const std::array<CheckedFile, 1> files{checked(judged, text)};
  if (view == "check.md") return check_markdown(files);
  if (view == "check.json") return check_json(files);
  return check_text(files, style_of(view));
}

std::string render_errors(const std::string& view, const Findings& errors,
                          const std::string& text) {
  if (view == "errors.json") return errors_json(std::array<Findings, 1>{errors});
  return errors_text(errors, text, style_of(view));
}

bool is_view(const std::string& name) {
  return name.starts_with("compare.") || name.starts_with("check.") || name.starts_with("errors.");
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(kRoot / "tests/golden")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, LooksAsItWasRead) {
  const fs::path folder = kRoot / "tests/golden" / GetParam();
  const fs::path path = scenario_of(folder);
  const std::string text = read(path);
  ASSERT_FALSE(text.empty()) << path;
  const auto judged = judge_text(text, fs::relative(path, kRoot).generic_string());
  const bool rewrites = std::getenv("PLUMBLINE_UPDATE_GOLDEN") != nullptr;
  std::size_t views = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string view = entry.path().filename().string();
    if (!is_view(view)) continue;
    ++views;
    ASSERT_EQ(view.starts_with("errors."), !judged.has_value()) << view;
    const std::string made = judged.has_value() ? render(view, *judged, text)
                                                : render_errors(view, judged.error(), text);
    if (rewrites) std::ofstream(entry.path(), std::ios::binary) << made;
    EXPECT_EQ(read(entry.path()), made) << view << ": rewrite with PLUMBLINE_UPDATE_GOLDEN=1";
  }
  EXPECT_GT(views, 0u);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(cases()), test_name);

}  // namespace
}  // namespace plumbline
