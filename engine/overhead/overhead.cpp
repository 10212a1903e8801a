// Running the factors over a design and writing what they found as a ledger.
#include "engine/overhead/overhead.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "engine/overhead/factor.hpp"
#include "engine/overhead/factor_list.hpp"

namespace plumbline {
namespace {

using CountThings = void (*)(const FactorContext&, Tally&);

using Side = factor_list::Ledger;

struct Factor {
  Side side;
  CountThings count;
};

constexpr std::array kFactors = {
#define PLUMBLINE_FACTOR(ledger, slug, meaning) Factor{Side::ledger, &factors::slug},
#include "engine/overhead/factors.def"
#undef PLUMBLINE_FACTOR
};

std::string text_of(const Weight& weight, double count) {
  const std::string number = format_number(count);
  const bool is_one = count == 1.0;
  return number + " " + std::string(is_one ? weight.one : weight.many);
}

Duty duty_of(const Tally::Line& line) {
  Duty duty{.weight = line.weight,
            .factor = line.weight->factor,
            .text = text_of(*line.weight, line.events > 0.0 ? line.events : line.count.likely),
            .count = line.count.likely,
            .hours = hours_of(*line.weight, line.count),
            .parts = line.parts,
            .place = line.place};
  std::ranges::sort(duty.parts);
  duty.parts.erase(std::unique(duty.parts.begin(), duty.parts.end()), duty.parts.end());
  return duty;
}

Ledger ledger_of(const FactorContext& context, Side side) {
  Ledger ledger;
  for (const Factor& factor : kFactors) {
    if (factor.side != side) continue;
    Tally tally;
    factor.count(context, tally);
    const auto first = static_cast<std::ptrdiff_t>(ledger.duties.size());
    for (const Tally::Line& line : tally.lines()) ledger.duties.push_back(duty_of(line));
    std::sort(ledger.duties.begin() + first, ledger.duties.end(), [](const Duty& a, const Duty& b) {
      return std::tie(a.place, a.weight) < std::tie(b.place, b.weight);
    });
  }
  for (const Duty& duty : ledger.duties) ledger.total += duty.hours;
  return ledger;
}

}  // namespace

std::span<const FactorInfo> all_factors() { return kFactorInfos; }

const Weight* find_weight(std::string_view id) {
  const auto found = std::ranges::find(all_weights(), id, &Weight::id);
  return found == all_weights().end() ? nullptr : &*found;
}

Hours hours_of(const Weight& weight, const Hours& count) {
  const auto times = [&](double things) {
    return things <= 1.0 ? std::max(0.0, things) : 1.0 + weight.margin * (things - 1.0);
  };
  return {weight.base.low * times(count.low), weight.base.likely * times(count.likely),
          weight.base.high * times(count.high)};
}

Tally::Line& Tally::add(const Weight& weight, const Amount& count, PartId part, SourceRange place) {
  auto line = std::ranges::find(lines_, &weight, &Line::weight);
  if (line == lines_.end()) {
    lines_.push_back({.weight = &weight, .place = place});
    line = lines_.end() - 1;
  }
  line->count += count;
  line->parts.push_back(part);
  if (line->place.is_nowhere() || (!place.is_nowhere() && place < line->place)) {
    line->place = place;
  }
  return *line;
}

Ledger overhead_of(const Pipeline& pipeline, const Estimates& estimates) {
  const FactorContext context(pipeline, estimates);
  Ledger ledger = ledger_of(context, Side::duty);
  for (std::size_t i = 0; i < pipeline.parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (context.is_new(id) && context.needs(id, "servers-to-manage")) {
      ledger.servers += context.machines(id).low;
    }
  }
  return ledger;
}

Ledger effort_of(const Pipeline& pipeline, const Estimates& estimates) {
  return ledger_of(FactorContext(pipeline, estimates), Side::effort);
}

}  // namespace plumbline
