// Limits, timings, prices, operations and instance types: everything that becomes a fact.
#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <string>

#include "engine/base/range.hpp"
#include "engine/catalog/loader/fields.hpp"
#include "engine/catalog/units.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline {
namespace {

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kUnlimited = -1.0;  // how the material writes "no published limit"

std::vector<std::string_view> on_exceed_words() {
  std::vector<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(OnExceed::Degrade); ++i) {
    words.push_back(on_exceed_name(static_cast<OnExceed>(i)));
  }
  return words;
}

// `service.name`, kept.
std::string_view fact_id(const Reading& reading, std::string_view service, std::string_view name) {
  std::string id(service);
  id.append(".").append(name);
  return reading.keep(id);
}

std::string_view section_word(FactGroup group) {
  if (group == FactGroup::Timing) return "the timing";
  return group == FactGroup::Price ? "the price" : "the limit";
}

void check_measure(const Cursor& item, const Fact& fact) {
  const std::optional<Cursor> written = item.get("governs", "governs");
  if (!written) return;
  const MeasureInfo* measure = find_measure(fact.group, fact.governs);
  if (measure == nullptr) {
    std::vector<std::string_view> known;
    for (const MeasureInfo& one : all_measures()) {
      if (one.group == fact.group) known.push_back(one.name);
    }
    (void)written->word(known, "a measure of this section");
    return;
  }
  if (measure->dimension && *measure->dimension != fact.dimension) {
    refuse(*written,
           "'" + std::string(fact.governs) + "' is " +
               std::string(dimension_name(*measure->dimension)) + ", but the unit '" +
               std::string(fact.unit) + "' is of " + std::string(dimension_name(fact.dimension)),
           "Correct the unit or the measure.");
  }
}

// What `id`, `mode`, `unit`, `governs`, the validity and the source say; the number is the
// section's own affair. The unit's factor is left in `factor`.
std::optional<Fact> read_common(const Reading& reading, const Cursor& item, FactGroup group,
                                const ServiceDraft& service, double& factor) {
  Fact fact;
  fact.group = group;
  fact.service = service.head.name;
  fact.name = read_text(reading, item, "id", Presence::Needed);
  if (fact.name.empty()) return std::nullopt;
  fact.id = fact_id(reading, fact.service, fact.name);
  fact.p99 = kNoNumber;
  fact.written_p99 = kNoNumber;
  fact.unit = read_text(reading, item, "unit", Presence::Needed);
  const Prefixes prefixes = read_flag(item, "binary") ? Prefixes::Binary : Prefixes::Decimal;
  if (const auto unit = item.get("unit", "unit"); unit && !fact.unit.empty()) {
    const std::optional<CatalogUnit> known = find_unit(fact.unit, prefixes);
    if (!known) {
      unit->report_wrong_type(
          prefixes == Prefixes::Binary ? "KB, MB, GB or TB beside 'binary'" : "a unit",
          "Write s, MB, requests/s, USD-per-1M-requests or a lower-case word.");
    } else {
      fact.dimension = known->dimension;
      factor = known->factor;
    }
  }
  fact.governs = read_text(reading, item, "governs", Presence::Needed);
  check_measure(item, fact);
  fact.since = read_day(reading, item, "since");
  fact.until = read_day(reading, item, "until");
  const Sourcing sourcing = read_sourcing(reading, item);
  fact.source = sourcing.source;
  fact.as_of = sourcing.as_of;
  fact.confidence = sourcing.confidence;
  fact.note = read_text(reading, item, "note");
  return fact;
}

// One fact for each mode that the item names; `any` when it names none.
void add_for_modes(const Reading& reading, const Cursor& item, Fact fact, ServiceDraft& service) {
  const std::optional<Cursor> modes = item.get("mode", "mode");
  if (!modes) {
    fact.mode = "any";
    service.facts.push_back(fact);
    return;
  }
  for (const Cursor& mode : modes->list()) {
    const std::optional<std::string_view> text = mode.text();
    if (!text) continue;
    fact.mode = reading.keep(*text);
    reading.refer(Reference::To::Mode, fact.mode, mode, fact.service);
    service.facts.push_back(fact);
  }
}

std::string_view read_qualifier(const Reading& reading, const Cursor& item,
                                std::initializer_list<std::string_view> keys) {
  std::string_view qualifier;
  for (const std::string_view key : keys) {
    const std::string_view written = read_text(reading, item, key);
    if (written.empty()) continue;
    if (!qualifier.empty()) {
      refuse(item, "'" + std::string(key) + "' stands beside another key that tells cases apart",
             "Keep one of pool, instance and case.");
    }
    qualifier = written;
  }
  return qualifier;
}

