// Dotted addresses find, set and remove values; what leads nowhere is named.
#include <gtest/gtest.h>

#include "tests/engine/document/reading.hpp"

namespace plumbline {
namespace {

using testing::at;
using testing::flat;
using testing::numbers;
using testing::read;

std::string text() {
  return "workloads: {documents: {arrive: {period: 3 s}}}\nquestion: [first, second]\n"
         "a.b: {'say \"hi\"': 1}\nempty:\nservice: lambda\n";
}

std::string after_set(std::string_view address, std::string_view value = "new") {
  Document document = read(text());
  Node node;
  node.type = NodeType::Scalar;
  node.text = value;
  node.place = {90, 1, 90, 4};
  const auto result = set_path(document, document.root(), address, node);
  if (!result.has_value()) return result.error().segment + " | " + result.error().reason;
  return flat(*result.value());
}

std::string after_remove(std::string_view address) {
  Document document = read(text());
  const auto result = remove_path(document, document.root(), address);
  if (!result.has_value()) return result.error().segment + " | " + result.error().reason;
  return flat(*result.value());
}

std::string found(std::string_view address) {
  const Document document = read(text());
  const auto result = find_path(document.root(), address);
  if (!result.has_value()) return result.error().segment + " | " + result.error().reason;
  return flat(*result.value());
}

TEST(Addresses, FindByKeysAndNumbers) {
  EXPECT_EQ(found("workloads.documents.arrive.period"), "3 s");
  EXPECT_EQ(found("question.1"), "second");
  EXPECT_EQ(found("\"a.b\".\"say \"\"hi\"\"\""), "1");
  EXPECT_EQ(found("\"service\""), "lambda");
  EXPECT_EQ(found("empty"), "~");
}

TEST(Addresses, SayWhichPartLeadsNowhere) {
  EXPECT_EQ(found("workloads.document.arrive"),
            "document | there is no key 'document' here (did you mean 'documents'?)");
  EXPECT_EQ(found("question.2"), "2 | the list has 2 items (counted from 0), and no item '2'");
  EXPECT_EQ(found("question.-1"), "-1 | the list has 2 items (counted from 0), and no item '-1'");
  EXPECT_EQ(found("question.first"),
            "first | the list has 2 items (counted from 0), and no item 'first'");
  EXPECT_EQ(found("service.memory"),
            "memory | 'memory' leads into text 'lambda', which has no keys inside");
  EXPECT_EQ(found("empty.x"), "x | 'x' leads into nothing, which has no keys inside");
}

TEST(Addresses, MustBeWellFormed) {
  EXPECT_EQ(found(""), " | the address is empty");
  EXPECT_EQ(found("a..b"), " | the address has nothing between two dots");
  EXPECT_EQ(found(".a"), " | the address has nothing between two dots");
  EXPECT_EQ(found("a."), " | the address has nothing between two dots");
  EXPECT_EQ(found("\"a.b"), "\"a.b | the quote that opens here is never closed");
  EXPECT_EQ(found("\"a.b\"c"), "c | a '.' is missing after the closing quote");
  std::string deep = "a";
  for (int i = 0; i < 100; ++i) deep += ".a";
  EXPECT_EQ(found(deep), "a | an address has at most 64 parts");
}

TEST(Addresses, SetReplacesWhatIsThere) {
  const std::string rest =
      ", question: [first, second], a.b: {say \"hi\": 1}, empty: ~, service: lambda}";
  EXPECT_EQ(after_set("workloads.documents.arrive.period", "10 min"),
            "{workloads: {documents: {arrive: {period: 10 min}}}" + rest);
  EXPECT_EQ(after_set("workloads"), "{workloads: new" + rest);
  EXPECT_EQ(after_set("question.0"),
            "{workloads: {documents: {arrive: {period: 3 s}}}, question: [new, second], a.b: {say "
            "\"hi\": 1}, empty: ~, service: lambda}");
}

TEST(Addresses, SetCreatesWhatIsMissing) {
  const std::string before =
      "{workloads: {documents: {arrive: {period: 3 s}}}, question: [first, second";
  const std::string after = "], a.b: {say \"hi\": 1}, empty: ~, service: lambda";
  EXPECT_EQ(after_set("models.v1.takes"), before + after + ", models: {v1: {takes: new}}}");
  EXPECT_EQ(after_set("question.2"), before + ", new" + after + "}");
  EXPECT_EQ(after_set("question.2.x"), before + ", {x: new}" + after + "}");
  EXPECT_EQ(after_set("empty.\"x.y\".z"),
            before + "], a.b: {say \"hi\": 1}, empty: {x.y: {z: new}}, service: lambda}");
}

TEST(Addresses, SetDoesNotGoThroughText) {
  EXPECT_EQ(after_set("service.memory"),
            "memory | 'memory' leads into text 'lambda', which has no keys inside");
  EXPECT_EQ(after_set("question.3"), "3 | the list has 2 items (counted from 0), and no item '3'");
  EXPECT_EQ(after_set("question.0.x"), "x | 'x' leads into text 'first', which has no keys inside");
}

TEST(Addresses, RemoveTakesKeysAndItems) {
  EXPECT_EQ(after_remove("workloads.documents"),
            "{workloads: {}, question: [first, second], a.b: {say \"hi\": 1}, empty: ~, service: "
            "lambda}");
  EXPECT_EQ(after_remove("question.0"),
            "{workloads: {documents: {arrive: {period: 3 s}}}, question: [second], a.b: {say "
            "\"hi\": 1}, empty: ~, service: lambda}");
  EXPECT_EQ(after_remove("workload"),
            "workload | there is no key 'workload' here (did you mean "
            "'workloads'?)");
  EXPECT_EQ(after_remove("question.5"),
            "5 | the list has 2 items (counted from 0), and no item '5'");
  EXPECT_EQ(after_remove("empty.x"), "x | 'x' leads into nothing, which has no keys inside");
}

TEST(Addresses, KeepPlacesAndShareWhatIsUntouched) {
  Document document = read(text());
  Node value;
  value.type = NodeType::Scalar;
  value.text = "new";
  value.place = {90, 1, 90, 4};
  const Node& changed =
      *set_path(document, document.root(), "workloads.documents.size", value).value();
  EXPECT_EQ(changed.find("question"), document.root().find("question"));
  EXPECT_EQ(numbers(changed.find_entry("workloads")->key_place), "1:1-1:10");
  const Node& documents = *changed.find("workloads")->find("documents");
  EXPECT_EQ(numbers(documents.place), "1:24-1:47");
  EXPECT_EQ(numbers(documents.find_entry("size")->key_place), "90:1-90:4");
  EXPECT_EQ(numbers(documents.find("size")->place), "90:1-90:4");
  // The tree itself is as it was.
  EXPECT_EQ(flat(document.root()), flat(read(text()).root()));
}

}  // namespace
}  // namespace plumbline
