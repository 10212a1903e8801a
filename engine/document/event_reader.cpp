// Turns parser events into nodes: places, keys, anchors and aliases, depth, repeated keys.
#include "engine/document/event_reader.hpp"

#include <fmt/format.h>
#include <yaml-cpp/mark.h>

#include <algorithm>
#include <string>

#include "engine/base/text.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/document/merge_keys.hpp"
#include "engine/document/repeated_keys.hpp"
#include "engine/document/sizes.hpp"

namespace plumbline::reading {
namespace {

std::string_view form_of(const Node& node) {
  return node.is_map() ? "a map" : node.is_sequence() ? "a list" : "nothing";
}

}  // namespace

EventReader::EventReader(const Source& source, const DocumentCaps& caps, Arena& arena,
                         Findings& findings, std::vector<ByteRange>& opaque)
    : source_(source), caps_(caps), arena_(arena), findings_(findings), opaque_(opaque) {
  frames_.reserve(16);
  entries_.reserve(64);
  items_.reserve(32);
}

Finding& EventReader::report(const RuleText& rule, SourceRange place) {
  if (findings_.size() >= kMostProblems) throw StopReading{};
  return findings_.add(rule, place);
}

Spot EventReader::spot_of(const YAML::Mark& mark) const {
  const auto offset = static_cast<std::uint32_t>(std::max(mark.pos, 0));
  const auto line = static_cast<std::uint32_t>(std::max(mark.line, 0));
  // The parser's lines are ours, but for marks at the very end of the text.
  if (offset < source_.size() && line < source_.line_count() &&
      source_.line_start(line) <= offset &&
      (line + 1 == source_.line_count() || offset < source_.line_start(line + 1))) {
    return {offset, line};
  }
  return source_.find(std::min(offset, source_.size()));
}

void EventReader::OnDocumentStart(const YAML::Mark& /*mark*/) {}
void EventReader::OnDocumentEnd() {}

// --- Scalars -------------------------------------------------------------------------------------

EventReader::Properties EventReader::skip_properties(Spot begin) {
  Properties properties{begin, begin};
  for (;;) {
    const Spot at = properties.content;
    const char c = source_.at(at.offset);
    if (c != '&' && c != '!') return properties;
    const std::uint32_t end =
        c == '&' ? end_of_name(source_, at.offset) : end_of_tag(source_, at.offset);
    properties.end = {end, at.line};
    if (c == '!') {
      report(input_errors::tag_refused, source_.range(at, properties.end))
          .with("tag", std::string(source_.text().substr(at.offset, end - at.offset)));
    }
    properties.content = source_.forward(properties.end, skip_space(source_, end));
  }
}

void EventReader::keep_opaque(std::uint32_t begin, std::uint32_t end) {
  if (source_.text().substr(begin, end - begin).find('#') != std::string_view::npos) {
    opaque_.push_back({begin, end});
  }
}

void EventReader::check_tabs(Spot begin, Spot end) {
  if (!source_.has_tab_indentation() || tabs_reported_ || in_brackets()) return;
  for (std::uint32_t line = begin.line; line <= end.line; ++line) {
    const std::uint32_t tab = source_.tab_in_indentation(line);
    if (tab == source_.size() || (line == begin.line && tab >= begin.offset)) continue;
    report_tab({tab, line});
    return;
  }
}

EventReader::ScalarText EventReader::read_scalar(Spot begin, const std::string& value) {
  const char first = source_.at(begin.offset);
  const std::string_view text = source_.text();
  if (first == '"' || first == '\'') {
    const QuotedText quoted = read_quoted(source_, begin.offset);
    if (!quoted.closed) {
      report(input_errors::yaml_syntax, source_.word_at(begin))
          .with("reason", "the quote that opens here is never closed");
      throw StopReading{};
    }
    keep_opaque(begin.offset, quoted.end);
    const std::string_view inside = text.substr(begin.offset + 1, quoted.end - begin.offset - 2);
    return {quoted.verbatim && inside == value ? inside : arena_.copy_text(value),
            source_.forward(begin, quoted.end), true};
  }
  if ((first == '|' || first == '>') && !in_brackets()) {
    const std::int64_t parent =
        frames_.empty() ? -1 : static_cast<std::int64_t>(source_.byte_column(frames_.back().begin));
    const BlockText block = read_block(source_, begin, parent);
    if (block.end > block.content) keep_opaque(block.content, block.end);
    return {arena_.copy_text(value), source_.forward(begin, block.end), true};
  }
  if (text.compare(begin.offset, value.size(), value) == 0) {
    const Spot end{begin.offset + static_cast<std::uint32_t>(value.size()), begin.line};
    return {text.substr(begin.offset, value.size()), end, false};
  }
  const Spot end = source_.forward(begin, end_of_plain(source_, begin.offset, value));
  return {arena_.copy_text(value), end, false};
}

void EventReader::OnScalar(const YAML::Mark& mark, const std::string& /*tag*/,
                           YAML::anchor_t anchor, const std::string& value) {
  Spot begin = spot_of(mark);
  const char first = source_.at(begin.offset);
  if (first == '&' || first == '!') {
    const Properties properties = skip_properties(begin);
    begin = properties.content;
    const char content = source_.at(begin.offset);
    if (value.empty() && content != '"' && content != '\'' && content != '|' && content != '>') {
      add_empty(properties, anchor);
      return;
    }
  }
  const ScalarText scalar = read_scalar(begin, value);
  last_scalar_ = begin;
  check_tabs(begin, scalar.end);
  const SourceRange place = source_.range(begin, scalar.end);
  const bool is_key = awaits_key();
  if (is_key) add_key(scalar.text, place, scalar.end);
  if (is_key && anchor == YAML::NullAnchor) return;

  Node* node = arena_.create(Node{});
  node->type = NodeType::Scalar;
  node->quoted = scalar.quoted;
  node->text = scalar.text;
  node->place = place;
  remember(anchor, {node, 1, 0});
  if (is_key) return;
  ++values_;
  add_value(node, scalar.end);
}

// --- Nothing -------------------------------------------------------------------------------------

void EventReader::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const Spot begin = spot_of(mark);
  const Properties properties =
      anchor == YAML::NullAnchor ? Properties{begin, begin} : skip_properties(begin);
  const std::uint32_t length = null_word(source_, properties.content.offset);
  if (length > 0 && belongs_to_open_value(properties.content)) {
    add_null_word(properties.content, length, anchor);
  } else {
    add_empty(properties, anchor);
  }
}

