// The one reason that a learner should remember about an option that is not the best.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/compare/criterion.hpp"
#include "engine/compare/judgement.hpp"

namespace plumbline {

// Index of the finding that weighs most: strongest evidence first, then the cause before its
// consequence, then the largest margin, then the earliest place; nullopt where nothing violates.
// A requirement that is not binding never gives the main reason. Between options of a combination
// places say nothing but the order in which they are written: there the rule comes before the
// place.
enum class Ties : std::uint8_t { ByPlace, ByRule };
[[nodiscard]] std::optional<std::size_t> strongest_violation(
    const Findings& findings, std::span<const Requirement> requirements, Ties ties = Ties::ByPlace);

// Index of the first finding that leaves the option open (one of its own parts before the world's).
[[nodiscard]] std::optional<std::size_t> first_undecided(const OptionJudgement& judgement,
                                                         std::span<const Requirement> requirements);

// Sets main and main_kind of every option; the ranking stands already.
void set_main_reasons(Judgement& judgement, Contests& contests);

}  // namespace plumbline
