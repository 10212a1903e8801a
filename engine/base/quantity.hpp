// A number with a unit as people write it ("15 min", "200 KB", "40/day"): reading, printing,
// converting.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/assert.hpp"
#include "engine/base/dimension.hpp"
#include "engine/base/expected.hpp"
#include "engine/base/range.hpp"

namespace plumbline {

// A range whose dimension is known only at run time: what stands at the border to YAML and reports.
struct Quantity {
  Dimension dimension = Dimension::Count;
  double low = 0.0;
  double high = 0.0;

  [[nodiscard]] static constexpr Quantity exactly(Dimension dimension, double value) {
    return {dimension, value, value};
  }
  [[nodiscard]] constexpr bool is_exact() const { return low == high; }
  // The typed range; the dimension must be D (asserted: a reader has checked it long before).
  template <Dimension D>
  [[nodiscard]] Range<D> as() const {
    PLUMBLINE_ASSERT(dimension == D);
    return {low, high};
  }
  friend constexpr bool operator==(const Quantity&, const Quantity&) = default;
};

template <Dimension D>
[[nodiscard]] constexpr Quantity to_quantity(Range<D> range) {
  return {D, range.low, range.high};
}

// A quantity other than 0 that lies outside these bounds, in base units, is refused by
// parse_quantity: products and quotients of a few quantities then stay finite, so infinity in a
// range always means "no bound", never an overflow.
inline constexpr double kSmallestQuantity = 1e-60;
inline constexpr double kLargestQuantity = 1e60;

// Why a text is not a quantity of the wanted dimension. `reason` is a whole clause in our own words
// ("a bare number needs a unit", "unknown unit 'hurs'"), `suggestion` a unit that may have been
// meant (empty if none), `examples` shows right spellings for the dimension ("3 s, 15 min, 2 h").
struct QuantityError {
  std::string reason;
  std::string suggestion;
  std::string examples;
};

// Reads one exact quantity of the given dimension: "3 s", "200 KB" (1000), "200 KiB" (1024),
// "15 min", "40/day", "5 per minute", "$120/month", "99.9 %". Leading and trailing blanks are
// allowed, the blank between number and unit is optional. Numbers are decimal with an optional
// fraction and exponent, and may be followed by thousand, million, billion or trillion; "_" and ","
// are not part of numbers; negative, non-finite and overflowing values are errors. What is counted
// may be named by one word ("3 instances", "500 requests per second"). A bare number is an error
// except for Count, and "0" is allowed everywhere.
// The time taken is linear in the length of the text; nothing is allocated unless there is an
// error.
[[nodiscard]] Expected<double, QuantityError> parse_quantity(std::string_view text,
                                                             Dimension dimension);

// The dimension whose units fit the text, if exactly one does ("3 s" -> Time, "3" and "3 items" ->
// Count, "0" -> none). A word that looks like a misspelt unit ("3 hurs") fits none. For claims and
// --set.
[[nodiscard]] std::optional<Dimension> guess_dimension(std::string_view text);

// A value with the unit a reader would choose, at most three significant digits, e.g. "15 min",
// "5.5 min", "256 KiB" (exact binary sizes stay binary), "0.333/s", "$252", "99.9 %", "1,200".
// format_quantity(q) prints a range as "4 min - 6 min", one-sided as "at least 4 min".
[[nodiscard]] std::string format_amount(double value, Dimension dimension);
[[nodiscard]] std::string format_quantity(const Quantity& quantity);

// A plain number: up to `digits` significant digits, no exponent below 1e15, thousands separated by
// ",".
[[nodiscard]] std::string format_number(double value, int digits = 3);

// The value in base units rounded to 6 significant digits, as JSON and tests see it.
[[nodiscard]] double round_for_report(double value);

}  // namespace plumbline
