// What judging finds by comparing a combination with what it is without one of its members.
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

}  // namespace plumbline
