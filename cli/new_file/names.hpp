// Names of new things, and templates filled with them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace plumbline {

// What is wrong with a name that must be words of small letters and digits, joined by '-': where,
// and one that would do. Nothing: it is well formed. "'Owl_Post' has 'O' at character 1; ..."
[[nodiscard]] std::optional<std::string> problem_of_name(std::string_view name);

// "memory_too_small" of "memory-too-small", "memory too small" with ' '.
[[nodiscard]] std::string with_instead_of_hyphens(std::string_view name, char joint);

struct Filling {
  std::string_view key;  // "@name@" of the template
  std::string text;
};
[[nodiscard]] std::string filled(std::string_view text, std::span<const Filling> fillings);

}  // namespace plumbline
