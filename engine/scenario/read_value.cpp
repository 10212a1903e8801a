// The forms of a quantity. A spread is kept as its mean and its 99th percentile:
//   {p50, p99} and {mean, cv} are lognormal (mean = p50 exp(s^2/2), p99 = p50 exp(z s), cv^2 =
//   exp(s^2) - 1; N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions 1,
//   chapter 14), {between} is uniform.
#include "engine/scenario/read_value.hpp"

#include <array>
#include <cmath>

namespace plumbline::scenario_reading {
namespace {

constexpr double kNormal99 = 2.3263478740408408;  // 99th percentile of the standard normal

// One value and two bounds of each dimension, for examples in its own units.
struct Examples {
  std::string_view one;
  std::string_view low;
  std::string_view high;
};
Examples examples_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::Count:
      return {"3", "2", "5"};
    case Dimension::Time:
      return {"3 s", "1 s", "4 s"};
    case Dimension::Bytes:
      return {"200 KB", "100 KB", "4 MB"};
    case Dimension::Rate:
      return {"40/day", "1/s", "5/s"};
    case Dimension::ByteRate:
      return {"5 MB/s", "1 MB/s", "8 MB/s"};
    case Dimension::Money:
      return {"$5", "$1", "$8"};
    case Dimension::MoneyRate:
      return {"$120/month", "$100/month", "$200/month"};
    case Dimension::Ratio:
      return {"99.9 %", "10 %", "40 %"};
  }
  return {};
}

// How a quantity can be written.
std::string forms_of(const Wanted& wanted) {
  const Examples examples = examples_of(wanted.dimension);
  const std::string one(examples.one);
  const std::string low(examples.low);
  const std::string high(examples.high);
  std::string text = "Write " + one + ", unknown, {unknown: true, between: [" + low + ", " + high +
                     "]} or {assume: " + one + ", because: ...}";
  if (wanted.spread == Spread::Allowed) {
    text += "; what varies is {between: [" + low + ", " + high + "]}, {p50: " + low +
            ", p99: " + high + "} or {mean: " + one + ", cv: 1.5}";
  }
  return text + ".";
}

std::string between_example(Dimension dimension) {
  const Examples examples = examples_of(dimension);
  return "Write {between: [" + std::string(examples.low) + ", " + std::string(examples.high) +
         "]}.";
}

struct Pair {
  double first = 0.0;
  double second = 0.0;
};

Value value_of(const Wanted& wanted, Origin origin, SourceRange place, double mean, double p99) {
  Value value;
  value.mean = Quantity::exactly(wanted.dimension, mean);
  value.p99 = Quantity::exactly(wanted.dimension, p99);
  value.origin = origin;
  value.of_the_world = wanted.of_the_world;
  value.place = place;
  value.path = wanted.path;
  return value;
}

std::optional<double> read_part(const Cursor& map, std::string_view key, Dimension dimension,
                                const Wanted& wanted) {
  if (map.node().find(key) == nullptr) {
    (void)map.need(key, key, forms_of(wanted));
    return std::nullopt;
  }
  const std::optional<Cursor> part = map.get(key, key);
  return part ? part->quantity(dimension) : std::nullopt;
}

// A value whose moments overflow, or whose parts contradict each other.
void refuse_spread(Reading& reading, const Cursor& map, std::string reason) {
  reading.contradiction(map.place(), std::move(reason), "Correct one of the two.");
}

std::optional<Value> spread_of(Reading& reading, const Cursor& map, const Wanted& wanted,
                               double mean, double p99) {
  if (!std::isfinite(mean) || !std::isfinite(p99)) {
    refuse_spread(reading, map, "a spread this wide has no finite mean");
    return std::nullopt;
  }
  return value_of(wanted, Origin::Stated, map.place(), mean, p99);
}

std::optional<Value> read_percentiles(Reading& reading, const Cursor& map, const Wanted& wanted) {
  if (!map.expect_map({"p50", "p99"})) return std::nullopt;
  const auto p50 = read_part(map, "p50", wanted.dimension, wanted);
  const auto p99 = read_part(map, "p99", wanted.dimension, wanted);
  if (!p50 || !p99) return std::nullopt;
  if (*p99 < *p50) {
    refuse_spread(reading, map, "the 99th percentile is below the median");
    return std::nullopt;
  }
  if (*p99 == *p50) return value_of(wanted, Origin::Stated, map.place(), *p50, *p99);
  const double s = std::log(*p99 / *p50) / kNormal99;
  return spread_of(reading, map, wanted, *p50 * std::exp(s * s / 2.0), *p99);
}

std::optional<Value> read_moments(Reading& reading, const Cursor& map, const Wanted& wanted) {
  if (!map.expect_map({"mean", "cv"})) return std::nullopt;
  const auto mean = read_part(map, "mean", wanted.dimension, wanted);
  const auto cv = read_part(map, "cv", Dimension::Count, wanted);
  if (!mean || !cv) return std::nullopt;
  const double variance = std::log1p(*cv * *cv);
  const double p99 = *mean * std::exp(kNormal99 * std::sqrt(variance) - variance / 2.0);
  return spread_of(reading, map, wanted, *mean, p99);
}

// `between: [low, high]` of a map.
std::optional<Pair> read_bounds(Reading& reading, const Cursor& map, Dimension dimension) {
  const std::optional<Cursor> between = map.get("between", "between");  // it is there
  if (!between->is_sequence() || between->node().items.size() != 2) {
    between->report_wrong_type("a list of two values", between_example(dimension));
    return std::nullopt;
  }
  const auto low = Cursor(*between->node().items[0], "between", map.findings()).quantity(dimension);
  const auto high =
      Cursor(*between->node().items[1], "between", map.findings()).quantity(dimension);
  if (!low || !high) return std::nullopt;
  if (*low > *high) {
    reading.contradiction(between->place(), "the first bound of 'between' is above the second",
                          "Write the smaller one first.");
    return std::nullopt;
  }
  return Pair{*low, *high};
}

