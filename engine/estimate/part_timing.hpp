// Times that the catalog states for a part or a link: start-up, cold start, overhead, delivery.
#pragma once

#include "engine/estimate/estimate.hpp"

namespace plumbline {

// The fact of a role ("startup", "overhead" ...) that fits the part's settings; nullptr if there is
// none. Where facts differ by case ("java", "image", "provisioned"), the stated settings decide,
// and without them the one without a case.
[[nodiscard]] const Fact* timing_fact(const Pipeline& pipeline, PartId id,
                                      std::string_view governs);

// Before a unit's work begins: a job's launch (its whole fixed time where that is published), a
// cold start in its share, the way back from zero instances. Zero where capacity is always there.
[[nodiscard]] Timing startup_of(const Pipeline& pipeline, PartId id);
[[nodiscard]] Timing overhead_of_unit(const Pipeline& pipeline, PartId id);
// From handing over to arrival at the other end.
[[nodiscard]] Timing delay_of(const Pipeline& pipeline, const Link& link);

// Whether capacity is let go to nothing: a stated minimum of zero instances.
[[nodiscard]] bool scales_to_zero(const Pipeline& pipeline, PartId id);

}  // namespace plumbline
