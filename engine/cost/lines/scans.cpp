// A query pays for what it reads of the data in the stores beside it.
#include <algorithm>

#include "engine/cost/part_cost.hpp"
#include "engine/estimate/data_at_rest.hpp"

namespace plumbline {
namespace {

constexpr double kGigabyte = 1e9;

// The arrow between a store and who queries it may be drawn either way.
std::vector<PartId> stores_beside(PartCost& part) {
  std::vector<PartId> stores;
  const auto add = [&](PartId id) {
    if (std::ranges::find(stores, id) == stores.end()) stores.push_back(id);
  };
  const Pipeline& pipeline = part.pipeline();
  for (const LinkId link : pipeline.links_to(part.id())) add(pipeline.link(link).from);
  for (const LinkId link : pipeline.links_from(part.id())) add(pipeline.link(link).to);
  return stores;
}

void add_queries(PartCost& part, const Amount& bytes_of_each, std::string_view what) {
  const Amount queries = part.units();
  const Fact* price = part.prices().find("gb-scanned");
  const Amount bytes = billed(bytes_of_each, price);
  part.add({.what = words(queries) + " queries x " + words(bytes, Dimension::Bytes) + " of " +
                    std::string(what),
            .amount = queries * bytes / kGigabyte,
            .counts = "gb-scanned",
            .price = price,
            .unknown = "what " + std::string(part.part().name) + " reads"});
}

}  // namespace

void cost_lines::scans(PartCost& part) {
  if (!part.prices().has("gb-scanned")) return;
  const Effective scanned = effective_setting(part.pipeline(), part.id(), "scanned");
  if (scanned.exists() && scanned.setting != nullptr) {
    const Quantity stated = part.mean(scanned.value);
    return add_queries(part, {stated.low, stated.high}, "its data");
  }
  for (const PartId store : stores_beside(part)) {
    for (const Held& held : held_by(part.pipeline(), store)) {
      const DataSet& data = *held.data;
      for (const Value* value : {&data.size, &data.read_share}) (void)part.mean(*value);
      if (is_columnar(held.format())) {
        for (const Value* value : {&data.columns, &data.columns_read}) (void)part.mean(*value);
      }
      const Quantity read = bytes_of_a_reading(held, part.assignment());
      add_queries(part, {read.low, read.high}, data.name);
    }
  }
}

}  // namespace plumbline
