// Operational overhead and development effort of one design, as ledgers of duties with their
// reasons.
//
// Hours are engineer-hours: a month for overhead, once for effort. A score is the sum of its duties
// and nothing else. Hours, margins and their sources live in overhead/weights.yaml.
//
// Properties that keep the score honest (each has a test over generated designs):
// - equal things, those that bring the same kind of duty, share its base: the first costs the base,
//   each further one a margin of it, whichever part or service brings it;
// - a family (`count: 3`, `one-per: model`) and the same parts written one by one are one
// deployment
//   in two spellings; only what is deployed counts, in any order and under any names;
// - a thing's place on an operations key never costs more than a worse place: the words of one key
//   form a ladder whose rungs cost at most the margin of the rung above, so that even one thing of
//   many that moves down takes away at least what it brings;
// - what exists counts for nothing but what the option adds to it.
#pragma once

#include <cstdint>
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
  std::string_view id;      // "release-a-function"
  std::string_view factor;  // the factor that uses it, a line of factors.def
  bool is_effort = false;   // hours once instead of hours a month
  Hours base;               // of the first thing of its kind
  double margin = 0.0;      // share of `base` that each further equal thing adds
  // The operations key and the words of it (bit r: the word of rank r) that bring the work; empty
  // where the factor itself decides.
  std::string_view key;
  std::uint16_t ranks = 0;
  std::string_view one;        // "function to release"
  std::string_view many;       // "functions to release"
  std::string_view frequency;  // "monthly", "per release", "per failure" ...
  std::string_view who;        // "operations", "development"
  std::string_view meaning;
  std::string_view source;  // a page, or "estimate" with its reasoning in `because`
  std::string_view because;
  Confidence confidence = Confidence::Estimate;
};
// In the order of the file, each id once.
[[nodiscard]] std::span<const Weight> all_weights();
[[nodiscard]] const Weight* find_weight(std::string_view id);
// The hours of `count` things that bring one weight: the base once, a margin of it for each further
// one. A count below one is a share of the base.
[[nodiscard]] Hours hours_of(const Weight& weight, const Hours& count);

// A factor of one of the two ledgers (factors.def).
struct FactorInfo {
  std::string_view name;  // "triggers-and-permissions"
  bool is_effort = false;
  std::string_view meaning;
};
[[nodiscard]] std::span<const FactorInfo> all_factors();

// Work that recurs because of this design (duty), or is done once to get there (effort).
struct Duty {
  const Weight* weight = nullptr;
  std::string_view factor;  // "servers", "capacity", "scaling", "releases", "renewals" ...
  std::string text;         // "3 endpoints to release"; neutralised by views, not here
  // The likely number of things of the kind; of recurring events (jobs, items that wait for a
  // person), whose number stands in `text`, the attention they take: 1 + log10(1 + a month's).
  double count = 1.0;
  Hours hours;                // of all of them
  std::vector<PartId> parts;  // that cause it
  SourceRange place;          // of the first of them
};

struct Ledger {
  std::vector<Duty> duties;  // in order of factors.def, then place
  Hours total;
  // Servers someone must look after (FewestServers); machines, not components. At least so many:
  // where the load is not known, the fewest that could carry it.
  double servers = 0.0;
};

[[nodiscard]] Ledger overhead_of(const Pipeline& pipeline, const Estimates& estimates);
[[nodiscard]] Ledger effort_of(const Pipeline& pipeline, const Estimates& estimates);

}  // namespace plumbline