// Work that is paid by its time is billed in steps of time, all else in steps of bytes.
Dimension billed_by(std::string_view measure) {
  return measure == "gb-seconds" || measure.ends_with("-hours") ? Dimension::Time
                                                                : Dimension::Bytes;
}

// A positive amount, or 0 where the key is not there.
double read_amount(const Cursor& item, std::string_view key, Dimension dimension) {
  const std::optional<Cursor> written = item.get(key, key);
  if (!written) return 0.0;
  const double amount = written->quantity(dimension).value_or(1.0);
  if (!(amount > 0.0)) {
    refuse(*written, "it must be more than 0", "Leave the key out where there is none.");
  }
  return amount;
}

template <class ReadOne>
void read_list(const Reading& reading, const Cursor& list, FactGroup group, ReadOne read_one) {
  if (!list.is_sequence()) {
    list.report_wrong_type("a list", "Begin each entry with '- id: ...'.");
    return;
  }
  for (const Cursor& item : list.list()) {
    const Node* id = item.is_map() ? item.node().find("id") : nullptr;
    const std::string_view name = id != nullptr ? id->text : std::string_view{"?"};
    read_one(Cursor(item.node(), reading.named(section_word(group), name), item.findings()));
  }
}

}  // namespace

void read_limits(const Reading& reading, const Cursor& list, ServiceDraft& service) {
  const std::vector<std::string_view> outcomes = on_exceed_words();
  read_list(reading, list, FactGroup::Limit, [&](const Cursor& item) {
    if (!item.expect_map({"id", "mode", "value", "unit", "binary", "governs", "pool", "case",
                          "minimum", "scope", "adjustable", "on-exceed", "since", "until", "source",
                          "as-of", "confidence", "note"})) {
      return;
    }
    double factor = 1.0;
    std::optional<Fact> fact = read_common(reading, item, FactGroup::Limit, service, factor);
    const std::optional<double> value = read_number(item, "value");
    if (!fact || !value) return;
    fact->written_value = *value;
    fact->unlimited = *value == kUnlimited;
    fact->value = fact->unlimited ? kInfinity : *value * factor;
    if (std::isnan(*value) || (*value < 0.0 && !fact->unlimited)) {
      refuse(item, "a limit must be a number of at least 0, or -1 where none is published",
             "Write -1 for 'no published limit'.");
    }
    fact->qualifier = read_qualifier(reading, item, {"pool", "case"});
    fact->is_minimum = read_flag(item, "minimum");
    fact->adjustable = read_flag(item, "adjustable");
    fact->scope = read_text(reading, item, "scope");
    fact->on_exceed = static_cast<OnExceed>(
        read_word(item, "on-exceed", outcomes, "an outcome", 0, Presence::Needed));
    add_for_modes(reading, item, *fact, service);
  });
}

void read_timings(const Reading& reading, const Cursor& list, ServiceDraft& service) {
  read_list(reading, list, FactGroup::Timing, [&](const Cursor& item) {
    if (!item.expect_map({"id", "mode", "p50", "p99", "unit", "binary", "governs", "case", "since",
                          "until", "source", "as-of", "confidence", "note"})) {
      return;
    }
    double factor = 1.0;
    std::optional<Fact> fact = read_common(reading, item, FactGroup::Timing, service, factor);
    const std::optional<double> p50 = read_number(item, "p50");
    const std::optional<double> p99 = read_number(item, "p99");
    if (!fact || !p50 || !p99) return;
    fact->written_value = *p50;
    fact->written_p99 = *p99;
    fact->value = *p50 * factor;
    fact->p99 = *p99 * factor;
    if (*p99 < *p50) refuse(item, "the p99 is below the p50", "Correct one of the two.");
    fact->qualifier = read_qualifier(reading, item, {"case"});
    add_for_modes(reading, item, *fact, service);
  });
}

void read_prices(const Reading& reading, const Cursor& list, ServiceDraft& service) {
  read_list(reading, list, FactGroup::Price, [&](const Cursor& item) {
    if (!item.expect_map({"id", "mode", "value", "unit", "governs", "instance", "case", "step",
                          "at-least", "above", "start-is-free", "since", "until", "source", "as-of",
                          "confidence", "note"})) {
      return;
    }
    double factor = 1.0;
    std::optional<Fact> fact = read_common(reading, item, FactGroup::Price, service, factor);
    const std::optional<double> value = read_number(item, "value");
    if (!fact || !value) return;
    fact->written_value = *value;
    fact->value = *value * factor;
    if (!(*value >= 0.0)) refuse(item, "a price must be at least 0", "Correct the value.");
    fact->qualifier = read_qualifier(reading, item, {"instance", "case"});
    fact->step = read_amount(item, "step", billed_by(fact->governs));
    fact->least = read_amount(item, "at-least", billed_by(fact->governs));
    fact->above = read_amount(item, "above", Dimension::Count);
    fact->start_is_free = read_flag(item, "start-is-free");
    add_for_modes(reading, item, *fact, service);
  });
}

