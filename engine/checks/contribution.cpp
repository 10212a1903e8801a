// What judging finds by comparing designs.
#include "engine/checks/contribution.hpp"

namespace plumbline {

constinit const RuleText member_contributes_nothing{
    .id = "PLB1703",
    .slug = "member-contributes-nothing",
    .kind = Kind::FitToQuestion,
    .severity = Severity::Violation,
    .title = "a combination does as much without one of its options",
    .message = "{member} contributes nothing: {rest} alone meets the same demands",
    .rationale =
        "A question that asks for a combination of options asks for those that are needed "
        "together: each must close something that the others leave open.",
    .fix = "Take an option in its place that does what the others do not do.",
    .source =
        "https://docs.aws.amazon.com/aws-certification/latest/examguides/"
        "machine-learning-engineer-associate-01.html",
};

constinit const RuleText symptom_unexplained{
    .id = "PLB1704",
    .slug = "symptom-unexplained",
    .kind = Kind::FitToQuestion,
    .severity = Severity::Violation,
    .title = "a hypothesis does not explain what is seen",
    .message = "nothing here fails that works elsewhere, so it does not explain: {symptom}",
    .rationale =
        "A question that asks for a cause asks which of the hypotheses, if it were so, would "
        "lead to what is seen. One under which everything works as before explains nothing.",
    .fix = "Look for a hypothesis under which the symptom follows.",
    .source =
        "https://docs.aws.amazon.com/wellarchitected/latest/machine-learning-lens/"
        "machine-learning-lens.html",
};

}  // namespace plumbline
