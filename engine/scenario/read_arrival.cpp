// How items come: each form of `arrive:` gives a long-run rate and a peak.
#include <algorithm>
#include <array>
#include <string>

#include "engine/scenario/read_value.hpp"
#include "engine/scenario/read_world.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::string_view kPlausibleRate = "workloads.rate";
constexpr std::string_view kPlausibleSpell = "workloads.spell";
constexpr std::string_view kForms =
    "Write {period: 3 s}, {rate: 40/day}, {poisson: 5/s}, {burst: 300/s, for: 10 min, every: 1 "
    "day}, {low: 5/s, high: 500/s}, {busy: 300/s, for: 10 min, idle: 50 min}, {profile: [5/s, "
    "80/s, 20/s], every: 1 day}, {from: 5/s, ramp-to: 500/s, over: 10 min}, {bulk: 10000000, every: "
    "1 day}, {once-at-a-time: true} or unknown.";

// One arrival that is being read.
struct Arriving {
  Reading& reading;
  const Cursor& map;
  std::string_view path;  // "workloads.documents.arrive"
  Arrival arrival;

  [[nodiscard]] Wanted wanted(std::string_view key, Dimension dimension,
                              std::string_view plausible = {}) const {
    return {.dimension = dimension, .path = reading.path({path, key}), .plausible = plausible};
  }
  // The quantity under a key that must be there; zero is refused.
  [[nodiscard]] std::optional<Value> need(std::string_view key, Dimension dimension,
                                          std::string_view example,
                                          std::string_view plausible = {}) const {
    const std::optional<Cursor> cursor = map.need(key, key, example);
    if (!cursor) return std::nullopt;
    std::optional<Value> value = read_value(reading, *cursor, wanted(key, dimension, plausible));
    if (!value || !expect_positive(reading, *cursor, *value, example)) return std::nullopt;
    return value;
  }
};

Origin weaker(Origin a, Origin b) {
  if (a == Origin::Unknown || b == Origin::Unknown) return Origin::Unknown;
  return a == Origin::Assumed || b == Origin::Assumed ? Origin::Assumed : Origin::Stated;
}

// A rate that follows from other values of the arrival.
Value derived_rate(const Arriving& arriving, double low, double high, Origin origin) {
  Value rate = range_value(arriving.wanted("rate", Dimension::Rate), low, high);
  rate.origin = origin;
  rate.place = arriving.map.place();
  return rate;
}

// How often something comes back; not said: once, which is after any time.
std::optional<Value> read_every(const Arriving& arriving) {
  if (arriving.map.node().find("every") == nullptr) {
    return range_value(arriving.wanted("every", Dimension::Time), 0.0, kInfinity);
  }
  return arriving.need("every", Dimension::Time, "every: 1 day");
}

// The time between two items when nobody knows it: the inverse of the plausible rate.
Value unknown_period(const Arriving& arriving, const Cursor& cursor) {
  const Value rate =
      unknown_value(arriving.reading, arriving.wanted("rate", Dimension::Rate, kPlausibleRate));
  Value period = range_value(arriving.wanted("period", Dimension::Time), 1.0 / rate.mean.high,
                             1.0 / rate.mean.low);
  period.place = cursor.place();
  period.because = rate.because;
  return period;
}

bool read_period(Arriving& arriving) {
  constexpr std::string_view kExample = "arrive: {period: 3 s}";
  const Cursor cursor = *arriving.map.get("period", "period");  // the form is known by it
  std::optional<Value> period =
      read_value(arriving.reading, cursor, arriving.wanted("period", Dimension::Time));
  if (!period) return false;
  if (period->is_unknown() && period->mean.high == kInfinity) {
    period = unknown_period(arriving, cursor);
  }
  if (!expect_positive(arriving.reading, cursor, *period, kExample)) return false;
  Arrival& arrival = arriving.arrival;
  arrival.interval = *period;
  arrival.rate =
      derived_rate(arriving, 1.0 / period->mean.high, 1.0 / period->mean.low, period->origin);
  arrival.rate.because = period->because;
  arrival.peak = arrival.rate;
  return true;
}

