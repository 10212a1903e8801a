// Ways between two ends that the catalog records, for findings about one that it does not.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/checks/rule.hpp"

namespace plumbline {

// The mechanism that was drawn, in words: its name, a claim, or "any way".
[[nodiscard]] std::string way_name(const Link& link);

// What could be drawn instead of a link. Asks the catalog once for each pair of services.
class RecordedWays {
 public:
  explicit RecordedWays(const Pipeline& pipeline) : pipeline_(pipeline) {}
  // The recorded mechanisms from one end to the other, else the services that can stand between
  // them: "create-job", "through lambda or step-functions", "none".
  [[nodiscard]] const std::string& of(const Link& link);

 private:
  struct Known {
    std::string_view from, from_mode, to, to_mode;
    std::string ways;
  };
  const Pipeline& pipeline_;
  std::vector<std::unique_ptr<Known>> known_;  // entries keep their place
};

}  // namespace plumbline
