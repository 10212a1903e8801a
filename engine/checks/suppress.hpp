// `suppress:` applied to what the rules found: judging goes on without it, reports list it.
#pragma once

#include <span>

#include "engine/checks/rule.hpp"
#include "engine/finding/finding.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline {

// Rules that no suppression can name, located in the file; empty when all are known. Reading does
// not know the rules, so whoever reads a file asks here before judging it.
[[nodiscard]] Findings check_suppressions(const Scenario& scenario);

// What the rules find in an option (check_design); what its file sets aside stands in `suppressed`.
// What has expired counts again.
[[nodiscard]] Findings check_option(const RuleContext& context, const Option& option);

// Whether something of these findings is set aside by it.
[[nodiscard]] bool sets_aside(const Suppression& suppression, const Findings& findings);

// A note for each suppression that none of these found anything for. Expired ones are told by
// reading.
[[nodiscard]] Findings unused_suppressions(const Scenario& scenario,
                                           std::span<const Findings* const> found);

}  // namespace plumbline
