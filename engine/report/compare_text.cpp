// `compare` for a terminal: title, table, why, and what the figures rest on, at any width.
#include <algorithm>
#include <numeric>

#include "engine/base/text.hpp"
#include "engine/report/compare_view.hpp"
#include "engine/report/layout.hpp"
#include "engine/report/page.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastTitle = 28;  // columns below which titles get a line of their own

Paint paint_of(Verdict verdict, bool is_best) {
  if (is_best) return Paint::Good;
  switch (verdict) {
    case Verdict::Viable:
      return Paint::Plain;
    case Verdict::Open:
      return Paint::Undecided;
    case Verdict::AtRisk:
      return Paint::Doubtful;
    case Verdict::Eliminated:
      return Paint::Bad;
  }
  return Paint::Plain;
}

void append_header(std::string& out, const CompareView& view, const Style& style) {
  const std::string title = neutralise(view.title);
  const std::string file = neutralise(view.file);
  const std::size_t width = display_width(title) + 2 * kGap + display_width(file);
  if (width <= style.width) {
    out += painted(title, Paint::Bold, style);
    out.append(style.width - display_width(title) - display_width(file), ' ').append(file);
    out.push_back('\n');
  } else {
    for (const std::string& line : break_lines(view.title, style.width)) {
      out.append(painted(line, Paint::Bold, style)).push_back('\n');
    }
    out.append(file).push_back('\n');
  }
  std::string facts;
  for (const std::string& word : view.header) {
    facts += (facts.empty() ? "" : " \u00b7 ") + neutralise(word);
  }
  out.append(wrap(facts, style.width, "  ")).append("\n\n");
}

// Widths of one table: letter, title (0: on a line of its own), verdict, figures.
struct Columns {
  std::size_t letter = 0;
  std::size_t title = 0;
  std::size_t verdict = 0;
  std::vector<std::size_t> figures;  // fewer than there are when the terminal is too narrow
};

std::size_t sum_with_gaps(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), kGap * widths.size());
}

Columns columns_of(const CompareView& view, const Style& style) {
  Columns columns;
  columns.verdict = display_width("verdict");
  std::size_t title = 0;
  for (const CompareRow& row : view.rows) {
    columns.letter = std::max(columns.letter, display_width(neutralise(row.letter)));
    columns.verdict = std::max(columns.verdict, display_width(row.verdict));
    title = std::max(title, display_width(neutralise(row.title)));
  }
  if (title > 0) title = std::max(title, display_width("option"));
  for (std::size_t i = 0; i < view.headings.size(); ++i) {
    std::size_t width = display_width(neutralise(view.headings[i]));
    for (const CompareRow& row : view.rows) {
      width = std::max(width, display_width(neutralise(row.cells[i])));
    }
    columns.figures.push_back(width);
  }
  const auto fixed = [&] {
    return kIndent + (columns.letter > 0 ? columns.letter + kGap : 0) + columns.verdict +
           sum_with_gaps(columns.figures);
  };
  while (columns.figures.size() > 1 && fixed() > style.width) columns.figures.pop_back();
  const std::size_t left = style.width > fixed() + kGap ? style.width - fixed() - kGap : 0;
  if (left >= std::min(title, kLeastTitle)) columns.title = std::min(title, left);
  return columns;
}

void append_row(std::string& out, const CompareRow& row, const Columns& columns,
                const Style& style) {
  const std::vector<std::string> titles =
      columns.title > 0 ? break_lines(row.title, columns.title) : std::vector<std::string>{""};
  std::string line(kIndent, ' ');
  if (columns.letter > 0) {
    line += painted(pad_right(neutralise(row.letter), columns.letter), Paint::Bold, style);
    line.append(kGap, ' ');
  }
  if (columns.title > 0) line += pad_right(titles.front(), columns.title + kGap);
  line += painted(neutralise(row.verdict), paint_of(row.state, row.is_best), style);
  line.append(columns.verdict - display_width(row.verdict), ' ');
  for (std::size_t i = 0; i < columns.figures.size(); ++i) {
    line.append(kGap, ' ').append(pad_right(neutralise(row.cells[i]), columns.figures[i]));
  }
  trim_right(line);
  out.append(line).push_back('\n');
  const std::size_t left = columns.letter > 0 ? kIndent + columns.letter + kGap : kIndent;
  for (std::size_t i = 1; i < titles.size(); ++i) {
    out.append(left, ' ').append(titles[i]).push_back('\n');
  }
  if (columns.title > 0 || row.title.empty()) return;
  append_paragraph(out, {.text = row.title, .indent = left}, style);
}

