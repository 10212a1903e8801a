// Data at rest: how much there is, in which form, how often it is read, how long it is kept.
#include <array>
#include <optional>

#include "engine/scenario/read_value.hpp"
#include "engine/scenario/read_world.hpp"

namespace plumbline::scenario_reading {
namespace {

struct DataQuantity {
  std::string_view key;
  Value DataSet::*member;
  Dimension dimension;
  std::string_view plausible;
};
constexpr auto kQuantities = std::to_array<DataQuantity>({
    {"size", &DataSet::size, Dimension::Bytes, "data.size"},
    {"objects", &DataSet::objects, Dimension::Count, "data.objects"},
    {"columns", &DataSet::columns, Dimension::Count, "data.columns"},
    {"columns-read", &DataSet::columns_read, Dimension::Count, "data.columns"},
    {"reads", &DataSet::reads, Dimension::Rate, "data.reads"},
    {"read-share", &DataSet::read_share, Dimension::Ratio, "data.read-share"},
    {"keep", &DataSet::keep, Dimension::Time, "data.keep"},
});

constexpr auto kReserved = std::to_array<Reserved>({
    {"structure", "'format'"},
    {"modality", "'format'"},
    {"read", "'reads', for instance 'reads: 1/year', 'seldom' or 'often'"},
    {"grows", "'size' of all that is kept at once, or a workload that writes"},
});

struct DataReading {
  Reading& reading;
  DataSet& data;

  [[nodiscard]] Wanted wanted(const DataQuantity& quantity) const {
    return {.dimension = quantity.dimension,
            .path = reading.path({"data", data.name, quantity.key}),
            .plausible = quantity.plausible,
            .spread = Spread::Refused};
  }
};

void read_quantity(const Cursor& cursor, DataReading& target) {
  for (const DataQuantity& quantity : kQuantities) {
    if (quantity.key != cursor.where()) continue;
    const Wanted wanted = target.wanted(quantity);
    target.data.*quantity.member =
        read_value(target.reading, cursor, wanted).value_or(unknown_value(target.reading, wanted));
    return;
  }
}

// `seldom` and `often` are words without a number: once a month is where the infrequent-access
// storage classes begin (https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html).
void read_reads(const Cursor& cursor, DataReading& target) {
  Wanted wanted = target.wanted(kQuantities[4]);
  for (const std::string_view word : {"seldom", "often"}) {
    if (!says(cursor.node(), word)) continue;
    wanted.plausible = word == "seldom" ? "data.reads.seldom" : "data.reads.often";
    target.data.reads = unknown_value(target.reading, wanted);
    target.data.reads.place = cursor.place();
    return;
  }
  read_quantity(cursor, target);
}

void read_text(const Cursor& cursor, std::string_view& text) {
  text = cursor.text().value_or(std::string_view{});
}

constexpr Key<DataReading> kKeys[] = {
    {"size", &read_quantity},
    {"objects", &read_quantity},
    {"format", [](const Cursor& c, DataReading& t) { read_text(c, t.data.format); }},
    {"columns", &read_quantity},
    {"columns-read", &read_quantity},
    {"reads", &read_reads},
    {"read-share", &read_quantity},
    {"keep", &read_quantity},
    {"label", [](const Cursor& c, DataReading& t) { read_text(c, t.data.label); }},
};

void fill_absent(DataReading& target, const Node& map) {
  for (const DataQuantity& quantity : kQuantities) {
    if (map.is_map() && map.find(quantity.key) != nullptr) continue;
    const Wanted wanted = target.wanted(quantity);
    Value& value = target.data.*quantity.member;
    if (quantity.key == "read-share") {
      value = Value::exactly(Dimension::Ratio, 1.0, Origin::Defaulted);
      value.path = wanted.path;
    } else {
      value = unknown_value(target.reading, wanted);
    }
  }
}

// More columns cannot be read than there are.
void check_columns(DataReading& target) {
  const DataSet& data = target.data;
  if (!data.columns.is_known() || !data.columns_read.is_known()) return;
  if (data.columns_read.mean.low <= data.columns.mean.high) return;
  target.reading.contradiction(data.columns_read.place,
                               quoted(data.name) + " has fewer columns than are read",
                               "'columns' counts all of them, 'columns-read' those that one "
                               "reading is after.");
}

}  // namespace

void read_data(Reading& reading, const Node& map) {
  if (map.is_null()) return;
  if (!expect_map(reading, map, {"'data'", {}}, "data: {raw: {size: 10 TB, reads: 1/year}}")) {
    reading.data_broken = true;
    return;
  }
  World& world = reading.scenario.world;
  world.data.reserve(map.entries.size());
  for (const Entry& entry : map.entries) {
    if (!reading.goes_on()) break;
    if (!check_name(reading, entry.key, entry.key_place, "the name of data", Dots::Refused)) {
      continue;
    }
    DataSet& data = world.data.emplace_back();
    data.name = entry.key;
    data.place = entry.key_place;
    DataReading target{reading, data};
    const Named where{"the data", entry.key};
    if (!entry.value->is_null() &&
        expect_map(reading, *entry.value, where,
                   "Write {size: 10 TB, format: csv}, or {} if nothing is known.")) {
      read_keys(reading, *entry.value, where, kKeys, kReserved, target);
    }
    fill_absent(target, *entry.value);
    check_columns(target);
  }
  world.data_index.build(world.data);
}

}  // namespace plumbline::scenario_reading
