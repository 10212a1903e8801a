// What a work needs of the place where it runs: memory, disk, accelerators.
#include "engine/checks/needs.hpp"

namespace plumbline {

namespace {

// Pieces of a job whose data can be divided hold their part of it each.
double pieces_of(const Need& need) {
  const double pieces = need.component->splits.mean.low;
  return need.work->splittable.value_or(false) && pieces > 1.0 ? pieces : 1.0;
}

}  // namespace

bool is_cut(const Need& need) {
  return need.component->splits.mean.low > 1.0 && !need.work->splittable.value_or(false);
}

Bound instance_bound(const Pipeline& pipeline, const Need& need, std::string_view what) {
  Bound bound;
  if (need.instance_type == nullptr) return bound;
  const Fact* fact = pipeline.catalog().instance_fact(need.instance_type->text, what);
  if (fact == nullptr) return bound;
  bound.allowed = Quantity::exactly(fact->dimension, fact->value);
  bound.fact = fact;
  bound.setting = need.instance_type;
  return bound;
}

bool has_accelerator(const Pipeline& pipeline, const Need& need) {
  const Bound offered = bound_of(pipeline, need.id, "gpus");
  if (offered.exists()) return offered.allowed.high >= 1.0;
  const Bound installed = instance_bound(pipeline, need, "gpus");
  return !installed.exists() || installed.allowed.high >= 1.0;
}

Finding* add_if_lacking(const RuleContext& context, const RuleText& text, const Need& need,
                        std::string_view measure, const Value& amount, Findings& findings) {
  if (amount.p99.high == 0.0) return nullptr;
  Bound bound = bound_of(context.pipeline, need.id, measure);
  const Bound installed = instance_bound(context.pipeline, need, measure);
  if (installed.allowed.high < bound.allowed.high) bound = installed;
  if (measure == "memory" && bound.exists()) {
    const double pieces = pieces_of(need);
    bound.allowed.low *= pieces;
    bound.allowed.high *= pieces;
  }
  Finding* finding = add_if_beyond(context, text, bound, need.id,
                                   place_of(context.pipeline, need.id), amount, findings);
  if (finding == nullptr) return nullptr;
  finding->with("work", std::string(need.work->name)).related_to(need.work->place, "what it needs");
  return finding;
}

}  // namespace plumbline
