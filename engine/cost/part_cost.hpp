// One part while its lines are written: the amounts that prices count, and where lines go.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/cost/cost.hpp"
#include "engine/cost/price_list.hpp"

namespace plumbline {

// A time, a number, a size: each line says by its words what is multiplied with what.
using Amount = Range<Dimension::Count>;

// Gigabytes as AWS counts them: "512 MB" and "2 GB" are half a GB and two, whatever their powers.
[[nodiscard]] double aws_gigabytes(double bytes);
[[nodiscard]] Amount aws_gigabytes(const Quantity& bytes);

// What the parts so far have of each volume price: its tiers count the whole account.
struct Volumes {
  std::vector<std::pair<const Fact*, Amount>> used;

  [[nodiscard]] Amount& of(const Fact& price);
};

// The time or the bytes of one unit as they are billed: in the price's started steps, and not less
// than its least. Without a known price as they are.
[[nodiscard]] Amount billed(const Amount& each, const Fact* price);
// Started steps of one unit, one at least; one where the price has no steps.
[[nodiscard]] Amount pieces(const Amount& each, const Fact* price);
// " x 3 pieces of 64 KiB", or nothing where each unit is one.
[[nodiscard]] std::string pieces_words(const Amount& pieces, const Fact* price);

class PartCost {
 public:
  PartCost(const Pipeline& pipeline, const Estimates& estimates, const Assignment& assignment,
           PartId id, Volumes& volumes, Cost& cost);

  [[nodiscard]] const Pipeline& pipeline() const { return pipeline_; }
  [[nodiscard]] const Part& part() const { return part_; }
  [[nodiscard]] PartId id() const { return id_; }
  [[nodiscard]] const PartEstimate& estimate() const { return estimates_.of(id_); }
  [[nodiscard]] const PriceList& prices() const { return prices_; }

  // Copies that a family stands for, and all deployments of it (a family of models has one each).
  [[nodiscard]] Amount copies();
  [[nodiscard]] Amount members();
  // Units of work of a part in a month, all copies of it; unknown when no workload is described.
  [[nodiscard]] Amount units() { return units_of(id_); }
  // The same without what enters from the world: that comes whatever the design.
  [[nodiscard]] Amount units_by_design();
  // Items of a month that come to lie here, however many of them share a write.
  [[nodiscard]] Amount items_kept();
  [[nodiscard]] Amount units_of(PartId id);
  [[nodiscard]] Amount units_of(PartId id, const Activation& activation);
  [[nodiscard]] std::string_view unit_word() const;  // "invocations"
  // Time for which one unit holds what it runs on: its work and what it waits for, at most as long
  // as it may run.
  [[nodiscard]] Amount held_seconds();
  // The share of it that interruptions throw back, which is done and paid once more; nothing where
  // nobody says how often they come.
  [[nodiscard]] Amount redone_seconds() const;
  // The same without the service's own time around the work of a function, which nobody pays for.
  [[nodiscard]] Amount worked_seconds();
  // Bytes of one unit as it comes in, and of what the part gives back.
  [[nodiscard]] Amount bytes_in();
  [[nodiscard]] Amount bytes_back();
  [[nodiscard]] Amount bytes_over(const Link& link);
  // While it is busiest, of all workloads.
  [[nodiscard]] BytesPerSecond arriving_bytes() const;
  // The most that any of these targets needs of something, over what is not known.
  [[nodiscard]] Amount need(Value Work::*need, std::span<const Target> targets);
  // Bytes of memory one unit has: as stated, else what is typical or, if more, what is needed.
  [[nodiscard]] Amount memory();
  // A number of processors, instances ... as stated or chosen; `otherwise` where there is none.
  [[nodiscard]] Amount setting(std::string_view name, double otherwise);
  [[nodiscard]] const Assignment& assignment() const { return assignment_; }
  [[nodiscard]] Quantity mean(const Value& value);
  void depend_on(std::string_view path);

  struct Line {
    std::string what;
    Amount amount;
    std::string_view counts;
    const Fact* price = nullptr;  // nullptr: not known; `unknown` says what has no price
    double highest_price = 0.0;   // where a dearer one may be needed; 0: `price` alone
    bool is_idle = false;
    SourceRange place{};
    std::string unknown{};
  };
  // Adds a line unless its amount is nothing, one for each tier of a volume price that it reaches;
  // discounts of the part are applied.
  void add(const Line& line);
  void add_unpriced(std::string what) { cost_.unpriced.push_back(std::move(what)); }
  [[nodiscard]] bool has_idle_line() const { return has_idle_line_; }

 private:
  void add_priced(const Line& line);
  void add_tiers(const Line& line, const Fact& price, const std::vector<const Fact*>& tiers);

  const Pipeline& pipeline_;
  const Estimates& estimates_;
  const Assignment& assignment_;
  PartId id_;
  const Part& part_;
  PriceList prices_;
  Volumes& volumes_;
  Cost& cost_;
  bool has_idle_line_ = false;
};

// "864,000", "2 s", "1 min - 4 min": an amount in words.
[[nodiscard]] std::string words(const Amount& amount, Dimension dimension = Dimension::Count);

// What writes the lines of a measure.
namespace cost_lines {
void requests(PartCost& part);
void memory_time(PartCost& part);
void kept_memory(PartCost& part);
void instances(PartCost& part);
void processors(PartCost& part);
void data(PartCost& part);
void storage(PartCost& part);
void kept(PartCost& part);
void data_at_rest(PartCost& part);
void scans(PartCost& part);
}  // namespace cost_lines

}  // namespace plumbline
