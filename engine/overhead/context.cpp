// Reading a design for the factors: what is new in it, how many deployments each part stands for.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "engine/base/assert.hpp"
#include "engine/estimate/operations.hpp"
#include "engine/overhead/factor.hpp"

namespace plumbline {
namespace {

// The likely value of what is known only as a range: half-way in orders of magnitude.
Amount amount_of(double low, double high) {
  if (!std::isfinite(high)) high = low;
  const double likely = low > 0.0 ? std::sqrt(low * high) : (low + high) / 2.0;
  return {low, low == high ? low : likely, high};
}

Amount larger(const Amount& a, const Amount& b) {
  return {std::max(a.low, b.low), std::max(a.likely, b.likely), std::max(a.high, b.high)};
}

Novelty novelty_of(const Pipeline& pipeline, const Part& part) {
  if (part.type == PartType::Actor || part.service == nullptr) return Novelty::Old;
  if (!part.is_existing()) return Novelty::New;
  const bool is_touched = part.component->own && pipeline.scenario().has_options;
  return is_touched ? Novelty::Touched : Novelty::Old;
}

// The rate above which nothing is believed, for loads that nobody bounds.
double highest_rate(const Catalog& catalog) {
  const PlausibleRange* range = catalog.plausible("workloads.rate");
  return range == nullptr ? kInfinity : range->high;
}

bool has(const Component& component, SourceRange place) {
  return std::ranges::any_of(component.variants,
                             [&](const Variant& variant) { return variant.place == place; }) ||
         std::ranges::any_of(component.settings,
                             [&](const Setting& setting) { return setting.place == place; });
}

bool is_within(SourceRange place, SourceRange whole) {
  return std::pair(whole.line, whole.column) <= std::pair(place.line, place.column) &&
         std::pair(place.end_line, place.end_column) <= std::pair(whole.end_line, whole.end_column);
}

}  // namespace

FactorContext::FactorContext(const Pipeline& pipeline, const Estimates& estimates)
    : pipeline_(&pipeline), estimates_(&estimates) {
  for (const Part& part : pipeline.parts()) novelties_.push_back(novelty_of(pipeline, part));
  // A function that bridges two things that exist, where no option draws the way, exists as well.
  for (std::size_t i = 0; i < novelties_.size(); ++i) {
    const Part& part = pipeline.parts()[i];
    if (part.type != PartType::Bridge) continue;
    bool is_old = !(part.own && pipeline.scenario().has_options);
    const auto id = static_cast<PartId>(i);
    for (const LinkId link : pipeline.links_to(id)) {
      is_old = is_old && novelty(pipeline.link(link).from) != Novelty::New;
    }
    for (const LinkId link : pipeline.links_from(id)) {
      is_old = is_old && novelty(pipeline.link(link).to) != Novelty::New;
    }
    if (is_old) novelties_[i] = Novelty::Old;
  }
}

bool FactorContext::is_new(const Link& link) const {
  const bool is_inside =
      pipeline_->part(link.from).service != nullptr || pipeline_->part(link.to).service != nullptr;
  if (!is_inside) return false;
  if (is_new(link.from) || is_new(link.to)) return true;
  return link.connection != nullptr && link.connection->own && pipeline_->scenario().has_options;
}

bool FactorContext::is_added(PartId id, SourceRange place) const {
  if (novelty(id) == Novelty::New) return true;
  if (novelty(id) == Novelty::Old) return false;
  const Part& part = pipeline_->part(id);
  const Scenario& scenario = pipeline_->scenario();
  // What two combinations, or two ways to take a service, have in common may still be an option's.
  if (scenario.has_joint_designs()) return !is_within(place, scenario.base_place);
  for (const Option& option : scenario.options) {
    if (&option.design == &pipeline_->design()) continue;
    const ComponentId other = option.design.find(part.name);
    if (other != kNone && has(option.design.components[static_cast<std::size_t>(other)], place)) {
      return false;
    }
  }
  return true;
}

Amount FactorContext::members(PartId id) const {
  const Component* component = pipeline_->part(id).component;
  if (component == nullptr) return exactly(1.0);
  const double works = component->one_per_work ? static_cast<double>(component->works.size()) : 1.0;
  const Amount copies = amount_of(std::max(1.0, component->count.mean.low),
                                  std::max(1.0, component->count.mean.high));
  return copies * exactly(std::max(1.0, works));
}

Amount FactorContext::members(const Link& link) const {
  return larger(members(link.from), members(link.to));
}

double FactorContext::contents(PartId id) const {
  const Part& part = pipeline_->part(id);
  if (part.component == nullptr || part.targets.empty()) return 0.0;
  if (part.component->variants.empty()) {
    const bool is_family = part.component->one_per_work;
    return is_family ? 0.0 : static_cast<double>(part.targets.size() - 1);
  }
  double added = 0.0;
  for (const Variant& variant : part.component->variants) {
    added += is_added(id, variant.place) ? 1.0 : 0.0;
  }
  // The first variant of something new is the deployment itself.
  return is_new(id) ? added - 1.0 : added;
}

double FactorContext::fleets(PartId id) const {
  const Component* component = pipeline_->part(id).component;
  if (component == nullptr) return 1.0;
  return std::max(1.0, static_cast<double>(component->variants.size()));
}

Amount FactorContext::machines(PartId id) const {
  const Count chosen = estimates_->of(id).chosen_instances;
  return larger(amount_of(chosen.low, chosen.high), members(id));
}

Amount FactorContext::units_a_month(PartId id) const {
  const double most = highest_rate(pipeline_->catalog());
  const PerSecond rate = estimates_->of(id).rate;
  const Amount units = amount_of(std::min(rate.low, most) * kSecondsPerMonth,
                                 std::min(rate.high, most) * kSecondsPerMonth);
  // Each copy does what one of them does; the rate of a family of models is that of all of them.
  const Component* component = pipeline_->part(id).component;
  if (component == nullptr) return units;
  return units * amount_of(std::max(1.0, component->count.mean.low),
                           std::max(1.0, component->count.mean.high));
}

bool FactorContext::needs(PartId id, std::string_view key) const {
  const Fact* fact = operation_fact(*pipeline_, pipeline_->part(id), key);
  return fact != nullptr && fact->value > 0.0;
}

bool FactorContext::is_launched(PartId id) const {
  return pipeline_->part(id).behaviour == Behaviour::LaunchedJob;
}

const Setting* FactorContext::added_setting(PartId id, std::string_view name) const {
  const Component* component = pipeline_->part(id).component;
  const Setting* setting = component == nullptr ? nullptr : component->find_setting(name);
  const bool counts = setting != nullptr && setting->info != nullptr &&
                      setting->written == Written::Stated && is_added(id, setting->place);
  return counts ? setting : nullptr;
}

const Weight& FactorContext::weight(std::string_view id) {
  const Weight* found = find_weight(id);
  PLUMBLINE_ASSERT(found != nullptr);
  return *found;
}

FactorContext::Rung FactorContext::rung(PartId id, std::string_view factor,
                                        std::string_view key) const {
  const Fact* fact = operation_fact(*pipeline_, pipeline_->part(id), key);
  const auto operation_info = std::ranges::find(all_operations(), key, &OperationInfo::key);
  const std::size_t heaviest = operation_info->words.size() - 1;
  const std::size_t rank = fact != nullptr ? static_cast<std::size_t>(fact->value) : heaviest;
  for (const Weight& weight : all_weights()) {
    const bool is_it = weight.factor == factor && weight.key == key &&
                       (static_cast<unsigned>(weight.ranks) >> rank & 1u) != 0;
    if (is_it) return {&weight, fact != nullptr ? exactly(1.0) : Amount{0.0, 0.5, 1.0}};
  }
  return {};
}

void FactorContext::climb(std::string_view factor, std::string_view key, Tally& tally) const {
  for (std::size_t i = 0; i < novelties_.size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (!is_new(id)) continue;
    const auto [weight, share] = rung(id, factor, key);
    if (weight != nullptr) tally.add(*weight, members(id) * share, id, pipeline_->part(id).place);
  }
}

void FactorContext::add(std::string_view id, const Amount& count, PartId part, Tally& tally) const {
  if (count.high > 0.0) tally.add(weight(id), count, part, pipeline_->part(part).place);
}

void FactorContext::add(std::string_view id, const Amount& count, const Link& link,
                        Tally& tally) const {
  const PartId end = pipeline_->part(link.to).service != nullptr ? link.to : link.from;
  const SourceRange place =
      link.connection != nullptr ? link.connection->place : pipeline_->part(end).place;
  tally.add(weight(id), count, end, place);
}

void Events::add(const Amount& a_month, PartId part) {
  a_month_ += a_month;
  parts_.push_back(part);
}

void Events::tally(const FactorContext& context, std::string_view weight, Tally& tally) const {
  if (parts_.empty()) return;
  const auto attention = [](double events) { return 1.0 + std::log10(1.0 + events); };
  const double low = attention(a_month_.low);
  const double high = attention(a_month_.high);
  Amount units{low, (low + high) / 2.0, high};
  for (const PartId part : parts_) {
    const SourceRange place = context.pipeline().part(part).place;
    Tally::Line& line = tally.add(FactorContext::weight(weight), units, part, place);
    line.events += units.high > 0.0 ? a_month_.likely : 0.0;
    units = {};  // once for all of them
  }
}

}  // namespace plumbline
