// A page about something the program knows, so that text, Markdown and JSON show the same content.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/report.hpp"

namespace plumbline {

// One value as people read it, and as JSON holds it. A catalog may come from a stranger's file, so
// views neutralise every text.
struct Cell {
  enum class Type : std::uint8_t { Text, Number, Boolean, List };
  Type type = Type::Text;
  std::string text;     // what people read; empty cells are left out of lists of fields
  std::string word;     // Text: what JSON holds
  double number = 0.0;  // base unit; NaN and infinity become null
  bool boolean = false;
  std::vector<std::string> list;  // `text` is the list joined by ", "
};
[[nodiscard]] Cell cell(std::string_view text);
// People read `text`, JSON holds `word`.
[[nodiscard]] Cell cell_as(std::string_view word, std::string_view text);
[[nodiscard]] Cell cell_number(double number, std::string text);
[[nodiscard]] Cell cell_flag(bool value);  // "yes", "no"
[[nodiscard]] Cell cell_list(std::span<const std::string_view> words);

struct Field {
  std::string_view key;    // in JSON
  std::string_view label;  // for people; empty: in JSON only
  Cell value;
};

struct Column {
  std::string_view key;
  std::string_view heading;
  bool in_text = true;  // false: too wide for a terminal, shown in Markdown and JSON only
};

struct Table {
  std::string_view key;
  std::string_view heading;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as `columns`
};

struct Page {
  std::string_view type;  // "rule", "service" ...
  std::string name;       // what `explain` finds it by
  std::string title;
  std::string summary;
  std::vector<Field> fields;
  std::vector<Table> tables;  // empty ones are left out by every view
};

// A list of things of one type: one table, and what to do next.
struct Listing {
  std::string_view type;  // "rules", "services" ...
  std::string title;
  Table table;
  std::string_view hint;  // one line for the terminal; may be empty
};

[[nodiscard]] std::string pages_text(std::span<const Page> pages, const Style& style);
[[nodiscard]] std::string pages_markdown(std::span<const Page> pages);
// {"format_version": 1, "pages": [...]}
[[nodiscard]] std::string pages_json(std::span<const Page> pages);

[[nodiscard]] std::string listing_text(const Listing& listing, const Style& style);
[[nodiscard]] std::string listing_markdown(const Listing& listing);
// {"format_version": 1, "list": "rules", "items": [...]}
[[nodiscard]] std::string listing_json(const Listing& listing);

// The text in lines of at most `width` display columns, broken at blanks where there are some;
// at least one line. The text is neutralised.
[[nodiscard]] std::vector<std::string> break_lines(std::string_view text, std::size_t width);

}  // namespace plumbline
