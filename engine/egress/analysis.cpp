// The search under all measures, under none, and under all but one, and what follows from them.
#include <algorithm>
#include <array>
#include <utility>

#include "engine/egress/egress.hpp"
#include "engine/egress/holders.hpp"
#include "engine/egress/hops.hpp"

namespace plumbline {
namespace {

// What one search finds of each way.
struct Seen {
  std::vector<std::vector<PartId>> parts;  // by way: those that can take it
  std::vector<std::int32_t> exit;  // by way: the leaving hop of the shortest route; -1: none
  std::vector<OutHop> hops;
  Routes routes;
};

class Analysis {
 public:
  Analysis(const Pipeline& pipeline, const EgressQuery& query)
      : pipeline_(pipeline), query_(query) {
    report_.measures = measures_of(pipeline);
    std::ranges::stable_sort(report_.measures, [](const EgressMeasure& a, const EgressMeasure& b) {
      return std::pair{a.place.line, a.place.column} < std::pair{b.place.line, b.place.column};
    });
    report_.holders = holders_of(pipeline, query.label);
    if (!query.from.empty()) {
      std::erase_if(report_.holders, [&](PartId id) {
        return std::ranges::find(query.from, pipeline.part(id).name) == query.from.end();
      });
    }
  }

  EgressReport run() {
    const Seen now = search(all());
    const Seen bare = search(none());
    const Seen placed = search(placements());
    find_single_closers(now, bare, placed);
    const std::size_t count = egress_table().ways.size();
    for (std::size_t w = 0; w < count; ++w) {
      WayResult& result = report_.ways.emplace_back();
      result.way = static_cast<std::int32_t>(w);
      const bool was_there = !bare.parts[w].empty() || !placed.parts[w].empty();
      if (!now.parts[w].empty()) {
        result.state = WayState::Open;
        result.parts = now.parts[w];
        result.witness = witness_of(now, w);
        add_effects(now, bare, placed, result);
      } else if (was_there) {
        result.state = WayState::Closed;
        result.closed_by = closers_of(w, !bare.parts[w].empty());
      }
    }
    add_defaults();
    for (const PartId id : report_.holders) {
      if (role_of(pipeline_.part(id)) == EgressRole::None) report_.unmodelled.push_back(id);
    }
    return std::move(report_);
  }

 private:
  using Switches = std::vector<bool>;

  [[nodiscard]] Switches all() const { return Switches(report_.measures.size(), true); }
  [[nodiscard]] Switches none() const { return Switches(report_.measures.size(), false); }
  [[nodiscard]] Switches placements() const {
    Switches on = none();
    for (std::size_t m = 0; m < on.size(); ++m) on[m] = is_placement(m);
    return on;
  }
  [[nodiscard]] bool is_placement(std::size_t m) const {
    return report_.measures[m].type == EgressMeasure::Type::Placement;
  }
  [[nodiscard]] bool is_asked(const OutHop& hop) const {
    if (!query_.ways.empty() && std::ranges::find(query_.ways, hop.way) == query_.ways.end()) {
      return false;
    }
    if (query_.targets.empty()) return true;
    return std::ranges::any_of(query_.targets, [&](EgressTarget target) {
      return outside_of(pipeline_.parts().size(), target) == hop.to;
    });
  }

  [[nodiscard]] Seen search(const Switches& on) const {
    Seen seen;
    const std::size_t parts = pipeline_.parts().size();
    const std::size_t ways = egress_table().ways.size();
    seen.hops = open_hops(pipeline_, postures_of(pipeline_, report_.measures, on));
    std::vector<RouteHop> hops;
    hops.reserve(seen.hops.size());
    for (const OutHop& hop : seen.hops) hops.push_back({hop.from, hop.to});
    std::vector<std::int32_t> sources;
    for (const PartId id : report_.holders) sources.push_back(spot_of(id, Spot::Data));
    seen.routes = routes_from(places_of(parts), hops, sources);
    seen.parts.resize(ways);
    seen.exit.assign(ways, -1);
    for (std::size_t h = 0; h < seen.hops.size(); ++h) {
      const OutHop& hop = seen.hops[h];
      if (hop.way < 0 || !seen.routes.reaches(hop.from) || !is_asked(hop)) continue;
      const auto w = static_cast<std::size_t>(hop.way);
      const PartId part = hop.from / kSpots;
      if (seen.parts[w].empty() || seen.parts[w].back() != part) seen.parts[w].push_back(part);
      const auto depth = [&](std::int32_t exit) {
        const OutHop& leaving = seen.hops[static_cast<std::size_t>(exit)];
        return seen.routes.depth[static_cast<std::size_t>(leaving.from)];
      };
      const auto exit = static_cast<std::int32_t>(h);
      if (seen.exit[w] < 0 || depth(exit) < depth(seen.exit[w])) seen.exit[w] = exit;
    }
    for (std::vector<PartId>& takers : seen.parts) {
      std::ranges::sort(takers);
      takers.erase(std::unique(takers.begin(), takers.end()), takers.end());
    }
    return seen;
  }

