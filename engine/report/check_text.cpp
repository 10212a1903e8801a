// `check` and errors of reading for a terminal: one block per finding, with the line it speaks of.
#include <fmt/format.h>

#include "engine/base/text.hpp"
#include "engine/report/check_view.hpp"
#include "engine/report/excerpt.hpp"
#include "engine/report/layout.hpp"
#include "engine/report/phrases.hpp"
#include "engine/report/set_aside.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kIndent = 4;

Paint paint_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
    case Severity::Violation:
      return Paint::Bad;
    case Severity::Open:
      return Paint::Undecided;
    case Severity::Note:
      return Paint::Faint;
  }
  return Paint::Plain;
}

// Violations and errors go without saying.
std::string marked(Severity severity) {
  switch (severity) {
    case Severity::Open:
      return " (open)";
    case Severity::Note:
      return " (note)";
    case Severity::Error:
    case Severity::Violation:
      break;
  }
  return {};
}

// "scenario.yaml:62:5: notification-filters-overlap PLB1304", the form that editors jump to.
void append_head(std::string& out, std::string_view file, const Finding& finding,
                 const Style& style) {
  std::string where = neutralise(file);
  if (!finding.place.is_nowhere()) {
    where += fmt::format(":{}:{}", finding.place.line, finding.place.column);
  }
  const std::string what =
      fmt::format("{} {}{}", finding.rule->slug, finding.rule->id, marked(finding.severity));
  const std::string message = message_of(finding);
  const std::size_t width = display_width(where) + display_width(what) + display_width(message) + 3;
  out += painted(where + ":", Paint::Bold, style) + " " +
         painted(what, paint_of(finding.severity), style);
  if (width <= style.width) {
    out.append(" ").append(message).push_back('\n');
    return;
  }
  out.push_back('\n');
  append_paragraph(out, {.text = message, .indent = kIndent}, style);
}

// Addresses stay whole, so that a terminal takes them for what they are.
void append_detail(std::string& out, const std::string& detail, const Style& style) {
  if (detail.starts_with("source: ")) {
    out.append(kIndent, ' ').append(neutralise(detail)).push_back('\n');
    return;
  }
  const std::size_t colon = detail.find(": ");
  const bool has_head = detail.starts_with("fix: ") || detail.starts_with("fact: ");
  if (!has_head) {
    append_paragraph(out, {.text = detail, .indent = kIndent}, style);
    return;
  }
  append_paragraph(out,
                   {.head = detail.substr(0, colon + 1),
                    .head_width = colon + 2,
                    .text = detail.substr(colon + 2),
                    .indent = kIndent},
                   style);
}

void append_finding(std::string& out, std::string_view file, const Lines& lines,
                    const Finding& finding, const Style& style) {
  append_head(out, file, finding, style);
  out += excerpt(lines, finding.place, style);
  for (const std::string& detail : details_of(finding)) append_detail(out, detail, style);
  out.push_back('\n');
}

// What the file suppresses comes last: where, what, and why it does not count.
void append_set_aside(std::string& out, const CheckedFile& file, const Style& style) {
  const std::vector<SetAside> list = set_aside_of(file.options);
  if (list.empty()) return;
  out += painted(fmt::format("{}: set aside", neutralise(file.file)), Paint::Bold, style) + "\n\n";
  for (const SetAside& one : list) {
    const Finding& finding = one.finding->finding;
    const std::string options = options_phrase(one.letters, one.is_every_option);
    out += painted(fmt::format("{}:{}:{}: {} {}", neutralise(file.file), finding.place.line,
                               finding.place.column, finding.rule->slug, finding.rule->id),
                   Paint::Faint, style);
    out += options.empty() ? "\n" : " (" + neutralise(options) + ")\n";
    append_paragraph(out, {.text = message_of(finding), .indent = kIndent}, style);
    append_paragraph(out, {.text = reason_of(*one.finding), .indent = kIndent}, style);
    out.push_back('\n');
  }
}

void append_file(std::string& out, const CheckedFile& file, const Style& style) {
  const Lines lines(file.text);
  for (const CheckGroup& group : groups_of(file)) {
    if (const std::string heading = heading_of(group); !heading.empty()) {
      out += painted(fmt::format("{}: {}", neutralise(file.file), neutralise(heading)), Paint::Bold,
                     style);
      out += "\n\n";
    }
    for (const Finding* finding : group.findings) {
      append_finding(out, file.file, lines, *finding, style);
    }
  }
  append_set_aside(out, file, style);
}

}  // namespace

std::string check_text(std::span<const CheckedFile> files, const Style& style) {
  std::string out;
  for (const CheckedFile& file : files) append_file(out, file, style);
  return out + summary_of(count(files), files.size()) + "\n";
}

std::string errors_text(const Findings& findings, std::string_view text, const Style& style) {
  const Lines lines(text);
  std::string out;
  for (const Finding& finding : findings.all()) {
    append_finding(out, findings.file(), lines, finding, style);
  }
  const std::size_t errors = findings.size();
  return out + fmt::format("{} {}: {} cannot be judged\n", errors, errors == 1 ? "error" : "errors",
                           findings.file().empty() ? "the input" : neutralise(findings.file()));
}

}  // namespace plumbline
