// Picking prices: the mode first, then the case that the settings speak of.
#include "engine/cost/price_list.hpp"

#include <algorithm>

#include "engine/estimate/cases.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kInstanceHours = "instance-hours";
constexpr std::string_view kManaged = "ml.";

std::string_view bare(std::string_view type) {
  return type.starts_with(kManaged) ? type.substr(kManaged.size()) : type;
}

}  // namespace

PriceList::PriceList(const Pipeline& pipeline, PartId id) : part_(&pipeline.part(id)) {
  if (part_->service == nullptr) return;
  std::string_view last;
  for (const Fact& fact : part_->service->facts) {
    if (fact.group != FactGroup::Price || fact.name == last) continue;
    // Several entries of one name stand together; the catalog says which one holds.
    last = fact.name;
    const Fact* held =
        pipeline.catalog().find_fact(*part_->service, fact.name, part_->mode, pipeline.as_of());
    const bool holds_here = held != nullptr && (held->mode == part_->mode || held->mode == "any");
    if (holds_here && held->governs != "other") facts_.push_back(held);
  }
}

bool PriceList::has(std::string_view measure) const {
  return std::ranges::find(facts_, measure, &Fact::governs) != facts_.end();
}

double PriceList::least(std::string_view measure) const {
  double most = 0.0;
  for (const Fact* fact : facts_) {
    if (fact->governs == measure) most = std::max(most, fact->least);
  }
  return most;
}

bool PriceList::start_is_free(std::string_view measure) const {
  return has(measure) && std::ranges::all_of(facts_, [&](const Fact* fact) {
           return fact->governs != measure || fact->start_is_free;
         });
}

const Fact* PriceList::find(std::string_view measure) const {
  const Fact* usual = nullptr;
  bool is_another_case = false;  // a setting is stated that prices tell apart, but not this word
  for (const Fact* fact : facts_) {
    if (fact->governs != measure || fact->above > 0.0) continue;
    if (fact->qualifier.empty()) {
      if (usual == nullptr) usual = fact;
      continue;
    }
    if (fits_case(*part_, fact->qualifier)) return fact;
    is_another_case = is_another_case || !stated_case(*part_, fact->qualifier).empty();
  }
  return is_another_case ? nullptr : usual;
}

std::vector<const Fact*> PriceList::tiers(const Fact& first) const {
  std::vector<const Fact*> found;
  for (const Fact* fact : facts_) {
    const bool is_tier = fact->above > 0.0 && fact->governs == first.governs;
    if (is_tier && fact->qualifier == first.qualifier) found.push_back(fact);
  }
  std::ranges::sort(found, {}, &Fact::above);
  return found;
}

const Fact* PriceList::find_instance(std::string_view type) const {
  const Fact* near = nullptr;
  for (const Fact* fact : facts_) {
    if (fact->governs != kInstanceHours) continue;
    if (fact->qualifier == type) return fact;
    if (bare(fact->qualifier) == bare(type)) near = fact;
  }
  return near;
}

std::vector<const Fact*> PriceList::instances() const {
  std::vector<const Fact*> found;
  for (const Fact* fact : facts_) {
    if (fact->governs == kInstanceHours && !fact->qualifier.empty()) found.push_back(fact);
  }
  std::ranges::stable_sort(found, {}, &Fact::value);
  return found;
}

}  // namespace plumbline
