// A requirement whose words name no number: quoted, never deciding.
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

bool needs_number(RequirementKind kind) {
  return requirement_info(kind).shape == RequirementShape::Bound &&
         kind != RequirementKind::Sustained;
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (!needs_number(requirement.kind) || has_number(requirement)) return;
  const bool is_word = !requirement.word.empty();
  add_unmet(context, requirement, text, findings)
      .with("what", std::string(requirement_info(requirement.kind).key))
      .with("word", std::string(is_word ? requirement.word : "unknown"))
      .severity = Severity::Note;
}

}  // namespace

constinit const RequirementChecker requirement_checkers::word_without_number{
    .kind = RequirementKind::Latency,
    .text =
        {
            .id = "PLB2110",
            .slug = "word-without-number",
            .kind = Kind::MissingFact,
            .severity = Severity::Note,
            .title = "a word stands where a number would decide",
            .message = "the {what} is asked to be \"{word}\"; without a number that decides "
                       "nothing",
            .rationale = "A word such as \"quickly\" means another number to every reader, so it "
                         "never eliminates an option.",
            .fix = "State the number if the question gives one.",
            .source = "https://docs.aws.amazon.com/wellarchitected/latest/framework/welcome.html",
        },
    .check = &check,
    .shape = RequirementShape::Bound,
};

}  // namespace plumbline
