// The index of a service's facts against a plain look through the table.
#include "engine/catalog/fact_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/catalog/catalog.hpp"

namespace plumbline {
namespace {

TEST(FactIndex, FindsEveryNameOfTheBuiltInCatalog) {
  for (const Service& service : Catalog::built_in().services()) {
    for (const Fact& fact : service.facts) {
      const auto found = facts_named(service, fact.name);
      const auto expected = std::ranges::count(service.facts, fact.name, &Fact::name);
      ASSERT_EQ(static_cast<std::ptrdiff_t>(found.size()), expected) << fact.id;
      for (const Fact& one : found) EXPECT_EQ(one.name, fact.name);
    }
    EXPECT_TRUE(facts_named(service, "no-such-fact").empty());
    EXPECT_TRUE(facts_named(service, "").empty());
  }
}

TEST(FactIndex, NamesOfOneHashAreToldApart) {
  // Only the length and eight letters at both ends are mixed.
  const std::string one = "long-name-with-an-a-inside-of-it";
  const std::string other = "long-name-with-an-b-inside-of-it";
  ASSERT_EQ(name_hash(one), name_hash(other));
  std::vector<Fact> facts(3);
  facts[0].name = one;
  facts[1].name = other;
  facts[2].name = other;
  const std::vector<FactIndexEntry> index = index_facts(facts);
  Service service;
  service.facts = facts;
  service.fact_index = index;
  EXPECT_EQ(facts_named(service, one).size(), 1u);
  EXPECT_EQ(facts_named(service, other).size(), 2u);
  EXPECT_EQ(facts_named(service, other).data(), &facts[1]);
}

}  // namespace
}  // namespace plumbline
