// Reads a number with a unit, and says in words why a text is not one.
#include "engine/base/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "engine/base/text.hpp"
#include "engine/base/unit.hpp"

namespace plumbline {
namespace {

// What is wrong, found without allocating: words are made only for a caller who asks.
enum class Problem : std::uint8_t {
  None,
  Empty,
  Negative,
  NotFinite,
  NoNumber,
  Separator,
  OutOfRange,
  NeedsUnit,
  UnknownUnit,
  WrongForm,  // readable, but not as this dimension
};

// A dimension is an amount of something, or an amount per time.
struct Form {
  Dimension amount;
  bool is_per_time;
};

Form form_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::Rate:
      return {Dimension::Count, true};
    case Dimension::ByteRate:
      return {Dimension::Bytes, true};
    case Dimension::MoneyRate:
      return {Dimension::Money, true};
    case Dimension::Count:
    case Dimension::Time:
    case Dimension::Bytes:
    case Dimension::Money:
    case Dimension::Ratio:
      break;
  }
  return {dimension, false};
}

// "$2 million" or "5 MB per minute" cut into its parts.
struct Written {
  double number = 0.0;
  bool has_dollar_sign = false;
  bool is_per_time = false;
  std::string_view what;  // "MB"; empty for a bare number
  std::string_view time;  // "minute"

  [[nodiscard]] bool is_bare() const { return what.empty() && !is_per_time && !has_dollar_sign; }
};

struct Reading {
  double value = 0.0;
  Problem problem = Problem::None;
  // The words at fault and the dimension whose units they should have been among.
  std::string_view culprit = {};
  Dimension wanted = Dimension::Count;
};

Reading failure(Problem problem, std::string_view culprit, Dimension wanted = Dimension::Count) {
  return {.problem = problem, .culprit = culprit, .wanted = wanted};
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_letter);
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

bool is_not_finite(std::string_view text) {
  for (const std::string_view word : {"inf", ".inf", "infinity", "nan", ".nan", "∞"}) {
    const std::string_view start = text.substr(0, word.size());
    const bool ends = text.size() <= word.size() || !is_letter(text[word.size()]);
    if (ends && equals_ignoring_case(start, word)) return true;
  }
  return false;
}

// Takes the number off the front of `text`.
Problem take_number(std::string_view& text, double& number) {
  if (text.empty()) return Problem::Empty;
  if (text.front() == '-') return Problem::Negative;
  if (is_not_finite(text)) return Problem::NotFinite;
  const bool starts = is_digit(text[0]) || (text[0] == '.' && text.size() > 1 && is_digit(text[1]));
  if (!starts) return Problem::NoNumber;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto length = static_cast<std::size_t>(end - text.data());
  if (error != std::errc{} || !std::isfinite(number)) return Problem::OutOfRange;
  // Some libraries report a number that is too small, some silently make it zero.
  const std::string_view mantissa = text.substr(0, std::min(length, text.find_first_of("eE")));
  if (number == 0.0 && mantissa.find_first_not_of("0.") != std::string_view::npos) {
    return Problem::OutOfRange;
  }
  text.remove_prefix(length);
  if (text.empty()) return Problem::None;
  constexpr std::string_view kSeparators = ",_'.";
  return kSeparators.find(text.front()) == std::string_view::npos ? Problem::None
                                                                  : Problem::Separator;
}

// "million" after a number belongs to the number.
void take_multiplier(std::string_view& text, double& number) {
  struct Multiplier {
    std::string_view word;
    double factor;
  };
  static constexpr auto kMultipliers = std::to_array<Multiplier>(
      {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}});
  for (const auto& [word, factor] : kMultipliers) {
    if (!text.starts_with(word)) continue;
    if (text.size() > word.size() && is_letter(text[word.size()])) continue;
    number = in_base_units(number, {word, factor});
    text = trim(text.substr(word.size()));
    return;
  }
}

// Where "/" or the word "per" stands, as [begin, end); both npos if neither does.
std::pair<std::size_t, std::size_t> find_per(std::string_view text) {
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    return {slash, slash + 1};
  }
  constexpr std::string_view kPer = "per";
  for (std::size_t at = text.find(kPer); at != std::string_view::npos;
       at = text.find(kPer, at + kPer.size())) {
    const std::size_t end = at + kPer.size();
    if ((at == 0 || is_blank(text[at - 1])) && (end == text.size() || is_blank(text[end]))) {
      return {at, end};
    }
  }
  return {std::string_view::npos, std::string_view::npos};
}

