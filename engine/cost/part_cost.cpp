// Amounts of one part: how often, how large, how long, each over what is not known.
#include "engine/cost/part_cost.hpp"

#include <algorithm>
#include <cmath>

#include "engine/estimate/buffer.hpp"
#include "engine/estimate/interruption.hpp"
#include "engine/estimate/part_timing.hpp"

namespace plumbline {
namespace {

constexpr double kMega = 1e6;
constexpr double kGiga = 1e9;
constexpr double kGibi = 1024.0 * 1024.0 * 1024.0;
constexpr double kMegaPerGiga = 1024.0;  // of MB as AWS writes them
// Schedules run at most once a minute; a person is no faster.
constexpr double kFinestSchedule = 60.0;
constexpr double kMean = 0.0;  // in place of a quantile

// Roundings of a quotient that is whole must not start another step.
constexpr double kWhole = 1e-9;

double started_steps(double each, double step) { return std::ceil(each / step - kWhole); }

// What of `amount`, that comes after `before`, lies between two bounds of a volume price.
double within(double before, double amount, double from, double to) {
  if (!std::isfinite(before)) return std::isfinite(to) ? 0.0 : amount;
  return std::clamp(before + amount, from, to) - std::clamp(before, from, to);
}

bool is_multiple(double value, double of) { return std::fmod(value, of) == 0.0; }

Amount per_month(const Quantity& rate) {
  return {rate.low * kSecondsPerMonth, rate.high * kSecondsPerMonth};
}

}  // namespace

double aws_gigabytes(double bytes) {
  if (!std::isfinite(bytes)) return bytes;
  if (is_multiple(bytes, kGiga)) return bytes / kGiga;
  if (is_multiple(bytes, kMega)) return bytes / kMega / kMegaPerGiga;
  return bytes / kGibi;
}

Amount aws_gigabytes(const Quantity& bytes) {
  return {aws_gigabytes(bytes.low), aws_gigabytes(bytes.high)};
}

std::string words(const Amount& amount, Dimension dimension) {
  return format_quantity({dimension, amount.low, amount.high});
}

Amount& Volumes::of(const Fact& price) {
  const auto known = std::ranges::find(used, &price, &std::pair<const Fact*, Amount>::first);
  if (known != used.end()) return known->second;
  return used.emplace_back(&price, Amount{}).second;
}

Amount billed(const Amount& each, const Fact* price) {
  if (price == nullptr) return each;
  const auto rounded = [&](double one) {
    const double steps = price->step > 0.0 && std::isfinite(one)
                             ? started_steps(one, price->step) * price->step
                             : one;
    return std::max(steps, price->least);
  };
  return {rounded(each.low), rounded(each.high)};
}

Amount pieces(const Amount& each, const Fact* price) {
  if (price == nullptr || price->step <= 0.0) return Amount::exactly(1.0);
  return {std::max(1.0, started_steps(each.low, price->step)),
          std::max(1.0, started_steps(each.high, price->step))};
}

std::string pieces_words(const Amount& pieces, const Fact* price) {
  if (pieces == Amount::exactly(1.0) || price == nullptr) return {};
  return " x " + words(pieces) + " pieces of " + format_amount(price->step, Dimension::Bytes);
}

PartCost::PartCost(const Pipeline& pipeline, const Estimates& estimates,
                   const Assignment& assignment, PartId id, Volumes& volumes, Cost& cost)
    : pipeline_(pipeline),
      estimates_(estimates),
      assignment_(assignment),
      id_(id),
      part_(pipeline.part(id)),
      prices_(pipeline, id),
      volumes_(volumes),
      cost_(cost) {}

void PartCost::depend_on(std::string_view path) {
  if (path.empty() || std::ranges::find(cost_.unknowns, path) != cost_.unknowns.end()) return;
  cost_.unknowns.push_back(path);
}

Quantity PartCost::mean(const Value& value) {
  if (value.is_unknown()) depend_on(value.path);
  return assignment_.mean(value);
}

Amount PartCost::copies() {
  if (part_.component == nullptr) return Amount::exactly(1.0);
  const Quantity count = mean(part_.component->count);
  return max(count.as<Dimension::Count>(), Amount::exactly(1.0));
}

Amount PartCost::members() {
  const bool is_family = part_.component != nullptr && part_.component->one_per_work;
  const double works = is_family ? static_cast<double>(part_.component->works.size()) : 1.0;
  return copies() * std::max(1.0, works);
}

Amount PartCost::units_of(PartId id, const Activation& activation) {
  if (activation.source == SourceType::Workload) {
    const Workload& workload =
        pipeline_.world().workloads[static_cast<std::size_t>(activation.workload)];
    const Amount items = per_month(mean(workload.arrival.rate)) * activation.units;
    // Units that were collected on the way are fewer than the items in them.
    const Amount units = per_month(to_quantity(estimates_.of(id).rate));
    return {std::min(items.low, units.low), std::min(items.high, units.high)};
  }
  const Connection* schedule =
      activation.clock_link == kNone ? nullptr : pipeline_.link(activation.clock_link).connection;
  if (schedule == nullptr || !schedule->every) {
    depend_on(pipeline_.part(id).name);
    return Amount::between(0.0, kSecondsPerMonth / kFinestSchedule) * activation.units;
  }
  const Quantity every = mean(*schedule->every);
  return Amount::between(kSecondsPerMonth / every.high, kSecondsPerMonth / every.low) *
         activation.units;
}

Amount PartCost::units_of(PartId id) {
  // Without volumes nothing is known, which is not the same as nothing to pay; unless the world is
  // one of data that lies there.
  if (pipeline_.world().workloads.empty() && pipeline_.world().data.empty() &&
      pipeline_.activations(id).empty()) {
    depend_on("workloads");
    return Amount::anything();
  }
  Amount units;
  for (const Activation& activation : pipeline_.activations(id)) {
    units = units + units_of(id, activation);
  }
  const Component* component = pipeline_.part(id).component;
  if (component == nullptr) return units;
  const Amount copies = mean(component->count).as<Dimension::Count>();
  return units * max(copies, Amount::exactly(1.0));
}

Amount PartCost::units_by_design() {
  Amount units;
  for (const Activation& activation : pipeline_.activations(id_)) {
    if (activation.via != kNone) units = units + units_of(id_, activation) * copies();
  }
  return units;
}

Amount PartCost::items_kept() {
  Amount items;
  for (const Activation& activation : pipeline_.activations(id_)) {
    // What enters a store that exists would lie there whatever the design.
    if (part_.is_existing() && activation.via == kNone) continue;
    if (activation.source != SourceType::Workload) {
      items = items + units_of(id_, activation) * copies();
      continue;
    }
    const auto workload = static_cast<std::size_t>(activation.workload);
    items = items + per_month(mean(pipeline_.world().workloads[workload].arrival.rate)) *
                        activation.units * copies();
  }
  return items;
}

Amount PartCost::held_seconds() {
  for (const std::string_view path : estimate().unknowns) depend_on(path);
  const Seconds held = estimate().held.mean;
  const Bound bound = bound_of(pipeline_, id_, "run-time");
  // A limit on one request does not stop a job that makes many of them.
  const bool is_of_request = bound.fact != nullptr && bound.fact->scope == "per-request";
  const double requests = is_of_request ? std::max(1.0, estimate().items.high) : 1.0;
  const double most = finite_product(bound.allowed.high, requests);
  return Amount::between(std::min(held.low, most), std::min(held.high, most)) + redone_seconds();
}

Amount PartCost::redone_seconds() const {
  if (pipeline_.world().conditions.spot_interruptions.is_unknown()) return {};
  const Seconds redone =
      time_lost(pipeline_, estimates_, id_, estimate().held.mean, kMean, assignment_).redone;
  return Amount::between(redone.low, redone.high);
}

// Duration counts from the time the code begins until it returns
// (https://aws.amazon.com/lambda/pricing/).
Amount PartCost::worked_seconds() {
  const Amount held = held_seconds();
  if (part_.behaviour != Behaviour::ConcurrencyPool) return held;
  const Seconds around = overhead_of_unit(pipeline_, id_).mean;
  const Seconds all = estimate().held.mean;
  return {std::min(held.low, std::max(0.0, all.low - around.low)),
          std::min(held.high, std::max(0.0, all.high - around.high))};
}

std::string_view PartCost::unit_word() const {
  switch (part_.behaviour) {
    case Behaviour::ConcurrencyPool:
      return "invocations";
    case Behaviour::Orchestrator:
      return "executions";
    case Behaviour::LaunchedJob:
      return "jobs";
    case Behaviour::Queue:
    case Behaviour::Router:
    case Behaviour::MicroBatch:
    case Behaviour::ShardLog:
      return "messages";
    case Behaviour::ObjectStore:
      return "objects";
    default:
      return "requests";
  }
}

// A pointer names the item; its own few hundred bytes do not reach the first chunk of any price.
Amount PartCost::bytes_over(const Link& link) {
  if (link.connection != nullptr && link.connection->sends) {
    const Quantity sent = mean(*link.connection->sends);
    return Amount::between(sent.low, sent.high);
  }
  if (link.pointer) return Amount::exactly(0.0);
  Amount largest;
  bool is_any = false;
  for (const Activation& activation : pipeline_.activations(link.to)) {
    if (activation.source != SourceType::Workload) continue;
    const Quantity size =
        mean(pipeline_.world().workloads[static_cast<std::size_t>(activation.workload)].size);
    const Amount here = Amount::between(size.low, size.high);
    largest = is_any ? hull(largest, here) : here;
    is_any = true;
  }
  return largest;
}

Amount PartCost::bytes_in() {
  Amount bytes;
  bool is_any = false;
  const auto include = [&](const Amount& here) {
    bytes = is_any ? hull(bytes, here) : here;
    is_any = true;
  };
  for (const LinkId link_id : pipeline_.links_to(id_)) {
    const Link& link = pipeline_.link(link_id);
    if (link.carries_work() && link.starts_work) include(bytes_over(link));
  }
  for (std::size_t w = 0; w < pipeline_.world().workloads.size(); ++w) {
    if (pipeline_.entry(static_cast<WorkloadId>(w)) != id_) continue;
    const Quantity size = mean(pipeline_.world().workloads[w].size);
    include(Amount::between(size.low, size.high));
  }
  return bytes;
}

BytesPerSecond PartCost::arriving_bytes() const {
  return plumbline::arriving_bytes(pipeline_, id_, assignment_);
}

// One call gets the answer of one target.
Amount PartCost::bytes_back() {
  Amount bytes;
  bool is_any = false;
  for (const Target& target : part_.targets) {
    if (target.shadow) continue;
    Amount sum;
    for (const WorkId work : target.works) {
      const Quantity returns =
          mean(pipeline_.world().works[static_cast<std::size_t>(work)].returns);
      sum = sum + Amount::between(returns.low, returns.high);
    }
    bytes = is_any ? hull(bytes, sum) : sum;
    is_any = true;
  }
  return bytes;
}

Amount PartCost::need(Value Work::*need, std::span<const Target> targets) {
  Amount most;
  for (const Target& target : targets) {
    for (const WorkId work : target.works) {
      const Quantity needed = mean(pipeline_.world().works[static_cast<std::size_t>(work)].*need);
      most = max(most, Amount::between(needed.low, needed.high));
    }
  }
  return most;
}

Amount PartCost::memory() {
  const Effective effective = effective_setting(pipeline_, id_, "memory");
  if (!effective.exists()) return {};
  const bool is_written = effective.value.origin == Origin::Stated ||
                          effective.value.origin == Origin::Assumed ||
                          effective.value.origin == Origin::Unknown;
  if (is_written) return Amount::between(mean(effective.value).low, mean(effective.value).high);
  // What was chosen for the author is at least what is needed, at most what is legal.
  const Fact* most = effective.value.fact;
  const bool is_capped = most != nullptr && most->dimension == Dimension::Bytes;
  const Amount cap = Amount::exactly(is_capped ? most->value : kInfinity);
  return max(Amount::exactly(effective.value.mean.low),
             min(need(&Work::memory, part_.targets), cap));
}

Amount PartCost::setting(std::string_view name, double otherwise) {
  const Effective effective = effective_setting(pipeline_, id_, name);
  if (!effective.exists()) return Amount::exactly(otherwise);
  const Quantity value = mean(effective.value);
  return value.high > 0.0 ? Amount::between(value.low, value.high) : Amount::exactly(otherwise);
}

void PartCost::add(const Line& line) {
  if (line.amount.high == 0.0) return;
  if (line.price == nullptr) return add_priced(line);
  const std::vector<const Fact*> tiers = prices_.tiers(*line.price);
  if (tiers.empty()) return add_priced(line);
  add_tiers(line, *line.price, tiers);
}

// Both ends of the amount climb the tiers by themselves: what is little or much in all tiers
// together may lie the other way round in one of them.
void PartCost::add_tiers(const Line& line, const Fact& price,
                         const std::vector<const Fact*>& tiers) {
  Amount& used = volumes_.of(price);
  for (std::size_t i = 0; i <= tiers.size(); ++i) {
    const double from = i == 0 ? 0.0 : tiers[i - 1]->above;
    const double to = i == tiers.size() ? kInfinity : tiers[i]->above;
    const double low = within(used.low, line.amount.low, from, to);
    const double high = within(used.high, line.amount.high, from, to);
    Line tier = line;
    tier.amount = {std::min(low, high), std::max(low, high)};
    if (i > 0) {
      tier.price = tiers[i - 1];
      tier.what += ", beyond " + format_number(from);
    }
    if (tier.amount.high > 0.0) add_priced(tier);
  }
  used = used + line.amount;
}

void PartCost::add_priced(const Line& line) {
  CostLine entry{.part = id_,
                 .what = line.what,
                 .quantity = {Dimension::Count, line.amount.low, line.amount.high},
                 .counts = line.counts,
                 .idle = line.is_idle,
                 .price = line.price,
                 .place = line.place.is_nowhere() ? part_.place : line.place};
  has_idle_line_ = has_idle_line_ || line.is_idle;
  if (line.price == nullptr) {
    entry.monthly = {Dimension::MoneyRate, 0.0, kInfinity};
    cost_.lines.push_back(std::move(entry));
    cost_.unpriced.push_back(line.unknown.empty() ? std::string(part_.name) : line.unknown);
    return;
  }
  const bool is_compute = line.counts == "instance-hours" || line.counts == "vcpu-hours" ||
                          line.counts == "memory-gb-hours";
  const Fact* discount = is_compute ? prices_.find("discount") : nullptr;
  const Fact* surcharge = is_compute ? prices_.find("surcharge") : nullptr;
  const Fact* usual = is_compute ? prices_.find("discount-at-least") : nullptr;
  // A discount is published as the most that can be had, sometimes with what is usual at least.
  const double least = 1.0 - (discount == nullptr ? 0.0 : std::min(1.0, discount->value));
  const double extra = 1.0 + (surcharge == nullptr ? 0.0 : surcharge->value);
  const double low = finite_product(line.amount.low, line.price->value) * least * extra;
  const double dearest = std::max(line.highest_price, line.price->value);
  const double most = 1.0 - (usual == nullptr ? 0.0 : std::min(1.0, usual->value));
  const double high = finite_product(line.amount.high, dearest) * most * extra;
  entry.monthly = {Dimension::MoneyRate, low, high};
  for (Quantity* sum : {&cost_.monthly, line.is_idle ? &cost_.idle : nullptr}) {
    if (sum == nullptr) continue;
    sum->low += low;
    sum->high += high;
  }
  cost_.lines.push_back(std::move(entry));
}

}  // namespace plumbline