// The parser marks an empty value where the next token stands, which may be a key named `null`.
bool EventReader::belongs_to_open_value(Spot content) const {
  if (frames_.empty()) return true;
  const Frame& frame = frames_.back();
  if (frame.node->is_map() && !frame.has_key) return true;
  const Spot before = frame.node->is_map() ? frame.key_end : frame.flow ? content : dash_of_item();
  return content.offset >= before.offset &&
         (frame.flow || content.line == before.line ||
          source_.byte_column(content) > source_.byte_column(frame.begin));
}

// The dash before the item that is being read.
Spot EventReader::dash_of_item() const {
  const Spot from = frames_.back().last_end;
  return source_.forward(from, skip_space(source_, from.offset));
}

void EventReader::add_null_word(Spot begin, std::uint32_t length, YAML::anchor_t anchor) {
  const Spot end{begin.offset + length, begin.line};
  const std::string_view word = source_.text().substr(begin.offset, length);
  const SourceRange place = source_.range(begin, end);
  if (awaits_key()) {
    add_key(word, place, end);
    return;
  }
  Node* node = arena_.create(Node{});
  node->text = word;
  node->place = place;
  remember(anchor, {node, 1, 0});
  ++values_;
  add_value(node, end);
}

void EventReader::add_empty(const Properties& properties, YAML::anchor_t anchor) {
  const bool has_properties = properties.end.offset > 0 && anchor != YAML::NullAnchor;
  const Spot at = properties.content;
  const SourceRange here = source_.range(at, {std::min(at.offset + 1, source_.size()), at.line});
  if (awaits_key()) {
    refuse_key(here, "nothing", at);
    return;
  }
  Node* node = arena_.create(Node{});
  node->place = here;
  Spot end = properties.end;
  if (!frames_.empty()) {
    const Frame& frame = frames_.back();
    if (frame.node->is_map()) {
      node->place = frame.key_place;
      if (!has_properties) {
        const std::uint32_t colon = skip_space(source_, frame.key_end.offset);
        end = source_.at(colon) == ':' ? source_.forward(frame.key_end, colon + 1) : frame.key_end;
      }
    } else if (!frame.flow) {
      const Spot dash = dash_of_item();
      const Spot after{std::min(dash.offset + 1, source_.size()), dash.line};
      node->place = source_.range(dash, after);
      if (!has_properties) end = after;
    } else if (!has_properties) {
      report(input_errors::yaml_syntax, here).with("reason", "nothing stands before this comma");
      end = at;
    }
  }
  remember(anchor, {node, 1, 0});
  ++values_;
  add_value(node, end);
}

