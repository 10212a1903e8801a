// What a scenario of a rule says it should find.
#include "tests/rules/expectations.hpp"

#include <stdexcept>

namespace plumbline::testing {
namespace {

constexpr std::string_view kMark = "expect:";

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

Severity read_severity(std::string_view word, std::uint32_t line) {
  for (const Severity severity : {Severity::Violation, Severity::Open, Severity::Note}) {
    if (word == severity_name(severity)) return severity;
  }
  throw std::runtime_error("line " + std::to_string(line) + ": '" + std::string(word) +
                           "' is no severity");
}

Expected read_one(std::string_view text, std::uint32_t line) {
  Expected expected{.line = line};
  text = trimmed(text);
  if (const std::size_t open = text.find('('); open != std::string_view::npos) {
    expected.severity = read_severity(text.substr(open + 1, text.size() - open - 2), line);
    text = trimmed(text.substr(0, open));
  }
  expected.slug = std::string(text);
  return expected;
}

}  // namespace

std::string Expected::text() const {
  std::string text = std::to_string(line) + ": " + slug;
  if (severity.has_value()) text.append(" (").append(severity_name(*severity)) += ')';
  return text;
}

std::vector<Expected> expectations_of(const Document& document) {
  std::vector<Expected> all;
  for (const Comment& comment : document.comments()) {
    std::string_view text = comment.text;
    if (!text.starts_with(kMark)) continue;
    text.remove_prefix(kMark.size());
    while (true) {
      const std::size_t comma = text.find(',');
      all.push_back(read_one(text.substr(0, comma), comment.place.line));
      if (comma == std::string_view::npos) break;
      text.remove_prefix(comma + 1);
    }
  }
  return all;
}

}  // namespace plumbline::testing
