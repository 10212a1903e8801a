// A model is brought into the form of each service that is to run it, once, however many copies
// run.
#include <algorithm>
#include <utility>
#include <vector>

#include "engine/overhead/factor.hpp"

namespace plumbline {

void factors::models(const FactorContext& context, Tally& tally) {
  const Pipeline& pipeline = context.pipeline();
  std::vector<std::pair<const Service*, WorkId>> packaged;
  for (std::size_t i = 0; i < pipeline.parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (!context.is_new(id)) continue;
    for (const Target& target : pipeline.part(id).targets) {
      for (const WorkId work : target.works) {
        const bool is_model =
            pipeline.world().works[static_cast<std::size_t>(work)].kind == WorkKind::Model;
        const std::pair form(pipeline.part(id).service, work);
        if (!is_model || std::ranges::find(packaged, form) != packaged.end()) continue;
        packaged.push_back(form);
        context.add("package-a-model", exactly(1.0), id, tally);
      }
    }
  }
}

}  // namespace plumbline
