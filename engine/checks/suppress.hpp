// `suppress:` applied to what the rules found: judging goes on without it, reports list it.
#pragma once

#include <span>

#include "engine/finding/finding.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline {

// Rules that no suppression can name, located in the file; empty when all are known. Reading does
// not know the rules, so whoever reads a file asks here before judging it.
[[nodiscard]] Findings check_suppressions(const Scenario& scenario);

// Moves the findings of an option that the file sets aside to `suppressed`. What has expired counts
// again.
void set_aside(const Scenario& scenario, const Option& option, Findings& findings);

// Whether something of these findings is set aside by it.
[[nodiscard]] bool sets_aside(const Suppression& suppression, const Findings& findings);

// A note for each suppression that none of these found anything for. Expired ones are told by
// reading.
[[nodiscard]] Findings unused_suppressions(const Scenario& scenario,
                                           std::span<const Findings* const> found);

}  // namespace plumbline
