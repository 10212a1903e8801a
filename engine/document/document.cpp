// Reads a text as one YAML document: guards first, then the parser's events, then what follows.
#include "engine/document/document.hpp"

#include <yaml-cpp/exceptions.h>

#include <utility>

#include "engine/document/cursor.hpp"
#include "engine/document/document_state.hpp"
#include "engine/document/ends.hpp"
#include "engine/document/event_reader.hpp"
#include "engine/document/feed.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/document/sizes.hpp"

namespace plumbline {
namespace {

using reading::ByteRange;
using reading::EventReader;
using reading::Source;
using reading::Spot;

constexpr SourceRange kStart{1, 1, 1, 1};

// Only what ends or separates documents may follow the root.
void check_what_follows(const Source& source, Spot end_of_root, Findings& findings) {
  bool separated = false;
  Spot spot = end_of_root;
  for (;;) {
    spot = source.forward(spot, reading::skip_space(source, spot.offset));
    if (spot.offset >= source.size()) return;
    const std::string_view rest = source.text().substr(spot.offset, 3);
    if (source.byte_column(spot) != 0 || (rest != "---" && rest != "...")) break;
    separated = true;
    spot.offset += 3;
  }
  if (separated) {
    findings.add(input_errors::several_documents, source.word_at(spot));
    return;
  }
  findings.add(input_errors::yaml_syntax, source.word_at(spot))
      .with("reason",
            "this stands after the end of the map that the file holds; check its indentation");
}

void check_root(const EventReader& reader, const Source& source, Findings& findings) {
  const Node* root = reader.root();
  if (root != nullptr && root->is_map()) {
    check_what_follows(source, reader.end_of_root(), findings);
    return;
  }
  const std::uint32_t first = reading::skip_space(source, 0);
  const Spot begin = first < source.size() ? source.find(first) : Spot{};
  if (root != nullptr && !root->is_null()) {
    findings.add(input_errors::not_a_map, root->place).with("found", describe(*root));
    return;
  }
  // The parser takes a lone ',' or '%' for an empty value too.
  const bool empty = first == source.size() || reading::null_word(source, first) > 0;
  findings.add(input_errors::not_a_map, first < source.size() ? source.word_at(begin) : kStart)
      .with("found",
            empty ? "nothing"
                  : describe(Node{.type = NodeType::Scalar, .text = source.line(begin.line)}));
}

// What ends the reading early has been reported; repeated keys of open maps are still to be told.
void read_events(const Source& source, EventReader& reader) {
  try {
    try {
      reading::feed_first_document(source.text(), reader);
      return;
    } catch (const YAML::Exception& error) {
      reader.report_syntax_error(error);
    }
  } catch (const reading::StopReading&) {
  }
  try {
    reader.finish_early();
  } catch (const reading::StopReading&) {
  }
}

const Node* read_tree(const Source& source, const DocumentCaps& caps, reading::Arena& arena,
                      std::vector<ByteRange>& opaque, Findings& findings) {
  EventReader reader(source, caps, arena, findings, opaque);
  read_events(source, reader);
  if (findings.empty()) check_root(reader, source, findings);
  return reader.root();
}

// The text without its byte-order mark, or nothing if it is not UTF-8 at all.
std::string_view readable_part(std::string_view text, const DocumentCaps& caps,
                               Findings& findings) {
  if (text.size() > caps.bytes) {
    findings.add(input_errors::input_too_large, kStart)
        .with("what", "the file")
        .with("size", reading::mebibytes(text.size()))
        .with("cap", reading::mebibytes(caps.bytes));
    return {};
  }
  if (const std::string_view encoding = reading::foreign_encoding(text); !encoding.empty()) {
    findings.add(input_errors::not_utf8, kStart).with("found", std::string(encoding));
    return {};
  }
  return text.starts_with(reading::kByteOrderMark) ? text.substr(reading::kByteOrderMark.size())
                                                   : text;
}

}  // namespace

Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

const std::string& Document::file() const { return state_->file; }
std::string_view Document::text() const { return state_->text; }
const Node& Document::root() const { return *state_->root; }

Node* Document::make_node(const Node& like) { return state_->arena.create(like); }
std::span<Entry> Document::make_entries(std::span<const Entry> entries) {
  return state_->arena.copy(entries);
}
std::span<const Node*> Document::make_items(std::span<const Node* const> items) {
  return state_->arena.copy(items);
}
std::string_view Document::keep(std::string_view text) { return state_->arena.copy_text(text); }

const Entry* Node::find_entry(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

const Node* Node::find(std::string_view key) const {
  const Entry* entry = find_entry(key);
  return entry == nullptr ? nullptr : entry->value;
}

Expected<Document, Findings> parse_document(std::string text, std::string file,
                                            const DocumentCaps& caps) {
  Findings findings(file);
  auto state = std::make_unique<Document::State>(std::move(text), std::move(file));
  const std::string_view readable = readable_part(state->text, caps, findings);
  if (findings.empty()) state->source = Source::scan(readable, caps, findings);
  if (findings.empty()) reading::guard_bracketed_collections(state->source, caps, findings);
  if (findings.empty()) {
    state->root = read_tree(state->source, caps, state->arena, state->opaque, findings);
  }
  if (findings.empty()) return Document(std::move(state));
  findings.finish();
  return Unexpected{std::move(findings)};
}

}  // namespace plumbline
