// Which part of a design has a function: what the catalog says of its service, and what an option
// says that code does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/checks/rule.hpp"

namespace plumbline {

// Whether a part has a function.
enum class Provision : std::uint8_t {
  Has,         // natively, by a documented integration, by people, or one's own code is said to do it
  Unrecorded,  // it is said to, and the catalog's list of its service is not complete
  Unlisted,    // nobody says so, and the list of its service is not complete
  Lacks,       // the list is complete, or it is one's own code that is not said to do it
};
[[nodiscard]] Provision provision_of(const Pipeline& pipeline, const Part& part,
                                     const CapabilityInfo& function);

// Reports every function that a part is said to have and that comes to this; supplies {part},
// {service} and {function}.
void add_claims(const Pipeline& pipeline, Provision provision, const RuleText& text,
                Findings& findings);

// Whether a service runs what its user writes or trains, which can do whatever the user says.
[[nodiscard]] bool is_ones_own(const Service& service);

// Titles as a sentence holds them, the first few and how many more; "no service of the catalog".
[[nodiscard]] std::string some_names(std::vector<std::string_view> names);

// The services that have the function by themselves: "Amazon Macie, AWS Glue and 2 more", or "none".
[[nodiscard]] std::string services_with(const Catalog& catalog, const CapabilityInfo& function);

}  // namespace plumbline
