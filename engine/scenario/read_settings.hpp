// Reading the settings of a service, wherever they stand: on a component, a variant, a connection.
#pragma once

#include <string_view>

#include "engine/scenario/design.hpp"
#include "engine/scenario/reading.hpp"

namespace plumbline::scenario_reading {

// Whose setting it is, and where it is written.
struct SettingPlace {
  const Service* service = nullptr;  // nullptr: the service is not known, so nothing can be checked
  std::string_view mode;
  std::string_view section;  // "options.A.components"
  std::string_view owner;    // "launch"
};

// `info` may be nullptr only for a claim. False after an error.
[[nodiscard]] bool read_setting(Reading& reading, const Entry& entry, const SettingInfo* info,
                                const SettingPlace& place, Setting& setting);

// Whether the value is {claimed: ...}.
[[nodiscard]] bool is_claim(const Node& node);
// The words of a claim.
[[nodiscard]] std::string_view read_claim(Reading& reading, const Node& node,
                                          std::string_view what);

// " (it is a setting of Amazon SQS; ...)" when another service has a setting of this name.
[[nodiscard]] std::string hint_of_other_service(const Catalog& catalog, std::string_view setting);

}  // namespace plumbline::scenario_reading
