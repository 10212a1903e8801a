// Pages and lists for a terminal: labels in a column, tables that fit its width.
#include <algorithm>
#include <numeric>

#include "engine/base/text.hpp"
#include "engine/report/page.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kGap = 2;        // blanks between columns
constexpr std::size_t kIndent = 2;     // before fields and tables
constexpr std::size_t kNarrowest = 8;  // no column is squeezed below this
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kPlain = "\x1b[0m";

std::string heading(std::string_view text, const Style& style) {
  std::string line;
  if (style.colour == Colour::On) line.append(kBold);
  line.append(neutralise(text));
  if (style.colour == Colour::On) line.append(kPlain);
  return line;
}

// The widest word, which a column must not cut if it can be helped.
std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    longest = std::max(longest, display_width(text.substr(start, end - start)));
    start = end + 1;
  }
  return longest;
}

// How wide a column would like to be, and how narrow it can be without cutting a word.
struct Measure {
  std::size_t width = 0;
  std::size_t word = 0;
};

Measure measure(const Table& table, std::size_t column) {
  Measure measure = {display_width(table.columns[column].heading),
                     longest_word(table.columns[column].heading)};
  for (const std::vector<Cell>& row : table.rows) {
    const std::string text = neutralise(row[column].text);
    measure.width = std::max(measure.width, display_width(text));
    measure.word = std::max(measure.word, longest_word(text));
  }
  return measure;
}

// Narrows the column that stands farthest above its floor, until the table fits or none can give.
template <class Floor>
void narrow(std::vector<std::size_t>& widths, std::size_t room, Floor floor_of) {
  const std::size_t gaps = kGap * (widths.empty() ? 0 : widths.size() - 1);
  while (std::accumulate(widths.begin(), widths.end(), gaps) > room) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] <= floor_of(i)) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

std::vector<std::size_t> fitting_widths(const Table& table, const std::vector<std::size_t>& shown,
                                        std::size_t room) {
  std::vector<Measure> measures;
  std::vector<std::size_t> widths;
  for (const std::size_t column : shown) {
    measures.push_back(measure(table, column));
    widths.push_back(measures.back().width);
  }
  narrow(widths, room, [&](std::size_t i) { return measures[i].word; });
  narrow(widths, room, [](std::size_t) { return kNarrowest; });
  return widths;
}

void append_row(std::string& out, const std::vector<std::vector<std::string>>& cells,
                const std::vector<std::size_t>& widths) {
  std::size_t height = 1;
  for (const auto& lines : cells) height = std::max(height, lines.size());
  for (std::size_t line = 0; line < height; ++line) {
    std::string text(kIndent, ' ');
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string_view part = line < cells[i].size() ? cells[i][line] : std::string_view{};
      text.append(pad_right(part, widths[i] + kGap));
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out.append(text).push_back('\n');
  }
}

void append_table(std::string& out, const Table& table, const Style& style) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool says_something = std::ranges::any_of(
        table.rows, [&](const std::vector<Cell>& row) { return !row[i].text.empty(); });
    if (table.columns[i].in_text && says_something) shown.push_back(i);
  }
  const std::vector<std::size_t> widths = fitting_widths(
      table, shown, std::max<std::size_t>(style.width, kIndent + kNarrowest) - kIndent);
  std::vector<std::vector<std::string>> cells(shown.size());
  for (std::size_t i = 0; i < shown.size(); ++i) {
    cells[i] = break_lines(table.columns[shown[i]].heading, widths[i]);
  }
  append_row(out, cells, widths);
  for (const std::vector<Cell>& row : table.rows) {
    for (std::size_t i = 0; i < shown.size(); ++i) {
      cells[i] = break_lines(row[shown[i]].text, widths[i]);
    }
    append_row(out, cells, widths);
  }
}

bool is_shown(const Field& field) { return !field.label.empty() && !field.value.text.empty(); }

void append_fields(std::string& out, const Page& page, const Style& style) {
  std::size_t label_width = 0;
  for (const Field& field : page.fields) {
    if (is_shown(field)) {
      label_width = std::max(label_width, display_width(field.label));
    }
  }
  const std::size_t before = kIndent + label_width + kGap;
  const std::size_t room = std::max(style.width, before + 4 * kNarrowest) - before;
  for (const Field& field : page.fields) {
    if (!is_shown(field)) continue;
    std::string_view label = field.label;
    // An address stays whole, so that a terminal can follow it.
    const bool is_address = field.value.text.starts_with("https://");
    const std::size_t width = is_address ? field.value.text.size() : room;
    for (const std::string& line : break_lines(field.value.text, width)) {
      out.append(kIndent, ' ').append(pad_right(label, label_width + kGap)).append(line);
      out.push_back('\n');
      label = {};
    }
  }
}

void append_page(std::string& out, const Page& page, const Style& style) {
  out.append(heading(page.name, style));
  if (!page.title.empty() && page.title != page.name)
    out.append("  ").append(neutralise(page.title));
  out.push_back('\n');
  if (!page.summary.empty()) {
    for (const std::string& line : break_lines(page.summary, style.width)) {
      out.append(line).push_back('\n');
    }
  }
  out.push_back('\n');
  append_fields(out, page, style);
  for (const Table& table : page.tables) {
    if (table.rows.empty()) continue;
    out.push_back('\n');
    out.append(heading(table.heading, style)).push_back('\n');
    append_table(out, table, style);
  }
}

}  // namespace

std::string pages_text(std::span<const Page> pages, const Style& style) {
  std::string out;
  for (const Page& page : pages) {
    if (!out.empty()) out.push_back('\n');
    append_page(out, page, style);
  }
  return out;
}

std::string listing_text(const Listing& listing, const Style& style) {
  std::string out = heading(listing.title, style);
  out.append("\n\n");
  if (listing.table.rows.empty()) {
    out.append("  none\n");
  } else {
    append_table(out, listing.table, style);
  }
  if (!listing.hint.empty()) out.append("\n").append(listing.hint).append("\n");
  return out;
}

}  // namespace plumbline
