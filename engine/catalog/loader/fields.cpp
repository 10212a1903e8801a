// Reading single keys: texts, words, numbers, days and where a fact comes from.
#include "engine/catalog/loader/fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/catalog/days.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kExampleSource =
    "source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html";

std::string_view example_of(std::string_view key) {
  if (key == "source") return kExampleSource;
  if (key == "as-of") return "as-of: 2026-08-07, or as-of: unknown";
  if (key == "confidence") return "confidence: documented";
  if (key == "unit") return "unit: MB";
  return "See the data files of the built-in catalog for examples.";
}

std::optional<Cursor> find(const Cursor& map, std::string_view key, Presence presence) {
  return presence == Presence::Needed ? map.need(key, key, example_of(key)) : map.get(key, key);
}

std::vector<std::string_view> confidence_words() {
  std::vector<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(Confidence::Estimate); ++i) {
    words.push_back(confidence_name(static_cast<Confidence>(i)));
  }
  return words;
}

bool is_public_address(std::string_view text) {
  constexpr std::string_view kScheme = "https://";
  if (!text.starts_with(kScheme)) return false;
  const std::string_view host =
      text.substr(kScheme.size(), text.find('/', kScheme.size()) - kScheme.size());
  const auto is_blank = [](char c) { return c <= ' ' || c == '"' || c == '<' || c == '>'; };
  return host.find('.') != std::string_view::npos && host.find('@') == std::string_view::npos &&
         std::ranges::none_of(text, is_blank);
}

}  // namespace

std::string_view Reading::named(std::string_view what, std::string_view name) const {
  std::string text(what);
  text.append(" '").append(name).append("'");
  return keep(text);
}

void refuse(const Cursor& cursor, std::string reason, std::string fix) {
  cursor.findings()
      .add(input_errors::contradiction, cursor.place())
      .with("reason", std::move(reason))
      .with("fix", std::move(fix));
}

std::string_view read_text(const Reading& reading, const Cursor& map, std::string_view key,
                           Presence presence) {
  const std::optional<Cursor> value = find(map, key, presence);
  if (!value) return {};
  return reading.keep(value->text().value_or(std::string_view{}));
}

std::span<const std::string_view> read_texts(const Reading& reading, const Cursor& map,
                                             std::string_view key) {
  const std::optional<Cursor> value = map.get(key, key);
  if (!value) return {};
  std::vector<std::string_view> texts;
  for (const Cursor& item : value->list()) {
    if (const auto text = item.text()) texts.push_back(*text);
  }
  return reading.draft.pool->keep_list(texts);
}

bool read_flag(const Cursor& map, std::string_view key, bool fallback) {
  const std::optional<Cursor> value = map.get(key, key);
  return value ? value->boolean().value_or(fallback) : fallback;
}

std::size_t read_word(const Cursor& map, std::string_view key,
                      std::span<const std::string_view> words, std::string_view what,
                      std::size_t fallback, Presence presence) {
  const std::optional<Cursor> value = find(map, key, presence);
  return value ? value->word(words, what).value_or(fallback) : fallback;
}

std::optional<double> read_number(const Cursor& map, std::string_view key) {
  const std::optional<Cursor> value = map.need(key, key, "value: 900");
  if (!value) return std::nullopt;
  if (value->node().is_null()) return std::numeric_limits<double>::quiet_NaN();
  const std::optional<std::string_view> text = value->text();
  if (!text) return std::nullopt;
  if (*text == "null" || *text == "~") return std::numeric_limits<double>::quiet_NaN();
  double number = 0.0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc{} || end != text->data() + text->size() || !std::isfinite(number)) {
    value->report_wrong_type("a number", "Write a plain number such as 900 or 0.2.");
    return std::nullopt;
  }
  return number;
}

std::string_view read_day(const Reading& reading, const Cursor& map, std::string_view key,
                          Presence presence) {
  const std::optional<Cursor> value = find(map, key, presence);
  if (!value) return {};
  const std::optional<std::string_view> text = value->text();
  if (!text) return {};
  if (!is_day(*text)) {
    value->report_wrong_type("a day", "Write 2026, 2026-08 or 2026-08-07.");
    return {};
  }
  return reading.keep(*text);
}

std::string_view read_source(const Reading& reading, const Cursor& map, Presence presence) {
  const std::optional<Cursor> value = find(map, "source", presence);
  if (!value) return {};
  const std::optional<std::string_view> text = value->text();
  if (!text) return {};
  if (!is_public_address(*text)) {
    value->report_wrong_type("a public https address", std::string(kExampleSource));
    return {};
  }
  return reading.keep(*text);
}

Sourcing read_sourcing(const Reading& reading, const Cursor& map) {
  Sourcing sourcing;
  sourcing.source = read_source(reading, map, Presence::Needed);
  if (const auto value = find(map, "as-of", Presence::Needed)) {
    const std::string_view text = value->text().value_or(std::string_view{});
    if (!text.empty() && text != "unknown" && !is_day(text)) {
      value->report_wrong_type("a day or 'unknown'", example_of("as-of"));
    }
    sourcing.as_of = reading.keep(text);
  }
  sourcing.confidence = static_cast<Confidence>(
      read_word(map, "confidence", confidence_words(), "a confidence", 0, Presence::Needed));
  return sourcing;
}

}  // namespace plumbline
