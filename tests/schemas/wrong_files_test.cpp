// Each file of wrong/ has one defect; the reader reports it once, at a place in the file.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/scenario/scenario.hpp"

namespace plumbline {
namespace {

std::vector<std::filesystem::path> wrong_files() {
  std::vector<std::filesystem::path> files;
  const auto folder = std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "tests" / "schemas" / "wrong";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class WrongFile : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(WrongFile, HasOneProblemAtAPlace) {
  std::ifstream file(GetParam());
  std::stringstream text;
  text << file.rdbuf();
  const auto read = read_scenario(text.str(), GetParam().filename().string(), Catalog::built_in());
  ASSERT_FALSE(read.has_value());
  ASSERT_EQ(read.error().size(), 1u);
  const Finding& finding = read.error().all().front();
  EXPECT_FALSE(finding.place.is_nowhere());
  EXPECT_EQ(finding.severity, Severity::Error);
  // Both texts must find all their slots.
  EXPECT_FALSE(render_message(finding.rule->message, finding).empty());
  EXPECT_FALSE(render_message(finding.rule->fix, finding).empty());
}

INSTANTIATE_TEST_SUITE_P(All, WrongFile, ::testing::ValuesIn(wrong_files()), [](const auto& file) {
  std::string name = file.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace plumbline
