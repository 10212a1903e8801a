// What a scenario is made of, as judging asks for it.
#include "engine/scenario/scenario.hpp"

#include <algorithm>

#include "engine/catalog/days.hpp"

namespace plumbline {

bool Suppression::has_ended(std::string_view day) const {
  return !until.empty() && !is_before(day, until);
}

bool Scenario::has_joint_designs() const {
  return judges_combinations() ||
         std::ranges::any_of(options, [](const Option& option) { return !option.others.empty(); });
}

}  // namespace plumbline
