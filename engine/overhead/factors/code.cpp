// The code and configuration that somebody writes for each part.
#include <algorithm>

#include "engine/overhead/factor.hpp"

namespace plumbline {
namespace {

// Whether all that the part runs is written already, and runs there as it is: what is left is to
// describe the part.
bool runs_existing_code(const Pipeline& pipeline, const Part& part) {
  if (part.component == nullptr || part.component->rewrites) return false;
  bool is_any = false;
  for (const Target& target : part.targets) {
    for (const WorkId work : target.works) {
      if (!pipeline.world().works[static_cast<std::size_t>(work)].existing) return false;
      is_any = true;
    }
  }
  return is_any;
}

void add_writing(const FactorContext& context, PartId id, Tally& tally) {
  const Part& part = context.pipeline().part(id);
  const auto [weight, share] = context.rung(id, "code", "code-to-own");
  if (weight == nullptr) return;
  const Amount count = context.members(id) * share;
  if (runs_existing_code(context.pipeline(), part)) {
    context.add("write-configuration", count, id, tally);
  } else {
    tally.add(*weight, count, id, part.place);
  }
}

void add_functions(const FactorContext& context, PartId id, Tally& tally) {
  const Part& part = context.pipeline().part(id);
  if (part.component == nullptr || part.service == nullptr) return;
  for (const Doing& doing : part.component->does) {
    const Capability* listed = part.service->find_capability(doing.function->name, part.mode);
    if (listed != nullptr && comes_by_itself(listed->grade)) continue;  // needs no code
    context.add("code-a-function", exactly(1.0), id, tally);
  }
}

}  // namespace

void factors::code(const FactorContext& context, Tally& tally) {
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (context.is_new(id)) add_writing(context, id, tally);
    if (context.novelty(id) != Novelty::Old) add_functions(context, id, tally);
  }
}

}  // namespace plumbline
