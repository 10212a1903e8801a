// What the tests of the reader share: reading a text, and showing places as the text they cover.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/finding/finding.hpp"

namespace plumbline::testing {

// Reads `text`, which must be fine.
inline Document read(std::string text, const DocumentCaps& caps = {}) {
  Expected<Document, Findings> document = parse_document(std::move(text), "test.yaml", caps);
  if (!document.has_value()) {
    const Finding& finding = document.error().all().front();
    throw std::runtime_error(fmt::format("{}:{}: {}", finding.place.line, finding.place.column,
                                         render_message(finding.rule->message, finding)));
  }
  return std::move(document).value();
}

// Each problem of `text` as "line:column slug: message", in the order in which a user sees them.
inline std::vector<std::string> problems(std::string text, const DocumentCaps& caps = {}) {
  const Expected<Document, Findings> document = parse_document(std::move(text), "test.yaml", caps);
  std::vector<std::string> lines;
  if (document.has_value()) return lines;
  for (const Finding& finding : document.error().all()) {
    lines.push_back(fmt::format("{}:{} {}: {}", finding.place.line, finding.place.column,
                                finding.rule->slug,
                                render_message(finding.rule->message, finding)));
  }
  return lines;
}

// The place of a value as "1:5-1:12".
inline std::string numbers(SourceRange place) {
  return fmt::format("{}:{}-{}:{}", place.line, place.column, place.end_line, place.end_column);
}

// The text that a place covers, found character by character.
inline std::string covered(std::string_view text, SourceRange place) {
  std::string result;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  for (const char byte : text) {
    const bool continues = (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
    if (continues) --column;
    const std::pair here{line, column};
    if (here >= std::pair{place.line, place.column} &&
        here < std::pair{place.end_line, place.end_column}) {
      result += byte;
    }
    ++column;
    if (byte == '\n') {
      ++line;
      column = 1;
    }
  }
  return result;
}

// The value at a dotted address, which must exist.
inline const Node& at(const Document& document, std::string_view address) {
  const Expected<const Node*, AddressError> found = find_path(document.root(), address);
  if (!found.has_value()) throw std::runtime_error(found.error().reason);
  return *found.value();
}

// The source text of the value at a dotted address.
inline std::string source_of(const Document& document, std::string_view address) {
  return covered(document.text(), at(document, address).place);
}

// A tree in one line: {a: 1, b: [x, "quoted", ~]}; ~ stands for a null.
inline std::string flat(const Node& node) {
  switch (node.type) {
    case NodeType::Null:
      return "~";
    case NodeType::Scalar:
      return node.quoted ? fmt::format("\"{}\"", node.text) : std::string(node.text);
    case NodeType::Sequence: {
      std::string list;
      for (const Node* item : node.items) list += (list.empty() ? "" : ", ") + flat(*item);
      return "[" + list + "]";
    }
    case NodeType::Map: {
      std::string map;
      for (const Entry& entry : node.entries) {
        map += fmt::format("{}{}: {}", map.empty() ? "" : ", ", entry.key, flat(*entry.value));
      }
      return "{" + map + "}";
    }
  }
  return "?";
}

}  // namespace plumbline::testing
