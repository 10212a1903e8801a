// The physical dimensions a Plumbline quantity can have; each has one base unit in which it is
// kept.
#pragma once

#include <cstdint>
#include <string_view>

namespace plumbline {

enum class Dimension : std::uint8_t {
  Count,      // a plain number (instances, variants, items)
  Time,       // seconds
  Bytes,      // bytes
  Rate,       // per second
  ByteRate,   // bytes per second
  Money,      // US dollars
  MoneyRate,  // US dollars per month (one month is 730 hours, as AWS price pages reckon)
  Ratio,      // 1.0 is 100 %
};

inline constexpr double kSecondsPerHour = 3600.0;
inline constexpr double kSecondsPerDay = 86400.0;
// 730 hours: the month of AWS price pages and of the AWS Pricing Calculator.
inline constexpr double kSecondsPerMonth = 730.0 * kSecondsPerHour;

// The name people read in an error message: "a time", "a size" ...
[[nodiscard]] std::string_view dimension_name(Dimension dimension);

}  // namespace plumbline
