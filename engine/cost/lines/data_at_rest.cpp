// What lies in a store: kept for the month, and read out of classes that charge for reading.
#include "engine/estimate/data_at_rest.hpp"

#include <algorithm>

#include "engine/cost/part_cost.hpp"
#include "engine/estimate/cases.hpp"

namespace plumbline {
namespace {

constexpr double kGigabyte = 1e9;

Amount gigabytes(const Quantity& bytes) { return {bytes.low / kGigabyte, bytes.high / kGigabyte}; }

// What leaves before the shortest time that is charged is paid for as if it had stayed.
Amount charged_share(PartCost& part, const DataSet& data) {
  const Fact* least = fact_of_case(part.part(), FactGroup::Limit, "storage-charged");
  if (least == nullptr || least->qualifier.empty()) return Amount::exactly(1.0);
  const Quantity keep = part.mean(data.keep);
  return {std::max(1.0, least->value / keep.high), std::max(1.0, least->value / keep.low)};
}

void add_kept(PartCost& part, const Held& held) {
  const Amount size = gigabytes(part.mean(held.data->size));
  part.add({.what = std::string(held.data->name) + ", kept for a month",
            .amount = size * charged_share(part, *held.data) * part.copies(),
            .counts = "gb-stored-months",
            .price = part.prices().find("gb-stored-months"),
            .place = held.holding->place,
            .unknown = "what " + std::string(part.part().name) + " keeps"});
}

void add_retrieved(PartCost& part, const Held& held) {
  const Fact* price = part.prices().find("gb-retrieved");
  if (price == nullptr || price->value == 0.0) return;
  const Quantity reads = part.mean(held.data->reads);
  for (const Value* value : {&held.data->size, &held.data->read_share}) (void)part.mean(*value);
  const Amount bytes = gigabytes(bytes_of_a_reading(held, part.assignment()));
  const Amount times{reads.low * kSecondsPerMonth, reads.high * kSecondsPerMonth};
  part.add({.what = std::string(held.data->name) + ", read " + words(times) + " times",
            .amount = bytes * times * part.copies(),
            .counts = "gb-retrieved",
            .price = price,
            .place = held.holding->place});
}

// An archive restores object by object. Where nobody says how many there are, their requests are
// listed and not counted: from one to a trillion would say nothing of any design.
void add_retrievals(PartCost& part, const Held& held) {
  const Fact* price = part.prices().find("retrievals");
  if (price == nullptr || price->value == 0.0) return;
  if (held.data->objects.is_unknown()) {
    part.add_unpriced("requests that restore " + std::string(held.data->name) + ", by its objects");
    return;
  }
  const Quantity objects = part.mean(held.data->objects);
  const Quantity share = part.mean(held.data->read_share);
  const Quantity reads = part.mean(held.data->reads);
  const Amount restored{objects.low * share.low, objects.high * share.high};
  const Amount times{reads.low * kSecondsPerMonth, reads.high * kSecondsPerMonth};
  part.add({.what = words(restored) + " objects of " + std::string(held.data->name) +
                    ", restored " + words(times) + " times",
            .amount = restored * times * part.copies(),
            .counts = "retrievals",
            .price = price,
            .place = held.holding->place});
}

}  // namespace

void cost_lines::data_at_rest(PartCost& part) {
  if (!part.prices().has("gb-stored-months")) return;
  // What lies in a store that exists lies there whatever the design.
  if (part.part().is_existing()) return;
  for (const Held& held : held_by(part.pipeline(), part.id())) {
    add_kept(part, held);
    add_retrieved(part, held);
    add_retrievals(part, held);
  }
}

}  // namespace plumbline
