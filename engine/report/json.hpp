// The pieces of JSON that several documents share; nlohmann/json stays in this folder.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "engine/base/quantity.hpp"
#include "engine/cost/cost.hpp"
#include "engine/finding/finding.hpp"
#include "engine/overhead/overhead.hpp"
#include "engine/report/report.hpp"

namespace plumbline {

// Keys keep the order in which they were put, so that the same judgement gives the same bytes.
using Json = nlohmann::ordered_json;

inline constexpr int kReportVersion = 1;

// The base unit in which numbers of a dimension stand: "seconds", "usd-per-month".
[[nodiscard]] std::string_view dimension_word(Dimension dimension);
// Neutralised text.
[[nodiscard]] Json text_json(std::string_view text);
// Rounded to six significant digits; null where it is not finite.
[[nodiscard]] Json number_json(double value);
// {"low": .., "high": ..} in base units.
[[nodiscard]] Json range_json(const Quantity& quantity);
// {"file": .., "line": .., ...}; null for a place nowhere in the file.
[[nodiscard]] Json location_json(std::string_view file, const SourceRange& place);
[[nodiscard]] Json fact_json(const Fact& fact);
[[nodiscard]] Json condition_json(const Condition& condition);
[[nodiscard]] Json conditions_json(const std::vector<Condition>& conditions);
// One finding as compare, check and error documents hold it.
[[nodiscard]] Json finding_json(std::string_view file, const Finding& finding);

[[nodiscard]] Json ledger_json(std::string_view file, const Ledger& ledger);
[[nodiscard]] Json cost_json(const OptionJudgement& option, std::string_view file);
[[nodiscard]] Json latency_json(const OptionJudgement& option);

// The document as text: two blanks of indentation, a newline at the end.
[[nodiscard]] std::string dump(const Json& document);

}  // namespace plumbline
