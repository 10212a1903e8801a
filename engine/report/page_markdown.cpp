// Pages and lists as Markdown, for the documentation that the program prints about itself.
#include "engine/base/text.hpp"
#include "engine/report/page.hpp"

namespace plumbline {
namespace {

// Text that stays text: nothing in it becomes markup, a table cell or a line of its own.
std::string escape(std::string_view text) {
  std::string out;
  for (const char c : neutralise(text)) {
    switch (c) {
      case '<':
        out.append("&lt;");
        break;
      case '>':
        out.append("&gt;");
        break;
      case '&':
        out.append("&amp;");
        break;
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '|':
      case '#':
        out.push_back('\\');
        [[fallthrough]];
      default:
        out.push_back(c);
    }
  }
  return out;
}

// Addresses are links; everything else is text.
std::string show(const Cell& cell) {
  if (cell.text.starts_with("https://") && cell.text.find_first_of(" <>") == std::string::npos) {
    return "<" + neutralise(cell.text) + ">";
  }
  return escape(cell.text);
}

void append_table(std::string& out, const Table& table) {
  for (const Column& column : table.columns) {
    out.append("| ").append(escape(column.heading)).push_back(' ');
  }
  out.append("|\n");
  for (std::size_t i = 0; i < table.columns.size(); ++i) out.append("|---");
  out.append("|\n");
  for (const std::vector<Cell>& row : table.rows) {
    for (const Cell& cell : row) out.append("| ").append(show(cell)).push_back(' ');
    out.append("|\n");
  }
}

void append_page(std::string& out, const Page& page) {
  out.append("## ").append(escape(page.name));
  if (!page.title.empty() && page.title != page.name) out.append(": ").append(escape(page.title));
  out.append("\n\n");
  if (!page.summary.empty()) out.append(escape(page.summary)).append("\n\n");
  for (const Field& field : page.fields) {
    if (field.label.empty() || field.value.text.empty()) continue;
    out.append("- **").append(field.label).append("**: ").append(show(field.value)).append("\n");
  }
  for (const Table& table : page.tables) {
    if (table.rows.empty()) continue;
    out.append("\n### ").append(escape(table.heading)).append("\n\n");
    append_table(out, table);
  }
}

}  // namespace

std::string pages_markdown(std::span<const Page> pages) {
  std::string out;
  for (const Page& page : pages) {
    if (!out.empty()) out.push_back('\n');
    append_page(out, page);
  }
  return out;
}

std::string listing_markdown(const Listing& listing) {
  std::string out = "# " + escape(listing.title) + "\n\n";
  append_table(out, listing.table);
  return out;
}

}  // namespace plumbline
