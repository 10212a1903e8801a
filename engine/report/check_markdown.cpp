// `check` as Markdown: one section per file, one list per option.
#include <fmt/format.h>

#include "engine/report/check_view.hpp"
#include "engine/report/markdown.hpp"
#include "engine/report/phrases.hpp"
#include "engine/report/set_aside.hpp"

namespace plumbline {
namespace {

void append_detail(std::string& out, const std::string& detail) {
  constexpr std::string_view kSource = "source: ";
  out += "  - ";
  out += detail.starts_with(kSource) ? "source: " + link_markdown(detail.substr(kSource.size()))
                                     : escape_markdown(detail);
  out += "\n";
}

void append_finding(std::string& out, const Finding& finding) {
  out += fmt::format("- **{} {}** {}", finding.rule->slug, finding.rule->id,
                     finding.severity == Severity::Violation
                         ? std::string()
                         : fmt::format("({}) ", severity_name(finding.severity)));
  if (!finding.place.is_nowhere()) out += escape_markdown(place_text(finding.place)) + " ";
  out += escape_markdown(message_of(finding)) + "\n";
  for (const std::string& detail : details_of(finding)) append_detail(out, detail);
}

void append_set_aside(std::string& out, const CheckedFile& file) {
  const std::vector<SetAside> list = set_aside_of(file.options);
  if (list.empty()) return;
  out += "### set aside\n\n";
  for (const SetAside& one : list) {
    const Finding& finding = one.finding->finding;
    const std::string options = options_phrase(one.letters, one.is_every_option);
    out +=
        fmt::format("- **{} {}** {}{} {}\n  - {}\n", finding.rule->slug, finding.rule->id,
                    options.empty() ? "" : "(" + escape_markdown(options) + ") ",
                    escape_markdown(place_text(finding.place)),
                    escape_markdown(message_of(finding)), escape_markdown(reason_of(*one.finding)));
  }
  out += "\n";
}

void append_file(std::string& out, const CheckedFile& file) {
  out += "## " + escape_markdown(file.file) + "\n\n";
  const std::vector<CheckGroup> groups = groups_of(file);
  if (groups.empty()) out += "No findings.\n\n";
  for (const CheckGroup& group : groups) {
    if (const std::string heading = heading_of(group); !heading.empty()) {
      out += "### " + escape_markdown(heading) + "\n\n";
    }
    for (const Finding* finding : group.findings) append_finding(out, *finding);
    out += "\n";
  }
  append_set_aside(out, file);
}

}  // namespace

std::string check_markdown(std::span<const CheckedFile> files) {
  std::string out = "# Findings\n\n";
  for (const CheckedFile& file : files) append_file(out, file);
  return out + summary_of(count(files), files.size()) + "\n";
}

}  // namespace plumbline