Problem cut(std::string_view text, Written& written) {
  text = trim(text);
  if (!text.empty() && text.front() == '$') {
    written.has_dollar_sign = true;
    text = trim(text.substr(1));
  } else if (text.starts_with("-$")) {
    return Problem::Negative;
  }
  if (const Problem problem = take_number(text, written.number); problem != Problem::None) {
    return problem;
  }
  text = trim(text);
  take_multiplier(text, written.number);
  const auto [per, after_per] = find_per(text);
  written.what = trim(text.substr(0, per));
  if (per != std::string_view::npos) {
    written.is_per_time = true;
    written.time = trim(text.substr(after_per));
  }
  return Problem::None;
}

// "3 instances", "500 requests per second": the counted thing may be named, but not by what changes
// the number ("5 k", "3 MB", "2 mio").
bool is_counted_thing(std::string_view text) {
  static constexpr auto kNumberWords = std::to_array<std::string_view>(
      {"hundred", "hundreds", "dozen", "thousand", "thousands", "mio", "mln", "mn", "million",
       "millions", "bn", "bln", "billion", "billions", "trillion", "trillions"});
  if (text.size() < 2 || !is_word(text) || is_unit(text)) return false;
  return std::ranges::none_of(
      kNumberWords, [&](std::string_view word) { return equals_ignoring_case(text, word); });
}

// The part before "per" in base units of `amount`.
Reading read_amount(const Written& written, Dimension amount) {
  if (written.has_dollar_sign) {
    const bool fits = amount == Dimension::Money && written.what.empty();
    return fits ? Reading{.value = written.number} : failure(Problem::WrongForm, written.what);
  }
  if (amount == Dimension::Count) {
    const bool fits = written.what.empty() || is_counted_thing(written.what);
    return fits ? Reading{.value = written.number} : failure(Problem::WrongForm, written.what);
  }
  const Unit* unit = find_unit_of(amount, written.what);
  if (unit == nullptr) return failure(Problem::UnknownUnit, written.what, amount);
  return {.value = in_base_units(written.number, *unit)};
}

Reading check_size(Reading reading) {
  const bool fits = reading.value == 0.0 ||
                    (reading.value >= kSmallestQuantity && reading.value <= kLargestQuantity);
  return fits ? reading : failure(Problem::OutOfRange, {});
}

Reading read(const Written& written, Dimension dimension) {
  const Form form = form_of(dimension);
  if (written.is_bare() && dimension != Dimension::Count) {
    return written.number == 0.0 ? Reading{} : failure(Problem::NeedsUnit, {}, form.amount);
  }
  if (written.is_per_time != form.is_per_time) return failure(Problem::WrongForm, written.what);
  if (written.is_per_time && written.what.empty() && !written.has_dollar_sign &&
      form.amount != Dimension::Count) {
    return failure(Problem::WrongForm, written.what);
  }
  Reading reading = read_amount(written, form.amount);
  if (reading.problem != Problem::None || !form.is_per_time) return check_size(reading);
  const Unit* time = find_unit_of(Dimension::Time, written.time);
  if (time == nullptr) return failure(Problem::UnknownUnit, written.time, Dimension::Time);
  // Per minute is a sixtieth per second: the unit of time the other way up.
  const double base_period = dimension == Dimension::MoneyRate ? kSecondsPerMonth : 1.0;
  const Unit per_time{time->spelling, base_period * time->divisor, time->multiplier};
  reading.value = in_base_units(reading.value, per_time);
  return check_size(reading);
}

Reading read(std::string_view text, Dimension dimension) {
  Written written;
  const Problem problem = cut(text, written);
  return problem == Problem::None ? read(written, dimension) : failure(problem, trim(text));
}

std::string_view examples_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::Count:
      return "3, 40 items, 10 million";
    case Dimension::Time:
      return "300 ms, 3 s, 15 min, 2 h, 7 days";
    case Dimension::Bytes:
      return "200 KB, 256 KiB, 5 MB, 10 TB";
    case Dimension::Rate:
      return "500/s, 5 per minute, 40/day";
    case Dimension::ByteRate:
      return "5 MB/s, 1 TB per day";
    case Dimension::Money:
      return "$3, 0.25 USD";
    case Dimension::MoneyRate:
      return "$120/month, 0.5 USD/h";
    case Dimension::Ratio:
      return "50 %, 99.9 %";
  }
  return {};
}

// At most this much of a text that is wrong is repeated, so that a message stays one line.
constexpr std::size_t kShownColumns = 40;

std::string quote(std::string_view text) {
  // Cut before neutralising too: the work must not grow with what a hostile author writes.
  const std::string_view start = text.substr(0, 4 * kShownColumns);
  return fmt::format("'{}'", truncate(neutralise(start), kShownColumns));
}

