// Reading units from a table and by three patterns: per time, per count of something, plain word.
#include "engine/catalog/units.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace plumbline {
namespace {

struct NamedUnit {
  std::string_view name;
  Dimension dimension;
  double factor;
  double binary_factor = 0.0;  // 0: there is no binary reading
};

constexpr double kKibi = 1024.0;

constexpr std::array kUnits = {
    NamedUnit{"ms", Dimension::Time, 1e-3},
    NamedUnit{"s", Dimension::Time, 1.0},
    NamedUnit{"min", Dimension::Time, 60.0},
    NamedUnit{"h", Dimension::Time, kSecondsPerHour},
    NamedUnit{"days", Dimension::Time, kSecondsPerDay},
    NamedUnit{"bytes", Dimension::Bytes, 1.0},
    NamedUnit{"KB", Dimension::Bytes, 1e3, kKibi},
    NamedUnit{"MB", Dimension::Bytes, 1e6, kKibi* kKibi},
    NamedUnit{"GB", Dimension::Bytes, 1e9, kKibi* kKibi* kKibi},
    NamedUnit{"TB", Dimension::Bytes, 1e12, kKibi* kKibi* kKibi* kKibi},
    NamedUnit{"KiB", Dimension::Bytes, kKibi},
    NamedUnit{"MiB", Dimension::Bytes, kKibi* kKibi},
    NamedUnit{"GiB", Dimension::Bytes, kKibi* kKibi* kKibi},
    NamedUnit{"TiB", Dimension::Bytes, kKibi* kKibi* kKibi* kKibi},
    NamedUnit{"KBps", Dimension::ByteRate, 1e3, kKibi},
    NamedUnit{"MBps", Dimension::ByteRate, 1e6, kKibi* kKibi},
    NamedUnit{"GBps", Dimension::ByteRate, 1e9, kKibi* kKibi* kKibi},
    NamedUnit{"percent", Dimension::Ratio, 0.01},
    NamedUnit{"USD", Dimension::Money, 1.0},
};

bool is_word(std::string_view text) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && text.back() != '-' &&
         std::ranges::all_of(text, is_plain);
}

// "s", "10s", "min", "h" or "day" as the divisor of a rate.
std::optional<double> seconds_in(std::string_view text) {
  double count = 1.0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error == std::errc{}) {
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  } else {
    count = 1.0;
  }
  if (count <= 0.0) return std::nullopt;
  if (text == "s") return count;
  if (text == "min") return count * 60.0;
  if (text == "h") return count * kSecondsPerHour;
  if (text == "day") return count * kSecondsPerDay;
  return std::nullopt;
}

// "USD-per-1M-requests": dollars for a million, so for one of them the millionth part.
std::optional<CatalogUnit> price_unit(std::string_view what) {
  double factor = 1.0;
  if (what.starts_with("1M-")) factor = 1e-6;
  if (what.starts_with("1K-")) factor = 1e-3;
  if (factor < 1.0) what.remove_prefix(3);
  if (what.empty()) return std::nullopt;
  return CatalogUnit{Dimension::Money, factor};
}

}  // namespace

std::optional<CatalogUnit> find_unit(std::string_view unit, Prefixes prefixes) {
  const auto* known = std::ranges::find(kUnits, unit, &NamedUnit::name);
  const bool is_known = known != kUnits.end();
  if (prefixes == Prefixes::Binary) {
    if (!is_known || known->binary_factor == 0.0) return std::nullopt;
    return CatalogUnit{known->dimension, known->binary_factor};
  }
  if (is_known) return CatalogUnit{known->dimension, known->factor};
  constexpr std::string_view kPrice = "USD-per-";
  if (unit.starts_with(kPrice)) return price_unit(unit.substr(kPrice.size()));
  if (const std::size_t slash = unit.find('/'); slash != std::string_view::npos) {
    const std::optional<double> seconds = seconds_in(unit.substr(slash + 1));
    if (!seconds || !is_word(unit.substr(0, slash))) return std::nullopt;
    return CatalogUnit{Dimension::Rate, 1.0 / *seconds};
  }
  if (!is_word(unit)) return std::nullopt;
  if (unit.starts_with("percent-")) return CatalogUnit{Dimension::Ratio, 0.01};
  return CatalogUnit{Dimension::Count, 1.0};
}

}  // namespace plumbline
