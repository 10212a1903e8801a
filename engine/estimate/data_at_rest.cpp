// Data at rest, seen from the parts that hold it.
#include "engine/estimate/data_at_rest.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/estimate/cases.hpp"

namespace plumbline {
namespace {

Held held(const Pipeline& pipeline, PartId part, const Holding& holding) {
  const DataSet& data = pipeline.world().data[static_cast<std::size_t>(holding.data)];
  return {.part = part, .holding = &holding, .data = &data};
}

}  // namespace

std::vector<Held> holders_of(const Pipeline& pipeline, DataId data) {
  std::vector<Held> holders;
  PartId id = 0;
  for (const Part& part : pipeline.parts()) {
    if (part.component != nullptr) {
      for (const Holding& holding : part.component->holds) {
        if (holding.data == data) holders.push_back(held(pipeline, id, holding));
      }
    }
    ++id;
  }
  return holders;
}

std::vector<Held> held_by(const Pipeline& pipeline, PartId part) {
  std::vector<Held> all;
  const Component* component = pipeline.part(part).component;
  if (component == nullptr) return all;
  for (const Holding& holding : component->holds) all.push_back(held(pipeline, part, holding));
  return all;
}

Timing time_to_readable(const Part& part) {
  Timing timing;
  const Fact* restore = fact_of_case(part, FactGroup::Timing, "restore");
  if (restore == nullptr) return timing;
  // A source that states only "within 12 hours" states no typical value.
  const double longest = std::isnan(restore->p99) ? restore->value : restore->p99;
  const double usual = std::isnan(restore->value) ? longest : restore->value;
  timing.mean = Seconds::exactly(usual);
  timing.p99 = Seconds::exactly(longest);
  timing.fact = restore;
  return timing;
}

// Parquet and ORC lay the values of a column together; Athena, Redshift Spectrum, Glue and EMR read
// only the columns that a query names
// (https://docs.aws.amazon.com/athena/latest/ug/columnar-storage.html).
bool is_columnar(std::string_view format) {
  constexpr auto kColumnar = std::to_array<std::string_view>({"parquet", "orc", "iceberg", "delta"});
  return std::ranges::find(kColumnar, format) != kColumnar.end();
}

Quantity bytes_of_a_reading(const Held& held, const Assignment& assignment) {
  const Quantity size = assignment.mean(held.data->size);
  const Quantity share = assignment.mean(held.data->read_share);
  Quantity bytes{Dimension::Bytes, size.low * share.low, size.high * share.high};
  if (!is_columnar(held.format())) return bytes;
  const Quantity all = assignment.mean(held.data->columns);
  const Quantity read = assignment.mean(held.data->columns_read);
  bytes.low *= std::min(1.0, read.low / all.high);
  bytes.high *= std::min(1.0, read.high / all.low);
  return bytes;
}

}  // namespace plumbline
