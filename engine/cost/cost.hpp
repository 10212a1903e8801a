// What one design costs a month, line by line; idle and usage apart, unknown prices listed.
//
// A line is an amount times a dated unit price of the catalog, chosen by the part's mode, instance
// type and stated settings. Amounts are ranges over what is not known. The tiers of a volume price
// count the parts of the design in order. Not counted: free tiers, volumes and logs that come with
// a service, data leaving the region, and what is at rest before the month begins.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/estimate/estimate.hpp"
#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

struct CostLine {
  PartId part = kNone;
  std::string what;         // "1 ml.m5.large, always on"
  Quantity quantity;        // a month's amount of what the price counts (range over unknowns)
  std::string_view counts;  // "instance-hours": the price's measure
  Quantity monthly{Dimension::MoneyRate};
  bool idle = false;            // paid while nothing happens
  const Fact* price = nullptr;  // nullptr: the price is not known, and `monthly` is [0, infinity)
  SourceRange place;
};

struct Cost {
  std::vector<CostLine> lines;             // in order of part, then line
  Quantity monthly{Dimension::MoneyRate};  // sum of the lines with a known price
  Quantity idle{Dimension::MoneyRate};     // the part of it that is paid while nothing happens
  std::vector<std::string_view> unknowns;  // world paths it depends on
  std::vector<std::string> unpriced;       // what has no known price, never counted as zero
};

[[nodiscard]] Cost cost_of(const Pipeline& pipeline, const Estimates& estimates,
                           const Assignment& assignment = {});

}  // namespace plumbline
