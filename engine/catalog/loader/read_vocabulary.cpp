// The words that services share: mechanisms, functions, and the plausible ranges of unknowns.
#include <string>

#include "engine/base/quantity.hpp"
#include "engine/catalog/loader/fields.hpp"
#include "engine/catalog/words.hpp"

namespace plumbline {
namespace {

// An entry of the same name is replaced, others stay.
template <class T>
void put(std::vector<T>& table, std::string_view T::*key, const T& entry) {
  for (T& known : table) {
    if (known.*key == entry.*key) {
      known = entry;
      return;
    }
  }
  table.push_back(entry);
}

template <class ReadOne>
void read_entries(const Reading& reading, const Cursor& map, std::string_view what,
                  std::initializer_list<std::string_view> keys, ReadOne read_one) {
  if (!map.is_map()) {
    map.report_wrong_type("a map", "Write one entry a name.");
    return;
  }
  for (const Entry& entry : map.node().entries) {
    const Cursor item(*entry.value, reading.named(what, entry.key), map.findings());
    if (item.expect_map(keys)) read_one(reading.keep(entry.key), item);
  }
}

// Other mechanisms, which must exist.
std::span<const std::string_view> read_likes(const Reading& reading, const Cursor& mechanism) {
  if (const std::optional<Cursor> like = mechanism.get("like", "like")) {
    for (const Cursor& item : like->list()) {
      if (const auto name = item.text()) {
        reading.refer(Reference::To::Mechanism, reading.keep(*name), item);
      }
    }
  }
  return read_texts(reading, mechanism, "like");
}

}  // namespace

void read_mechanisms(const Reading& reading, const Cursor& map) {
  read_entries(reading, map, "the mechanism", {"aliases", "meaning", "starts-work", "like"},
               [&](std::string_view name, const Cursor& item) {
                 put(reading.draft.mechanisms, &MechanismInfo::name,
                     {name, read_texts(reading, item, "aliases"),
                      read_text(reading, item, "meaning", Presence::Needed),
                      read_flag(item, "starts-work", true), read_likes(reading, item)});
               });
}

void read_capabilities(const Reading& reading, const Cursor& map) {
  read_entries(reading, map, "the function", {"meaning", "mistaken-for"},
               [&](std::string_view name, const Cursor& item) {
                 put(reading.draft.capabilities, &CapabilityInfo::name,
                     {name, read_text(reading, item, "meaning", Presence::Needed),
                      read_text(reading, item, "mistaken-for")});
               });
}

void read_plausible(const Reading& reading, const Cursor& map) {
  const auto dimensions = std::span<const std::string_view>(catalog_words::kSettingTypes)
                               .first(catalog_words::kQuantityTypes);
  const auto read_one = [&](std::string_view path, const Cursor& item) {
    PlausibleRange range;
    range.path = path;
    range.dimension = static_cast<Dimension>(
        read_word(item, "dimension", dimensions, "a dimension", 0, Presence::Needed));
    const std::optional<Cursor> low = item.need("low", "low", "low: 1 ms");
    const std::optional<Cursor> high = item.need("high", "high", "high: 1 h");
    range.because = read_text(reading, item, "because", Presence::Needed);
    if (!low || !high) return;
    const std::optional<double> least = low->quantity(range.dimension);
    const std::optional<double> most = high->quantity(range.dimension);
    if (!least || !most) return;
    range.low = *least;
    range.high = *most;
    range.written_low = reading.keep(low->node().text);
    range.written_high = reading.keep(high->node().text);
    if (range.low > range.high) {
      refuse(item, "'low' is above 'high'", "Exchange the two values.");
    }
    put(reading.draft.plausible, &PlausibleRange::path, range);
  };
  read_entries(reading, map, "the range", {"dimension", "low", "high", "because"}, read_one);
}

}  // namespace plumbline
