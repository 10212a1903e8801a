// Days with and without month and day.
#include "engine/catalog/days.hpp"

#include <gtest/gtest.h>

namespace plumbline {
namespace {

TEST(Days, HaveOneOfThreeForms) {
  for (const std::string_view day : {"2026", "2026-01", "2026-12-31", "2024-02-29"}) {
    EXPECT_TRUE(is_day(day)) << day;
  }
  for (const std::string_view text : {"", "26", "2026-1", "2026-13", "2026-00", "2026-01-32",
                                      "2026-01-00", "2026/01/01", "2026-01-01T00:00", "unknown"}) {
    EXPECT_FALSE(is_day(text)) << text;
  }
}

TEST(Days, AreComparedByTheFirstDayTheyName) {
  EXPECT_TRUE(is_before("2025-12-31", "2026"));
  EXPECT_TRUE(is_before("2025-08", "2025-08-04"));
  EXPECT_FALSE(is_before("2025-08", "2025-08-01"));
  EXPECT_FALSE(is_before("2025-08-01", "2025-08"));
  EXPECT_FALSE(is_before("2026", "2026-01-01"));
}

TEST(Days, HoldFromSinceUntilJustBeforeUntil) {
  EXPECT_TRUE(holds_on("2026-01-29", "2026-01-29", ""));
  EXPECT_FALSE(holds_on("2026-01-28", "2026-01-29", ""));
  EXPECT_TRUE(holds_on("2026-01-28", "", "2026-01-29"));
  EXPECT_FALSE(holds_on("2026-01-29", "", "2026-01-29"));
  EXPECT_TRUE(holds_on("2000", "", ""));
}

}  // namespace
}  // namespace plumbline