// --- Keys and values -----------------------------------------------------------------------------

void EventReader::add_key(std::string_view text, SourceRange place, Spot end) {
  Frame& frame = frames_.back();
  frame.key = text;
  frame.key_place = place;
  frame.key_end = end;
  frame.last_end = end;
  frame.has_key = true;
  if (text == kMergeKey) frame.has_merge = true;
}

void EventReader::refuse_key(SourceRange place, std::string_view found, Spot end) {
  report(input_errors::bad_key, place).with("found", std::string(found));
  add_key({}, place, end);
  frames_.back().bad_key = true;
}

void EventReader::add_value(const Node* node, Spot end) {
  if (frames_.empty()) {
    root_ = node;
    end_of_root_ = end;
    return;
  }
  Frame& frame = frames_.back();
  frame.last_end = end;
  if (!frame.node->is_map()) {
    items_.push_back(node);
    return;
  }
  if (!frame.bad_key) entries_.push_back({frame.key, frame.key_place, node});
  frame.has_key = false;
  frame.bad_key = false;
}

// --- Anchors and aliases -------------------------------------------------------------------------

void EventReader::remember(YAML::anchor_t anchor, Anchored anchored) {
  if (anchor == YAML::NullAnchor) return;
  if (anchors_.size() < anchor) anchors_.resize(anchor);
  anchors_[anchor - 1] = anchored;
}

void EventReader::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const Spot begin = spot_of(mark);
  const Spot end{end_of_name(source_, begin.offset), begin.line};
  const SourceRange place = source_.range(begin, end);
  const std::string_view name = source_.text().substr(begin.offset, end.offset - begin.offset);
  last_scalar_ = begin;
  if (anchor > anchors_.size() || anchors_[anchor - 1].node == nullptr) {
    report(input_errors::bad_alias, place)
        .with("reason", fmt::format("'{}' stands inside the value that it repeats", name));
    throw StopReading{};
  }
  const Anchored& anchored = anchors_[anchor - 1];
  if (!awaits_key()) {
    expand(anchored, name, place, end);
  } else if (anchored.node->text.empty() && !anchored.node->is_scalar()) {
    refuse_key(place, form_of(*anchored.node), end);
  } else {
    add_key(anchored.node->text, place, end);
  }
}

void EventReader::expand(const Anchored& anchored, std::string_view name, SourceRange place,
                         Spot end) {
  repeated_ += anchored.values;
  if (repeated_ > caps_.expanded_alias_nodes) {
    report(input_errors::bad_alias, place)
        .with("reason", fmt::format("with '{}' the aliases of this file repeat more than {}", name,
                                    count_of(caps_.expanded_alias_nodes, "value")));
    throw StopReading{};
  }
  const std::size_t depth = frames_.size() + anchored.height;
  if (depth > caps_.depth) {
    report(input_errors::input_too_large, place)
        .with("what", fmt::format("the nesting with '{}'", name))
        .with("size", count_of(depth, "level"))
        .with("cap", count_of(caps_.depth, "level"));
    throw StopReading{};
  }
  Node* node = arena_.create(*anchored.node);
  node->place = place;
  values_ += anchored.values;
  if (!frames_.empty()) {
    frames_.back().height = std::max(frames_.back().height, anchored.height);
  }
  add_value(node, end);
}

