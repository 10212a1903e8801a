// Quotas that parts share with each other and with the rest of the account, and what they take of
// them.
#pragma once

#include <string>
#include <string_view>

#include "engine/checks/rule.hpp"

namespace plumbline {

// A quota of the account at one of the parts that draw on it.
struct SharedQuota {
  const Fact* fact = nullptr;     // of the pool; nullptr: the part draws on none
  const QuotaUse* use = nullptr;  // what the scenario says of the pool
  Quantity whole;                 // as stated, else by the fact
  [[nodiscard]] bool exists() const { return fact != nullptr; }
  [[nodiscard]] std::string_view pool() const { return fact->qualifier; }
  [[nodiscard]] const Value* used_by_others() const {
    return use != nullptr && use->used_by_others ? &*use->used_by_others : nullptr;
  }
};
[[nodiscard]] SharedQuota shared_quota_of(const Pipeline& pipeline, PartId id);

// How much of a measure ("concurrency", "instances", "vcpus-in-use") one unit in flight takes.
[[nodiscard]] double taken_by_unit(const Pipeline& pipeline, PartId id, std::string_view measure);

// Units in flight at peak for which room must be found at once. A bulk counts where each item
// starts a job, which is refused; calls and events come as fast as their caller is answered. A time
// that is not known, or that has no end, is no longer than the limit on it.
[[nodiscard]] Count pressing_units(const Pipeline& pipeline, const Estimates& estimates, PartId id);

// What a part takes of a shared quota at peak: what is set aside for it, else what is in flight, at
// most what its connections let through.
[[nodiscard]] Quantity demand_on(const Pipeline& pipeline, const Estimates& estimates, PartId id,
                                 const Fact& quota);

// What a quota counts, in the plural: "executions", "instances", "requests".
[[nodiscard]] std::string counted(const Fact* fact);

}  // namespace plumbline
