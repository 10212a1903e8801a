// A name becomes a file, a word of YAML and a C++ object, so it keeps to what all three accept.
#include "cli/new_file/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kLongest = 60;

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The first byte that does not belong: another character, a digit or '-' in front, '-' twice or
// last. The size of the name when there is none.
std::size_t first_wrong(std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (is_small(c) || (is_digit(c) && i > 0)) continue;
    const bool joins = c == '-' && i > 0 && i + 1 < name.size() && name[i - 1] != '-';
    if (!joins) return i;
  }
  return name.size();
}

// "owl-post" of "Owl__Post!": the same words, as far as letters and digits give any.
std::string nearest_name(std::string_view name) {
  std::string near;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_small(c) || (is_digit(c) && !near.empty())) {
      near.push_back(c);
    } else if (!near.empty() && near.back() != '-') {
      near.push_back('-');
    }
  }
  while (near.ends_with('-')) near.pop_back();
  return near;
}

}  // namespace

std::optional<std::string> problem_of_name(std::string_view name) {
  constexpr std::string_view kForm =
      "a name is words of small letters and digits, joined by '-', and begins with a letter";
  if (name.empty()) return fmt::format("the name is empty; {}", kForm);
  const std::size_t wrong = first_wrong(name);
  if (wrong < name.size()) {
    std::size_t end = wrong;
    static_cast<void>(decode_utf8(name, end));
    const std::string near = nearest_name(name);
    return fmt::format("'{}' has '{}' at character {}; {}{}", neutralise(name),
                       neutralise(name.substr(wrong, end - wrong)),
                       count_code_points(name.substr(0, wrong)) + 1, kForm,
                       near.empty() ? "" : fmt::format(": '{}'", near));
  }
  if (name.size() > kLongest) {
    return fmt::format("'{}' has {} characters; {} are enough for a name", name, name.size(),
                       kLongest);
  }
  return std::nullopt;
}

std::string with_instead_of_hyphens(std::string_view name, char joint) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '-', joint);
  return text;
}

std::string filled(std::string_view text, std::span<const Filling> fillings) {
  std::string result(text);
  for (const Filling& filling : fillings) {
    for (std::size_t at = result.find(filling.key); at != std::string::npos;
         at = result.find(filling.key, at + filling.text.size())) {
      result.replace(at, filling.key.size(), filling.text);
    }
  }
  return result;
}

}  // namespace plumbline
