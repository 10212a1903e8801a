// Operational overhead and development effort of one design, as ledgers of duties with their
// reasons.
//
// Hours are engineer-hours: a month for overhead, once for effort. A score is the sum of its duties
// and nothing else. Hours, margins and their sources live in overhead/weights.yaml.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/estimate/estimate.hpp"
#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

struct Hours {
  double low = 0.0;
  double likely = 0.0;
  double high = 0.0;
  friend Hours operator+(Hours a, Hours b) {
    return {a.low + b.low, a.likely + b.likely, a.high + b.high};
  }
  Hours& operator+=(Hours b) { return *this = *this + b; }
};

// One line of weights.yaml.
struct Weight {
  std::string_view id;         // "release-a-function"
  std::string_view factor;     // the factor that uses it, a line of factors.def
  bool is_effort = false;      // hours once instead of hours a month
  Hours base;                  // of the first thing of its kind
  double margin = 0.0;         // share of `base` that each further equal thing adds
  std::string_view frequency;  // "monthly", "per release", "per failure" ...
  std::string_view who;        // "operations", "development"
  std::string_view meaning;
  std::string_view source;  // a page, or "estimate" with its reasoning in `because`
  std::string_view because;
  Confidence confidence = Confidence::Estimate;
};
[[nodiscard]] std::span<const Weight> all_weights();

// Work that recurs because of this design (duty), or is done once to get there (effort).
struct Duty {
  const Weight* weight = nullptr;
  std::string_view factor;    // "servers", "capacity", "scaling", "releases", "renewals" ...
  std::string text;           // "3 endpoints to release"; neutralised by views, not here
  double count = 1.0;         // things of the kind
  Hours hours;                // of all of them
  std::vector<PartId> parts;  // that cause it
  SourceRange place;          // of the first of them
};

struct Ledger {
  std::vector<Duty> duties;  // in order of factors.def, then place
  Hours total;
  // Servers someone must look after (FewestServers); machines, not components.
  double servers = 0.0;
};

[[nodiscard]] Ledger overhead_of(const Pipeline& pipeline, const Estimates& estimates);
[[nodiscard]] Ledger effort_of(const Pipeline& pipeline, const Estimates& estimates);

}  // namespace plumbline
