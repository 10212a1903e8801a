// The promises that every rule and checker keeps: an id and a slug of its own, words for all of it,
// a source, and a folder with its three cases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "engine/checks/rule.hpp"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = PLUMBLINE_SOURCE_DIR;

std::vector<const RuleText*> checked_texts() {
  std::vector<const RuleText*> texts;
  for (const Rule* rule : all_rules()) texts.push_back(&rule->text);
  for (const RequirementChecker* checker : all_requirement_checkers()) {
    texts.push_back(&checker->text);
  }
  return texts;
}

// The file of a slug, wherever its topic or shape has put it.
std::vector<fs::path> found_under(const fs::path& folder, const std::string& name) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().filename() == name) found.push_back(entry.path());
  }
  return found;
}

TEST(Registry, IdsAndSlugsAreUnique) {
  std::set<std::string_view> ids;
  std::set<std::string_view> slugs;
  for (const RuleText* text : all_rule_texts()) {
    EXPECT_TRUE(ids.insert(text->id).second) << text->id;
    EXPECT_TRUE(slugs.insert(text->slug).second) << text->slug;
  }
}

TEST(Registry, ListsEveryTextInOrderOfId) {
  const auto texts = all_rule_texts();
  EXPECT_GE(texts.size(), checked_texts().size());
  EXPECT_TRUE(std::ranges::is_sorted(texts, {}, &RuleText::id));
}

TEST(Registry, FindsByIdAndBySlug) {
  const RuleText* text = find_rule_text("PLB1304");
  ASSERT_NE(text, nullptr);
  EXPECT_EQ(text->slug, "notification-filters-overlap");
  EXPECT_EQ(find_rule_text("notification-filters-overlap"), text);
  EXPECT_NE(find_rule_text("PLB0024"), nullptr) << "input errors have pages too";
  EXPECT_EQ(find_rule_text("PLB9999"), nullptr);
  EXPECT_EQ(find_rule_text(""), nullptr);
}

TEST(Registry, RulesHaveAnIdOfTheirRangeAndASlugInKebabCase) {
  for (const Rule* rule : all_rules()) {
    EXPECT_THAT(std::string(rule->text.id), ::testing::StartsWith("PLB1"));
    EXPECT_EQ(rule->text.id.size(), 7U) << rule->text.id;
  }
  for (const RuleText* text : checked_texts()) {
    EXPECT_EQ(text->slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
              std::string_view::npos)
        << text->slug;
  }
}

TEST(Registry, EveryRuleHasAllItsWords) {
  for (const RuleText* text : checked_texts()) {
    for (const std::string_view words : {text->title, text->message, text->rationale, text->fix}) {
      EXPECT_FALSE(words.empty()) << text->id;
    }
    EXPECT_TRUE(text->source.starts_with("https://")) << text->id;
    EXPECT_NE(text->severity, Severity::Error) << text->id << " is no input error";
  }
}

// LLVM's habit: a message begins in lower case, or with what it speaks of, and ends without a stop.
TEST(Registry, MessagesBeginInLowerCaseAndTitlesAreNoSentences) {
  for (const RuleText* text : checked_texts()) {
    EXPECT_FALSE(text->message.front() >= 'A' && text->message.front() <= 'Z') << text->message;
    EXPECT_FALSE(text->message.ends_with('.')) << text->message;
    EXPECT_FALSE(text->title.ends_with('.')) << text->title;
    EXPECT_TRUE(text->rationale.ends_with('.')) << text->rationale;
    EXPECT_TRUE(text->fix.ends_with('.')) << text->fix;
    EXPECT_EQ(text->rationale.find('{'), std::string_view::npos) << "only messages are filled";
  }
}

TEST(Registry, EveryRuleHasItsFileAndItsThreeCases) {
  for (const Rule* rule : all_rules()) {
    const std::string slug(rule->text.slug);
    std::string file = slug + ".cpp";
    std::ranges::replace(file, '-', '_');
    const auto sources = found_under(kRoot / "engine" / "checks" / "rules", file);
    ASSERT_EQ(sources.size(), 1U) << file;
    const fs::path topic = sources.front().parent_path().filename();
    for (const char* name : {"violates.yaml", "respects.yaml", "boundary.yaml"}) {
      EXPECT_TRUE(fs::exists(kRoot / "tests" / "rules" / topic / slug / name))
          << topic / slug / name;
    }
  }
}

TEST(Registry, EveryRequirementHasAChecker) {
  for (const RequirementInfo& info : all_requirements()) {
    EXPECT_TRUE(std::ranges::any_of(all_requirement_checkers(), [&](const auto* checker) {
      return checker->kind == info.kind;
    })) << info.key;
  }
}

}  // namespace
}  // namespace plumbline
