// What is paid for each hour or month that something is there, used or not.
#include <cmath>

#include "engine/cost/part_cost.hpp"

namespace plumbline {
namespace {

constexpr double kHoursPerMonth = kSecondsPerMonth / kSecondsPerHour;

void add_kept(PartCost& part, std::string_view measure, const Amount& things,
              std::string_view thing, double each) {
  part.add({.what = words(things) + " " + std::string(thing),
            .amount = things * each,
            .counts = measure,
            .price = part.prices().find(measure),
            .is_idle = true,
            .place = part.part().place,
            .unknown = std::string(thing) + " of " + std::string(part.part().name)});
}

// Shards as stated, else the fewest that carry what comes.
Amount shards(PartCost& part) {
  const Effective stated = effective_setting(part.pipeline(), part.id(), "shard-count");
  if (stated.exists() && stated.value.origin != Origin::Chosen) {
    return part.setting("shard-count", 1.0);
  }
  const PerSecond records = part.estimate().peak;
  for (const std::string_view path : part.estimate().unknowns) part.depend_on(path);
  const BytesPerSecond bytes = part.arriving_bytes();
  Amount needed = Amount::exactly(1.0);
  const auto carry = [&](std::string_view measure, double low, double high) {
    for (const Fact* fact : part.part().facts_near(measure)) {
      if (fact->governs != measure || fact->scope != "per-shard") continue;
      needed = max(needed, Amount::between(std::ceil(low / fact->value - 1e-9),
                                           std::ceil(high / fact->value - 1e-9)));
    }
  };
  carry("write-rate", records.low, records.high);
  carry("write-bytes", bytes.low, bytes.high);
  return needed;
}

}  // namespace

void cost_lines::kept(PartCost& part) {
  const PriceList& prices = part.prices();
  if (prices.has("component-hours")) {
    add_kept(part, "component-hours", part.copies(), "kept all month", kHoursPerMonth);
  }
  if (prices.has("component-months")) {
    add_kept(part, "component-months", part.copies(), "kept all month", 1.0);
  }
  if (prices.has("shard-hours")) {
    add_kept(part, "shard-hours", shards(part) * part.copies(), "shards", kHoursPerMonth);
  }
}

}  // namespace plumbline
