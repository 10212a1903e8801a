// An option says that a managed service does something of which the catalog says nothing.
#include "engine/checks/functions.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  add_claims(context.pipeline, Provision::Unrecorded, text, findings);
}

}  // namespace

constinit const Rule rules::claimed_function_unrecorded{
    .text =
        {
            .id = "PLB1602",
            .slug = "claimed-function-unrecorded",
            .kind = Kind::Function,
            .severity = Severity::Open,
            .title = "the catalog does not say whether a service does what is claimed",
            .message = "{part} is said to do {function}; the catalog does not record whether "
                       "{service} does",
            .rationale = "The catalog's list of what this service does is not complete, so what is "
                         "not in it may be so or not.",
            .fix = "Look it up; a catalog file of your own (--catalog) can record it.",
            .source = "https://aws.amazon.com/products/",
        },
    .check = &check,
};

}  // namespace plumbline
