// Judgements and findings as text, Markdown and JSON. Views compute nothing and neutralise every
// scenario text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/judgement.hpp"

namespace plumbline {

enum class Format : std::uint8_t { Text, Json, Markdown };
enum class Colour : std::uint8_t { Off, On };

struct Style {
  std::size_t width = 80;  // columns of the terminal; lines are wrapped, tables narrowed
  Colour colour = Colour::Off;
};

// `compare`.
[[nodiscard]] std::string compare_text(const Judgement& judgement, const Style& style);
[[nodiscard]] std::string compare_markdown(const Judgement& judgement);
[[nodiscard]] std::string compare_json(const Judgement& judgement);  // schemas/report.schema.json

// What one file gave to `check`: its findings, one list per option (or one for `design:` alone).
struct CheckedOption {
  std::string_view letter;  // empty for `design:` alone
  const Findings* findings = nullptr;
};
struct CheckedFile {
  std::string file;
  std::string_view text;  // of the file, for carets
  std::vector<CheckedOption> options;
  const Findings* notes = nullptr;  // of reading; may be nullptr
};
[[nodiscard]] std::string check_text(std::span<const CheckedFile> files, const Style& style);
[[nodiscard]] std::string check_markdown(std::span<const CheckedFile> files);
[[nodiscard]] std::string check_json(std::span<const CheckedFile> files);

// Errors of reading, with the offending line and a caret under it (columns in characters, so Korean
// and Japanese line up). `text` may be empty when the file could not be read.
[[nodiscard]] std::string errors_text(const Findings& findings, std::string_view text,
                                      const Style& style);
[[nodiscard]] std::string errors_json(std::span<const Findings> findings);

// One condition, "models.v1.takes is at most 58 s".
[[nodiscard]] std::string condition_text(const Condition& condition);

// Breaks text at blanks so that no line is wider than `width` columns; further lines begin with
// `indent`.
[[nodiscard]] std::string wrap(std::string_view text, std::size_t width, std::string_view indent);

}  // namespace plumbline
