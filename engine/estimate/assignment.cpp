// Values under an assignment of unknowns, and the value that a path names.
#include <algorithm>

#include "engine/estimate/estimate.hpp"

namespace plumbline {
namespace {

Quantity under(const Assignment& assignment, const Value& value, const Quantity& otherwise) {
  if (!value.is_unknown() || assignment.entries.empty()) return otherwise;
  for (const Assignment::Entry& entry : assignment.entries) {
    if (entry.path == value.path) return Quantity::exactly(otherwise.dimension, entry.value);
  }
  return otherwise;
}

// Calls `visit` with every value of the world and the design until it returns true.
template <class Visit>
bool visit_values(const Pipeline& pipeline, const Visit& visit) {
  for (const Workload& workload : pipeline.world().workloads) {
    const Arrival& arrival = workload.arrival;
    for (const Value* value : {&arrival.rate, &arrival.peak, &arrival.interval, &arrival.duration,
                               &arrival.items, &workload.size}) {
      if (visit(*value)) return true;
    }
    for (const Value& level : arrival.levels) {
      if (visit(level)) return true;
    }
  }
  for (const DataSet& data : pipeline.world().data) {
    for (const Value* value : {&data.size, &data.objects, &data.columns, &data.columns_read,
                               &data.reads, &data.read_share, &data.keep}) {
      if (visit(*value)) return true;
    }
  }
  for (const Work& work : pipeline.world().works) {
    for (const Value* value : {&work.takes, &work.memory, &work.disk, &work.size, &work.gpu_memory,
                               &work.loads_in, &work.returns, &work.trains_for}) {
      if (visit(*value)) return true;
    }
  }
  const Conditions& conditions = pipeline.world().conditions;
  if (visit(conditions.spot_interruptions)) return true;
  if (conditions.restart && visit(*conditions.restart)) return true;
  for (const Actor& actor : pipeline.world().actors) {
    if (visit(actor.takes)) return true;
  }
  for (const QuotaUse& use : pipeline.world().quotas) {
    if (use.quota && visit(*use.quota)) return true;
    if (use.used_by_others && visit(*use.used_by_others)) return true;
  }
  for (const Part& part : pipeline.parts()) {
    for (const auto& [info, value] : part.unknown_settings) {
      if (visit(value)) return true;
    }
    if (part.component == nullptr) continue;
    for (const Setting& setting : part.component->settings) {
      if (visit(setting.value)) return true;
    }
  }
  for (const Connection& connection : pipeline.design().connections) {
    if (connection.every && visit(*connection.every)) return true;
    if (connection.sends && visit(*connection.sends)) return true;
    for (const Setting& setting : connection.settings) {
      if (visit(setting.value)) return true;
    }
  }
  return false;
}

}  // namespace

Quantity Assignment::mean(const Value& value) const { return under(*this, value, value.mean); }
Quantity Assignment::p99(const Value& value) const { return under(*this, value, value.p99); }

const Value* find_value(const Pipeline& pipeline, std::string_view path) {
  const Value* found = nullptr;
  visit_values(pipeline, [&](const Value& value) {
    if (value.path.empty() || value.path != path) return false;
    found = &value;
    return true;
  });
  return found;
}

}  // namespace plumbline
