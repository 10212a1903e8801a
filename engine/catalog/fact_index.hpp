// Finding the facts of one name in a service without comparing names: rules do it for every setting
// and every connection of a design.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/catalog/service.hpp"

namespace plumbline {

// Mixes the length and the letters at both ends; two names may have one hash.
[[nodiscard]] std::uint32_t name_hash(std::string_view name);

// One entry for each name in `facts`, which are in order of name; in order of hash.
[[nodiscard]] std::vector<FactIndexEntry> index_facts(std::span<const Fact> facts);

// The facts of one name.
[[nodiscard]] std::span<const Fact> facts_named(const Service& service, std::string_view name);

}  // namespace plumbline
