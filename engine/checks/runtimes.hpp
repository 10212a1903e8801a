// Whether a part can run a work as it is written: its runtime, language, framework and container
// against what the catalog says of the service.
#pragma once

#include <string>

#include "engine/checks/rule.hpp"

namespace plumbline {

enum class Support : std::uint8_t {
  Runs,      // listed, or it comes in a container that the service takes, or it asks for nothing
  Unlisted,  // not listed, and the list is not complete or there is none
  Refused,   // the list is complete and does not hold it
};

struct RuntimeSupportFound {
  Support support = Support::Runs;
  const Fact* fact = nullptr;  // what the service runs; nullptr: nothing is recorded
};
[[nodiscard]] RuntimeSupportFound runtime_support_of(const Pipeline& pipeline, const Part& part,
                                                     const Work& work);
// The same for a service in a mode.
[[nodiscard]] RuntimeSupportFound runtime_support_of(const Pipeline& pipeline,
                                                     const Service& service, std::string_view mode,
                                                     const Work& work);

// What the work asks for: "spark (scala)", "an image of its own"; empty: nothing.
[[nodiscard]] std::string runtime_words(const Work& work);

// The managed services that list it: "AWS Glue, Amazon EMR and 2 more", or "no service of the
// catalog". What takes any container is not counted.
[[nodiscard]] std::string services_that_run(const Pipeline& pipeline, const Work& work);

}  // namespace plumbline
