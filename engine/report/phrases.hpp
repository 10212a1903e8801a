// The words in which views speak of one thing: a place, a condition, a fact, a share of a ranking.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/report.hpp"

namespace plumbline {

// "[62:5]"; empty for a place nowhere in the file.
[[nodiscard]] std::string place_text(const SourceRange& place);

// "a", "a and b", "a, b and c".
[[nodiscard]] std::string listed(std::span<const std::string> words);

// Several conditions on one line: unknowns with one threshold share it
// ("models.v1.takes and models.v2.takes are at most 58 s").
[[nodiscard]] std::string conditions_text(std::span<const Condition> conditions);

// The message of a finding, its slots filled; neutralised.
[[nodiscard]] std::string message_of(const Finding& finding);
// The advice of its rule in the same way; empty if there is none.
[[nodiscard]] std::string fix_of(const Finding& finding);

// The words of the question that a requirement stands for, marked as what they are:
// `the question says "..."`, or as the author's reading.
[[nodiscard]] std::string quoted_requirement(const Requirement& requirement);

// "lambda.function-timeout-max is 900 s (15 min); documented 2026-11-21".
[[nodiscard]] std::string fact_text(const Fact& fact);

// Why a violation puts an option at risk only, with the factor by which a quota falls short.
[[nodiscard]] std::string doubt_text(const Finding& finding);

// Related places, one line for each note: "overlaps with it [64:9] and [66:9]".
[[nodiscard]] std::vector<std::string> related_text(const Finding& finding);

// Hours of a ledger: "6.1", "120", "2,600".
[[nodiscard]] std::string hours_text(double hours);
// "$252", "$44,900 - 55,500", "at least $12"; no "/month".
[[nodiscard]] std::string dollars_text(const Quantity& monthly);
// What a setting was given: "15 min", "ml.m5.large", "yes".
[[nodiscard]] std::string chosen_text(const ChosenSetting& chosen);

// A score under a criterion with its unit: "6.1 h/month", "$252/month", "3 servers", "1.2 s".
[[nodiscard]] std::string score_text(Objective objective, double score);
// A range of differences: "-0.8 to 4.5 h/month".
[[nodiscard]] std::string span_text(Objective objective, double low, double high);

// Why the best is the best, or why there is none: one or more whole sentences.
[[nodiscard]] std::string ground_text(const Judgement& judgement);

// The same for `choose: {as: each}`.
[[nodiscard]] std::string each_text(const Judgement& judgement);
// "choose 2 together: 10 combinations"; empty where one option is the answer.
[[nodiscard]] std::string choice_text(const Judgement& judgement);
// Why an option is in no best set, by the best combination that contains it; empty if it is in one.
[[nodiscard]] std::string offer_text(const Judgement& judgement, const OfferJudgement& offer);
// The main reason against an option, or the lines on which it loses; empty where there is none.
[[nodiscard]] std::string reason_text(const OptionJudgement& option);
// "job as AWS Glue": the services that a design takes of `any-of`.
[[nodiscard]] std::string taken_text(const Option& option);

// What today's facts say, one sentence each; empty when the scenario is judged by them anyway.
[[nodiscard]] std::vector<std::string> today_text(const Judgement& judgement);

}  // namespace plumbline
