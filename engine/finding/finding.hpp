// A finding: rule + place + typed arguments + related places + facts; text is a view made later.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/quantity.hpp"
#include "engine/finding/fact.hpp"
#include "engine/finding/kind.hpp"
#include "engine/finding/location.hpp"

namespace plumbline {

enum class Severity : std::uint8_t {
  Error,      // the file cannot be used as it is (exit 2)
  Violation,  // breaks a rule or requirement
  Open,       // undecided; carries a condition or names what is not known
  Note,       // worth knowing, decides nothing
};
[[nodiscard]] std::string_view severity_name(Severity severity);

// How strong the ground of a violation is; the order runs from strongest to weakest and decides the
// main reason (DESIGN section 3, step 8).
enum class Evidence : std::uint8_t {
  Impossible,   // documented as impossible
  HardLimit,    // a documented limit that cannot be raised
  Requirement,  // a stated requirement, by documented or stated numbers
  Assumption,   // rests on an estimate, a recalled fact or an adjustable quota: at risk, not
                // eliminated
};
[[nodiscard]] std::string_view evidence_name(Evidence evidence);

// The fixed words about one rule, requirement checker or input error. `message` holds named
// slots in braces ("{store} notifies ..."); words are English, translations overlay by id.
struct RuleText {
  std::string_view id;    // "PLB1304", permanent
  std::string_view slug;  // "notification-filters-overlap", names the defect
  Kind kind = Kind::MissingFact;
  Severity severity = Severity::Violation;
  std::string_view title;
  std::string_view message;
  std::string_view rationale;
  std::string_view fix;
  std::string_view source;  // address of the page behind the rule, empty for input errors
};

// Text is scenario text until a view has neutralised it.
using ArgumentValue = std::variant<std::string, double, Quantity>;
struct Argument {
  std::string_view name;  // slot name, a literal
  ArgumentValue value;
};

struct Related {
  SourceRange place;
  std::string note;  // empty: "part of the problem"
};

// "met if models.v1.takes is at most 60 s"
struct Condition {
  enum class Direction : std::uint8_t { AtMost, AtLeast };
  std::string subject;  // dotted path of the unknown: "models.v1.takes"
  Direction direction = Direction::AtMost;
  Quantity threshold;
  // The unknown is a quantity of the world (same for all options), not a part of this option.
  bool of_the_world = true;
};

struct Finding {
  const RuleText* rule = nullptr;
  Kind kind = Kind::MissingFact;  // rule->kind unless the rule serves several (general limits)
  Severity severity = Severity::Violation;
  Evidence evidence = Evidence::Requirement;
  SourceRange place;
  std::vector<Argument> arguments;
  std::vector<Related> related;
  std::vector<const Fact*> facts;
  std::vector<Condition> conditions;
  // Relative excess over what is allowed (needs / allowed, >= 1), 0 if it has none; breaks ties
  // between reasons of equal evidence.
  double margin = 0.0;
  // Position of the cause along the path of work: smaller is earlier; breaks ties before margin.
  std::uint32_t depth = 0;
  // The requirement (index in the scenario) that this finding decides, or -1 for a rule.
  std::int32_t requirement = -1;

  // Builder steps, so that a rule reads as one sentence.
  Finding& with(std::string_view name, ArgumentValue value) &;
  Finding& related_to(SourceRange range, std::string note = {}) &;
  Finding& because(const Fact* fact) &;  // nullptr adds nothing
};

// The message with its slots filled; arguments are neutralised. `message` is normally
// finding.rule->message or its translation. An unknown slot is an InternalError.
[[nodiscard]] std::string render_message(std::string_view message, const Finding& finding);

// A finding that the file sets aside: judging goes on without it, reports list it with the reason.
struct SuppressedFinding {
  Finding finding;
  std::string_view because;
  std::string_view until;  // first day on which it counts again; empty: without an end
  SourceRange place;       // of the suppression
};

// All findings of one file, each cause once, in order of place, then rule id.
class Findings {
 public:
  Findings() = default;
  explicit Findings(std::string file) : file_(std::move(file)) {}

  [[nodiscard]] const std::string& file() const { return file_; }
  Finding& add(const RuleText& rule, SourceRange place);
  // Adds a finished finding.
  Finding& add(Finding finding);
  [[nodiscard]] const std::vector<Finding>& all() const { return findings_; }
  [[nodiscard]] std::vector<Finding>& all() { return findings_; }
  [[nodiscard]] bool empty() const { return findings_.empty(); }
  [[nodiscard]] std::size_t size() const { return findings_.size(); }
  // What was found and is set aside by the file; never among `all()`.
  [[nodiscard]] const std::vector<SuppressedFinding>& suppressed() const { return suppressed_; }
  [[nodiscard]] std::vector<SuppressedFinding>& suppressed() { return suppressed_; }
  [[nodiscard]] bool has(Severity severity) const;
  // Sorts by place, rule, message and removes repetitions of one cause (same rule, place,
  // arguments).
  void finish();

 private:
  std::string file_;
  std::vector<Finding> findings_;
  std::vector<SuppressedFinding> suppressed_;
};

}  // namespace plumbline