std::optional<Value> read_uniform(Reading& reading, const Cursor& map, const Wanted& wanted) {
  if (!map.expect_map({"between"})) return std::nullopt;
  const auto bounds = read_bounds(reading, map, wanted.dimension);
  if (!bounds) return std::nullopt;
  const double width = bounds->second - bounds->first;
  return value_of(wanted, Origin::Stated, map.place(), bounds->first + width / 2.0,
                  bounds->first + width * 0.99);
}

std::optional<Value> read_unknown(Reading& reading, const Cursor& map, const Wanted& wanted) {
  if (!map.expect_map({"unknown", "between", "because"})) return std::nullopt;
  const std::optional<Cursor> flag = map.get("unknown", "unknown");
  const std::optional<bool> unknown = flag ? flag->boolean() : std::nullopt;
  if (!unknown) return std::nullopt;
  if (!*unknown) {
    flag->report_wrong_type("true", forms_of(wanted));
    return std::nullopt;
  }
  Value value = unknown_value(reading, wanted);
  if (map.node().find("between") != nullptr) {
    const auto bounds = read_bounds(reading, map, wanted.dimension);
    if (!bounds) return std::nullopt;
    value = range_value(wanted, bounds->first, bounds->second);
  }
  value.place = map.place();
  if (const auto because = map.get("because", "because")) {
    value.because = because->text().value_or(std::string_view{});
  }
  return value;
}

std::optional<Value> read_assumption(Reading& reading, const Cursor& map, const Wanted& wanted) {
  if (!map.expect_map({"assume", "because"})) return std::nullopt;
  const Cursor assumed = *map.get("assume", "assume");
  if (assumed.is_map() && assumed.node().find("assume") != nullptr) {
    assumed.report_wrong_type("a value", forms_of(wanted));
    return std::nullopt;
  }
  if (says(assumed.node(), "unknown")) {
    reading.contradiction(assumed.place(), "what is assumed cannot be unknown",
                          "Write 'unknown' alone, or assume a value.");
    return std::nullopt;
  }
  std::optional<Value> value = read_value(reading, assumed, wanted);
  if (!value) return std::nullopt;
  value->origin = Origin::Assumed;
  value->place = map.place();
  if (const auto because = map.get("because", "because")) {
    value->because = because->text().value_or(std::string_view{});
  }
  reading.assume(wanted.path, map.place());
  return value;
}

using FormReader = std::optional<Value> (*)(Reading&, const Cursor&, const Wanted&);
struct Form {
  std::string_view key;
  FormReader read;
  bool is_spread;
};
// In this order, because `unknown` and `assume` may stand beside keys of other forms.
constexpr std::array<Form, 7> kMapForms = {{
    {"assume", &read_assumption, false},
    {"unknown", &read_unknown, false},
    {"p50", &read_percentiles, true},
    {"p99", &read_percentiles, true},
    {"mean", &read_moments, true},
    {"cv", &read_moments, true},
    {"between", &read_uniform, true},
}};

}  // namespace

bool says(const Node& node, std::string_view word) { return node.is_scalar() && node.text == word; }

Value range_value(const Wanted& wanted, double low, double high) {
  Value value;
  value.mean = {wanted.dimension, low, high};
  value.p99 = value.mean;
  value.origin = Origin::Unknown;
  value.of_the_world = wanted.of_the_world;
  value.path = wanted.path;
  return value;
}

Value unknown_value(const Reading& reading, const Wanted& wanted) {
  const PlausibleRange* range =
      wanted.plausible.empty() ? nullptr : reading.catalog.plausible(wanted.plausible);
  if (range == nullptr || range->dimension != wanted.dimension) {
    return range_value(wanted, 0.0, kInfinity);
  }
  Value value = range_value(wanted, range->low, range->high);
  value.because = range->because;
  return value;
}

std::optional<Value> read_value(Reading& reading, const Cursor& cursor, const Wanted& wanted) {
  if (cursor.is_scalar()) {
    const std::string_view text = cursor.node().text;
    if (text == "unknown") {
      Value value = unknown_value(reading, wanted);
      value.place = cursor.place();
      return value;
    }
    if (text == "free") {
      cursor.report_wrong_type("a value or 'unknown'",
                               "'free' asks for the best legal value of a setting; what the world "
                               "demands is not free.");
      return std::nullopt;
    }
    const std::optional<double> number = cursor.quantity(wanted.dimension);
    if (!number) return std::nullopt;
    return value_of(wanted, Origin::Stated, cursor.place(), *number, *number);
  }
  const bool steady = wanted.spread == Spread::Refused;
  if (cursor.is_map()) {
    for (const Form& form : kMapForms) {
      if ((form.is_spread && steady) || cursor.node().find(form.key) == nullptr) continue;
      return form.read(reading, cursor, wanted);
    }
  }
  cursor.report_wrong_type(dimension_name(wanted.dimension), forms_of(wanted));
  return std::nullopt;
}

bool expect_positive(Reading& reading, const Cursor& cursor, const Value& value,
                     std::string_view example) {
  if (value.mean.low > 0.0) return true;
  std::string reason(cursor.where());
  reading.contradiction(cursor.place(), reason + " cannot be zero", std::string(example));
  return false;
}

}  // namespace plumbline::scenario_reading
