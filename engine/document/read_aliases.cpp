// Anchors and aliases: an alias shares the children of its anchor, within bounds.
#include <fmt/format.h>
#include <yaml-cpp/mark.h>

#include <algorithm>

#include "engine/document/cursor.hpp"
#include "engine/document/event_reader.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/document/sizes.hpp"

namespace plumbline::reading {

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
    refuse_key(place, describe(*anchored.node), end);
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

}  // namespace plumbline::reading
