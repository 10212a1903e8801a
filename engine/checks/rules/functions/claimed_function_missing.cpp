// An option says that a managed service does what it does not.
#include "engine/checks/functions.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  add_claims(context.pipeline, Provision::Lacks, text, findings);
}

}  // namespace

constinit const Rule rules::claimed_function_missing{
    .text =
        {
            .id = "PLB1601",
            .slug = "claimed-function-missing",
            .kind = Kind::Function,
            .severity = Severity::Violation,
            .title = "a service is said to do what it does not",
            .message = "{part} is said to do {function}; {service} does not, {owners} can",
            .rationale = "The catalog's list of what this service does is complete.",
            .fix = "Let a service that has the function do it.",
            .source = "https://aws.amazon.com/products/",
        },
    .check = &check,
};

}  // namespace plumbline
