// Facts that hold in one case only: the case is a word that a setting of the part comes to.
#pragma once

#include <string_view>

#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

// Whether the settings of the part speak of this case: "arm64" and "glacier-flexible" are the value
// of a setting, "provisioned" begins the name of one that is switched on. "glacier-flexible+bulk"
// needs both; what nobody states has its default there.
[[nodiscard]] bool fits_case(const Part& part, std::string_view words);

// What the setting that knows this word is stated to be; empty: it has its default.
[[nodiscard]] std::string_view stated_case(const Part& part, std::string_view one_of_its_words);

// The fact of a measure for the case that the part is in; one without a case holds where no other
// does. nullptr: none.
[[nodiscard]] const Fact* fact_of_case(const Part& part, FactGroup group, std::string_view measure);

}  // namespace plumbline
