// Data at rest: which parts hold it, how it lies there, when it can be read, how much a reader or a
// query takes of it.
#pragma once

#include <string_view>
#include <vector>

#include "engine/estimate/estimate.hpp"

namespace plumbline {

// One set of data in one part.
struct Held {
  PartId part = kNone;
  const Holding* holding = nullptr;
  const DataSet* data = nullptr;
  [[nodiscard]] std::string_view format() const {
    return holding->format.empty() ? data->format : holding->format;
  }
};

// In written order of the parts.
[[nodiscard]] std::vector<Held> holders_of(const Pipeline& pipeline, DataId data);
[[nodiscard]] std::vector<Held> held_by(const Pipeline& pipeline, PartId part);

// From asking until the first byte: the restoring of an archive; `fact` is nullptr where data can
// be read at once.
[[nodiscard]] Timing time_to_readable(const Part& part);

// Whether a reader can take single columns without reading the rows around them.
[[nodiscard]] bool is_columnar(std::string_view format);

// Bytes of one reading. Of a columnar format only the columns that are asked for.
[[nodiscard]] Quantity bytes_of_a_reading(const Held& held, const Assignment& assignment);

}  // namespace plumbline
