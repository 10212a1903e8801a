// A near miss finds its word, and what is not near finds none.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "engine/base/text.hpp"

namespace plumbline {
namespace {

constexpr std::array<std::string_view, 6> kKeys = {
    "components", "connections", "requirements", "models", "takes", "event-notification"};

TEST(DidYouMean, FindsTheNearestWord) {
  EXPECT_EQ(did_you_mean("componets", kKeys), "components");
  EXPECT_EQ(did_you_mean("conections", kKeys), "connections");
  EXPECT_EQ(did_you_mean("requirments", kKeys), "requirements");
  EXPECT_EQ(did_you_mean("take", kKeys), "takes");
  EXPECT_EQ(did_you_mean("taeks", kKeys), "takes");  // two neighbours swapped are one slip
}

TEST(DidYouMean, IgnoresCaseAndWordSeparators) {
  EXPECT_EQ(did_you_mean("TAKES", kKeys), "takes");
  EXPECT_EQ(did_you_mean("event_notification", kKeys), "event-notification");
  EXPECT_EQ(did_you_mean("EventNotification", kKeys), "event-notification");
}

TEST(DidYouMean, AllowsAThirdOfTheLongerWordAndNoMore) {
  constexpr std::array<std::string_view, 1> kSix = {"abcdef"};
  EXPECT_EQ(did_you_mean("abcdxy", kSix), "abcdef");
  EXPECT_EQ(did_you_mean("abcxyz", kSix), std::nullopt);
  EXPECT_EQ(did_you_mean("abcd", kSix), "abcdef");
  EXPECT_EQ(did_you_mean("abc", kSix), std::nullopt);
  constexpr std::array<std::string_view, 1> kTwo = {"ab"};
  EXPECT_EQ(did_you_mean("ax", kTwo), std::nullopt);
}

TEST(DidYouMean, TakesTheFirstOfEquallyNearWords) {
  constexpr std::array<std::string_view, 2> kTwins = {"cart", "card"};
  EXPECT_EQ(did_you_mean("carx", kTwins), "cart");
  EXPECT_EQ(did_you_mean("card", kTwins), "card");
}

TEST(DidYouMean, CountsLettersOfAnyScriptAsOne) {
  constexpr std::array<std::string_view, 1> kKorean = {"데이터베이스"};
  EXPECT_EQ(did_you_mean("데이타베이스", kKorean), "데이터베이스");
}

TEST(DidYouMean, AnswersNothingForNothingAndForProse) {
  EXPECT_EQ(did_you_mean("", kKeys), std::nullopt);
  EXPECT_EQ(did_you_mean("--", kKeys), std::nullopt);
  EXPECT_EQ(did_you_mean("takes", {}), std::nullopt);
  const std::string prose(100'000, 'a');
  EXPECT_EQ(did_you_mean(prose, std::vector<std::string_view>{prose}), std::nullopt);
  EXPECT_EQ(did_you_mean("takes", std::vector<std::string_view>{prose, "takes"}), "takes");
}

}  // namespace
}  // namespace plumbline
