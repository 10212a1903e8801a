// Every way by which data can leave a design: open with a witness path, or closed with a proof.
//
// A way counts only if the bytes can be there (a label), a route leads on (the network) and a
// permission lets it pass (policies). Controls are judged jointly: the graph of the design is
// searched again under them, and the cells of the table are never added up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/egress.hpp"
#include "engine/egress/measures.hpp"
#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

struct EgressQuery {
  std::string_view label;              // empty: whatever label, and all data if there is none
  std::vector<std::string_view> from;  // components; empty: wherever the data is
  std::vector<EgressTarget> targets;   // empty: wherever
  std::vector<std::int32_t> ways;      // indices; empty: all of them
};

struct EgressHop {
  std::string from;
  std::string to;
  std::string_view reason;  // what allows it
  SourceRange place;        // where that is said, or where the part is declared
  bool is_default = false;  // nobody said it: the default of AWS
};

enum class WayState : std::uint8_t {
  Absent,  // nothing in the design could ever take it
  Closed,  // it would be there without what stands against it
  Open,
};
[[nodiscard]] std::string_view way_state_name(WayState state);

struct WayResult {
  std::int32_t way = 0;  // index of egress_table().ways
  WayState state = WayState::Absent;
  std::vector<EgressHop> witness;  // of an open way: the shortest one
  std::vector<PartId> parts;       // of an open way: those that can take it
  // Indices of EgressReport::measures. Of a closed way: a set that closes it by itself and of
  // which none can be missed (another such set may be smaller). The others say what stands against
  // the way without closing it.
  std::vector<std::size_t> closed_by;
  std::vector<std::size_t> narrowed_by;
  std::vector<std::size_t> protected_by;
  std::vector<std::size_t> enforced_by;
  std::vector<std::size_t> detected_by;
};

// What nobody said and AWS therefore decides.
struct EgressDefault {
  PartId part = kNone;
  std::string_view text;
};

struct EgressReport {
  std::vector<EgressMeasure> measures;  // all that stands against ways, in order of place
  std::vector<WayResult> ways;          // all ways of the table, in its order
  std::vector<PartId> holders;          // parts where the data is or can come to be
  std::vector<PartId> unmodelled;       // of them: the table knows no ways of their services
  std::vector<EgressDefault> defaults;

  [[nodiscard]] bool any_open() const;
};
[[nodiscard]] EgressReport analyse_egress(const Pipeline& pipeline, const EgressQuery& query);

// How far the ways are dealt with, compared from the first number on.
struct EgressCoverage {
  int closed = 0;
  int narrowed = 0;
  int protected_ways = 0;
  [[nodiscard]] auto operator<=>(const EgressCoverage&) const = default;
};
[[nodiscard]] EgressCoverage coverage_of(const EgressReport& report);
// What one way comes to, for comparing designs: higher is safer.
[[nodiscard]] int grade_of(const WayResult& way);

}  // namespace plumbline
