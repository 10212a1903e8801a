// Reading a right quantity is on the hot path of every scenario: it must not allocate.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "engine/base/quantity.hpp"

namespace {

std::atomic<long> allocations{0};

}  // namespace

// Not inlined: the compiler would otherwise see malloc meet delete and warn of a mismatch.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept {
  std::free(memory);
}

namespace plumbline {
namespace {

TEST(ParseQuantity, AllocatesNothingWhenTheTextIsRight) {
  struct Case {
    std::string_view text;
    Dimension dimension;
  };
  for (const auto& [text, dimension] :
       {Case{"15 min", Dimension::Time}, Case{"80.5 ms", Dimension::Time},
        Case{"0", Dimension::Time}, Case{"200 KiB", Dimension::Bytes},
        Case{"500 requests per second", Dimension::Rate}, Case{"5 MB/s", Dimension::ByteRate},
        Case{"$120/month", Dimension::MoneyRate}, Case{"3 USD", Dimension::Money},
        Case{"99.9 %", Dimension::Ratio}, Case{"10 million documents", Dimension::Count}}) {
    const long before = allocations;
    const bool is_read = parse_quantity(text, dimension).has_value();
    const long after = allocations;
    EXPECT_TRUE(is_read) << text;
    EXPECT_EQ(after, before) << text;
  }
}

TEST(ParseQuantity, IsCountedByThisTestAtAll) {
  const long before = allocations;
  EXPECT_FALSE(parse_quantity("3 hurs", Dimension::Time));
  EXPECT_GT(allocations, before);
}

}  // namespace
}  // namespace plumbline
