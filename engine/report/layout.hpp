// How lines are laid out on a terminal: paragraphs with a hanging head, tables of aligned cells,
// colour.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/report.hpp"

namespace plumbline {

enum class Paint : std::uint8_t { Plain, Bold, Good, Bad, Doubtful, Undecided, Faint };

// The text in a colour, or as it is where colour is off. Widths are measured before painting.
[[nodiscard]] std::string painted(std::string_view text, Paint paint, const Style& style);

// A head in a column of its own and a text that hangs beside it; where that leaves too little room,
// the text stands below the head. `end` stands flush right behind the text, if it is not empty.
// Head and text are neutralised; neither may hold colour.
struct Paragraph {
  std::string head{};
  std::size_t head_width = 0;  // of the column, gap included
  Paint head_paint = Paint::Plain;
  std::string text{};
  std::string end{};
  std::size_t indent = 2;
};
void append_paragraph(std::string& out, const Paragraph& paragraph, const Style& style);

[[nodiscard]] std::size_t widest(const std::vector<std::string>& texts);

// Blanks at the end of a line help no one.
void trim_right(std::string& line);

}  // namespace plumbline
