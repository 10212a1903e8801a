// The names of all factors at compile time, from factors.def.
#pragma once

#include <array>

#include "engine/overhead/overhead.hpp"

namespace plumbline {
namespace factor_list {

// As factors.def writes them.
enum class Ledger : std::uint8_t { duty, effort };  // NOLINT(readability-identifier-naming)

// "keys_and_network" as weights.yaml and reports spell it.
template <std::size_t N>
struct Slug {
  std::array<char, N> text{};
  constexpr explicit Slug(const char (&slug)[N]) {
    for (std::size_t i = 0; i < N; ++i) text[i] = slug[i] == '_' ? '-' : slug[i];
  }
  [[nodiscard]] constexpr std::string_view view() const { return {text.data(), N - 1}; }
};

#define PLUMBLINE_FACTOR(ledger, slug, meaning) inline constexpr Slug slug(#slug);
#include "engine/overhead/factors.def"
#undef PLUMBLINE_FACTOR

}  // namespace factor_list

inline constexpr std::array kFactorInfos = {
#define PLUMBLINE_FACTOR(ledger, slug, meaning)                                                    \
  FactorInfo{factor_list::slug.view(), factor_list::Ledger::ledger == factor_list::Ledger::effort, \
             meaning},
#include "engine/overhead/factors.def"
#undef PLUMBLINE_FACTOR
};

}  // namespace plumbline
