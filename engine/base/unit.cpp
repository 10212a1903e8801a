// The table of units and the conversion to base units.
#include "engine/base/unit.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace plumbline {
namespace {

constexpr double kKibi = 1024.0;
constexpr double kMebi = 1024.0 * kKibi;
constexpr double kGibi = 1024.0 * kMebi;
constexpr double kTebi = 1024.0 * kGibi;
constexpr double kPebi = 1024.0 * kTebi;
constexpr double kSecondsPerWeek = 7.0 * kSecondsPerDay;
constexpr double kSecondsPerYear = 365.0 * kSecondsPerDay;

constexpr auto kTimes = std::to_array<Unit>({
    {"s"},
    {"min", 60.0},
    {"h", kSecondsPerHour},
    {"ms", 1.0, 1e3},
    {"day", kSecondsPerDay},
    {"days", kSecondsPerDay},
    {"month", kSecondsPerMonth},
    {"months", kSecondsPerMonth},
    {"year", kSecondsPerYear},
    {"years", kSecondsPerYear},
    {"week", kSecondsPerWeek},
    {"weeks", kSecondsPerWeek},
    {"sec", 1.0},
    {"second", 1.0},
    {"seconds", 1.0},
    {"minute", 60.0},
    {"minutes", 60.0},
    {"hour", kSecondsPerHour},
    {"hours", kSecondsPerHour},
    {"d", kSecondsPerDay},
    {"us", 1.0, 1e6},
    {"µs", 1.0, 1e6},
    {"ns", 1.0, 1e9},
});

// Prefixes with "i" count by 1024 (IEC 80000-13), those without by 1000 (SI).
constexpr auto kSizes = std::to_array<Unit>({
    {"KB", 1e3},
    {"MB", 1e6},
    {"GB", 1e9},
    {"TB", 1e12},
    {"PB", 1e15},
    {"KiB", kKibi},
    {"MiB", kMebi},
    {"GiB", kGibi},
    {"TiB", kTebi},
    {"PiB", kPebi},
    {"B"},
    {"byte"},
    {"bytes"},
    {"kB", 1e3},
});

constexpr auto kMoney = std::to_array<Unit>({{"USD"}});

constexpr auto kShares = std::to_array<Unit>({{"%", 1.0, 100.0}, {"percent", 1.0, 100.0}});

std::span<const Unit> units_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::Time:
      return kTimes;
    case Dimension::Bytes:
      return kSizes;
    case Dimension::Money:
      return kMoney;
    case Dimension::Ratio:
      return kShares;
    case Dimension::Count:
    case Dimension::Rate:
    case Dimension::ByteRate:
    case Dimension::MoneyRate:
      break;
  }
  return {};
}

// The nearest number with 15 significant decimal digits: as many as every double can hold, so this
// removes the error of one multiplication or division and nothing that anyone wrote.
double snap_to_decimal(double value) {
  constexpr int kDigits = 15;
  std::array<char, 32> text{};
  const auto written = std::to_chars(text.data(), text.data() + text.size(), value,
                                     std::chars_format::scientific, kDigits - 1);
  std::from_chars(text.data(), written.ptr, value);
  return value;
}

}  // namespace

const Unit* find_unit_of(Dimension dimension, std::string_view spelling) {
  const std::span<const Unit> units = units_of(dimension);
  const auto unit = std::ranges::find(units, spelling, &Unit::spelling);
  return unit == units.end() ? nullptr : &*unit;
}

bool is_unit(std::string_view word) {
  return find_unit_of(Dimension::Time, word) != nullptr ||
         find_unit_of(Dimension::Bytes, word) != nullptr ||
         find_unit_of(Dimension::Money, word) != nullptr ||
         find_unit_of(Dimension::Ratio, word) != nullptr;
}

std::vector<std::string_view> unit_spellings(Dimension dimension) {
  std::vector<std::string_view> spellings;
  for (const Unit& unit : units_of(dimension)) spellings.push_back(unit.spelling);
  return spellings;
}

double in_base_units(double number, const Unit& unit) {
  const double value = number * unit.multiplier / unit.divisor;
  // Whole numbers, and units that are the base unit, have been converted exactly already.
  const bool is_exact = number == std::floor(number) || unit.multiplier == unit.divisor;
  return is_exact || !std::isfinite(value) ? value : snap_to_decimal(value);
}

}  // namespace plumbline
