// Reading quantities: every unit and spelling, the edges of the grammar, and what is refused.
#include "engine/base/quantity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace plumbline {
namespace {

struct Spelling {
  std::string_view text;
  double value;
};

void expect_values(Dimension dimension, const std::vector<Spelling>& spellings) {
  for (const auto& [text, value] : spellings) {
    const auto read = parse_quantity(text, dimension);
    ASSERT_TRUE(read) << text << ": " << read.error().reason;
    EXPECT_EQ(*read, value) << text;
  }
}

void expect_refused(Dimension dimension, const std::vector<std::string_view>& texts) {
  for (const std::string_view text : texts) {
    const auto read = parse_quantity(text, dimension);
    EXPECT_FALSE(read) << text << " was read as " << *read;
  }
}

TEST(ParseQuantity, ReadsEveryUnitOfTime) {
  expect_values(Dimension::Time, {{"3 ns", 3e-9},
                                  {"3 us", 3e-6},
                                  {"3 µs", 3e-6},
                                  {"3 ms", 0.003},
                                  {"3 s", 3},
                                  {"3 sec", 3},
                                  {"1 second", 1},
                                  {"3 seconds", 3},
                                  {"3 min", 180},
                                  {"1 minute", 60},
                                  {"3 minutes", 180},
                                  {"3 h", 10800},
                                  {"1 hour", 3600},
                                  {"3 hours", 10800},
                                  {"3 d", 259200},
                                  {"1 day", 86400},
                                  {"3 days", 259200},
                                  {"1 week", 604800},
                                  {"2 weeks", 1209600},
                                  {"1 month", 730 * 3600},
                                  {"2 months", 1460 * 3600},
                                  {"1 year", 365 * 86400},
                                  {"7 years", 7 * 365 * 86400}});
}

TEST(ParseQuantity, CountsBytesByThousandsUnlessTheUnitSaysBinary) {
  expect_values(Dimension::Bytes, {{"7 B", 7},
                                   {"1 byte", 1},
                                   {"7 bytes", 7},
                                   {"200 KB", 200e3},
                                   {"200 kB", 200e3},
                                   {"5 MB", 5e6},
                                   {"5 GB", 5e9},
                                   {"5 TB", 5e12},
                                   {"5 PB", 5e15},
                                   {"200 KiB", 200.0 * 1024},
                                   {"5 MiB", 5.0 * 1024 * 1024},
                                   {"5 GiB", 5.0 * 1024 * 1024 * 1024},
                                   {"5 TiB", 5.0 * 1024 * 1024 * 1024 * 1024},
                                   {"5 PiB", 5.0 * 1024 * 1024 * 1024 * 1024 * 1024},
                                   {"1.5 KiB", 1536}});
}

TEST(ParseQuantity, ReadsRatesWithAndWithoutTheThingCounted) {
  expect_values(Dimension::Rate, {{"500/s", 500},
                                  {"500 / s", 500},
                                  {"500 /second", 500},
                                  {"500 requests/s", 500},
                                  {"500 requests per second", 500},
                                  {"500 per second", 500},
                                  {"500per s", 500},
                                  {"5 per minute", 5.0 / 60},
                                  {"6 documents\tper\thour", 6.0 / 3600},
                                  {"40/day", 40.0 / 86400},
                                  {"2 million records/day", 2e6 / 86400},
                                  {"73 per month", 73.0 / (730 * 3600)},
                                  {"3/ms", 3000}});
}

TEST(ParseQuantity, ReadsDataRates) {
  expect_values(
      Dimension::ByteRate,
      {{"5 MB/s", 5e6}, {"5MB/s", 5e6}, {"1 TB per minute", 1e12 / 60}, {"10 KiB per s", 10240}});
}

TEST(ParseQuantity, ReadsMoneyAndMoneyPerTime) {
  expect_values(Dimension::Money, {{"$3", 3},
                                   {"$ 3", 3},
                                   {"3 USD", 3},
                                   {"3USD", 3},
                                   {"$0.0000166667", 0.0000166667},
                                   {"$2 million", 2e6}});
  expect_values(Dimension::MoneyRate, {{"$120/month", 120},
                                       {"$120 per month", 120},
                                       {"120 USD/month", 120},
                                       {"$1/h", 730},
                                       {"$0.05/hour", 36.5},
                                       {"$2 million per month", 2e6}});
}

TEST(ParseQuantity, ReadsSharesAndCounts) {
  expect_values(
      Dimension::Ratio,
      {{"50 %", 0.5}, {"99.9%", 0.999}, {"100 %", 1}, {"150 %", 1.5}, {"7 percent", 0.07}});
  expect_values(Dimension::Count, {{"40", 40},
                                   {"3 instances", 3},
                                   {"2.5", 2.5},
                                   {"1000000", 1e6},
                                   {"10 million", 1e7},
                                   {"2 thousand", 2000},
                                   {"2 billion", 2e9},
                                   {"1.1 trillion", 1.1e12},
                                   {"10 million documents", 1e7}});
}

TEST(ParseQuantity, ReadsDecimalNumbersInAllTheirForms) {
  expect_values(Dimension::Time, {{"  15 min  ", 900},
                                  {"15min", 900},
                                  {"15\tmin", 900},
                                  {"0.5 s", 0.5},
                                  {".5 s", 0.5},
                                  {"5. s", 5},
                                  {"010 s", 10},
                                  {"1e3 s", 1000},
                                  {"1E+3s", 1000},
                                  {"1.5e-3 s", 0.0015},
                                  {"0 s", 0}});
}

// A limit of 99.9 % and an offer of 99.9 % must compare equal, however each was written.
TEST(ParseQuantity, GivesTheSameNumberForTheSameDecimalAmount) {
  expect_values(Dimension::Ratio, {{"99.9 %", 0.999}, {"99.99 %", 0.9999}, {"0.1 %", 0.001}});
  expect_values(Dimension::Time,
                {{"0.1 min", 6}, {"80.5 ms", 0.0805}, {"1.1 h", 3960}, {"2.3 ms", 0.0023}});
  expect_values(Dimension::Bytes, {{"0.2 MB", 200e3}, {"1.1 GB", 1.1e9}, {"2.3 KB", 2300}});
}

TEST(ParseQuantity, TakesABareZeroForAnyDimensionAndNoOtherBareNumber) {
  for (const Dimension dimension :
       {Dimension::Count, Dimension::Time, Dimension::Bytes, Dimension::Rate, Dimension::ByteRate,
        Dimension::Money, Dimension::MoneyRate, Dimension::Ratio}) {
    expect_values(dimension, {{"0", 0}, {" 0.0 ", 0}});
    if (dimension != Dimension::Count) expect_refused(dimension, {"3", "0.5", "1e3", "3 million"});
  }
}

TEST(ParseQuantity, RefusesWhatIsNoNumber) {
  for (const Dimension dimension : {Dimension::Time, Dimension::Count}) {
    expect_refused(dimension, {"",    " ",       "\t",      "s",       "abc",      ".",
                               ".s",  "e3",      "+3 s",    "-3 s",    "-0 s",     "−3 s",
                               "nan", "NaN s",   ".nan",    "inf s",   "Infinity", ".inf",
                               "∞",   "1,000 s", "1_000 s", "1'000 s", "1.2.3 s",  "0x10 s",
                               "1/2", "~",       "10:30",   "3 s 4",   "three s"});
  }
}

TEST(ParseQuantity, RefusesUnitsThatAreNotExactlyRight) {
  expect_refused(Dimension::Time, {"3 S", "3 Min", "3 m", "3 secs", "3 hurs", "3 s/day", "3 s s",
                                   "3 s.", "3 kg", "3 %", "3 MB", "$3", "3 instances"});
  expect_refused(Dimension::Bytes, {"3 mb", "3 Mb", "3 Mbit", "3 K", "3 MB/s", "3 s", "3 EB"});
  expect_refused(Dimension::Rate,
                 {"3", "3 requests", "3 s", "3/", "3 per", "3 per fortnight", "5 MB/s", "$3/day",
                  "3 USD/day", "3/s/s", "3 two words/s", "3 percent", "3 min/s", "3 9/s"});
  expect_refused(Dimension::ByteRate, {"3/s", "5 MB", "5 MB/", "5 requests/s", "5 MB/GB"});
  expect_refused(Dimension::Money, {"3", "3 $", "$3 USD", "$$3", "$", "$x", "3 dollars", "$-3",
                                    "-$3", "$3/month", "EUR 3"});
  expect_refused(Dimension::MoneyRate, {"$3", "3/month", "$3/MB", "$3 USD/month", "3 MB/month"});
  expect_refused(Dimension::Ratio, {"0.5", "50", "50 %%", "50 %/s", "50 s"});
  expect_refused(Dimension::Count,
                 {"5k", "5 k", "3 M", "3 millions", "3 Million", "2 mio", "2 BN/s",
                  "3 million billion", "3 s", "3 MB", "3 two words", "3/s", "50 %", "$3", "3 x2"});
}

TEST(ParseQuantity, RefusesNumbersThatCannotBeComputedWith) {
  expect_refused(Dimension::Time, {"1e400 s", "1e-400 s", "1e61 s", "1e-61 s", "1e59 min",
                                   "1e99999999999 s", "9e60 ns s", "1e308 years"});
  expect_values(Dimension::Time, {{"1e60 s", kLargestQuantity}, {"1e-60 s", kSmallestQuantity}});
  expect_values(Dimension::Time, {{"0e999 s", 0}, {"0.000e-999 s", 0}});
  expect_refused(Dimension::Rate, {"1e60/ms", "1e-59 per minute"});
  expect_refused(Dimension::MoneyRate, {"$1e58/h"});
  expect_refused(Dimension::Count, {"1e60 thousand", "1e999"});
}

TEST(ParseQuantity, SurvivesHostileText) {
  const std::string zero_inside("3\0 s", 4);
  expect_refused(Dimension::Time, {std::string_view(zero_inside), "\xff\xfe", "3 \xc3",
                                   "3 \u202e s", "{}", "3 {}", "%s%n", "3 \x1b[31m"});
  const std::string digits(1'000'000, '9');
  expect_refused(Dimension::Time, {digits, digits + " s"});
  const std::string nines = "0." + digits + " s";
  expect_values(Dimension::Time, {{nines, 1.0}});
  std::string pers = "3 ";
  for (int i = 0; i < 100'000; ++i) pers += "perper ";
  expect_refused(Dimension::Rate, {pers, "3 " + std::string(1'000'000, '/')});
  expect_refused(Dimension::Time, {"3 " + std::string(1'000'000, 'x')});
}

TEST(GuessDimension, KnowsADimensionByItsUnits) {
  const std::vector<std::pair<std::string_view, Dimension>> expected = {
      {"3 s", Dimension::Time},
      {"15 min", Dimension::Time},
      {"200 KB", Dimension::Bytes},
      {"200 KiB", Dimension::Bytes},
      {"40/day", Dimension::Rate},
      {"500 requests per second", Dimension::Rate},
      {"5 MB/s", Dimension::ByteRate},
      {"$3", Dimension::Money},
      {"3 USD", Dimension::Money},
      {"$120/month", Dimension::MoneyRate},
      {"120 USD/month", Dimension::MoneyRate},
      {"99.9 %", Dimension::Ratio},
      {"40", Dimension::Count},
      {"10 million", Dimension::Count},
      {"3 instances", Dimension::Count}};
  for (const auto& [text, dimension] : expected) {
    EXPECT_EQ(guess_dimension(text), dimension) << text;
  }
}

TEST(GuessDimension, DoesNotGuessWhereNothingOrEverythingFits) {
  for (const std::string_view text : {"0", "0.0", "", "abc", "-3 s", "3 hurs", "3 Mb", "3 m",
                                      "5 mb/s", "3 two words", "3/x", "1e400 s", "3 s/day"}) {
    EXPECT_EQ(guess_dimension(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace plumbline
