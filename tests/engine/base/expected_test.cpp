// A value or an error, never both; reading the wrong one is caught.
#include "engine/base/expected.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace plumbline {
namespace {

TEST(Expected, HoldsAValueOrAnError) {
  const Expected<int, std::string> value = 3;
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(*value, 3);
  const Expected<int, std::string> error = Unexpected{std::string("no")};
  ASSERT_FALSE(error);
  EXPECT_EQ(error.error(), "no");
}

TEST(Expected, TellsValueFromErrorOfTheSameType) {
  const Expected<int, int> value = 3;
  const Expected<int, int> error = Unexpected{3};
  EXPECT_TRUE(value.has_value());
  EXPECT_FALSE(error.has_value());
}

TEST(Expected, RefusesToReadWhatIsNotThere) {
  const Expected<int, std::string> value = 3;
  const Expected<int, std::string> error = Unexpected{std::string("no")};
  EXPECT_THROW((void)value.error(), std::bad_variant_access);
  EXPECT_THROW((void)error.value(), std::bad_variant_access);
}

TEST(Expected, HandsOverWhatCanOnlyBeMoved) {
  Expected<std::unique_ptr<int>, std::string> value = std::make_unique<int>(3);
  const std::unique_ptr<int> taken = std::move(value).value();
  EXPECT_EQ(*taken, 3);
}

TEST(Expected, ReachesMembersByArrow) {
  Expected<std::string, int> value = std::string("abc");
  EXPECT_EQ(value->size(), 3U);
}

}  // namespace
}  // namespace plumbline
