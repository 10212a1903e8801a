// A sourced number or word about a service, as the catalog holds it and findings cite it.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/base/dimension.hpp"

namespace plumbline {

// How a fact was established; the order runs from strongest to weakest.
enum class Confidence : std::uint8_t {
  Documented,            // read in AWS text (page, SDK model, AWS-owned repository)
  PublishedMeasurement,  // someone's published measurement
  Secondary,             // read in a third party's copy or data set
  Recalled,              // widely known, not re-read
  Estimate,              // our own judgement
};
[[nodiscard]] std::string_view confidence_name(Confidence confidence);
// `Recalled` and `Estimate` never eliminate an option by themselves (DESIGN section 3, step 4).
[[nodiscard]] constexpr bool is_weak(Confidence confidence) {
  return confidence >= Confidence::Recalled;
}

enum class FactGroup : std::uint8_t {
  Limit,
  Timing,
  Price,
  Operation,
  Setting,
  Connection,
  Capability
};
[[nodiscard]] std::string_view fact_group_name(FactGroup group);

// What happens beyond a limit.
enum class OnExceed : std::uint8_t {
  None,
  Throttle,
  Reject,
  Fail,
  Kill,
  Queue,
  Drop,
  Truncate,
  Expire,
  Degrade
};
[[nodiscard]] std::string_view on_exceed_name(OnExceed on_exceed);

// All views point into storage that lives as long as the catalog.
struct Fact {
  std::string_view
      id;  // "lambda.function-timeout-max": service and name; unique with mode and validity
  std::string_view service;  // "lambda"
  std::string_view name;     // "function-timeout-max"
  std::string_view mode;     // mode of the service that it speaks of; "any" for all of them
  FactGroup group = FactGroup::Limit;
  Dimension dimension = Dimension::Count;
  double value = 0.0;     // base unit; the p50 of a timing; NaN for a word
  double p99 = 0.0;       // timings only; NaN when not known
  std::string_view word;  // the value of a fact that is a word ("request-response"), else empty
  double written_value = 0.0;  // as the source states it, in `unit` (900 s, 6 MB)
  double written_p99 = 0.0;
  std::string_view unit;  // "s", "MB", "USD-per-GB-s", "word"
  // What a limit bounds (a word of the list in catalog/measures.def, e.g. "run-time"), the
  // role of a timing ("startup", "overhead", "delivery" ...) or what a price counts
  // ("instance-hours"); empty when nothing computes with the fact.
  std::string_view governs;
  std::string_view
      qualifier;            // instance type of a price, setting name of a setting bound; else empty
  bool is_minimum = false;  // a limit that bounds from below
  bool unlimited = false;   // -1 in the material: no published limit, never compared
  bool adjustable = false;
  OnExceed on_exceed = OnExceed::None;
  std::string_view scope;   // per-invocation, per-account-region ...
  std::string_view since;   // first day it held, "YYYY-MM[-DD]", empty if not known
  std::string_view until;   // first day it no longer held, empty if it still does
  std::string_view source;  // address of a public page or file
  std::string_view as_of;   // date of the source, or "unknown"
  Confidence confidence = Confidence::Documented;
  std::string_view note;
  // Of prices: the time or the bytes of one unit are billed in started steps of `step` and as
  // `least` at least, and the price holds for what a month has beyond `above` of what it counts
  // (the higher tiers of a volume price). 0: none.
  double step = 0.0;
  double least = 0.0;
  double above = 0.0;
  bool start_is_free = false;  // of a price of time: what a job takes to start is not billed
};

}  // namespace plumbline
