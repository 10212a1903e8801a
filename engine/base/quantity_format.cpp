// Prints numbers and quantities in the unit a reader would choose.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <span>

#include "engine/base/assert.hpp"
#include "engine/base/quantity.hpp"
#include "engine/base/unit.hpp"

namespace plumbline {
namespace {

constexpr int kDigits = 3;

// `value` rounded to significant decimal digits, as the digits themselves and the power of ten of
// the first one: 1234.5 with three digits is {"123", 3}.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

Decimal to_decimal(double value, int digits) {
  const std::string text = fmt::format("{:.{}e}", value, digits - 1);
  const std::size_t mark = text.find('e');
  Decimal decimal;
  for (const char c : text.substr(0, mark)) {
    if (c != '.') decimal.digits.push_back(c);
  }
  // from_chars takes no plus sign.
  const std::size_t exponent = mark + (text[mark + 1] == '+' ? 2 : 1);
  std::from_chars(text.data() + exponent, text.data() + text.size(), decimal.exponent);
  while (decimal.digits.size() > 1 && decimal.digits.back() == '0') decimal.digits.pop_back();
  return decimal;
}

double round_to(double value, int digits) {
  if (!std::isfinite(value) || value == 0.0) return value + 0.0;  // -0 becomes 0
  const std::string text = fmt::format("{:.{}e}", value, digits - 1);
  double rounded = value;
  std::from_chars(text.data(), text.data() + text.size(), rounded);
  return rounded;
}

// Equal as far as a value that has been computed with can be.
bool is_nearly(double a, double b) { return std::abs(a - b) <= 1e-12 * std::abs(b); }

bool is_short(double value) { return is_nearly(round_to(value, kDigits), value); }

std::string layout(const Decimal& decimal) {
  const int length = static_cast<int>(decimal.digits.size());
  std::string text;
  if (decimal.exponent < 0) {
    text = "0." + std::string(static_cast<std::size_t>(-decimal.exponent - 1), '0');
    return text + decimal.digits;
  }
  for (int i = 0; i <= decimal.exponent; ++i) {
    if (i > 0 && (decimal.exponent - i) % 3 == 2) text.push_back(',');
    text.push_back(i < length ? decimal.digits[static_cast<std::size_t>(i)] : '0');
  }
  if (length > decimal.exponent + 1) {
    text.push_back('.');
    text.append(decimal.digits, static_cast<std::size_t>(decimal.exponent) + 1);
  }
  return text;
}

std::string layout_scientific(const Decimal& decimal) {
  std::string text = decimal.digits.substr(0, 1);
  if (decimal.digits.size() > 1) text += "." + decimal.digits.substr(1);
  return fmt::format("{}e{}", text, decimal.exponent);
}

struct Choice {
  double value;
  std::string_view unit;
};

// Among units from large to small: the first, from the largest in which the value is 1 at least, in
// which it is a short number below a thousand (265 s rather than 4.42 min). If there is none, the
// largest, or the next larger where rounding reaches it (59.99 s reads 1 min).
Choice choose(double value, std::span<const Unit> units) {
  const auto in = [&](const Unit& unit) { return value / unit.multiplier * unit.divisor; };
  const auto first = std::ranges::find_if(units, [&](const Unit& unit) { return in(unit) >= 1.0; });
  if (first == units.end()) return {in(units.back()), units.back().spelling};
  for (auto unit = first; unit != units.end() && in(*unit) < 1000.0; ++unit) {
    if (is_short(in(*unit))) return {in(*unit), unit->spelling};
  }
  if (first != units.begin()) {
    const Unit& larger = *std::prev(first);
    const double rounded = round_to(in(*first), kDigits) * first->multiplier / first->divisor;
    if (rounded >= larger.multiplier / larger.divisor) {
      return {rounded / larger.multiplier * larger.divisor, larger.spelling};
    }
  }
  return {in(*first), first->spelling};
}

std::string format_time(double seconds) {
  static constexpr auto kUnits = std::to_array<Unit>({
      {"year", 365.0 * kSecondsPerDay},
      {"month", kSecondsPerMonth},
      {"day", kSecondsPerDay},
      {"h", kSecondsPerHour},
      {"min", 60.0},
      {"s"},
      {"ms", 1.0, 1e3},
      {"us", 1.0, 1e6},
      {"ns", 1.0, 1e9},
  });
  if (seconds == 0.0) return "0 s";
  const auto [value, unit] = choose(seconds, kUnits);
  const std::string number = format_number(value);
  const bool is_plural = (unit == "day" || unit == "month" || unit == "year") && number != "1";
  return fmt::format("{} {}{}", number, unit, is_plural ? "s" : "");
}

std::string format_size(double bytes) {
  static constexpr auto kDecimal = std::to_array<Unit>(
      {{"PB", 1e15}, {"TB", 1e12}, {"GB", 1e9}, {"MB", 1e6}, {"KB", 1e3}, {"B"}});
  static constexpr auto kBinary =
      std::to_array<Unit>({{"PiB", 1024.0 * 1024.0 * 1024.0 * 1024.0 * 1024.0},
                           {"TiB", 1024.0 * 1024.0 * 1024.0 * 1024.0},
                           {"GiB", 1024.0 * 1024.0 * 1024.0},
                           {"MiB", 1024.0 * 1024.0},
                           {"KiB", 1024.0}});
  if (bytes == 0.0) return "0 B";
  Choice choice = choose(bytes, kDecimal);
  if (!is_short(choice.value)) {
    const Choice binary = choose(bytes, kBinary);
    if (binary.value >= 1.0 && is_short(binary.value)) choice = binary;
  }
  return fmt::format("{} {}", format_number(choice.value), choice.unit);
}

struct Period {
  std::string_view name;
  double seconds;
};

// The period in which a rate is named: per second unless that is less than a tenth; then the first
// longer one that makes the number short, else the first that makes it a tenth at least.
Period choose_period(double per_second) {
  static constexpr auto kPeriods = std::to_array<Period>({
      {"s", 1.0},
      {"min", 60.0},
      {"h", kSecondsPerHour},
      {"day", kSecondsPerDay},
      {"month", kSecondsPerMonth},
      {"year", 365.0 * kSecondsPerDay},
  });
  constexpr double kTenth = 0.1;
  const auto reaches = [&](const Period& period) { return per_second * period.seconds >= kTenth; };
  const auto* const first = std::ranges::find_if(kPeriods, reaches);
  if (first == kPeriods.end()) return kPeriods.back();
  if (first == kPeriods.begin()) return *first;
  for (const auto* period = first; period != kPeriods.end(); ++period) {
    const double value = per_second * period->seconds;
    if (value < 1000.0 && is_short(value)) return *period;
  }
  return *first;
}

std::string format_rate(double per_second) {
  if (per_second == 0.0) return "0/s";
  const Period period = choose_period(per_second);
  return fmt::format("{}/{}", format_number(per_second * period.seconds), period.name);
}

std::string format_byte_rate(double bytes_per_second) {
  if (bytes_per_second == 0.0) return "0 B/s";
  const Period period = choose_period(bytes_per_second);
  return fmt::format("{}/{}", format_size(bytes_per_second * period.seconds), period.name);
}

std::string format_money(double usd) {
  std::string number = format_number(usd);
  // One digit after the point reads as a slip of the pen in an amount of money.
  const bool has_one_digit = number.size() >= 2 && number[number.size() - 2] == '.';
  if (has_one_digit) number.push_back('0');
  return "$" + number;
}

// Near 100 % it is the rest that matters: as many digits as show it, so that 99.99 % never reads
// 100 %.
std::string format_ratio(double ratio) {
  constexpr int kMostDigits = 15;
  const double percent = ratio * 100.0;
  int digits = kDigits;
  if (percent > 99.0 && percent < 100.0) {
    const double rest = 100.0 - percent;
    while (digits < kMostDigits && std::abs(round_to(percent, digits) - percent) > 0.1 * rest) {
      ++digits;
    }
  }
  return format_number(percent, digits) + " %";
}

std::string format_positive(double value, Dimension dimension) {
  switch (dimension) {
    case Dimension::Count:
      return format_number(value);
    case Dimension::Time:
      return format_time(value);
    case Dimension::Bytes:
      return format_size(value);
    case Dimension::Rate:
      return format_rate(value);
    case Dimension::ByteRate:
      return format_byte_rate(value);
    case Dimension::Money:
      return format_money(value);
    case Dimension::MoneyRate:
      return format_money(value) + "/month";
    case Dimension::Ratio:
      return format_ratio(value);
  }
  throw InternalError("a dimension that does not exist");
}

}  // namespace

std::string format_number(double value, int digits) {
  // What a decimal of this size looks like is a matter of counting zeros, which nobody does.
  constexpr int kLargestExponent = 15;
  constexpr int kSmallestExponent = -9;
  if (std::isnan(value)) return "unknown";
  if (std::isinf(value)) return value > 0.0 ? "unlimited" : "-unlimited";
  if (value == 0.0) return "0";
  const Decimal decimal = to_decimal(std::abs(value), std::max(digits, 1));
  const bool is_plain =
      decimal.exponent < kLargestExponent && decimal.exponent >= kSmallestExponent;
  const std::string text = is_plain ? layout(decimal) : layout_scientific(decimal);
  return value < 0.0 ? "-" + text : text;
}

std::string format_amount(double value, Dimension dimension) {
  if (!std::isfinite(value)) return format_number(value);
  return value < 0.0 ? "-" + format_positive(-value, dimension) : format_positive(value, dimension);
}

std::string format_quantity(const Quantity& quantity) {
  const bool is_bounded = quantity.high != kInfinity;
  if (quantity.low == 0.0 && !is_bounded) return "anything";
  const std::string low = format_amount(quantity.low, quantity.dimension);
  if (!is_bounded && quantity.low != kInfinity) return "at least " + low;
  std::string high = format_amount(quantity.high, quantity.dimension);
  if (low == high) return high;
  if (quantity.low == 0.0) return "at most " + high;
  return low + " - " + high;
}

double round_for_report(double value) {
  constexpr int kReportDigits = 6;
  return round_to(value, kReportDigits);
}

}  // namespace plumbline
