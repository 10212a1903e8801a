// Filling messages with their arguments, and bringing the findings of a file into order.
#include "engine/finding/finding.hpp"

#include <algorithm>
#include <compare>

#include "engine/base/assert.hpp"
#include "engine/base/text.hpp"

namespace plumbline {
namespace {

std::string render(const ArgumentValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return neutralise(*text);
  if (const auto* number = std::get_if<double>(&value)) return format_number(*number);
  return format_quantity(std::get<Quantity>(value));
}

std::string render_argument(std::string_view name, const Finding& finding) {
  const auto argument = std::ranges::find(finding.arguments, name, &Argument::name);
  if (argument == finding.arguments.end()) {
    const std::string_view id = finding.rule == nullptr ? "?" : finding.rule->id;
    throw InternalError("message of " + std::string(id) + ": no argument for the slot '" +
                        std::string(name) + "'");
  }
  return render(argument->value);
}

std::string_view rule_id(const Finding& finding) {
  return finding.rule == nullptr ? std::string_view{} : finding.rule->id;
}

// Argument by argument, in a total order that is also defined for values of different types.
std::weak_ordering compare_values(const ArgumentValue& a, const ArgumentValue& b) {
  if (a.index() != b.index()) return a.index() <=> b.index();
  if (const auto* text = std::get_if<std::string>(&a)) return *text <=> std::get<std::string>(b);
  if (const auto* number = std::get_if<double>(&a)) {
    return std::strong_order(*number, std::get<double>(b));
  }
  const auto& p = std::get<Quantity>(a);
  const auto& q = std::get<Quantity>(b);
  if (p.dimension != q.dimension) return p.dimension <=> q.dimension;
  if (const auto low = std::strong_order(p.low, q.low); std::is_neq(low)) return low;
  return std::strong_order(p.high, q.high);
}

std::weak_ordering compare_arguments(const Finding& a, const Finding& b) {
  return std::lexicographical_compare_three_way(
      a.arguments.begin(), a.arguments.end(), b.arguments.begin(), b.arguments.end(),
      [](const Argument& x, const Argument& y) -> std::weak_ordering {
        if (const auto names = x.name <=> y.name; std::is_neq(names)) return names;
        return compare_values(x.value, y.value);
      });
}

// What was written nowhere in the file concerns the file as a whole and comes first.
std::weak_ordering compare_causes(const Finding& a, const Finding& b) {
  if (const auto places = a.place <=> b.place; std::is_neq(places)) return places;
  if (const auto rules = rule_id(a) <=> rule_id(b); std::is_neq(rules)) return rules;
  return compare_arguments(a, b);
}

}  // namespace

Finding& Finding::with(std::string_view name, ArgumentValue value) & {
  arguments.push_back({name, std::move(value)});
  return *this;
}

Finding& Finding::related_to(SourceRange range, std::string note) & {
  related.push_back({range, std::move(note)});
  return *this;
}

Finding& Finding::because(const Fact* fact) & {
  if (fact != nullptr) facts.push_back(fact);
  return *this;
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Violation:
      return "violation";
    case Severity::Open:
      return "open";
    case Severity::Note:
      return "note";
  }
  throw InternalError("a severity that does not exist");
}

std::string_view evidence_name(Evidence evidence) {
  switch (evidence) {
    case Evidence::Impossible:
      return "impossible";
    case Evidence::HardLimit:
      return "hard-limit";
    case Evidence::Requirement:
      return "requirement";
    case Evidence::Assumption:
      return "assumption";
  }
  throw InternalError("an evidence that does not exist");
}

std::string render_message(std::string_view message, const Finding& finding) {
  std::string text;
  text.reserve(2 * message.size());
  while (true) {
    const std::size_t open = message.find('{');
    text.append(message.substr(0, open));
    if (open == std::string_view::npos) return text;
    const std::size_t close = message.find('}', open);
    PLUMBLINE_ASSERT(close != std::string_view::npos);
    text.append(render_argument(message.substr(open + 1, close - open - 1), finding));
    message.remove_prefix(close + 1);
  }
}

Finding& Findings::add(const RuleText& rule, SourceRange place) {
  Finding& finding = findings_.emplace_back();
  finding.rule = &rule;
  finding.kind = rule.kind;
  finding.severity = rule.severity;
  finding.place = place;
  return finding;
}

Finding& Findings::add(Finding finding) { return findings_.emplace_back(std::move(finding)); }

bool Findings::has(Severity severity) const {
  return std::ranges::find(findings_, severity, &Finding::severity) != findings_.end();
}

void Findings::finish() {
  // Stable: among repetitions the one that was found first stays, on every machine.
  std::ranges::stable_sort(findings_, [](const Finding& a, const Finding& b) {
    return std::is_lt(compare_causes(a, b));
  });
  const auto end = std::unique(
      findings_.begin(), findings_.end(),
      [](const Finding& a, const Finding& b) { return std::is_eq(compare_causes(a, b)); });
  findings_.erase(end, findings_.end());
}

}  // namespace plumbline
