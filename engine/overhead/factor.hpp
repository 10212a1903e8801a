// What a factor sees of a design, and how it reports what it found.
#pragma once

#include <string_view>
#include <vector>

#include "engine/overhead/overhead.hpp"

namespace plumbline {

// A number of things with its range: exact for what is drawn, wide for what follows from the load.
using Amount = Hours;
[[nodiscard]] constexpr Amount exactly(double count) { return {count, count, count}; }
[[nodiscard]] constexpr Amount operator*(const Amount& a, const Amount& b) {
  return {a.low * b.low, a.likely * b.likely, a.high * b.high};
}

// What an option does to a part: what exists counts only for what the option adds.
enum class Novelty : std::uint8_t {
  New,      // comes with this design
  Touched,  // exists, and the option changes it
  Old,      // exists as it is, or lies outside the design (actors)
};

// Counts what each weight is brought by, until the ledger is written.
class Tally {
 public:
  struct Line {
    const Weight* weight = nullptr;
    Amount count;
    double events = 0.0;  // a month, where `count` is the attention that they take
    std::vector<PartId> parts;
    SourceRange place;
  };
  Line& add(const Weight& weight, const Amount& count, PartId part, SourceRange place);
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }

 private:
  std::vector<Line> lines_;
};

class FactorContext {
 public:
  FactorContext(const Pipeline& pipeline, const Estimates& estimates);

  [[nodiscard]] const Pipeline& pipeline() const { return *pipeline_; }
  [[nodiscard]] const Estimates& estimates() const { return *estimates_; }

  [[nodiscard]] Novelty novelty(PartId id) const {
    return novelties_[static_cast<std::size_t>(id)];
  }
  [[nodiscard]] bool is_new(PartId id) const { return novelty(id) == Novelty::New; }
  // Whether the option draws the link, or it leads to or from something new.
  [[nodiscard]] bool is_new(const Link& link) const;
  // Whether an existing part had this already: some other option has it from the same place.
  [[nodiscard]] bool is_added(PartId id, SourceRange place) const;

  // Deployments that a part stands for: `count`, members of a family.
  [[nodiscard]] Amount members(PartId id) const;
  // Links that a drawn one stands for: members of two families pair off, one part meets each.
  [[nodiscard]] Amount members(const Link& link) const;
  // Variants or models that travel inside each deployment beyond the first.
  [[nodiscard]] double contents(PartId id) const;
  // Pieces of capacity in each deployment: every variant has instances of its own.
  [[nodiscard]] double fleets(PartId id) const;
  // Machines of all members.
  [[nodiscard]] Amount machines(PartId id) const;
  // Units of work of all members in a month.
  [[nodiscard]] Amount units_a_month(PartId id) const;

  // Whether the part's word on an operations key is known to be more than the least.
  [[nodiscard]] bool needs(PartId id, std::string_view key) const;
  // Runs on capacity that comes with each unit and goes with it, instead of being kept up.
  [[nodiscard]] bool is_launched(PartId id) const;
  // The setting as somebody wrote it, if the option does so; else nullptr.
  [[nodiscard]] const Setting* added_setting(PartId id, std::string_view name) const;

  // The weight by its id, which must exist.
  [[nodiscard]] static const Weight& weight(std::string_view id);
  // What the part's word on an operations key brings in a factor. Where the service does not state
  // the key, anything between nothing and the heaviest word.
  struct Rung {
    const Weight* weight = nullptr;  // nullptr: no work
    Amount share = exactly(1.0);
  };
  [[nodiscard]] Rung rung(PartId id, std::string_view factor, std::string_view key) const;
  // Adds, for every new part, its rung of a factor on a key, once for each member.
  void climb(std::string_view factor, std::string_view key, Tally& tally) const;
  void add(std::string_view id, const Amount& count, PartId part, Tally& tally) const;
  void add(std::string_view id, const Amount& count, const Link& link, Tally& tally) const;

 private:
  const Pipeline* pipeline_;
  const Estimates* estimates_;
  std::vector<Novelty> novelties_;
};

namespace factors {
#define PLUMBLINE_FACTOR(ledger, slug, meaning) \
  void slug(const FactorContext& context, Tally& tally);
#include "engine/overhead/factors.def"
#undef PLUMBLINE_FACTOR
}  // namespace factors

// Events of a month, and what they are: the parts that bring them, all in one place.
class Events {
 public:
  void add(const Amount& a_month, PartId part);
  // Tallies the attention that all of them take together: one unit for having them at all, one more
  // for each tenfold (weights.yaml, "watch-jobs").
  void tally(const FactorContext& context, std::string_view weight, Tally& tally) const;

 private:
  Amount a_month_;
  std::vector<PartId> parts_;
};

}  // namespace plumbline
