// Changes that mean nothing must change nothing: names, order, things that nobody uses, the key.
#include <gtest/gtest.h>

#include <cctype>

#include "tests/property/library.hpp"

namespace plumbline {
namespace {

using testing::Essence;
using testing::essence_of;
using testing::library;
using testing::LibraryFile;

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

// Every occurrence of the word as a whole, wherever it stands.
std::string rename(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    const bool begins = at == 0 || !is_name_character(text[at - 1]);
    const std::size_t end = at + from.size();
    const bool ends = end == text.size() || !is_name_character(text[end]);
    if (begins && ends) text.replace(at, from.size(), to);
    at += begins && ends ? to.size() : from.size();
  }
  return text;
}

// Words of the language and of the catalog must stay what they are.
bool is_reserved(const std::string& name) {
  const Catalog& catalog = Catalog::built_in();
  return catalog.find_service(name) != nullptr || catalog.find_mechanism(name) != nullptr ||
         name == "first" || name == "second";  // also words of prose and of variants
}

class EachScenario : public ::testing::TestWithParam<LibraryFile> {};

TEST_P(EachScenario, NamesOfComponentsNeverMatter) {
  const auto [name, text] = GetParam();
  const ReadScenario original = testing::read(text, name);
  std::string renamed = text;
  int number = 0;
  std::vector<std::string> done;
  for (const Option& option : original.scenario.options) {
    for (const Component& component : option.design.components) {
      const std::string old(component.name);
      if (is_reserved(old) || std::ranges::find(done, old) != done.end()) continue;
      done.push_back(old);
      // Reverse alphabetical order, so that an order by name would show.
      renamed = rename(renamed, old, "zz" + std::to_string(99 - number++) + "-thing");
    }
  }
  EXPECT_EQ(essence_of(judge(testing::read(renamed, name).scenario)),
            essence_of(judge(original.scenario)))
      << renamed;
}

TEST_P(EachScenario, TheOrderOfOptionsNeverMatters) {
  const auto [name, text] = GetParam();
  ReadScenario read = testing::read(text, name);
  const Essence before = essence_of(judge(read.scenario));
  std::ranges::reverse(read.scenario.options);
  EXPECT_EQ(essence_of(judge(read.scenario)), before);
}

TEST_P(EachScenario, TheOrderOfConnectionsNeverMatters) {
  const auto [name, text] = GetParam();
  ReadScenario read = testing::read(text, name);
  const Essence before = essence_of(judge(read.scenario));
  for (Option& option : read.scenario.options) std::ranges::reverse(option.design.connections);
  EXPECT_EQ(essence_of(judge(read.scenario)), before);
}

TEST_P(EachScenario, AnUnrelatedComponentInTheBaseNeverMatters) {
  const auto [name, text] = GetParam();
  ReadScenario read = testing::read(text, name);
  const Essence before = essence_of(judge(read.scenario));
  for (Option& option : read.scenario.options) {
    Component archive;
    archive.name = "archive-of-somebody-else";
    archive.service = read.scenario.catalog->find_service("s3");
    archive.service_as_written = "s3";
    archive.mode = archive.service->classic_mode;
    archive.existing = true;
    archive.own = false;
    archive.count = Value::exactly(Dimension::Count, 1.0, Origin::Defaulted);
    archive.splits = Value::exactly(Dimension::Count, 1.0, Origin::Defaulted);
    option.design.components.push_back(archive);
  }
  EXPECT_EQ(essence_of(judge(read.scenario)), before);
}

TEST_P(EachScenario, JudgingTwiceGivesTheSame) {
  const auto [name, text] = GetParam();
  EXPECT_EQ(essence_of(judge(testing::read(text, name).scenario)),
            essence_of(judge(testing::read(text, name).scenario)));
}

std::string test_name(const ::testing::TestParamInfo<LibraryFile>& file) {
  std::string name;
  for (const char c : file.param.name) {
    name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return name;
}
INSTANTIATE_TEST_SUITE_P(Library, EachScenario, ::testing::ValuesIn(library()), test_name);

}  // namespace
}  // namespace plumbline
