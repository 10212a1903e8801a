// What a requirement about data speaks of: the parts that hold the data, or those that it names.
#pragma once

#include <string>
#include <vector>

#include "engine/checks/rule.hpp"
#include "engine/estimate/data_at_rest.hpp"

namespace plumbline {

// One part to be judged, and the data for which it is.
struct Subject {
  PartId id = kNone;
  const Part* part = nullptr;
  std::string data;  // "raw"; where the requirement names the part, "what it keeps"
};

// In order of the requirement; data that nobody holds is not among them (data-held-nowhere).
[[nodiscard]] std::vector<Subject> subjects_of(const Pipeline& pipeline,
                                               const Requirement& requirement);

// The setting of a part as far as it can be judged.
enum class Known : std::uint8_t {
  Known,
  NotKnown,    // of an existing thing that nobody described
  NoSetting,   // the service has no such setting
};
[[nodiscard]] Known is_known(const Effective& setting);

// A finding about one subject; supplies {part}, {service} and {data}.
Finding& add_unmet(const RuleContext& context, const Requirement& requirement,
                   const Subject& subject, const RuleText& text, Findings& findings);

}  // namespace plumbline
