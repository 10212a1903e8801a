// Printing quantities: the unit a reader would choose, three digits, and back again.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>

#include "engine/base/quantity.hpp"

namespace plumbline {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Case {
  double value;
  std::string_view text;
};

void expect_amounts(Dimension dimension, std::initializer_list<Case> cases) {
  for (const auto& [value, text] : cases) {
    EXPECT_EQ(format_amount(value, dimension), text) << value;
  }
}

TEST(FormatAmount, ChoosesAUnitOfTimeThatMakesTheNumberShort) {
  expect_amounts(Dimension::Time, {{0, "0 s"},
                                   {3, "3 s"},
                                   {900, "15 min"},
                                   {330, "5.5 min"},
                                   {265, "265 s"},
                                   {90, "1.5 min"},
                                   {0.08, "80 ms"},
                                   {0.0805, "80.5 ms"},
                                   {2.5e-6, "2.5 us"},
                                   {3e-9, "3 ns"},
                                   {5e-10, "0.5 ns"},
                                   {7200, "2 h"},
                                   {86400, "1 day"},
                                   {129600, "1.5 days"},
                                   {7 * 86400, "7 days"},
                                   {90 * 86400, "90 days"},
                                   {730 * 3600, "1 month"},
                                   {365 * 86400, "1 year"},
                                   {7.0 * 365 * 86400, "7 years"},
                                   {3661, "1.02 h"},
                                   {59.999, "1 min"},
                                   {0.99999, "1 s"},
                                   {86399.9, "1 day"},
                                   {123.456789, "2.06 min"}});
}

TEST(FormatAmount, KeepsExactBinarySizesBinary) {
  expect_amounts(Dimension::Bytes, {{0, "0 B"},
                                    {1, "1 B"},
                                    {0.25, "0.25 B"},
                                    {999, "999 B"},
                                    {1000, "1 KB"},
                                    {1024, "1 KiB"},
                                    {200e3, "200 KB"},
                                    {262144, "256 KiB"},
                                    {6.0 * 1024 * 1024, "6 MiB"},
                                    {6e6, "6 MB"},
                                    {1.5 * 1024 * 1024 * 1024, "1.5 GiB"},
                                    {64000, "64 KB"},
                                    {1e12, "1 TB"},
                                    {5e15, "5 PB"},
                                    {5e18, "5,000 PB"},
                                    {1234567, "1.23 MB"},
                                    {999999, "1 MB"}});
}

TEST(FormatAmount, NamesRatesInAPeriodThatAReaderCanPicture) {
  expect_amounts(Dimension::Rate, {{0, "0/s"},
                                   {500, "500/s"},
                                   {1.0 / 3, "0.333/s"},
                                   {5.0 / 60, "5/min"},
                                   {40.0 / 86400, "40/day"},
                                   {1.0 / 86400, "1/day"},
                                   {1.0 / (730 * 3600), "1/month"},
                                   {1e-9, "0.0315/year"},
                                   {1.5e6, "1,500,000/s"}});
  expect_amounts(
      Dimension::ByteRate,
      {{0, "0 B/s"}, {5e6, "5 MB/s"}, {262144, "256 KiB/s"}, {100.0 / 86400, "100 B/day"}});
}

TEST(FormatAmount, WritesMoneyTheWayPriceTagsDo) {
  expect_amounts(Dimension::Money, {{0, "$0"},
                                    {252, "$252"},
                                    {3.5, "$3.50"},
                                    {0.2, "$0.20"},
                                    {12.34, "$12.30"},
                                    {44876, "$44,900"},
                                    {0.0000166667, "$0.0000167"},
                                    {-3.5, "-$3.50"}});
  expect_amounts(Dimension::MoneyRate, {{120, "$120/month"}, {36.5, "$36.50/month"}});
}

// 99.99 % is not 100 %: four nines are what the difference is about.
TEST(FormatAmount, NeverRoundsAShareUpToAll) {
  expect_amounts(Dimension::Ratio, {{0, "0 %"},
                                    {0.5, "50 %"},
                                    {0.999, "99.9 %"},
                                    {0.9999, "99.99 %"},
                                    {0.99995, "99.995 %"},
                                    {0.99999999999, "99.999999999 %"},
                                    {0.99874, "99.87 %"},
                                    {1, "100 %"},
                                    {1.234, "123 %"},
                                    {1.0 / 3, "33.3 %"},
                                    {0.001, "0.1 %"}});
}

TEST(FormatAmount, NamesWhatIsNotFinite) {
  for (const Dimension dimension : {Dimension::Time, Dimension::Money, Dimension::Ratio}) {
    expect_amounts(dimension, {{kInfinity, "unlimited"}, {-kInfinity, "-unlimited"}});
    expect_amounts(dimension, {{kNaN, "unknown"}});
  }
}

TEST(FormatQuantity, PrintsRangesOneSidedRangesAndSingleValues) {
  const auto text = [](double low, double high) {
    return format_quantity({Dimension::Time, low, high});
  };
  EXPECT_EQ(text(240, 240), "4 min");
  EXPECT_EQ(text(240, 360), "4 min - 6 min");
  EXPECT_EQ(text(240, kInfinity), "at least 4 min");
  EXPECT_EQ(text(0, 360), "at most 6 min");
  EXPECT_EQ(text(0, 0), "0 s");
  EXPECT_EQ(text(0, kInfinity), "anything");
  EXPECT_EQ(text(kInfinity, kInfinity), "unlimited");
  // Ends that look the same to the reader are printed once.
  EXPECT_EQ(text(0.1234, 0.12341), "123 ms");
  EXPECT_EQ(format_quantity(to_quantity(Usd::between(1, 2))), "$1 - $2");
}

TEST(FormatNumber, GroupsThousandsAndAvoidsExponents) {
  for (const auto& [value, text] : std::initializer_list<Case>{{0, "0"},
                                                               {-0.0, "0"},
                                                               {1, "1"},
                                                               {12, "12"},
                                                               {123, "123"},
                                                               {1200, "1,200"},
                                                               {1234, "1,230"},
                                                               {12345, "12,300"},
                                                               {123456, "123,000"},
                                                               {1234567, "1,230,000"},
                                                               {999.6, "1,000"},
                                                               {9.996, "10"},
                                                               {0.333333, "0.333"},
                                                               {0.000333333, "0.000333"},
                                                               {2.5, "2.5"},
                                                               {1e14, "100,000,000,000,000"},
                                                               {1e15, "1e15"},
                                                               {1.5e300, "1.5e300"},
                                                               {1e-9, "0.000000001"},
                                                               {1.25e-10, "1.25e-10"},
                                                               {-1234, "-1,230"},
                                                               {kInfinity, "unlimited"},
                                                               {kNaN, "unknown"}}) {
    EXPECT_EQ(format_number(value), text) << value;
  }
  EXPECT_EQ(format_number(1234567, 7), "1,234,567");
  EXPECT_EQ(format_number(1234567.891, 9), "1,234,567.89");
  EXPECT_EQ(format_number(123, 1), "100");
  EXPECT_EQ(format_number(123, 0), "100");
}

TEST(RoundForReport, KeepsSixDigits) {
  EXPECT_EQ(round_for_report(1234567.0), 1234570.0);
  EXPECT_EQ(round_for_report(0.123456789), 0.123457);
  EXPECT_EQ(round_for_report(-1.0000004), -1.0);
  EXPECT_EQ(round_for_report(900), 900);
  EXPECT_EQ(round_for_report(1e-300 / 3), 3.33333e-301);
  EXPECT_EQ(round_for_report(std::numeric_limits<double>::max()), 1.79769e308);
  EXPECT_FALSE(std::signbit(round_for_report(-0.0)));
  EXPECT_EQ(round_for_report(kInfinity), kInfinity);
  EXPECT_TRUE(std::isnan(round_for_report(kNaN)));
}

// parse(format(x)) is x, up to the three digits that are printed.
TEST(FormatAmount, CanBeReadBackWithinItsPrecision) {
  constexpr unsigned kSeed = 20250101;
  std::mt19937_64 random(kSeed);
  for (const Dimension dimension :
       {Dimension::Count, Dimension::Time, Dimension::Bytes, Dimension::Rate, Dimension::ByteRate,
        Dimension::Money, Dimension::MoneyRate, Dimension::Ratio}) {
    for (int i = 0; i < 5000; ++i) {
      // Twenty-four orders of magnitude, evenly by order.
      const double exponent = static_cast<double>(random() % 24'000) / 1000.0 - 12.0;
      const double value = std::pow(10.0, exponent);
      std::string text = format_amount(value, dimension);
      std::erase(text, ',');  // grouping is for people
      const auto read = parse_quantity(text, dimension);
      ASSERT_TRUE(read) << "seed " << kSeed << ": " << text << ": " << read.error().reason;
      EXPECT_NEAR(*read / value, 1.0, 0.0051)
          << "seed " << kSeed << ": " << value << " as " << text;
    }
  }
}

// A value that was written with three digits is printed as exactly that value.
TEST(FormatAmount, LosesNothingOfShortValues) {
  for (const std::string_view unit : {"ms", "s", "min", "h", "days", "years"}) {
    for (const int number : {1, 2, 5, 15, 29, 45, 60, 100, 250, 999}) {
      const std::string written = std::to_string(number) + " " + std::string(unit);
      const double value = *parse_quantity(written, Dimension::Time);
      const std::string printed = format_amount(value, Dimension::Time);
      EXPECT_DOUBLE_EQ(*parse_quantity(printed, Dimension::Time), value)
          << written << ": " << printed;
    }
  }
  for (const std::string_view unit : {"B", "KB", "MB", "GB", "KiB", "MiB", "GiB"}) {
    for (const int number : {1, 3, 6, 64, 128, 250, 512, 999}) {
      const std::string written = std::to_string(number) + " " + std::string(unit);
      const double value = *parse_quantity(written, Dimension::Bytes);
      const std::string printed = format_amount(value, Dimension::Bytes);
      EXPECT_DOUBLE_EQ(*parse_quantity(printed, Dimension::Bytes), value)
          << written << ": " << printed;
    }
  }
}

}  // namespace
}  // namespace plumbline