bool read_steady(Arriving& arriving, std::string_view key, std::string_view example) {
  const auto rate = arriving.need(key, Dimension::Rate, example, kPlausibleRate);
  if (!rate) return false;
  arriving.arrival.rate = *rate;
  arriving.arrival.peak = *rate;
  return true;
}

bool read_rate(Arriving& arriving) {
  return read_steady(arriving, "rate", "arrive: {rate: 40/day}");
}
bool read_poisson(Arriving& arriving) {
  return read_steady(arriving, "poisson", "arrive: {poisson: 5/s}");
}

bool read_burst(Arriving& arriving) {
  constexpr std::string_view kExample = "arrive: {burst: 300/s, for: 10 min, every: 1 day}";
  const auto peak = arriving.need("burst", Dimension::Rate, kExample, kPlausibleRate);
  const auto duration = arriving.need("for", Dimension::Time, kExample);
  const auto every = read_every(arriving);
  if (!peak || !duration || !every) return false;
  if (every->mean.high < duration->mean.low) {
    arriving.reading.contradiction(arriving.map.place(),
                                   "a burst begins again before the one before it has ended",
                                   "Make 'every' longer than 'for', or state a rate.");
    return false;
  }
  Arrival& arrival = arriving.arrival;
  arrival.peak = *peak;
  arrival.duration = *duration;
  arrival.interval = *every;
  const Quantity items{Dimension::Count, peak->mean.low * duration->mean.low,
                       peak->mean.high * duration->mean.high};
  arrival.items = range_value(arriving.wanted("items", Dimension::Count), items.low, items.high);
  arrival.items.origin = weaker(peak->origin, duration->origin);
  const double shortest = std::max(every->mean.low, duration->mean.low);
  arrival.rate = derived_rate(arriving, items.low / every->mean.high, items.high / shortest,
                              weaker(arrival.items.origin, every->origin));
  return true;
}

bool read_levels(Arriving& arriving) {
  constexpr std::string_view kExample = "arrive: {low: 5/s, high: 500/s}";
  const auto low = arriving.need("low", Dimension::Rate, kExample, kPlausibleRate);
  const auto high = arriving.need("high", Dimension::Rate, kExample, kPlausibleRate);
  if (!low || !high) return false;
  if (low->mean.low > high->mean.high) {
    arriving.reading.contradiction(arriving.map.place(), "the low level is above the high one",
                                   "Exchange the two.");
    return false;
  }
  arriving.arrival.peak = *high;
  arriving.arrival.rate = derived_rate(arriving, low->mean.low, high->mean.high, Origin::Unknown);
  arriving.arrival.rate.because = "Nothing is said of how the time divides between the two levels.";
  return true;
}

// Busy and idle times take turns; of each only the usual length is known.
bool read_on_off(Arriving& arriving) {
  constexpr std::string_view kExample = "arrive: {busy: 300/s, for: 10 min, idle: 50 min}";
  const auto busy = arriving.need("busy", Dimension::Rate, kExample, kPlausibleRate);
  const auto duration = arriving.need("for", Dimension::Time, kExample);
  const auto idle = arriving.need("idle", Dimension::Time, kExample, kPlausibleSpell);
  if (!busy || !duration || !idle) return false;
  Arrival& arrival = arriving.arrival;
  arrival.peak = *busy;
  arrival.duration = *duration;
  arrival.interval = *idle;
  const double least = duration->mean.low / (duration->mean.low + idle->mean.high);
  const double most = duration->mean.high / (duration->mean.high + idle->mean.low);
  arrival.rate = derived_rate(arriving, busy->mean.low * least, busy->mean.high * most,
                              weaker(weaker(busy->origin, duration->origin), idle->origin));
  return true;
}

