// Empty values: the parser tells neither where they belong nor whether `null` was written.
#include <yaml-cpp/mark.h>

#include <algorithm>
#include <string_view>

#include "engine/document/event_reader.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline::reading {

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
  const bool is_anchored = anchor != YAML::NullAnchor;
  const Spot at = properties.content;
  const SourceRange here = source_.character_at(at);
  if (awaits_key()) {
    // The parser drops a key that stands alone at the end of a line within brackets.
    if (in_brackets() &&
        std::string_view(",:?}").find(source_.at(at.offset)) == std::string_view::npos) {
      report(input_errors::yaml_syntax, source_.word_at(at))
          .with("reason", "a ':' and a value are missing after this key");
      throw StopReading{};
    }
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
      if (!is_anchored) {
        const std::uint32_t colon = skip_space(source_, frame.key_end.offset);
        end = source_.at(colon) == ':' ? source_.forward(frame.key_end, colon + 1) : frame.key_end;
      }
    } else if (!frame.flow) {
      const Spot dash = dash_of_item();
      const Spot after{std::min(dash.offset + 1, source_.size()), dash.line};
      node->place = source_.range(dash, after);
      if (!is_anchored) end = after;
    } else if (!is_anchored) {
      report(input_errors::yaml_syntax, here).with("reason", "nothing stands before this comma");
      end = at;
    }
  }
  remember(anchor, {node, 1, 0});
  ++values_;
  add_value(node, end);
}

}  // namespace plumbline::reading
