// Units of the data files become base units.
#include "engine/catalog/units.hpp"

#include <gtest/gtest.h>

namespace plumbline {
namespace {

void expect_unit(std::string_view text, Dimension dimension, double factor) {
  const std::optional<CatalogUnit> unit = find_unit(text, Prefixes::Decimal);
  ASSERT_TRUE(unit) << text;
  EXPECT_EQ(unit->dimension, dimension) << text;
  EXPECT_DOUBLE_EQ(unit->factor, factor) << text;
}

TEST(Units, AreReadFromATableAndByPattern) {
  expect_unit("s", Dimension::Time, 1.0);
  expect_unit("ms", Dimension::Time, 0.001);
  expect_unit("days", Dimension::Time, 86400.0);
  expect_unit("KB", Dimension::Bytes, 1000.0);
  expect_unit("KiB", Dimension::Bytes, 1024.0);
  expect_unit("requests/s", Dimension::Rate, 1.0);
  expect_unit("executions/min", Dimension::Rate, 1.0 / 60.0);
  expect_unit("environments/10s", Dimension::Rate, 0.1);
  expect_unit("USD-per-1M-requests", Dimension::Money, 1e-6);
  expect_unit("USD-per-1K-transitions", Dimension::Money, 1e-3);
  expect_unit("USD-per-GB-s", Dimension::Money, 1.0);
  expect_unit("percent-of-capacity", Dimension::Ratio, 0.01);
  expect_unit("executions", Dimension::Count, 1.0);
}

TEST(Units, AreBinaryOnlyWhereTheSourceCountsSo) {
  const std::optional<CatalogUnit> unit = find_unit("MB", Prefixes::Binary);
  ASSERT_TRUE(unit);
  EXPECT_DOUBLE_EQ(unit->factor, 1024.0 * 1024.0);
  EXPECT_FALSE(find_unit("MiB", Prefixes::Binary));
  EXPECT_FALSE(find_unit("s", Prefixes::Binary));
}

TEST(Units, RefuseWhatIsNone) {
  for (const std::string_view text : {"", "Mb", "requests/", "requests/0s", "requests/nan", "/s",
                                      "requests/fortnight", "USD-per-", "two words", "x-"}) {
    EXPECT_FALSE(find_unit(text, Prefixes::Decimal)) << text;
  }
}

}  // namespace
}  // namespace plumbline