bool read_profile(Arriving& arriving) {
  constexpr std::string_view kExample = "arrive: {profile: [5/s, 80/s, 20/s], every: 1 day}";
  const Cursor list = *arriving.map.get("profile", "profile");  // the form is known by it
  const auto every = read_every(arriving);
  if (!every) return false;
  Arrival& arrival = arriving.arrival;
  arrival.interval = *every;
  Quantity sum = Quantity::exactly(Dimension::Rate, 0.0);
  Origin origin = Origin::Stated;
  std::size_t index = 0;
  for (const Cursor& item : list.list()) {
    const std::string key = "profile." + std::to_string(++index);
    const auto level = read_value(arriving.reading, item, arriving.wanted(key, Dimension::Rate, kPlausibleRate));
    if (!level) return false;
    arrival.levels.push_back(*level);
    sum.low += level->mean.low;
    sum.high += level->mean.high;
    origin = weaker(origin, level->origin);
    if (index == 1 || level->mean.high > arrival.peak.mean.high) arrival.peak = *level;
  }
  if (arrival.levels.size() < 2 || arrival.peak.mean.high <= 0.0) {
    list.report_wrong_type("a list of two or more rates, not all of them zero", kExample);
    return false;
  }
  const auto parts = static_cast<double>(arrival.levels.size());
  arrival.rate = derived_rate(arriving, sum.low / parts, sum.high / parts, origin);
  return true;
}

// It stays at the top, so in the long run it is all top.
bool read_ramp(Arriving& arriving) {
  constexpr std::string_view kExample = "arrive: {from: 5/s, ramp-to: 500/s, over: 10 min}";
  const auto from = arriving.need("from", Dimension::Rate, kExample, kPlausibleRate);
  const auto to = arriving.need("ramp-to", Dimension::Rate, kExample, kPlausibleRate);
  const auto over = arriving.need("over", Dimension::Time, kExample);
  if (!from || !to || !over) return false;
  if (from->mean.low > to->mean.high) {
    arriving.reading.contradiction(arriving.map.place(), "the ramp goes down",
                                   "Write {low: 5/s, high: 500/s} for what rises and falls.");
    return false;
  }
  arriving.arrival.levels = {*from, *to};
  arriving.arrival.duration = *over;
  arriving.arrival.rate = *to;
  arriving.arrival.peak = *to;
  return true;
}

bool read_bulk(Arriving& arriving) {
  const auto items = arriving.need("bulk", Dimension::Count,
                                   "arrive: {bulk: 10000000, every: 1 day}", "data.items");
  const auto every = read_every(arriving);
  if (!items || !every) return false;
  Arrival& arrival = arriving.arrival;
  arrival.items = *items;
  arrival.interval = *every;
  // What comes once has a mean rate below any bound, if one only looks on for long enough.
  const double highest = every->mean.low > 0.0 ? items->mean.high / every->mean.low : kInfinity;
  arrival.rate = derived_rate(arriving, items->mean.low / every->mean.high, highest,
                              weaker(items->origin, every->origin));
  if (highest == kInfinity) arrival.rate.because = "Nothing is said of how often it comes.";
  arrival.peak = arrival.rate;
  return true;
}

bool read_once(Arriving& arriving) {
  const std::optional<Cursor> flag = arriving.map.get("once-at-a-time", "once-at-a-time");
  const std::optional<bool> once = flag->boolean();
  if (!once) return false;
  if (!*once) {
    flag->report_wrong_type("true", kForms);
    return false;
  }
  arriving.arrival.rate = derived_rate(arriving, 0.0, kInfinity, Origin::Unknown);
  arriving.arrival.rate.because = "The next item comes when the last one is done.";
  arriving.arrival.peak = arriving.arrival.rate;
  return true;
}

