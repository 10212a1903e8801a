// What a reader is told about a text that is no quantity: one clause, a near unit, right spellings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/base/quantity.hpp"
#include "engine/base/text.hpp"

namespace plumbline {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

QuantityError error_of(std::string_view text, Dimension dimension) {
  const auto read = parse_quantity(text, dimension);
  if (read) {
    ADD_FAILURE() << text << " was read as " << *read;
    return {};
  }
  return read.error();
}

struct Case {
  std::string_view text;
  Dimension dimension;
  std::string_view reason;
};

TEST(QuantityError, SaysWhatIsWrong) {
  for (const auto& [text, dimension, reason] : {
           Case{"", Dimension::Time, "a number is missing where a time is wanted"},
           Case{" ", Dimension::Bytes, "a number is missing where a size is wanted"},
           Case{"-3 s", Dimension::Time, "a time cannot be negative"},
           Case{"-$3", Dimension::Money, "an amount of money cannot be negative"},
           Case{"$-3", Dimension::Money, "an amount of money cannot be negative"},
           Case{".inf", Dimension::Time, "'.inf' is not a finite number"},
           Case{"NaN s", Dimension::Time, "'NaN s' is not a finite number"},
           Case{"info", Dimension::Time, "'info' does not start with a number"},
           Case{"soon", Dimension::Time, "'soon' does not start with a number"},
           Case{"1,000 s", Dimension::Time,
                "'1,000 s' is not one number; write numbers like 1000 or 1.5"},
           Case{"1.2.3 s", Dimension::Time,
                "'1.2.3 s' is not one number; write numbers like 1000 or 1.5"},
           Case{"1e400 s", Dimension::Time, "'1e400 s' is too large or too small to compute with"},
           Case{"1e-61 s", Dimension::Time, "'1e-61 s' is too large or too small to compute with"},
           Case{"3", Dimension::Time, "a bare number needs a unit"},
           Case{"3 hurs", Dimension::Time, "unknown unit 'hurs'"},
           Case{"3 widgets", Dimension::Time, "unknown unit 'widgets'"},
           Case{"40/fortnight", Dimension::Rate, "unknown unit 'fortnight'"},
           Case{"40/", Dimension::Rate, "a unit of time is missing after 'per' or '/'"},
           Case{"3 s", Dimension::Bytes, "'3 s' is a time, where a size is wanted"},
           Case{" 3 s ", Dimension::Count, "'3 s' is a time, where a count is wanted"},
           Case{"5 MB/s", Dimension::Bytes, "'5 MB/s' is a data rate, where a size is wanted"},
           Case{"5 MB/s", Dimension::Rate, "'5 MB/s' is a data rate, where a rate is wanted"},
           Case{"5 items/s", Dimension::ByteRate,
                "'5 items/s' is a rate, where a data rate is wanted"},
           Case{"40 documents", Dimension::Rate,
                "'40 documents' is a count, where a rate is wanted"},
           Case{"$3", Dimension::MoneyRate,
                "'$3' is an amount of money, where an amount of money per time is wanted"},
           Case{"50 %", Dimension::Count, "'50 %' is a percentage, where a count is wanted"},
           Case{"3 s/day", Dimension::Time, "'3 s/day' cannot be read as a time"},
       }) {
    EXPECT_EQ(error_of(text, dimension).reason, reason) << text;
  }
}

TEST(QuantityError, SuggestsTheUnitThatWasMeant) {
  for (const auto& [text, dimension, suggestion] : {
           Case{"3 hurs", Dimension::Time, "hours"},
           Case{"3 secnds", Dimension::Time, "seconds"},
           Case{"3 Min", Dimension::Time, "min"},
           Case{"3 m", Dimension::Time, "min"},
           Case{"3 hrs", Dimension::Time, "h"},
           Case{"3 mb", Dimension::Bytes, "MB"},
           Case{"3 Mb", Dimension::Bytes, "MB"},
           Case{"3 K", Dimension::Bytes, "KB"},
           Case{"3 mib", Dimension::Bytes, "MiB"},
           Case{"40/dya", Dimension::Rate, "day"},
           Case{"5 mb/s", Dimension::ByteRate, "MB"},
           Case{"5 MB/S", Dimension::ByteRate, "s"},
           Case{"3 $", Dimension::Money, "USD"},
           Case{"3 dollars/month", Dimension::MoneyRate, "USD"},
           Case{"3 percnt", Dimension::Ratio, "percent"},
           Case{"3 widgets", Dimension::Time, ""},
           Case{"3 s", Dimension::Bytes, ""},
           Case{"3", Dimension::Time, ""},
       }) {
    EXPECT_EQ(error_of(text, dimension).suggestion, suggestion) << text;
  }
}

// "for example" must never show what the program itself refuses.
TEST(QuantityError, ShowsExamplesThatCanBeRead) {
  for (const Dimension dimension :
       {Dimension::Count, Dimension::Time, Dimension::Bytes, Dimension::Rate, Dimension::ByteRate,
        Dimension::Money, Dimension::MoneyRate, Dimension::Ratio}) {
    std::string_view examples;
    const QuantityError error = error_of("nonsense", dimension);
    examples = error.examples;
    int count = 0;
    while (!examples.empty()) {
      const std::size_t comma = examples.find(", ");
      const std::string_view example = examples.substr(0, comma);
      EXPECT_TRUE(parse_quantity(example, dimension)) << example;
      EXPECT_EQ(guess_dimension(example), dimension) << example;
      examples.remove_prefix(comma == std::string_view::npos ? examples.size() : comma + 2);
      ++count;
    }
    EXPECT_GE(count, 2) << dimension_name(dimension);
  }
}

TEST(QuantityError, RepeatsHostileTextOnlyNeutralisedAndInPart) {
  const std::string long_unit(1'000'000, 'x');
  EXPECT_LT(error_of("3 " + long_unit, Dimension::Time).reason.size(), 100U);
  EXPECT_LT(error_of(long_unit, Dimension::Time).reason.size(), 100U);
  const std::string reason = error_of("3 \u202e\x1b[31m", Dimension::Time).reason;
  EXPECT_THAT(reason, HasSubstr("\\u{202E}\\u{001B}[31m"));
  EXPECT_THAT(reason, Not(HasSubstr("\x1b")));
  EXPECT_FALSE(find_invalid_utf8(error_of("3 \xff\xc3", Dimension::Time).reason));
}

}  // namespace
}  // namespace plumbline
