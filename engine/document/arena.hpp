// Memory that is handed out in order and freed all at once: the nodes of a document.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace plumbline::reading {

// Holds only types that need no destructor. Chunks double up to a bound, so that a small document
// takes one and a large one wastes little.
class Arena {
 public:
  explicit Arena(std::size_t first_chunk) : chunk_(std::clamp(first_chunk, kSmallest, kLargest)) {}

  template <class T>
  [[nodiscard]] T* create(const T& like) {
    return new (take(sizeof(T), alignof(T))) T(like);
  }

  template <class T>
  [[nodiscard]] std::span<T> copy(std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (values.empty()) return {};
    void* memory = take(values.size_bytes(), alignof(T));
    std::memcpy(memory, values.data(), values.size_bytes());
    return {static_cast<T*>(memory), values.size()};
  }

  [[nodiscard]] std::string_view copy_text(std::string_view text) {
    if (text.empty()) return {};
    char* memory = static_cast<char*>(take(text.size(), 1));
    std::memcpy(memory, text.data(), text.size());
    return {memory, text.size()};
  }

 private:
  static constexpr std::size_t kSmallest = std::size_t{4} << 10;
  static constexpr std::size_t kLargest = std::size_t{2} << 20;

  [[nodiscard]] void* take(std::size_t size, std::size_t alignment) {
    const std::size_t gap = (~reinterpret_cast<std::uintptr_t>(next_) + 1) & (alignment - 1);
    if (static_cast<std::size_t>(end_ - next_) < size + gap) return take_from_new_chunk(size);
    std::byte* memory = next_ + gap;
    next_ = memory + size;
    return memory;
  }

  [[nodiscard]] void* take_from_new_chunk(std::size_t size) {
    // A large block lies on its own, so that the open chunk is not given up for it.
    const bool is_large = size >= chunk_ / 2;
    const std::size_t bytes = is_large ? size : chunk_;
    chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(bytes));
    std::byte* memory = chunks_.back().get();
    if (is_large) return memory;
    next_ = memory + size;
    end_ = memory + bytes;
    chunk_ = std::min(chunk_ * 2, kLargest);
    return memory;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::byte* end_ = nullptr;
  std::size_t chunk_;
};

}  // namespace plumbline::reading
