// Variants of an endpoint: how many answer, how many look on, and how many it may have.
#include "engine/checks/variants.hpp"

#include <algorithm>

#include "engine/checks/helpers.hpp"

namespace plumbline {

std::size_t count_shadows(const Component& component) {
  return static_cast<std::size_t>(std::ranges::count(component.variants, true, &Variant::shadow));
}

Finding* add_if_too_many(const RuleContext& context, const RuleText& text, PartId id,
                         std::string_view measure, std::size_t number, SourceRange place,
                         Findings& findings) {
  const Quantity amount = Quantity::exactly(Dimension::Count, static_cast<double>(number));
  return add_if_beyond(
      context, text, bound_of(context.pipeline, id, measure), {id, place, amount}, {},
      [&](const Assignment&) { return amount; }, findings);
}

}  // namespace plumbline
