// Gigabytes that pass through: what is asked and what is answered.
#include "engine/cost/part_cost.hpp"

namespace plumbline {

void cost_lines::data(PartCost& part) {
  if (!part.prices().has("gb-processed")) return;
  constexpr double kGigabyte = 1e9;
  const Amount units = part.units();
  const Amount bytes = part.bytes_in() + part.bytes_back();
  part.add({.what = words(units) + " " + std::string(part.unit_word()) + " x " +
                    words(bytes, Dimension::Bytes) + " in and out",
            .amount = units * bytes / kGigabyte,
            .counts = "gb-processed",
            .price = part.prices().find("gb-processed"),
            .unknown = "data through " + std::string(part.part().name)});
}

}  // namespace plumbline
