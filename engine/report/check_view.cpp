// The findings of a file for `check`, those of several options brought together.
#include "engine/report/check_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "engine/report/phrases.hpp"
#include "engine/report/set_aside.hpp"

namespace plumbline {
namespace {

struct Placed {
  const Finding* finding = nullptr;
  std::string message;
  std::vector<std::string> letters;
};

bool is_same(const Placed& placed, const Finding& finding, const std::string& message) {
  const Finding& other = *placed.finding;
  return other.rule == finding.rule && other.place == finding.place &&
         other.severity == finding.severity && placed.message == message &&
         conditions_text(other.conditions) == conditions_text(finding.conditions);
}

void place(const CheckedOption& option, std::vector<Placed>& findings) {
  for (const Finding& finding : option.findings->all()) {
    std::string message = message_of(finding);
    auto known = std::ranges::find_if(
        findings, [&](const Placed& placed) { return is_same(placed, finding, message); });
    if (known == findings.end()) {
      known = findings.insert(findings.end(), {&finding, std::move(message), {}});
    }
    if (!option.letter.empty()) known->letters.emplace_back(option.letter);
  }
}

void add_notes(const CheckedFile& file, std::vector<CheckGroup>& groups) {
  if (file.notes == nullptr || file.notes->empty()) return;
  CheckGroup group;
  for (const Finding& note : file.notes->all()) group.findings.push_back(&note);
  groups.push_back(std::move(group));
}

std::string plural(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

}  // namespace

std::vector<CheckGroup> groups_of(const CheckedFile& file) {
  std::vector<CheckGroup> groups;
  add_notes(file, groups);
  const std::size_t first = groups.size();
  std::vector<Placed> findings;
  for (const CheckedOption& option : file.options) place(option, findings);
  for (const Placed& placed : findings) {
    auto group =
        std::find_if(groups.begin() + static_cast<std::ptrdiff_t>(first), groups.end(),
                     [&](const CheckGroup& known) { return known.letters == placed.letters; });
    if (group == groups.end()) {
      const bool is_every =
          placed.letters.size() > 1 && placed.letters.size() == file.options.size();
      group = groups.insert(groups.end(), {placed.letters, is_every, {}});
    }
    group->findings.push_back(placed.finding);
  }
  std::sort(groups.begin() + static_cast<std::ptrdiff_t>(first), groups.end(),
            [](const CheckGroup& a, const CheckGroup& b) {
              return std::tuple(!a.is_every_option, a.letters) <
                     std::tuple(!b.is_every_option, b.letters);
            });
  return groups;
}

std::string options_phrase(const std::vector<std::string>& letters, bool is_every_option) {
  if (letters.empty()) return {};
  if (is_every_option) return "every option";
  return fmt::format("{} {}", letters.size() == 1 ? "option" : "options", listed(letters));
}

std::string heading_of(const CheckGroup& group) {
  return options_phrase(group.letters, group.is_every_option);
}

CheckCounts count(std::span<const CheckedFile> files) {
  CheckCounts counts;
  for (const CheckedFile& file : files) {
    counts.set_aside += set_aside_of(file.options).size();
    for (const CheckGroup& group : groups_of(file)) {
      for (const Finding* finding : group.findings) {
        switch (finding->severity) {
          case Severity::Error:
          case Severity::Violation:
            ++counts.violations;
            break;
          case Severity::Open:
            ++counts.open;
            break;
          case Severity::Note:
            ++counts.notes;
            break;
        }
      }
    }
  }
  return counts;
}

std::string summary_of(const CheckCounts& counts, std::size_t files) {
  std::vector<std::string> parts;
  if (counts.violations > 0) parts.push_back(plural(counts.violations, "violation", "violations"));
  if (counts.open > 0) parts.push_back(fmt::format("{} open", counts.open));
  if (counts.notes > 0) parts.push_back(plural(counts.notes, "note", "notes"));
  if (parts.empty()) parts.emplace_back("no findings");
  if (counts.set_aside > 0) parts.push_back(fmt::format("{} set aside", counts.set_aside));
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return fmt::format("{} in {}", text, plural(files, "file", "files"));
}

std::vector<std::string> details_of(const Finding& finding) {
  std::vector<std::string> details;
  if (!finding.conditions.empty()) {
    details.push_back("fine if " + conditions_text(finding.conditions));
  }
  if (finding.severity == Severity::Violation && finding.evidence == Evidence::Assumption) {
    details.push_back(doubt_text(finding));
  }
  std::ranges::move(related_text(finding), std::back_inserter(details));
  for (const Fact* fact : finding.facts) details.push_back("fact: " + fact_text(*fact));
  if (const std::string fix = fix_of(finding); !fix.empty()) details.push_back("fix: " + fix);
  if (!finding.rule->source.empty()) {
    details.push_back(fmt::format("source: {}", finding.rule->source));
  }
  return details;
}

}  // namespace plumbline
