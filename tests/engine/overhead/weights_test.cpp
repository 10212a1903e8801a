// The weights as data: what must stand in the file, and what is refused.
#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "engine/catalog/service.hpp"
#include "engine/overhead/embed/read_weights.hpp"

namespace plumbline {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string weight(const std::string& id, const std::string& changes,
                   const std::string& hours = "{low: 1, likely: 2, high: 4}",
                   const std::string& margin = "0.5") {
  return "  - {id: " + id + ", hours: " + hours + ", margin: " + margin +
         ", one: thing, many: things, frequency: monthly, who: operations, meaning: Work., source: "
         "estimate, because: Reasons., " +
         changes + "}\n";
}

// The messages of everything that is wrong.
std::vector<std::string> problems(const std::string& weights) {
  auto document = parse_document("plumbline-weights: 1\nweights:\n" + weights, "weights.yaml");
  if (!document) return {"not YAML"};
  const auto read = read_weights(document.value());
  std::vector<std::string> messages;
  if (read) return messages;
  for (const Finding& finding : read.error().all()) {
    messages.push_back(render_message(finding.rule->message, finding));
  }
  return messages;
}

TEST(Weights, OfTheBuiltInFileHaveReasonsAndPages) {
  std::set<std::string_view> ids;
  for (const Weight& one : all_weights()) {
    EXPECT_TRUE(ids.insert(one.id).second) << one.id;
    EXPECT_EQ(find_weight(one.id), &one);
    EXPECT_GT(one.because.size(), 10u) << one.id;
    EXPECT_TRUE(one.source == "estimate" || one.source.starts_with("https://")) << one.id;
    EXPECT_LE(one.base.low, one.base.likely) << one.id;
    EXPECT_LE(one.base.likely, one.base.high) << one.id;
  }
  EXPECT_EQ(find_weight("no-such-weight"), nullptr);
}

TEST(Weights, EveryFactorHasSomeAndKnowsItsLedger) {
  for (const FactorInfo& factor : all_factors()) {
    const bool has_some = std::ranges::any_of(all_weights(), [&](const Weight& one) {
      return one.factor == factor.name && one.is_effort == factor.is_effort;
    });
    EXPECT_TRUE(has_some) << factor.name;
  }
}

// A word of more work than the least that brings nothing anywhere would be work that is overlooked.
TEST(Weights, EveryWordThatMeansWorkIsWeighed) {
  for (const std::string_view key : {"servers-to-manage", "capacity-to-plan", "scaling", "patching",
                                     "code-to-own", "state-to-manage", "vpc-required"}) {
    const auto operation = std::ranges::find(all_operations(), key, &OperationInfo::key);
    ASSERT_NE(operation, all_operations().end()) << key;
    for (std::size_t rank = 1; rank < operation->words.size(); ++rank) {
      EXPECT_TRUE(std::ranges::any_of(all_weights(),
                                      [&](const Weight& one) {
                                        return one.key == key &&
                                               (static_cast<unsigned>(one.ranks) >> rank & 1u) != 0;
                                      }))
          << key << " " << operation->words[rank];
    }
  }
}

TEST(Weights, AreRefusedWhenTheyCannotBe) {
  EXPECT_THAT(problems(weight("a", "factor: jobs")), IsEmpty());
  EXPECT_THAT(problems(weight("a", "factor: jops")).front(), HasSubstr("'jops' is not a factor"));
  EXPECT_THAT(problems(weight("a", "factor: jobs", "{low: 3, likely: 2, high: 4}")).front(),
              HasSubstr("hours must rise"));
  EXPECT_THAT(problems(weight("a", "factor: jobs", "{low: 1, likely: two, high: 4}")).front(),
              HasSubstr("a number of at least 0"));
  EXPECT_THAT(problems(weight("a", "factor: jobs", "{low: 1, likely: 2, high: 4}", "1.5")).front(),
              HasSubstr("cannot cost more than the first"));
  EXPECT_THAT(problems(weight("a", "factor: renewals, when: {patching: soap}")).front(),
              HasSubstr("'soap' is not a word of this key"));
  EXPECT_THAT(problems(weight("a", "factor: renewals, when: {patch: os}")).front(),
              HasSubstr("'patch' is not a key"));
  EXPECT_THAT(problems(weight("a", "factor: jobs") + weight("a", "factor: people")).front(),
              HasSubstr("'a' stands twice"));
  EXPECT_THAT(problems("  - {id: a}\n").front(), HasSubstr("needs '"));
}

TEST(Weights, OfOneLadderClimbFastEnough) {
  const std::string lower = weight("light", "factor: state, when: {state-to-manage: low}");
  const auto upper = [](const std::string& likely) {
    return weight("heavy", "factor: state, when: {state-to-manage: high}",
                  "{low: 2, likely: " + likely + ", high: 8}");
  };
  EXPECT_THAT(problems(lower + upper("4")), IsEmpty());  // half of 4 is 2, exactly enough
  EXPECT_THAT(problems(lower + upper("3.9")).front(), HasSubstr("moving one of several"));
  EXPECT_THAT(
      problems(lower + weight("other", "factor: state, when: {state-to-manage: low}")).front(),
      HasSubstr("has this word already"));
}

// Patching is one ladder although its top rung is counted with the servers.
TEST(Weights, OfPatchingFormOneLadderAcrossFactors) {
  EXPECT_THAT(problems(weight("os", "factor: servers, when: {patching: os}") +
                       weight("image", "factor: renewals, when: {patching: image}"))
                  .front(),
              HasSubstr("moving one of several"));
}

TEST(Hours, OfACount) {
  const Weight one{.id = "x", .base = {1.0, 2.0, 4.0}, .margin = 0.25};
  EXPECT_EQ(hours_of(one, {1, 1, 1}).likely, 2.0);
  EXPECT_EQ(hours_of(one, {3, 3, 3}).likely, 3.0);
  EXPECT_EQ(hours_of(one, {0, 0.5, 2}).low, 0.0);
  EXPECT_EQ(hours_of(one, {0, 0.5, 2}).likely, 1.0);
  EXPECT_EQ(hours_of(one, {0, 0.5, 2}).high, 5.0);
}

}  // namespace
}  // namespace plumbline
