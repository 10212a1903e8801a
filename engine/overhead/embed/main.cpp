// Build step: reads weights.yaml, checks it, and writes it as a C++ table that needs no work at
// start-up.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <utility>

#include "engine/overhead/embed/read_weights.hpp"

namespace plumbline {
namespace {

constexpr int kWrongData = 1;
constexpr int kWrongUse = 2;

// file:line:column, so that an editor can jump there from the build's output.
int refuse(const Findings& findings) {
  for (const Finding& finding : findings.all()) {
    fmt::print(stderr, "{}:{}:{}: error: {}\n", findings.file(), finding.place.line,
               finding.place.column, render_message(finding.rule->message, finding));
  }
  return kWrongData;
}

std::string quoted(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      literal.push_back('\\');
      literal.push_back(c);
    } else if (c < ' ' || c == '?' || static_cast<unsigned char>(c) >= 0x7f) {
      literal += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    } else {
      literal.push_back(c);
    }
  }
  literal.push_back('"');
  return literal;
}

std::string row(const Weight& weight) {
  return fmt::format(
      "    {{.id = {}, .factor = {}, .is_effort = {}, .base = {{{}, {}, {}}}, .margin = {},\n"
      "     .key = {}, .ranks = {}, .one = {}, .many = {}, .frequency = {}, .who = {},\n"
      "     .meaning = {}, .source = {}, .because = {}, .confidence = Confidence{{{}}}}},\n",
      quoted(weight.id), quoted(weight.factor), weight.is_effort, weight.base.low,
      weight.base.likely, weight.base.high, weight.margin, quoted(weight.key), weight.ranks,
      quoted(weight.one), quoted(weight.many), quoted(weight.frequency), quoted(weight.who),
      quoted(weight.meaning), quoted(weight.source), quoted(weight.because),
      static_cast<int>(weight.confidence));
}

std::string table(const std::vector<Weight>& weights) {
  std::string text =
      "// Generated from engine/overhead/weights.yaml by plumbline_embed_weights; do not edit.\n"
      "#include \"engine/overhead/overhead.hpp\"\n"
      "\n"
      "namespace plumbline {\n"
      "namespace {\n"
      "constexpr Weight kWeights[] = {\n";
  for (const Weight& weight : weights) text += row(weight);
  text +=
      "};\n"
      "}  // namespace\n"
      "std::span<const Weight> all_weights() { return kWeights; }\n"
      "}  // namespace plumbline\n";
  return text;
}

int run(const std::string& output, const std::string& data) {
  Expected<std::string, Findings> text = read_file(data);
  if (!text) return refuse(text.error());
  const Expected<Document, Findings> document = parse_document(std::move(text).value(), data);
  if (!document) return refuse(document.error());
  const Expected<std::vector<Weight>, Findings> weights = read_weights(document.value());
  if (!weights) return refuse(weights.error());
  std::ofstream file(output, std::ios::binary);
  file << table(weights.value());
  file.flush();
  if (!file.good()) {
    fmt::print(stderr, "{}: cannot be written\n", output);
    return kWrongUse;
  }
  return 0;
}

}  // namespace
}  // namespace plumbline

int main(int argc, char** argv) {
  try {
    if (argc == 3) return plumbline::run(argv[1], argv[2]);
    fmt::print(stderr, "usage: plumbline_embed_weights OUTPUT.cpp WEIGHTS.yaml\n");
  } catch (const std::exception& error) {
    fmt::print(stderr, "plumbline_embed_weights: {}\n", error.what());
  }
  return plumbline::kWrongUse;
}
