// Scalars: their text, their ends, anchors and tags before them, tabs that indent them.
#include <yaml-cpp/mark.h>

#include <string>

#include "engine/document/event_reader.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline::reading {

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
  // Within quotes and block texts a tab is text; plain text goes on by indentation.
  check_tabs(begin, scalar.quoted ? begin : scalar.end);
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

}  // namespace plumbline::reading
