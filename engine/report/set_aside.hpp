// Findings that the file suppresses, those of several options brought together.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/report/json.hpp"
#include "engine/report/report.hpp"

namespace plumbline {

struct SetAside {
  std::vector<std::string> letters;  // empty: `design:` alone
  bool is_every_option = false;
  const SuppressedFinding* finding = nullptr;
};

// In order of place, each once however many options have it.
[[nodiscard]] std::vector<SetAside> set_aside_of(std::span<const CheckedOption> options);

// "because: the partner fetches by hand; counts again from 2027-01"
[[nodiscard]] std::string reason_of(const SuppressedFinding& suppressed);

// A finding as JSON, with why it was set aside.
[[nodiscard]] Json suppressed_json(std::string_view file, const Findings& findings);

}  // namespace plumbline