// --- Collections ---------------------------------------------------------------------------------

void EventReader::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  open(NodeType::Sequence, mark, tag, anchor, style);
}
void EventReader::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  open(NodeType::Map, mark, tag, anchor, style);
}
void EventReader::OnSequenceEnd() { close(); }
void EventReader::OnMapEnd() { close(); }

void EventReader::open(NodeType type, const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  Spot begin = spot_of(mark);
  const bool has_properties = anchor != YAML::NullAnchor || (tag != "?" && !tag.empty());
  if (has_properties) begin = skip_properties(begin).content;
  const char bracket = source_.at(begin.offset);
  const bool is_map = type == NodeType::Map;
  if (frames_.empty() && !is_map) {
    report(input_errors::not_a_map, source_.word_at(begin)).with("found", "a list");
    throw StopReading{};
  }
  if (frames_.size() >= caps_.depth) {
    report(input_errors::input_too_large, source_.word_at(begin))
        .with("what", "the nesting")
        .with("size", count_of(frames_.size() + 1, "level"))
        .with("cap", count_of(caps_.depth, "level"));
    throw StopReading{};
  }
  check_tabs(begin, begin);
  Node* node = arena_.create(Node{});
  node->type = type;
  ++values_;
  const bool flow = style == YAML::EmitterStyle::Flow || in_brackets();
  frames_.push_back(
      {.node = node,
       .begin = begin,
       .last_end = begin,
       .first_child = static_cast<std::uint32_t>(is_map ? entries_.size() : items_.size()),
       .values_before = values_ - 1,
       .anchor = anchor,
       .height = 0,
       .closing = flow && is_map && bracket == '{'    ? '}'
                  : flow && !is_map && bracket == '[' ? ']'
                                                      : '\0',
       .flow = flow,
       .has_key = false,
       .bad_key = false,
       .has_merge = false,
       .key_end = begin,
       .key = {},
       .key_place = {}});
  // The value is open: an alias to it from inside would have no end.
  remember(anchor, {});
}

void EventReader::close() {
  Frame frame = frames_.back();
  Node* node = frame.node;
  Spot end = frame.last_end;
  if (frame.closing != '\0') {
    // An empty collection ends after its own opening bracket at the earliest.
    const std::uint32_t from = std::max(end.offset, frame.begin.offset + 1);
    end = source_.forward(end, end_of_bracketed(source_, from, frame.closing));
  }
  node->place = source_.range(frame.begin, end);
  if (node->is_map()) {
    close_map(frame);
  } else {
    node->items = arena_.copy(std::span<const Node* const>(items_).subspan(frame.first_child));
    items_.resize(frame.first_child);
  }
  frames_.pop_back();

  const std::uint32_t height = frame.height + 1;
  if (!frames_.empty()) frames_.back().height = std::max(frames_.back().height, height);
  remember(frame.anchor, {node, values_ - frame.values_before, height});
  if (awaits_key()) {
    refuse_key(node->place, form_of(*node), end);
  } else {
    add_value(node, end);
  }
}

void EventReader::close_map(Frame& frame) {
  report_repeated_keys(std::span<const Entry>(entries_).subspan(frame.first_child));
  if (frame.has_merge) {
    apply_merge_keys(entries_, frame.first_child, findings_);
  }
  frame.node->entries = arena_.copy(std::span<const Entry>(entries_).subspan(frame.first_child));
  entries_.resize(frame.first_child);
}

void EventReader::report_repeated_keys(std::span<const Entry> entries) {
  for_each_repetition(entries, [this](const Entry& first, const Entry& again) {
    report(input_errors::duplicate_key, again.key_place)
        .with("key", std::string(again.key))
        .with("line", fmt::format("{}", first.key_place.line))
        .related_to(first.key_place, "first given here");
  });
}

void EventReader::finish_early() {
  std::size_t end = entries_.size();
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (!frame->node->is_map()) continue;
    report_repeated_keys(
        std::span<const Entry>(entries_).subspan(frame->first_child, end - frame->first_child));
    end = frame->first_child;
  }
}

}  // namespace plumbline::reading
