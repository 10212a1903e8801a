// Turns parser events into nodes: collections, their keys and depth.
#include "engine/document/event_reader.hpp"

#include <fmt/format.h>
#include <yaml-cpp/mark.h>

#include <algorithm>
#include <string>

#include "engine/document/cursor.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/document/merge_keys.hpp"
#include "engine/document/repeated_keys.hpp"
#include "engine/document/sizes.hpp"

namespace plumbline::reading {

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

// Memory for nodes is bounded by their number as well as by the size of the text: "- " is a value.
void EventReader::check_count(SourceRange place) {
  if (values_ <= caps_.values) return;
  report(input_errors::input_too_large, place)
      .with("what", "the file up to here")
      .with("size", count_of(values_, "value"))
      .with("cap", count_of(caps_.values, "value"));
  throw StopReading{};
}

// A huge map of nothing but one key is not read to its end.
void EventReader::check_growing_map(Frame& frame) {
  constexpr std::uint32_t kFirstCheck = 65'536;
  const auto keys = static_cast<std::uint32_t>(entries_.size()) - frame.first_child;
  if (keys < std::max(kFirstCheck, 2 * frame.checked_keys)) return;
  frame.checked_keys = keys;
  report_repeated_keys(std::span<const Entry>(entries_).subspan(frame.first_child));
}

void EventReader::add_value(const Node* node, Spot end) {
  check_count(node->place);
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
  check_growing_map(frame);
  frame.has_key = false;
  frame.bad_key = false;
}

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
       .checked_keys = 0,
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
    refuse_key(node->place, describe(*node), end);
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
  for (std::size_t i = frames_.size(); i > 0; --i) {
    const Frame& frame = frames_[i - 1];
    if (!frame.node->is_map()) continue;
    report_repeated_keys(
        std::span<const Entry>(entries_).subspan(frame.first_child, end - frame.first_child));
    end = frame.first_child;
  }
}

}  // namespace plumbline::reading
