// Variants of an endpoint: how many answer, how many look on, and how many it may have.
#pragma once

#include "engine/checks/rule.hpp"

namespace plumbline {

[[nodiscard]] std::size_t count_shadows(const Component& component);

// A number of things of a component against the limit on it. Supplies {part}, {needs} and
// {allowed}; nullptr when there is no limit or it is kept.
Finding* add_if_too_many(const RuleContext& context, const RuleText& text, PartId id,
                         std::string_view measure, std::size_t number, SourceRange place,
                         Findings& findings);

}  // namespace plumbline
