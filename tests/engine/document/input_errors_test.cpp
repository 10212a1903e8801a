// The table of input errors: permanent ids, names as users meet them, sentences that read well.
#include "engine/document/input_errors.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace plumbline {
namespace {

TEST(InputErrors, HaveUniqueIdsAndSlugs) {
  std::set<std::string_view> ids;
  std::set<std::string_view> slugs;
  for (const RuleText* rule : input_errors::all()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
    EXPECT_TRUE(slugs.insert(rule->slug).second) << rule->slug;
    EXPECT_TRUE(rule->id.starts_with("PLB00")) << rule->id;
    EXPECT_EQ(rule->id.size(), 7u) << rule->id;
    EXPECT_EQ(rule->slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
              std::string_view::npos)
        << rule->slug;
  }
}

TEST(InputErrors, AreErrorsWithWordsAndAFix) {
  ASSERT_FALSE(input_errors::all().empty());
  for (const RuleText* rule : input_errors::all()) {
    EXPECT_EQ(rule->severity, Severity::Error) << rule->id;
    EXPECT_FALSE(rule->title.empty()) << rule->id;
    EXPECT_FALSE(rule->message.empty()) << rule->id;
    EXPECT_FALSE(rule->fix.empty()) << rule->id;
    // Messages begin lower-case and are no sentences; fixes are.
    EXPECT_FALSE(rule->message.front() >= 'A' && rule->message.front() <= 'Z') << rule->message;
    EXPECT_FALSE(rule->message.ends_with('.')) << rule->message;
    EXPECT_TRUE(rule->fix.ends_with('.') || rule->fix.ends_with('}')) << rule->fix;
  }
}

}  // namespace
}  // namespace plumbline
