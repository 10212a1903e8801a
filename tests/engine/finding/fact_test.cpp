// Words of the catalog's closed lists, as its files spell them, and which confidences are weak.
#include "engine/finding/fact.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "engine/base/assert.hpp"

namespace plumbline {
namespace {

template <class Enum, std::size_t Size, class Name>
void expect_names(const std::array<std::string_view, Size>& names, Name name) {
  for (std::size_t i = 0; i < Size; ++i) EXPECT_EQ(name(static_cast<Enum>(i)), names[i]);
  EXPECT_THROW((void)name(static_cast<Enum>(Size)), InternalError);
}

TEST(Fact, NamesAreThoseOfTheCatalogFiles) {
  using namespace std::string_view_literals;
  expect_names<Confidence>(std::array{"documented"sv, "published-measurement"sv, "secondary"sv,
                                      "recalled"sv, "estimate"sv},
                           confidence_name);
  expect_names<FactGroup>(std::array{"limit"sv, "timing"sv, "price"sv, "operation"sv, "setting"sv,
                                     "connection"sv, "capability"sv},
                          fact_group_name);
  expect_names<OnExceed>(std::array{"none"sv, "throttle"sv, "reject"sv, "fail"sv, "kill"sv,
                                    "queue"sv, "drop"sv, "truncate"sv, "expire"sv, "degrade"sv},
                         on_exceed_name);
}

TEST(Fact, IsWeakWhenNobodyReadItAnywhere) {
  EXPECT_FALSE(is_weak(Confidence::Documented));
  EXPECT_FALSE(is_weak(Confidence::PublishedMeasurement));
  EXPECT_FALSE(is_weak(Confidence::Secondary));
  EXPECT_TRUE(is_weak(Confidence::Recalled));
  EXPECT_TRUE(is_weak(Confidence::Estimate));
}

}  // namespace
}  // namespace plumbline
