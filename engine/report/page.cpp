// Cells of pages.
#include "engine/report/page.hpp"

#include <utility>

namespace plumbline {

Cell cell(std::string_view text) { return cell_as(text, text); }

Cell cell_as(std::string_view word, std::string_view text) {
  return {.type = Cell::Type::Text, .text = std::string(text), .word = std::string(word)};
}

Cell cell_number(double number, std::string text) {
  return {.type = Cell::Type::Number, .text = std::move(text), .number = number};
}

Cell cell_flag(bool value) {
  return {.type = Cell::Type::Boolean, .text = value ? "yes" : "no", .boolean = value};
}

Cell cell_list(std::span<const std::string_view> words) {
  Cell cell{.type = Cell::Type::List};
  for (const std::string_view word : words) {
    if (!cell.text.empty()) cell.text.append(", ");
    cell.text.append(word);
    cell.list.emplace_back(word);
  }
  return cell;
}

}  // namespace plumbline
