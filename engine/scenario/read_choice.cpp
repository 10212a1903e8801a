// How many options make the answer, and whether they are judged together or each alone.
#include "engine/scenario/read_choice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>

#include "engine/base/quantity.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::string_view kExample =
    "Write 'choose: {count: 2, as: together}' if the options make one design together, or "
    "'{count: 2, as: each}' if each is enough by itself.";

std::optional<std::size_t> read_count(const Cursor& cursor, Reading& reading) {
  const std::optional<double> count = cursor.quantity(Dimension::Count);
  if (!count) return std::nullopt;
  constexpr double kMost = 1000.0;  // more options than any question has
  if (*count >= 2.0 && *count <= kMost && *count == std::floor(*count)) {
    return static_cast<std::size_t>(*count);
  }
  reading.contradiction(cursor.place(), "'choose' counts two options or more",
                        *count == 1.0 ? "Leave 'choose' out where one option is the answer."
                                      : "Write 2, or as many as the question asks for.");
  return std::nullopt;
}

}  // namespace

void read_choice(Reading& reading, const Node& node) {
  constexpr auto kForms = std::to_array<std::string_view>({"each", "together"});
  const Cursor cursor(node, "choose", reading.findings);
  if (!node.is_map()) return cursor.report_wrong_type("a count and a form", kExample);
  if (!cursor.expect_map({"count", "as"})) return;
  const auto count = cursor.need("count", "count", kExample);
  const auto form = cursor.need("as", "as", kExample);
  if (!count || !form) return;
  const auto index = form->word(kForms, "a form of 'choose'");
  const auto number = read_count(*count, reading);
  if (!index || !number) return;
  reading.scenario.choice.count = *number;
  reading.scenario.choice.form = *index == 0 ? ChoiceForm::Each : ChoiceForm::Together;
  reading.scenario.choice.place = node.place;
}

void check_choice(Reading& reading, std::size_t options) {
  const OptionChoice& choice = reading.scenario.choice;
  if (!choice.is_stated()) return;
  if (!reading.scenario.has_options) {
    return reading.contradiction(choice.place,
                                 "'choose' is said of options, but the scenario has a 'design:'",
                                 "Remove 'choose', or write 'options:'.");
  }
  if (choice.count <= options) return;
  reading.contradiction(choice.place,
                        "'choose' asks for " + std::to_string(choice.count) +
                            " options, but there " + (options == 1 ? "is " : "are ") +
                            std::to_string(options),
                        "Add the options that are missing, or ask for fewer.");
}

std::size_t count_selections(std::size_t size, std::size_t count, std::size_t most) {
  std::size_t selections = 1;
  for (std::size_t i = 1; i <= std::min(count, size - count); ++i) {
    selections = selections * (size - i + 1) / i;
    if (selections > most) return most + 1;
  }
  return selections;
}

std::vector<std::vector<std::size_t>> selections(std::size_t size, std::size_t count) {
  std::vector<std::vector<std::size_t>> all;
  std::vector<std::size_t> one(count);
  std::iota(one.begin(), one.end(), std::size_t{0});
  for (;;) {
    all.push_back(one);
    std::size_t i = count;
    while (i > 0 && one[i - 1] == size - count + i - 1) --i;
    if (i == 0) return all;
    ++one[i - 1];
    for (; i < count; ++i) one[i] = one[i - 1] + 1;
  }
}

}  // namespace plumbline::scenario_reading
