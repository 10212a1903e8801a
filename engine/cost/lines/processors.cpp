// Processors, memory and disk by the hour, where no instance is seen.
#include <algorithm>

#include "engine/cost/capacity.hpp"

namespace plumbline {
namespace {

// An Express execution is billed for memory in pieces of 64 MB
// (https://aws.amazon.com/step-functions/pricing/); states that only call others fit the first.
constexpr double kExecutionMemory = 64.0e6;

void add_hours(PartCost& part, const PaidHours& paid, std::string_view measure,
               const Amount& amount, std::string_view unit) {
  part.add({.what = paid.words + " x " + words(amount) + " " + std::string(unit),
            .amount = paid.hours * amount,
            .counts = measure,
            .price = part.prices().find(measure),
            .is_idle = paid.is_idle,
            .unknown = std::string(measure) + " of " + std::string(part.part().name)});
}

PaidHours hours_of_executions(PartCost& part) {
  const Amount executions = part.units();
  const Amount seconds = billed(part.held_seconds(), part.prices().find("memory-gb-hours"));
  return {executions * seconds / kSecondsPerHour,
          words(executions) + " executions x " + words(seconds, Dimension::Time), false};
}

// Disk beyond what comes with the task.
Amount disk_to_pay(PartCost& part) {
  const Effective disk = effective_setting(part.pipeline(), part.id(), "ephemeral-storage");
  if (!disk.exists() || disk.setting == nullptr) return {};
  const Fact* included =
      disk.info->default_fact.empty()
          ? nullptr
          : part.pipeline().catalog().find_fact(*part.part().service, disk.info->default_fact,
                                                part.part().mode, part.pipeline().as_of());
  const double free = included == nullptr ? 0.0 : included->value;
  const Quantity asked = part.mean(disk.value);
  const Quantity beyond{Dimension::Bytes, std::max(0.0, asked.low - free),
                        std::max(0.0, asked.high - free)};
  return aws_gigabytes(beyond);
}

}  // namespace

void cost_lines::processors(PartCost& part) {
  const PriceList& prices = part.prices();
  if (part.part().behaviour == Behaviour::Orchestrator) {
    if (!prices.has("memory-gb-hours")) return;
    const Amount memory = Amount::exactly(aws_gigabytes(kExecutionMemory));
    add_hours(part, hours_of_executions(part), "memory-gb-hours", memory, "GB");
    return;
  }
  if (!prices.has("vcpu-hours") && !prices.has("memory-gb-hours")) return;
  const PaidHours paid = paid_hours(part, machines_of(part), "tasks", "vcpu-hours");
  const Amount memory = part.memory();
  if (prices.has("vcpu-hours")) {
    add_hours(part, paid, "vcpu-hours", part.setting("vcpus", 1.0), "vCPU");
  }
  if (prices.has("memory-gb-hours")) {
    const Amount gigabytes = aws_gigabytes({Dimension::Bytes, memory.low, memory.high});
    add_hours(part, paid, "memory-gb-hours", gigabytes, "GB");
  }
  if (prices.has("disk-gb-hours")) {
    const Amount disk = disk_to_pay(part);
    if (disk.high > 0.0) add_hours(part, paid, "disk-gb-hours", disk, "GB of disk");
  }
}

}  // namespace plumbline