void append_table(std::string& out, const CompareView& view, const Style& style) {
  const Columns columns = columns_of(view, style);
  std::string line(columns.letter > 0 ? kIndent + columns.letter + kGap : kIndent, ' ');
  if (columns.title > 0) line += pad_right("option", columns.title + kGap);
  line += pad_right("verdict", columns.verdict);
  for (std::size_t i = 0; i < columns.figures.size(); ++i) {
    line.append(kGap, ' ').append(pad_right(neutralise(view.headings[i]), columns.figures[i]));
  }
  trim_right(line);
  out += painted(line, Paint::Faint, style);
  out.push_back('\n');
  for (const CompareRow& row : view.rows) append_row(out, row, columns, style);
}

// The head "D  edge-validity" without the words of the remark before it.
class RemarkPrinter {
 public:
  RemarkPrinter(std::string& out, const CompareView& view, const Style& style)
      : out_(out), style_(style) {
    for (const CompareRow& row : view.rows) {
      letter_width_ = std::max(letter_width_, display_width(neutralise(row.letter)));
    }
    for (const auto* remarks : {&view.offers, &view.reasons, &view.needs, &view.background}) {
      for (const Remark& remark : *remarks) {
        tag_width_ = std::max(tag_width_, display_width(neutralise(remark.tag)));
      }
    }
  }

  void print(const std::vector<Remark>& remarks) {
    if (!remarks.empty()) out_.push_back('\n');
    const Remark* before = nullptr;
    for (const Remark& remark : remarks) {
      print(remark, before);
      before = &remark;
    }
  }

 private:
  void print(const Remark& remark, const Remark* before) {
    const bool same_letter = before != nullptr && before->letter == remark.letter;
    const bool same_tag = same_letter && before->tag == remark.tag;
    std::string head;
    if (letter_width_ > 0) {
      head = pad_right(same_letter ? "" : neutralise(remark.letter), letter_width_ + kGap);
    }
    if (!same_tag) head += neutralise(remark.tag);
    if (same_letter && same_tag) head.clear();
    Paragraph paragraph{
        .head = head,
        .head_width = (letter_width_ > 0 ? letter_width_ + kGap : 0) + tag_width_ + kGap,
        .head_paint = remark.is_main ? Paint::Bold : Paint::Plain,
        .text = remark.text,
        .end = end_of(remark),
        .indent = kIndent};
    append_paragraph(out_, paragraph, style_);
    paragraph.head.clear();
    paragraph.end.clear();
    for (const std::vector<std::string>* lines : {&remark.also, &remark.details}) {
      for (const std::string& line : *lines) {
        paragraph.text = line;
        append_paragraph(out_, paragraph, style_);
      }
    }
  }

  static std::string end_of(const Remark& remark) {
    if (remark.place.empty()) return remark.rule;
    return remark.rule.empty() ? remark.place : remark.place + " " + remark.rule;
  }

  std::string& out_;
  const Style& style_;
  std::size_t letter_width_ = 0;
  std::size_t tag_width_ = 0;
};

// Facts stand below everything, each with its address on a line of its own: never broken, so that
// a terminal still takes it for one.
void append_facts(std::string& out, const std::vector<Remark>& facts, const Style& style) {
  if (facts.empty()) return;
  out.append("\n").append(kIndent, ' ').append("facts these reasons rest on\n");
  for (const Remark& fact : facts) {
    append_paragraph(out, {.text = fact.text, .indent = 2 * kIndent}, style);
    for (const std::string& address : fact.details) {
      out.append(3 * kIndent, ' ').append(neutralise(address)).push_back('\n');
    }
  }
}

}  // namespace

std::string compare_text(const Judgement& judgement, const Style& style) {
  const CompareView view = view_of(judgement);
  std::string out;
  append_header(out, view, style);
  append_table(out, view, style);
  out.push_back('\n');
  append_paragraph(out, {.text = view.ground}, style);
  RemarkPrinter printer(out, view, style);
  printer.print(view.offers);
  printer.print(view.reasons);
  printer.print(view.needs);
  printer.print(view.background);
  append_facts(out, view.facts, style);
  if (!view.hints.empty()) out.push_back('\n');
  for (const std::string& hint : view.hints) append_paragraph(out, {.text = hint}, style);
  return out;
}

}  // namespace plumbline
