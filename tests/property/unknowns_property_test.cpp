// A number of the world that nobody states any more never turns a verdict into another one that
// sounds as sure: it stays as it was, or what it needs is told.
#include <gtest/gtest.h>

#include <cctype>

#include "tests/property/library.hpp"

namespace plumbline {
namespace {

using testing::library;
using testing::LibraryFile;

// Sections of the file that describe the world and not a design.
constexpr std::string_view kWorld[] = {"models", "programs", "workloads", "data",
                                       "actors", "account",  "conditions"};

struct Stated {
  std::string path;
  SourceRange place;
};

bool is_quantity(const Node& node) {
  return node.is_scalar() && !node.quoted && !node.text.empty() &&
         std::isdigit(static_cast<unsigned char>(node.text.front())) != 0;
}

void collect(const Node& node, const std::string& path, std::vector<Stated>& found) {
  if (is_quantity(node)) found.push_back({path, node.place});
  for (const Entry& entry : node.entries) {
    collect(*entry.value, path + "." + std::string(entry.key), found);
  }
}

std::vector<Stated> stated_in(const std::string& text, const std::string& name) {
  const auto document = parse_document(text, name);
  std::vector<Stated> found;
  if (!document.has_value()) return found;
  for (const std::string_view section : kWorld) {
    const Node* node = document->root().find(section);
    if (node != nullptr) collect(*node, std::string(section), found);
  }
  return found;
}

// Columns count characters; lines with other than ASCII are left alone.
std::optional<std::string> with_unknown(const std::string& text, SourceRange place) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < place.line; ++line) at = text.find('\n', at) + 1;
  const std::size_t end = text.find('\n', at);
  const std::string line = text.substr(at, end - at);
  if (place.line != place.end_line) return std::nullopt;
  if (std::ranges::any_of(line, [](unsigned char c) { return c >= 0x80; })) return std::nullopt;
  std::string changed = text;
  changed.replace(at + place.column - 1, place.end_column - place.column, "unknown");
  return changed;
}

std::vector<std::string> letters_of(const Judgement& judgement) {
  std::vector<std::string> letters;
  for (const std::size_t index : judgement.best) {
    letters.emplace_back(judgement.options[index].option->letter);
  }
  std::ranges::sort(letters);
  return letters;
}

// Whether the report says that another may be right: no decision, a tie, a close call, a condition
// under which the best holds, or one that would be first.
bool is_hedged(const Judgement& judgement) {
  if (judgement.best.size() != judgement.places || judgement.ground == Ground::CloseCall) {
    return true;
  }
  if (std::ranges::any_of(judgement.options, &OptionJudgement::would_be_first)) return true;
  return std::ranges::any_of(judgement.best, [&](std::size_t index) {
    const OptionJudgement& best = judgement.options[index];
    return best.verdict != Verdict::Viable || !best.needs.empty();
  });
}

class UnknownNumbers : public ::testing::TestWithParam<LibraryFile> {};

TEST_P(UnknownNumbers, NeverTurnAVerdictIntoAnotherOneThatSoundsSure) {
  const auto& [name, text] = GetParam();
  const ReadScenario original = testing::read(text, name);
  const std::vector<std::string> before = letters_of(judge(original.scenario));
  for (const Stated& stated : stated_in(text, name)) {
    const std::optional<std::string> changed = with_unknown(text, stated.place);
    if (!changed) continue;
    const auto read = read_scenario(*changed, name, Catalog::built_in());
    if (!read.has_value()) continue;  // must be stated
    const Judgement judgement = judge(read->scenario);
    EXPECT_TRUE(letters_of(judgement) == before || is_hedged(judgement))
        << stated.path << " unknown: best is " << ::testing::PrintToString(letters_of(judgement))
        << " in place of " << ::testing::PrintToString(before);
  }
}

// The property above says something only where many numbers can be unknown.
TEST(Unknowns, AreManyInTheLibrary) {
  std::size_t count = 0;
  for (const LibraryFile& file : library()) {
    for (const Stated& stated : stated_in(file.text, file.name)) {
      const std::optional<std::string> changed = with_unknown(file.text, stated.place);
      if (changed && read_scenario(*changed, file.name, Catalog::built_in()).has_value()) ++count;
    }
  }
  EXPECT_GE(count, 300u);
}

std::string test_name(const ::testing::TestParamInfo<LibraryFile>& file) {
  std::string name;
  for (const char c : file.param.name) {
    name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return name;
}
INSTANTIATE_TEST_SUITE_P(Library, UnknownNumbers, ::testing::ValuesIn(library()), test_name);

}  // namespace
}  // namespace plumbline
