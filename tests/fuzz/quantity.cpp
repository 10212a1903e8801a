// Any bytes as a quantity: reading never crashes, keeps its bounds, and agrees with printing.
#include "engine/base/quantity.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/base/text.hpp"

namespace {

using plumbline::Dimension;

constexpr Dimension kDimensions[] = {Dimension::Count,     Dimension::Time,     Dimension::Bytes,
                                     Dimension::Rate,      Dimension::ByteRate, Dimension::Money,
                                     Dimension::MoneyRate, Dimension::Ratio};

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

bool is_safe(std::string_view text) { return plumbline::neutralise(text) == text; }

void check_value(double value, Dimension dimension) {
  require(value == 0.0 ||
              (value >= plumbline::kSmallestQuantity && value <= plumbline::kLargestQuantity),
          "a quantity is 0 or within its bounds");
  std::string text = plumbline::format_amount(value, dimension);
  require(is_safe(text), "printed quantities are plain text");
  std::erase(text, ',');
  const auto again = plumbline::parse_quantity(text, dimension);
  // Three digits may round up past the largest quantity.
  if (!again) {
    require(
        value > plumbline::kLargestQuantity / 1.01 || value < plumbline::kSmallestQuantity * 1.01,
        "what was printed can be read");
    return;
  }
  require(std::abs(*again - value) <= 0.0051 * value, "three digits survive the way back");
}

void check_error(const plumbline::QuantityError& error) {
  require(!error.reason.empty() && !error.examples.empty(), "an error says why and how");
  require(is_safe(error.reason), "an error repeats hostile text only neutralised");
  require(error.reason.size() < 400, "an error stays short");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const Dimension dimension : kDimensions) {
    const auto read = plumbline::parse_quantity(text, dimension);
    if (read) {
      check_value(*read, dimension);
    } else {
      check_error(read.error());
    }
  }
  if (const auto guess = plumbline::guess_dimension(text)) {
    require(plumbline::parse_quantity(text, *guess).has_value(), "a guess can be read");
  }
  const std::string shown = plumbline::neutralise(text);
  require(is_safe(shown), "neutralising twice changes nothing");
  require(!plumbline::find_invalid_utf8(shown), "neutralised text is UTF-8");
  require(plumbline::display_width(plumbline::truncate(text, 10)) <= 10, "cut text fits");
  return 0;
}