struct Form {
  std::string_view key;  // by which the form is recognised
  ArrivalForm form;
  std::array<std::string_view, 3> keys;
  bool (*read)(Arriving& arriving);
};
constexpr std::array<Form, 11> kArrivalForms = {{
    {"period", ArrivalForm::Period, {"period"}, &read_period},
    {"rate", ArrivalForm::Rate, {"rate"}, &read_rate},
    {"poisson", ArrivalForm::Poisson, {"poisson"}, &read_poisson},
    {"burst", ArrivalForm::Burst, {"burst", "for", "every"}, &read_burst},
    {"low", ArrivalForm::Levels, {"low", "high"}, &read_levels},
    {"high", ArrivalForm::Levels, {"low", "high"}, &read_levels},
    {"busy", ArrivalForm::OnOff, {"busy", "for", "idle"}, &read_on_off},
    {"profile", ArrivalForm::Profile, {"profile", "every"}, &read_profile},
    {"ramp-to", ArrivalForm::Ramp, {"from", "ramp-to", "over"}, &read_ramp},
    {"bulk", ArrivalForm::Bulk, {"bulk", "every"}, &read_bulk},
    {"once-at-a-time", ArrivalForm::Once, {"once-at-a-time"}, &read_once},
}};
constexpr auto kReserved = std::to_array<Reserved>({
    {"ramp", "{from: 5/s, ramp-to: 500/s, over: 10 min}"},
    {"on", "{busy: 300/s, for: 10 min, idle: 50 min}"},
    {"trace", "{burst: 300/s, for: 10 min, every: 1 day}"},
    {"steps", "{low: 5/s, high: 500/s}"},
});

const Form* form_of(const Node& map) {
  for (const Form& form : kArrivalForms) {
    if (map.find(form.key) != nullptr) return &form;
  }
  return nullptr;
}

// Keys that do not belong to the form: another form, or a misspelling.
bool check_keys(Reading& reading, const Cursor& map, const Form& form) {
  std::vector<std::string_view> known;
  for (const std::string_view key : form.keys) {
    if (!key.empty()) known.push_back(key);
  }
  bool fits = true;
  for (const Entry& entry : map.node().entries) {
    if (std::ranges::find(known, entry.key) != known.end()) continue;
    fits = false;
    const bool other_form = std::ranges::any_of(
        kArrivalForms, [&](const Form& other) { return other.key == entry.key; });
    if (other_form) {
      reading.contradiction(
          entry.key_place,
          quoted(entry.key) + " and " + quoted(form.key) + " are two ways of saying how items come",
          "Keep one of the two.");
    } else {
      report_unknown_key(reading, entry, {"arrivals by", form.key}, known, kReserved);
    }
  }
  return fits;
}

}  // namespace

Arrival unknown_arrival(Reading& reading, std::string_view path) {
  Arrival arrival;
  arrival.form = ArrivalForm::Rate;
  arrival.rate = unknown_value(reading, {.dimension = Dimension::Rate,
                                         .path = reading.path({path, "arrive.rate"}),
                                         .plausible = kPlausibleRate});
  arrival.peak = arrival.rate;
  return arrival;
}

Arrival read_arrival(Reading& reading, const Cursor& cursor, std::string_view path) {
  const auto unknown = [&] {
    Arrival arrival = unknown_arrival(reading, path);
    arrival.place = cursor.place();
    arrival.rate.place = cursor.place();
    arrival.peak = arrival.rate;
    return arrival;
  };
  if (says(cursor.node(), "unknown")) return unknown();
  if (!cursor.is_map()) {
    cursor.report_wrong_type("a way in which items come", kForms);
    return unknown();
  }
  const Form* form = form_of(cursor.node());
  if (form == nullptr) {
    const bool reserved =
        !cursor.node().entries.empty() && std::ranges::any_of(kReserved, [&](const Reserved& word) {
          return word.key == cursor.node().entries.front().key;
        });
    if (reserved || !cursor.node().entries.empty()) {
      std::vector<std::string_view> known;
      for (const Form& one : kArrivalForms) known.push_back(one.key);
      for (const Entry& entry : cursor.node().entries) {
        report_unknown_key(reading, entry, {"'arrive'", {}}, known, kReserved);
      }
    } else {
      cursor.report_wrong_type("a way in which items come", kForms);
    }
    return unknown();
  }
  Arriving arriving{reading, cursor, reading.path({path, "arrive"}), {}};
  arriving.arrival.form = form->form;
  arriving.arrival.place = cursor.place();
  if (!check_keys(reading, cursor, *form) || !form->read(arriving)) return unknown();
  return arriving.arrival;
}

}  // namespace plumbline::scenario_reading
