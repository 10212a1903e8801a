// Gigabytes that pass through: what is asked and what is answered, what comes in, what is read.
#include "engine/cost/part_cost.hpp"

namespace plumbline {
namespace {

constexpr double kGigabyte = 1e9;

void add_gigabytes(PartCost& part, std::string_view measure, const Amount& bytes,
                   std::string_view way) {
  const Amount units = part.units();
  part.add({.what = words(units) + " " + std::string(part.unit_word()) + " x " +
                    words(bytes, Dimension::Bytes) + " " + std::string(way),
            .amount = units * bytes / kGigabyte,
            .counts = measure,
            .price = part.prices().find(measure),
            .unknown = "data through " + std::string(part.part().name)});
}

// Everyone who reads gets all of it.
double readers_of(const PartCost& part) {
  double readers = 0.0;
  for (const LinkId link_id : part.pipeline().links_from(part.id())) {
    if (part.pipeline().link(link_id).carries_work()) readers += 1.0;
  }
  return readers;
}

}  // namespace

void cost_lines::data(PartCost& part) {
  const PriceList& prices = part.prices();
  if (prices.has("gb-processed")) {
    const Amount bytes = billed(part.bytes_in() + part.bytes_back(), prices.find("gb-processed"));
    add_gigabytes(part, "gb-processed", bytes, "in and out");
  }
  if (prices.has("gb-in")) {
    add_gigabytes(part, "gb-in", billed(part.bytes_in(), prices.find("gb-in")), "in");
  }
  if (prices.has("gb-out")) {
    const Amount bytes = billed(part.bytes_in(), prices.find("gb-out")) * readers_of(part);
    add_gigabytes(part, "gb-out", bytes, "read");
  }
}

}  // namespace plumbline
