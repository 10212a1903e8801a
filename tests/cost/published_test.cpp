// Every scenario of this folder is a worked example that somebody else published: its first
// comments say what it costs there, of what, and where that stands.
//
//   # published: $17.50 requests        a measure of catalog/measures.def, added up, or `total`
//   # published: B $0.23 memory-gb-hours        the same of one option
//   # source: https://...
//
// The figures are those before a free tier is deducted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "engine/cost/cost.hpp"
#include "tests/support/built.hpp"

namespace plumbline::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(PLUMBLINE_SOURCE_DIR) / "tests" / "cost";
constexpr std::string_view kTotal = "total";
constexpr std::string_view kDesign = "design";
// What separates us from a figure that its author rounded on the way.
constexpr double kRounding = 0.005;
constexpr std::size_t kFewest = 10;

struct Published {
  std::string option;
  double dollars = 0.0;
  double last_digit = 0.0;  // of the figure as it is written: 0.01 of $1.25
  std::string of;           // a measure, or the total
};

struct Example {
  std::string text;
  std::vector<Published> figures;
  std::string source;
};

std::vector<fs::path> example_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

// "B $0.23 memory-gb-hours" or "$17.50 requests".
Published figure_of(const std::string& words) {
  Published figure;
  std::istringstream stream(words);
  std::string amount;
  stream >> amount;
  figure.option = kDesign;
  if (!amount.starts_with('$')) {
    figure.option = amount;
    stream >> amount;
  }
  stream >> figure.of;
  if (!amount.starts_with('$') || figure.of.empty()) {
    throw std::runtime_error("not a published figure: " + words);
  }
  const std::size_t point = amount.find('.');
  const std::size_t digits = point == std::string::npos ? 0 : amount.size() - point - 1;
  figure.dollars = std::stod(amount.substr(1));
  figure.last_digit = std::pow(10.0, -static_cast<double>(digits));
  return figure;
}

Example example_of(const fs::path& path) {
  constexpr std::string_view kPublished = "# published: ";
  constexpr std::string_view kSource = "# source: ";
  Example example;
  std::ifstream stream(path, std::ios::binary);
  std::string line;
  while (std::getline(stream, line)) {
    example.text += line + "\n";
    if (line.starts_with(kPublished)) {
      example.figures.push_back(figure_of(line.substr(kPublished.size())));
    }
    if (line.starts_with(kSource)) example.source = line.substr(kSource.size());
  }
  return example;
}

// The lines of one measure, or all of them, added up.
Quantity monthly(const Cost& cost, std::string_view of) {
  if (of == kTotal) return cost.monthly;
  Quantity sum{Dimension::MoneyRate};
  for (const CostLine& line : cost.lines) {
    if (line.counts != of) continue;
    sum.low += line.monthly.low;
    sum.high += line.monthly.high;
  }
  return sum;
}

std::string lines_of(const Cost& cost) {
  std::ostringstream text;
  for (const CostLine& line : cost.lines) {
    text << "  " << line.counts << ": " << line.what << ": $" << line.monthly.low << " - $"
         << line.monthly.high << "\n";
  }
  return text.str();
}

class PublishedExample : public ::testing::TestWithParam<fs::path> {};

TEST_P(PublishedExample, CostsWhatWasPublished) {
  const Example example = example_of(GetParam());
  ASSERT_FALSE(example.figures.empty()) << "no line '# published: $... MEASURE'";
  for (const Published& figure : example.figures) {
    const Built built = build_file(example.text, figure.option);
    const Cost cost = cost_of(*built.pipeline, built.estimates);
    const Quantity found = monthly(cost, figure.of);
    // Half of its last digit lies within what was written; else what the author rounded before.
    const double tolerance = std::max(figure.last_digit / 2.0, kRounding * figure.dollars);
    EXPECT_NEAR(found.low, figure.dollars, tolerance) << figure.option << ", " << figure.of << "\n"
                                                      << lines_of(cost);
    EXPECT_NEAR(found.high, figure.dollars, tolerance) << figure.option << ", " << figure.of << "\n"
                                                       << lines_of(cost);
  }
}

TEST_P(PublishedExample, SaysWhereItStands) {
  EXPECT_TRUE(example_of(GetParam()).source.starts_with("https://"));
}

std::string test_name(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cost, PublishedExample, ::testing::ValuesIn(example_files()), test_name);

TEST(PublishedExamples, AreAtLeastTen) { EXPECT_GE(example_files().size(), kFewest); }

// The comparison of the issue: the same bookings for less than a twentieth.
TEST(PublishedExamples, AirlineBookingsAreFarCheaperAsExpressWorkflows) {
  const Example example = example_of(kFolder / "airline-booking.yaml");
  const auto total = [&](std::string_view option) {
    const Built built = build_file(example.text, option);
    return cost_of(*built.pipeline, built.estimates).monthly;
  };
  EXPECT_LT(total("B").high, 0.05 * total("A").low);
  EXPECT_NEAR(total("B").low, 0.5, 0.06);  // "~0.5$"
}

}  // namespace
}  // namespace plumbline::testing
