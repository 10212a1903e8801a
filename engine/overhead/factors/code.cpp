// The code and configuration that somebody writes for each part.
#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::code(const FactorContext& context, Tally& tally) {
  context.climb("code", "code-to-own", tally);
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    const Part& part = context.pipeline().part(id);
    if (part.component == nullptr || part.service == nullptr || context.novelty(id) == Novelty::Old) continue;
    for (const Doing& doing : part.component->does) {
      const Capability* listed = part.service->find_capability(doing.function->name, part.mode);
      if (listed != nullptr && comes_by_itself(listed->grade)) continue;  // needs no code
      context.add("code-a-function", exactly(1.0), id, tally);
    }
  }
}

}  // namespace plumbline
