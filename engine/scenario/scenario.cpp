// What a scenario is made of, as judging asks for it.
#include "engine/scenario/scenario.hpp"

#include <algorithm>

namespace plumbline {

bool Scenario::has_joint_designs() const {
  return judges_combinations() ||
         std::ranges::any_of(options, [](const Option& option) { return !option.others.empty(); });
}

}  // namespace plumbline
