// A store is written to, read from, and keeps what comes in.
#include "engine/cost/part_cost.hpp"

namespace plumbline {
namespace {

constexpr double kGigabyte = 1e9;

void add_requests(PartCost& part, std::string_view measure, const Amount& requests) {
  const Fact* price = part.prices().find(measure);
  const Amount each = pieces(part.bytes_in(), price);
  part.add({.what = words(requests) + " " + std::string(measure) + pieces_words(each, price),
            .amount = requests * each,
            .counts = measure,
            .price = price,
            .unknown = std::string(measure) + " of " + std::string(part.part().name)});
}

// Whoever fetches asks once for each item of each of its units.
Amount reads_of(PartCost& part) {
  Amount reads;
  for (const LinkId link_id : part.pipeline().links_from(part.id())) {
    const Link& link = part.pipeline().link(link_id);
    if (!link.carries_work() || link.starts_work) continue;
    // One reading of an item for each unit; a unit that takes a whole batch reads all of it.
    reads = reads + part.units_of(link.to);
  }
  return reads;
}

}  // namespace

void cost_lines::storage(PartCost& part) {
  const PriceList& prices = part.prices();
  // What enters a store that exists would lie there whatever the design.
  const Amount objects = part.part().is_existing() ? part.units_by_design() : part.units();
  if (prices.has("writes")) add_requests(part, "writes", objects);
  const Amount reads = reads_of(part);
  if (prices.has("reads")) add_requests(part, "reads", reads);
  // A class without a fee for reading back has no such price.
  if (const Fact* price = prices.find("gb-retrieved"); price != nullptr) {
    const Amount each = billed(part.bytes_in(), price);
    part.add({.what = words(reads) + " reads x " + words(each, Dimension::Bytes) + " retrieved",
              .amount = reads * each / kGigabyte,
              .counts = "gb-retrieved",
              .price = price});
  }
  if (const Fact* price = prices.find("retrievals"); price != nullptr) {
    part.add({.what = words(reads) + " objects restored",
              .amount = reads,
              .counts = "retrievals",
              .price = price});
  }
  if (!prices.has("gb-stored-months")) return;
  const Amount bytes = part.bytes_in();
  const Amount items = part.items_kept();
  part.add({.what = words(items) + " objects of a month x " + words(bytes, Dimension::Bytes) +
                    ", kept for a month",
            .amount = items * bytes / kGigabyte,
            .counts = "gb-stored-months",
            .price = prices.find("gb-stored-months"),
            .unknown = "what " + std::string(part.part().name) + " keeps"});
}

}  // namespace plumbline
