// `egress`: the ways out of one design, as text and as JSON.
#pragma once

#include <string>
#include <string_view>

#include "engine/egress/egress.hpp"
#include "engine/report/report.hpp"

namespace plumbline {

struct EgressPicture {
  const Pipeline* pipeline = nullptr;
  const EgressQuery* query = nullptr;
  const EgressReport* report = nullptr;
  std::string_view letter;  // empty for `design:` alone
  std::string_view title;
};

[[nodiscard]] std::string egress_text(const EgressPicture& picture, const Style& style);
// One object; `egress --format json` prints a list of them.
[[nodiscard]] std::string egress_json(std::span<const EgressPicture> pictures);

}  // namespace plumbline
