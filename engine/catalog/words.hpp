// The spellings of the catalog's enumerations, in the order of their enumerators.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace plumbline::catalog_words {

using namespace std::string_view_literals;

inline constexpr std::array kBehaviours = {
    "object-store"sv, "concurrency-pool"sv, "worker-fleet"sv,     "launched-job"sv,
    "queue"sv,        "router"sv,           "orchestrator"sv,     "micro-batch"sv,
    "shard-log"sv,    "key-value-store"sv,  "rate-limited-api"sv, "passive"sv,
};
inline constexpr std::array kWhenAbsent = {"best"sv, "default"sv, "unknown"sv};
inline constexpr std::array kAnswers = {"back"sv, "location"sv, "none"sv};
inline constexpr std::array kDistributions = {"each"sv, "one"sv};
inline constexpr std::array kGrades = {"native"sv, "bridged"sv, "coded"sv, "by-people"sv,
                                       "absent"sv};
inline constexpr std::array kRuntimeKinds = {"runtime"sv, "language"sv, "framework"sv};
inline constexpr std::array kConnectionStates = {"documented"sv, "impossible"sv};
// The quantities come first, in the order of Dimension; then word, boolean and text.
inline constexpr std::array kSettingTypes = {"count"sv,     "time"sv,    "bytes"sv,      "rate"sv,
                                             "byte-rate"sv, "money"sv,   "money-rate"sv, "ratio"sv,
                                             "word"sv,      "boolean"sv, "text"sv};
inline constexpr std::size_t kQuantityTypes = 8;
inline constexpr std::array kClasses = {"any-code"sv, "client"sv, "clock"sv, "person"sv, "any"sv};

}  // namespace plumbline::catalog_words
