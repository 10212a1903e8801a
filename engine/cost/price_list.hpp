// The prices that hold for one part: by its service, mode, day, instance types and settings.
#pragma once

#include <string_view>
#include <vector>

#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

class PriceList {
 public:
  PriceList(const Pipeline& pipeline, PartId id);

  // Whether something that is computed with is priced at all.
  [[nodiscard]] bool is_empty() const { return facts_.empty(); }
  // Whether this measure costs anything here ("gb-seconds").
  [[nodiscard]] bool has(std::string_view measure) const;
  // The most that any price of this measure bills a unit for at least; 0 where none says so.
  [[nodiscard]] double least(std::string_view measure) const;
  // Whether no price of this measure bills the time until work begins.
  [[nodiscard]] bool start_is_free(std::string_view measure) const;
  // The price of one of the measure. Where prices differ by case ("arm64", "standard-ia"), the
  // part's settings decide; nullptr: there is none for this case.
  [[nodiscard]] const Fact* find(std::string_view measure) const;
  // The higher tiers of a volume price, from its lowest bound on; none where it has one tier.
  [[nodiscard]] std::vector<const Fact*> tiers(const Fact& first) const;
  // The hour of an instance of a type, with or without the prefix "ml."; nullptr: not known.
  [[nodiscard]] const Fact* find_instance(std::string_view type) const;
  // All prices of instances, cheapest first.
  [[nodiscard]] std::vector<const Fact*> instances() const;

 private:
  const Part* part_;
  std::vector<const Fact*> facts_;  // that hold in the mode on the day, in order of name
};

}  // namespace plumbline
