// What the owner of a part still operates, as the catalog states it (operations.def).
#pragma once

#include <string_view>

#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

// The fact on one key ("servers-to-manage") for the part's service and mode; nullptr when the
// catalog states none, or for an actor.
[[nodiscard]] const Fact* operation_fact(const Pipeline& pipeline, const Part& part,
                                         std::string_view key);

}  // namespace plumbline
