// The table of units: no spelling twice, and conversions that round once at most.
#include "engine/base/unit.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace plumbline {
namespace {

constexpr std::array kWithUnits = {Dimension::Time, Dimension::Bytes, Dimension::Money,
                                   Dimension::Ratio};

TEST(Units, HaveEachSpellingOnceInAllDimensionsTogether) {
  std::set<std::string_view> seen;
  for (const Dimension dimension : kWithUnits) {
    for (const std::string_view spelling : unit_spellings(dimension)) {
      EXPECT_TRUE(seen.insert(spelling).second) << spelling;
      EXPECT_TRUE(is_unit(spelling)) << spelling;
      ASSERT_NE(find_unit_of(dimension, spelling), nullptr) << spelling;
      EXPECT_EQ(find_unit_of(dimension, spelling)->spelling, spelling);
    }
  }
}

TEST(Units, AreFoundByExactSpellingInTheirOwnDimensionOnly) {
  EXPECT_EQ(find_unit_of(Dimension::Time, "S"), nullptr);
  EXPECT_EQ(find_unit_of(Dimension::Time, "MB"), nullptr);
  EXPECT_EQ(find_unit_of(Dimension::Time, ""), nullptr);
  EXPECT_EQ(find_unit_of(Dimension::Count, "items"), nullptr);
  EXPECT_FALSE(is_unit("items"));
  EXPECT_FALSE(is_unit(""));
}

TEST(Units, ConvertDecimalAmountsAsIfInDecimal) {
  const Unit milli{"ms", 1.0, 1e3};
  const Unit kilo{"KB", 1e3};
  for (int tenths = 1; tenths < 10'000; ++tenths) {
    // A quotient of two whole numbers rounds once: it is the double nearest to the decimal.
    EXPECT_EQ(in_base_units(tenths / 10.0, milli), tenths / 10'000.0) << tenths;
    EXPECT_EQ(in_base_units(tenths / 10.0, kilo), tenths * 100.0) << tenths;
  }
}

TEST(Units, LeaveABaseUnitUntouched) {
  constexpr double kSixteenDigits = 0.1234567890123456;
  EXPECT_EQ(in_base_units(kSixteenDigits, {"s"}), kSixteenDigits);
}

}  // namespace
}  // namespace plumbline
