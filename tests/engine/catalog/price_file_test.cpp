// Price files: what they replace, on which days, and where their mistakes are reported.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/catalog/catalog.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Expected<Catalog, Findings> with(const std::string& entries,
                                 const Catalog& base = Catalog::built_in()) {
  return Catalog::with_prices(base, "plumbline-prices: 1\nprices:\n" + entries, "ours.yaml");
}

std::string problem_of(const std::string& entries) {
  const Expected<Catalog, Findings> catalog = with(entries);
  if (catalog.has_value()) return "no problem";
  std::string text;
  for (const Finding& finding : catalog.error().all()) {
    text += std::to_string(finding.place.line) + ": " +
            render_message(finding.rule->message, finding) + " / " +
            render_message(finding.rule->fix, finding) + "\n";
  }
  return text;
}

constexpr std::string_view kQueue =
    "  - {service: sqs, price: request, mode: standard, value: 0.35, unit: USD-per-1M-requests, "
    "source: our agreement}\n";

TEST(PriceFile, StandsInPlaceOfTheCatalogsPrice) {
  const auto catalog = with(std::string(kQueue));
  ASSERT_TRUE(catalog.has_value());
  const Fact* price = catalog->find_fact("sqs.request", "standard", {});
  ASSERT_NE(price, nullptr);
  EXPECT_DOUBLE_EQ(price->value, 0.35e-6);
  EXPECT_EQ(price->source, "our agreement");
  EXPECT_EQ(price->as_of, "unknown");
  // What the price counts, and how it is billed, is the service's own.
  EXPECT_EQ(price->governs, "request-chunks");
  EXPECT_DOUBLE_EQ(price->step, 65536.0);
  EXPECT_THAT(catalog->tables().price_files, ElementsAre("ours.yaml"));
  const Fact* other = catalog->find_fact("sqs.request", "fifo", {});
  ASSERT_NE(other, nullptr);
  EXPECT_DOUBLE_EQ(other->value, 0.5e-6);
}

TEST(PriceFile, IsForEveryModeUnlessOneIsNamed) {
  const auto catalog = with(
      "  - {service: sqs, price: request, value: 0.1, unit: USD-per-1M-requests, source: ours}\n");
  ASSERT_TRUE(catalog.has_value());
  for (const std::string_view mode : {"standard", "fifo", "fifo-high-throughput"}) {
    EXPECT_DOUBLE_EQ(catalog->find_fact("sqs.request", mode, {})->value, 0.1e-6) << mode;
  }
}

// The catalog's price of 2024 was another than today's; one of our own holds on every day.
TEST(PriceFile, HoldsOnEveryDay) {
  const auto catalog = with(
      "  - {service: dynamodb, price: write-request-unit, value: 1, unit: USD-per-1M-WRU, source: "
      "ours}\n");
  ASSERT_TRUE(catalog.has_value());
  for (const std::string_view day : {"2024-01", "2026-01"}) {
    const Fact* price = catalog->find_fact("dynamodb.write-request-unit", "on-demand", {day});
    ASSERT_NE(price, nullptr);
    EXPECT_DOUBLE_EQ(price->value, 1e-6) << day;
  }
  EXPECT_DOUBLE_EQ(
      Catalog::built_in().find_fact("dynamodb.write-request-unit", "on-demand", {"2024-01"})->value,
      1.25e-6);
}

TEST(PriceFile, LaterFilesAreLaidOverEarlierOnes) {
  const auto first = with(std::string(kQueue));
  ASSERT_TRUE(first.has_value());
  const auto second = Catalog::with_prices(
      first.value(),
      "plumbline-prices: 1\nsource: https://example.org/prices\nas-of: 2026-10\nprices:\n"
      "  - {service: queue, price: request, mode: standard, value: 0.3, unit: "
      "USD-per-1M-requests}\n",
      "theirs.yaml");
  ASSERT_TRUE(second.has_value());
  const Fact* price = second->find_fact("sqs.request", "standard", {});
  EXPECT_DOUBLE_EQ(price->value, 0.3e-6);
  EXPECT_EQ(price->source, "https://example.org/prices");
  EXPECT_EQ(price->as_of, "2026-10");
  EXPECT_THAT(second->tables().price_files, ElementsAre("ours.yaml", "theirs.yaml"));
}

TEST(PriceFile, SuggestsWhatIsMisspelt) {
  EXPECT_THAT(problem_of("  - {service: sqss, price: request, value: 1, unit: "
                         "USD-per-1M-requests, source: ours}\n"),
              HasSubstr("3: 'sqss' is not a service of the catalog (did you mean 'sqs'?)"));
  EXPECT_THAT(problem_of("  - {service: sqs, price: requests, value: 1, unit: "
                         "USD-per-1M-requests, source: ours}\n"),
              HasSubstr("3: 'requests' is not a price of sqs (did you mean 'request'?)"));
  EXPECT_THAT(problem_of("  - {service: sqs, price: request, mode: fifa, value: 1, unit: "
                         "USD-per-1M-requests, source: ours}\n"),
              HasSubstr("'fifa' is not a mode with the price 'request' (did you mean 'fifo'?)"));
  EXPECT_THAT(problem_of("  - {service: sqs, price: request, vlaue: 1, unit: "
                         "USD-per-1M-requests, source: ours}\n"),
              HasSubstr("did you mean 'value'?"));
}

TEST(PriceFile, TakesTheUnitOfTheCatalogAlone) {
  EXPECT_THAT(
      problem_of("  - {service: sqs, price: request, value: 1, unit: USD-per-1K-requests, source: "
                 "ours}\n"),
      HasSubstr("Write 'unit: USD-per-1M-requests' and convert the value."));
}

TEST(PriceFile, NeedsAPriceOfSomebody) {
  EXPECT_THAT(problem_of("  - {service: sqs, price: request, value: 1, unit: "
                         "USD-per-1M-requests}\n"),
              HasSubstr("needs 'source'"));
  EXPECT_THAT(problem_of("  - {service: sqs, price: request, value: -1, unit: "
                         "USD-per-1M-requests, source: ours}\n"),
              HasSubstr("a price must be at least 0"));
  EXPECT_THAT(problem_of("  - {service: sqs, price: request, value: cheap, unit: "
                         "USD-per-1M-requests, source: ours}\n"),
              HasSubstr("must be a number"));
}

TEST(PriceFile, GivesEachPriceOnce) {
  const std::string twice = std::string(kQueue) + std::string(kQueue);
  EXPECT_THAT(problem_of(twice), HasSubstr("4: the price sqs.request (standard) was given in line "
                                           "3"));
}

TEST(PriceFile, TellsEveryProblemInOneRun) {
  const std::string problems = problem_of(
      "  - {service: sqss, price: request, value: 1, unit: USD-per-1M-requests, source: ours}\n"
      "  - {service: lambda, price: reqest, value: 1, unit: USD-per-1M-requests, source: ours}\n");
  EXPECT_THAT(problems, HasSubstr("3: "));
  EXPECT_THAT(problems, HasSubstr("4: "));
}

TEST(PriceFile, IsNoCatalogFile) {
  const auto catalog =
      Catalog::with_prices(Catalog::built_in(), "plumbline-catalog: 1\nservice: owl\n", "owl.yaml");
  ASSERT_FALSE(catalog.has_value());
  EXPECT_FALSE(catalog.error().empty());
  EXPECT_THAT(catalog.error().file(), Not(HasSubstr("prices")));
}

}  // namespace
}  // namespace plumbline