// The unit that was probably meant: a habit from elsewhere, or a slip of the keyboard.
std::string_view suggest_unit(std::string_view written, Dimension dimension) {
  struct Habit {
    Dimension dimension;
    std::string_view written;
    std::string_view meant;
  };
  static constexpr auto kHabits = std::to_array<Habit>({
      {Dimension::Time, "m", "min"},
      {Dimension::Time, "hr", "h"},
      {Dimension::Time, "hrs", "h"},
      {Dimension::Time, "mo", "month"},
      {Dimension::Time, "y", "year"},
      {Dimension::Time, "yr", "year"},
      {Dimension::Bytes, "k", "KB"},
      {Dimension::Bytes, "m", "MB"},
      {Dimension::Bytes, "g", "GB"},
      {Dimension::Bytes, "t", "TB"},
      {Dimension::Money, "$", "USD"},
      {Dimension::Money, "dollar", "USD"},
      {Dimension::Money, "dollars", "USD"},
  });
  for (const Habit& habit : kHabits) {
    if (habit.dimension == dimension && equals_ignoring_case(written, habit.written)) {
      return habit.meant;
    }
  }
  return did_you_mean(written, unit_spellings(dimension)).value_or(std::string_view{});
}

bool may_be_misspelt_unit(std::string_view word) {
  return std::ranges::any_of(
      std::array{Dimension::Time, Dimension::Bytes, Dimension::Money, Dimension::Ratio},
      [&](Dimension dimension) { return !suggest_unit(word, dimension).empty(); });
}

std::string explain_wrong_form(std::string_view text, Dimension dimension) {
  const std::optional<Dimension> other = guess_dimension(text);
  if (!other || *other == dimension) {
    return fmt::format("{} cannot be read as {}", quote(text), dimension_name(dimension));
  }
  return fmt::format("{} is {}, where {} is wanted", quote(text), dimension_name(*other),
                     dimension_name(dimension));
}

std::string explain_unknown_unit(std::string_view text, const Reading& reading,
                                 Dimension dimension) {
  if (reading.culprit.empty()) return "a unit of time is missing after 'per' or '/'";
  const std::optional<Dimension> other = guess_dimension(text);
  // A word that is no unit at all is more likely a slip than the name of a counted thing.
  if (other && *other != Dimension::Count) return explain_wrong_form(text, dimension);
  return fmt::format("unknown unit {}", quote(reading.culprit));
}

std::string explain(std::string_view text, const Reading& reading, Dimension dimension) {
  switch (reading.problem) {
    case Problem::None:
      break;
    case Problem::Empty:
      return fmt::format("a number is missing where {} is wanted", dimension_name(dimension));
    case Problem::Negative:
      return fmt::format("{} cannot be negative", dimension_name(dimension));
    case Problem::NotFinite:
      return fmt::format("{} is not a finite number", quote(text));
    case Problem::NoNumber:
      return fmt::format("{} does not start with a number", quote(text));
    case Problem::Separator:
      return fmt::format("{} is not one number; write numbers like 1000 or 1.5", quote(text));
    case Problem::OutOfRange:
      return fmt::format("{} is too large or too small to compute with", quote(text));
    case Problem::NeedsUnit:
      return "a bare number needs a unit";
    case Problem::UnknownUnit:
      return explain_unknown_unit(text, reading, dimension);
    case Problem::WrongForm:
      return explain_wrong_form(text, dimension);
  }
  return {};
}

}  // namespace

Expected<double, QuantityError> parse_quantity(std::string_view text, Dimension dimension) {
  const Reading reading = read(text, dimension);
  if (reading.problem == Problem::None) return reading.value;
  QuantityError error;
  error.reason = explain(trim(text), reading, dimension);
  if (reading.problem == Problem::UnknownUnit) {
    error.suggestion = suggest_unit(reading.culprit, reading.wanted);
  }
  error.examples = examples_of(dimension);
  return Unexpected{std::move(error)};
}

std::optional<Dimension> guess_dimension(std::string_view text) {
  Written written;
  if (cut(text, written) != Problem::None) return std::nullopt;
  // Zero of anything may be written without a unit, so it tells nothing.
  if (written.is_bare() && written.number == 0.0) return std::nullopt;
  for (const Dimension dimension :
       {Dimension::Time, Dimension::Bytes, Dimension::Money, Dimension::Ratio, Dimension::ByteRate,
        Dimension::MoneyRate, Dimension::Rate, Dimension::Count}) {
    if (read(written, dimension).problem != Problem::None) continue;
    const bool counts = dimension == Dimension::Rate || dimension == Dimension::Count;
    if (counts && may_be_misspelt_unit(written.what)) return std::nullopt;
    return dimension;
  }
  return std::nullopt;
}

}  // namespace plumbline
