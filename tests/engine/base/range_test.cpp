// Interval arithmetic: ends go with ends, and nothing times anything is nothing.
#include "engine/base/range.hpp"

#include <gtest/gtest.h>

#include "engine/base/quantity.hpp"

namespace plumbline {
namespace {

TEST(Range, AddsAndScalesEndByEnd) {
  const Seconds range = Seconds::between(1, 3);
  EXPECT_EQ(range + Seconds::between(10, 20), Seconds::between(11, 23));
  EXPECT_EQ(range * 2.0, Seconds::between(2, 6));
  EXPECT_EQ(2.0 * range, Seconds::between(2, 6));
  EXPECT_EQ(range / 2.0, Seconds::between(0.5, 1.5));
  EXPECT_EQ(range + Seconds::anything(), Seconds::between(1, kInfinity));
}

TEST(Range, IsExactOnlyWithoutWidth) {
  EXPECT_TRUE(Seconds::exactly(3).is_exact());
  EXPECT_FALSE(Seconds::between(3, 4).is_exact());
  EXPECT_FALSE(Seconds::anything().is_exact());
}

TEST(Range, ComparesAndJoins) {
  const Count a = Count::between(1, 5);
  const Count b = Count::between(2, 3);
  EXPECT_EQ(max(a, b), Count::between(2, 5));
  EXPECT_EQ(min(a, b), Count::between(1, 3));
  EXPECT_EQ(hull(a, b), Count::between(1, 5));
  EXPECT_EQ(hull(Count::exactly(7), b), Count::between(2, 7));
}

// Little: 100 jobs a second that each take 3 to 4 s keep 300 to 400 of them in flight.
TEST(Range, MultipliesWhereTheProductMeansSomething) {
  EXPECT_EQ(PerSecond::exactly(100) * Seconds::between(3, 4), Count::between(300, 400));
  EXPECT_EQ(PerSecond::exactly(2) * Count::between(1, 3), PerSecond::between(2, 6));
  EXPECT_EQ(Count::exactly(4) * Seconds::exactly(60), Seconds::exactly(240));
  EXPECT_EQ(Count::exactly(4) * Count::exactly(3), Count::exactly(12));
  EXPECT_EQ(PerSecond::exactly(2) * Bytes::exactly(500), BytesPerSecond::exactly(1000));
}

// 0 * infinity is not a number in floating point; it once would have been neither met nor violated.
TEST(Range, GivesNothingForNothingTimesAnything) {
  EXPECT_EQ(PerSecond::exactly(0) * Seconds::anything(), Count::exactly(0));
  EXPECT_EQ(Seconds::anything() * 0.0, Seconds::exactly(0));
  EXPECT_EQ(PerSecond::between(0, 5) * Seconds::anything(), Count::anything());
}

TEST(Quantity, CarriesItsDimensionToAndFro) {
  const Quantity quantity = to_quantity(Bytes::between(1, 2));
  EXPECT_EQ(quantity, (Quantity{Dimension::Bytes, 1, 2}));
  EXPECT_EQ(quantity.as<Dimension::Bytes>(), Bytes::between(1, 2));
  EXPECT_THROW((void)quantity.as<Dimension::Time>(), InternalError);
  EXPECT_TRUE(Quantity::exactly(Dimension::Time, 3).is_exact());
  EXPECT_FALSE(quantity.is_exact());
}

}  // namespace
}  // namespace plumbline
