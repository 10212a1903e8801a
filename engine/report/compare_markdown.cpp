// `compare` as Markdown: the same content as on the terminal, for a page or a comment.
#include <fmt/format.h>

#include "engine/report/compare_view.hpp"
#include "engine/report/markdown.hpp"

namespace plumbline {
namespace {

void append_row(std::string& out, const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) out.append("| ").append(cell).push_back(' ');
  out += "|\n";
}

// "  6.1" is aligned for a terminal; a table aligns by itself.
std::string cell_of(const std::string& text) {
  const std::size_t start = text.find_first_not_of(' ');
  return escape_markdown(start == std::string::npos ? "" : text.substr(start));
}

void append_table(std::string& out, const CompareView& view) {
  std::vector<std::string> cells{"", "option", "verdict"};
  for (const std::string& heading : view.headings) cells.push_back(escape_markdown(heading));
  append_row(out, cells);
  append_row(out, std::vector<std::string>(cells.size(), "---"));
  for (const CompareRow& row : view.rows) {
    const std::string verdict = escape_markdown(row.verdict);
    cells = {"**" + escape_markdown(row.letter) + "**", escape_markdown(row.title),
             row.is_best ? "**" + verdict + "**" : verdict};
    for (const std::string& figure : row.cells) cells.push_back(cell_of(figure));
    append_row(out, cells);
  }
}

std::string head_of(const Remark& remark) {
  std::string head = remark.letter.empty() ? "" : "**" + escape_markdown(remark.letter) + "** ";
  const std::string tag = escape_markdown(remark.tag);
  return head + (remark.is_main ? "**" + tag + "**" : tag) + ": ";
}

void append_remarks(std::string& out, std::string_view heading,
                    const std::vector<Remark>& remarks) {
  if (remarks.empty()) return;
  out += fmt::format("\n## {}\n\n", heading);
  for (const Remark& remark : remarks) {
    out += "- " + head_of(remark) + escape_markdown(remark.text);
    if (!remark.place.empty()) out += " " + escape_markdown(remark.place);
    if (!remark.rule.empty()) out += " " + escape_markdown(remark.rule);
    out += "\n";
    for (const std::string& message : remark.also) {
      out += "  - " + escape_markdown(message) + "\n";
    }
    for (const std::string& detail : remark.details) {
      out += "  - " + link_markdown(detail) + "\n";
    }
  }
}

}  // namespace

std::string compare_markdown(const Judgement& judgement) {
  const CompareView view = view_of(judgement);
  std::string out = fmt::format("# {}\n\n", escape_markdown(view.title));
  out += escape_markdown(view.file) + "\n\n";
  for (std::size_t i = 0; i < view.header.size(); ++i) {
    out += (i == 0 ? "" : " \u00b7 ") + escape_markdown(view.header[i]);
  }
  out += "\n\n";
  append_table(out, view);
  out += "\n" + escape_markdown(view.ground) + "\n";
  append_remarks(out, "Options", view.offers);
  append_remarks(out, "Reasons", view.reasons);
  append_remarks(out, "Conditions", view.needs);
  append_remarks(out, "Behind the figures", view.background);
  append_remarks(out, "Facts these reasons rest on", view.facts);
  return out;
}

}  // namespace plumbline
