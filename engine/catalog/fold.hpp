// Names as people write them, folded so that spelling habits do not matter.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace plumbline {

// Lower case without blanks, '_', '-' and '.'; built without the heap because look-ups are many.
// A text longer than any name folds to nothing.
class FoldedName {
 public:
  explicit FoldedName(std::string_view text) {
    for (const char c : text) {
      if (c == ' ' || c == '\t' || c == '_' || c == '-' || c == '.') continue;
      if (size_ == letters_.size()) {
        size_ = 0;
        return;
      }
      letters_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 96> letters_{};
  std::size_t size_ = 0;
};

}  // namespace plumbline
