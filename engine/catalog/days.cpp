// Comparing days that may lack their month or day.
#include "engine/catalog/days.hpp"

#include <array>
#include <cstddef>

namespace plumbline {
namespace {

constexpr std::string_view kFirstDay = "0000-01-01";
constexpr std::array kDaysOfMonth = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

char padded(std::string_view day, std::size_t index) {
  return index < day.size() ? day[index] : kFirstDay[index];
}

int two_digits(std::string_view text, std::size_t index) {
  return (text[index] - '0') * 10 + (text[index + 1] - '0');
}

}  // namespace

bool is_day(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 4 || i == 7;
    if (is_dash ? text[i] != '-' : (text[i] < '0' || text[i] > '9')) return false;
  }
  if (text.size() == 4) return true;
  const int month = two_digits(text, 5);
  if (month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  const int day = two_digits(text, 8);
  return day >= 1 && day <= kDaysOfMonth[static_cast<std::size_t>(month - 1)];
}

bool is_before(std::string_view a, std::string_view b) {
  for (std::size_t i = 0; i < kFirstDay.size(); ++i) {
    const char left = padded(a, i);
    const char right = padded(b, i);
    if (left != right) return left < right;
  }
  return false;
}

bool holds_on(std::string_view day, std::string_view since, std::string_view until) {
  if (!since.empty() && is_before(day, since)) return false;
  return until.empty() || is_before(day, until);
}

}  // namespace plumbline