void read_operations(const Reading& reading, const Cursor& list, ServiceDraft& service,
                     Presence keys) {
  constexpr std::string_view kOurs =
      "Plumbline's own classification of what the documentation describes.";
  std::vector<std::string_view> known = {"mode", "source", "as-of", "confidence", "note"};
  for (const OperationInfo& operation : all_operations()) known.push_back(operation.key);
  for (const Cursor& entry : list.list()) {
    const Cursor item(entry.node(), "an operations entry", entry.findings());
    if (!item.expect_map(known)) continue;
    const Sourcing sourcing = read_sourcing(reading, item);
    const std::string_view note = read_text(reading, item, "note");
    for (const OperationInfo& operation : all_operations()) {
      if (keys == Presence::Optional && item.node().find(operation.key) == nullptr) continue;
      Fact fact;
      fact.group = FactGroup::Operation;
      fact.service = service.head.name;
      fact.name = reading.keep("operations." + std::string(operation.key));
      fact.id = fact_id(reading, fact.service, fact.name);
      const std::size_t rank =
          read_word(item, operation.key, operation.words, "a known amount of work", 0, keys);
      if (rank >= operation.words.size()) continue;
      fact.word = reading.keep(operation.words[rank]);
      fact.value = static_cast<double>(rank);
      fact.written_value = fact.value;
      fact.p99 = kNoNumber;
      fact.written_p99 = kNoNumber;
      fact.unit = "word";
      fact.governs = reading.keep(operation.key);
      fact.scope = "per-component";
      fact.source = sourcing.source;
      fact.as_of = sourcing.as_of;
      fact.confidence = sourcing.confidence;
      fact.note = note.empty() ? kOurs : note;
      add_for_modes(reading, item, fact, service);
    }
  }
}

void read_instances(const Reading& reading, const Cursor& list, ServiceDraft& service) {
  struct Property {
    std::string_view key;
    Dimension dimension;
    std::string_view unit;
  };
  constexpr std::array kProperties = {Property{"vcpus", Dimension::Count, "vcpus"},
                                      Property{"memory", Dimension::Bytes, "bytes"},
                                      Property{"gpus", Dimension::Count, "gpus"},
                                      Property{"gpu-memory", Dimension::Bytes, "bytes"}};
  for (const Cursor& entry : list.list()) {
    const Node* type_node = entry.is_map() ? entry.node().find("type") : nullptr;
    const Cursor item(
        entry.node(),
        reading.named("the instance type", type_node != nullptr ? type_node->text : "?"),
        entry.findings());
    if (!item.expect_map({"type", "vcpus", "memory", "gpus", "gpu-memory", "source", "as-of",
                          "confidence", "note"})) {
      continue;
    }
    const std::string_view type = read_text(reading, item, "type", Presence::Needed);
    const Sourcing sourcing = read_sourcing(reading, item);
    for (const Property& property : kProperties) {
      const std::optional<Cursor> value = item.need(property.key, property.key, "memory: 8 GiB");
      if (!value || type.empty()) continue;
      const std::optional<double> amount = value->quantity(property.dimension);
      if (!amount) continue;
      Fact fact;
      fact.group = FactGroup::Limit;
      fact.service = service.head.name;
      fact.name = reading.keep(std::string(type) + "." + std::string(property.key));
      fact.id = fact_id(reading, fact.service, fact.name);
      fact.mode = "any";
      fact.dimension = property.dimension;
      fact.value = *amount;
      fact.written_value = *amount;
      fact.p99 = kNoNumber;
      fact.written_p99 = kNoNumber;
      fact.unit = property.unit;
      fact.governs = property.key;
      fact.qualifier = type;
      fact.on_exceed = OnExceed::Fail;
      fact.scope = "per-instance";
      fact.source = sourcing.source;
      fact.as_of = sourcing.as_of;
      fact.confidence = sourcing.confidence;
      fact.note = read_text(reading, item, "note");
      service.facts.push_back(fact);
    }
  }
}

}  // namespace plumbline
