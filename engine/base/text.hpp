// Text as a terminal and a hostile author see it: UTF-8, display width, neutralised output, near
// misses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace plumbline {

// Decodes one code point at `offset` and advances it. Invalid input (overlong forms, surrogates,
// truncation) gives nullopt and advances by one byte.
[[nodiscard]] std::optional<char32_t> decode_utf8(std::string_view text, std::size_t& offset);

// Byte offset of the first invalid sequence, if any.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Number of code points; the unit in which Plumbline counts columns.
[[nodiscard]] std::size_t count_code_points(std::string_view utf8);

// Terminal columns: wide (East Asian W and F, emoji) take two, combining marks none.
// Source: Unicode Standard Annex 11 (East Asian Width).
[[nodiscard]] std::size_t display_width(std::string_view utf8);

// Pads with blanks to `width` display columns (never cuts).
[[nodiscard]] std::string pad_right(std::string_view utf8, std::size_t width);
[[nodiscard]] std::string pad_left(std::string_view utf8, std::size_t width);
// Cuts to at most `width` display columns, ending in "…" when something was cut.
[[nodiscard]] std::string truncate(std::string_view utf8, std::size_t width);

// Scenario text is untrusted in every output: C0/C1 controls, escape, bidirectional controls
// (U+202A-202E, U+2066-2069, U+200E/F, U+061C), line and paragraph separators, zero-width and tag
// characters and invalid bytes are replaced by a visible form such as \u{202E}. Newlines and tabs
// too.
[[nodiscard]] std::string neutralise(std::string_view text);

// The nearest of `candidates` if it is near enough to have been meant (Damerau-Levenshtein distance
// at most a third of the longer length, case and _/- ignored), else nullopt. Ties: the first in
// order.
[[nodiscard]] std::optional<std::string_view> did_you_mean(
    std::string_view written, std::span<const std::string_view> candidates);

// FNV-1a, 64 bit; stable across machines, for fingerprints and stream keys, never for security.
[[nodiscard]] std::uint64_t stable_hash(std::string_view bytes);

}  // namespace plumbline
