// What is paid by memory and time: while a unit is worked on, or kept warm whether used or not.
#include "engine/cost/part_cost.hpp"

namespace plumbline {

void cost_lines::memory_time(PartCost& part) {
  if (!part.prices().has("gb-seconds")) return;
  const Fact* price = part.prices().find("gb-seconds");
  const Amount units = part.units();
  const Amount seconds = billed(part.worked_seconds(), price);
  const Amount memory = part.memory();
  const Amount gigabytes = aws_gigabytes({Dimension::Bytes, memory.low, memory.high});
  part.add({.what = words(units) + " " + std::string(part.unit_word()) + " x " +
                    words(seconds, Dimension::Time) + " x " + words(gigabytes) + " GB",
            .amount = units * seconds * gigabytes,
            .counts = "gb-seconds",
            .price = price,
            .unknown = "memory time of " + std::string(part.part().name)});
}

void cost_lines::kept_memory(PartCost& part) {
  const Amount kept = part.setting("provisioned-concurrency", 0.0);
  const Effective stated = effective_setting(part.pipeline(), part.id(), "provisioned-concurrency");
  const bool is_kept = stated.exists() && stated.setting != nullptr && kept.high > 0.0;
  if (!is_kept) return;
  const Amount memory = part.memory();
  const Amount gigabytes = aws_gigabytes({Dimension::Bytes, memory.low, memory.high});
  part.add({.what = words(kept * part.copies()) + " environments kept warm x " + words(gigabytes) +
                    " GB",
            .amount = kept * part.copies() * gigabytes * kSecondsPerMonth,
            .counts = "gb-seconds-kept",
            .price = part.prices().find("gb-seconds-kept"),
            .is_idle = true,
            .place = stated.setting->place,
            .unknown = "provisioned concurrency of " + std::string(part.part().name)});
}

}  // namespace plumbline