  [[nodiscard]] bool is_open(std::size_t w, const Switches& on) const {
    return !search(on).parts[w].empty();
  }

  [[nodiscard]] std::vector<EgressHop> witness_of(const Seen& seen, std::size_t w) const {
    std::vector<EgressHop> path;
    for (std::int32_t h = seen.exit[w]; h >= 0;) {
      const OutHop& hop = seen.hops[static_cast<std::size_t>(h)];
      path.push_back({place_name(pipeline_, hop.from), place_name(pipeline_, hop.to), hop.reason,
                      hop.place, hop.is_default});
      h = seen.routes.via[static_cast<std::size_t>(hop.from)];
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

  // One search for each measure says of all ways at once which of them it alone keeps closed.
  void find_single_closers(const Seen& now, const Seen& bare, const Seen& placed) {
    single_.resize(egress_table().ways.size());
    for (std::size_t m = 0; m < report_.measures.size(); ++m) {
      Switches on = all();
      on[m] = false;
      const Seen without = search(on);
      for (std::size_t w = 0; w < single_.size(); ++w) {
        const bool was_there = !bare.parts[w].empty() || !placed.parts[w].empty();
        if (was_there && now.parts[w].empty() && !without.parts[w].empty()) {
          single_[w].push_back(m);
        }
      }
    }
  }

  // A set that closes the way and of which nothing can be missed. A place in the network counts as
  // what closes a way only if the way would be there without it.
  [[nodiscard]] std::vector<std::size_t> closers_of(std::size_t w, bool counts_places) const {
    Switches on = counts_places ? none() : placements();
    for (const std::size_t m : single_[w]) on[m] = true;
    if (is_open(w, on)) on = all();
    // Taking one away may make another one needless, since a place in the network opens routes too.
    for (bool is_changed = true; is_changed;) {
      is_changed = false;
      for (std::size_t m = on.size(); m-- > 0;) {
        if (!on[m] || (!counts_places && is_placement(m))) continue;
        on[m] = false;
        if (is_open(w, on)) {
          on[m] = true;
        } else {
          is_changed = true;
        }
      }
    }
    std::vector<std::size_t> closers;
    for (std::size_t m = 0; m < on.size(); ++m) {
      if (on[m] && (counts_places || !is_placement(m))) closers.push_back(m);
    }
    return closers;
  }

  // A control whose cell says "closes" narrows where it takes the way from some part and others
  // keep it; a cell that says less counts where the control is laid over a part with the way.
  void add_effects(const Seen& now, const Seen& bare, const Seen& placed, WayResult& result) const {
    const auto w = static_cast<std::size_t>(result.way);
    for (std::size_t m = 0; m < report_.measures.size(); ++m) {
      const EgressMeasure& measure = report_.measures[m];
      if (measure.control == nullptr) continue;
      const EgressCell* cell = measure.control->find_cell(result.way);
      if (cell == nullptr) continue;
      if (cell->effect == EgressEffect::Closes) {
        if (takes_from_some(measure, now.parts[w], bare.parts[w], placed.parts[w])) {
          result.narrowed_by.push_back(m);
        }
        continue;
      }
      if (!touches(measure, now.parts[w], bare.parts[w], *cell)) continue;
      list_for(result, cell->effect).push_back(m);
    }
  }

  static std::vector<std::size_t>& list_for(WayResult& result, EgressEffect effect) {
    switch (effect) {
      case EgressEffect::Closes:
      case EgressEffect::Narrows:
        break;
      case EgressEffect::Protects:
        return result.protected_by;
      case EgressEffect::Enforces:
        return result.enforced_by;
      case EgressEffect::Detects:
        return result.detected_by;
    }
    return result.narrowed_by;
  }

  static bool takes_from_some(const EgressMeasure& measure, const std::vector<PartId>& now,
                              const std::vector<PartId>& bare, const std::vector<PartId>& placed) {
    for (const std::vector<PartId>* before : {&bare, &placed}) {
      for (const PartId part : *before) {
        if (measure.holds_for(part) && !std::ranges::binary_search(now, part)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool touches(const EgressMeasure& measure, const std::vector<PartId>& now,
                             const std::vector<PartId>& bare, const EgressCell& cell) const {
    const auto is_touched = [&](PartId part) {
      if (!measure.holds_for(part)) return false;
      const EgressRole role = role_of(pipeline_.part(part));
      const auto& on = measure.control->on;
      if (!on.empty() && std::ranges::find(on, role) == on.end()) return false;
      if (measure.control->id == "C6" && !can_isolate(pipeline_.part(part))) return false;
      // The one cell that counts in the network of the customer alone (C4 on P6).
      if (measure.control->id == "C4" && !cell.when.empty()) return is_placed(part);
      return true;
    };
    return std::ranges::any_of(now, is_touched) || std::ranges::any_of(bare, is_touched);
  }

  [[nodiscard]] bool is_placed(PartId part) const {
    return std::ranges::any_of(report_.measures, [&](const EgressMeasure& one) {
      return one.type == EgressMeasure::Type::Placement && one.holds_for(part);
    });
  }

  void add_defaults() {
    const std::vector<EgressPosture> postures = postures_of(pipeline_, report_.measures, all());
    for (const PartId id : report_.holders) {
      const EgressPosture& posture = postures[static_cast<std::size_t>(id)];
      const auto add = [&](std::string_view text) { report_.defaults.push_back({id, text}); };
      const bool is_development = posture.role == EgressRole::Development;
      if (posture.goes_direct && posture.direct_place.is_nowhere()) {
        add(is_development ? "direct internet access is on"
                           : "its code may call out by the internet");
      }
      if (posture.subnet == &undescribed_subnet()) {
        add("nothing is said of routes in its network: none leads out");
      } else if (posture.subnet != nullptr && posture.subnet->internet_place.is_nowhere()) {
        add(posture.subnet->internet == WayOut::None
                ? "nothing is said of a way out of its subnet: there is none"
                : "it stands in the default VPC, which has an internet gateway");
      }
      if (posture.has_s3_door && !posture.s3_policy) add("the S3 endpoint lets everything pass");
      if (posture.has_api_door && !posture.api_policy) {
        add("the interface endpoints let everything pass");
      }
      if (is_development && !posture.from_addresses && !posture.from_vpc) {
        add("its presigned URL opens from anywhere");
      }
      if (posture.role == EgressRole::Container && posture.is_sagemaker && !posture.role_limited) {
        add("its role may write to any bucket");
      }
    }
  }

  const Pipeline& pipeline_;
  const EgressQuery& query_;
  EgressReport report_;
  std::vector<std::vector<std::size_t>> single_;  // by way
};

}  // namespace

std::string_view way_state_name(WayState state) {
  constexpr auto kNames = std::to_array<std::string_view>({"absent", "closed", "open"});
  return kNames[static_cast<std::size_t>(state)];
}

bool EgressReport::any_open() const {
  return std::ranges::any_of(ways,
                             [](const WayResult& way) { return way.state == WayState::Open; });
}

EgressReport analyse_egress(const Pipeline& pipeline, const EgressQuery& query) {
  return Analysis(pipeline, query).run();
}

EgressCoverage coverage_of(const EgressReport& report) {
  EgressCoverage coverage;
  for (const WayResult& way : report.ways) {
    if (way.state == WayState::Closed) ++coverage.closed;
    if (way.state != WayState::Open) continue;
    if (!way.narrowed_by.empty()) ++coverage.narrowed;
    if (!way.protected_by.empty()) ++coverage.protected_ways;
  }
  return coverage;
}

int grade_of(const WayResult& way) {
  switch (way.state) {
    case WayState::Absent:
    case WayState::Closed:
      return 3;
    case WayState::Open:
      return (way.narrowed_by.empty() ? 0 : 2) + (way.protected_by.empty() ? 0 : 1);
  }
  return 0;
}

}  // namespace plumbline
