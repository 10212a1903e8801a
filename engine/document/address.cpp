// Dotted addresses: finding, setting and removing a value in a tree that is never changed itself.
#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/cursor.hpp"
#include "engine/document/document.hpp"

namespace plumbline {
namespace {

using Segments = std::vector<std::string>;
using Found = Expected<const Node*, AddressError>;

Unexpected<AddressError> nowhere(std::string_view segment, std::string reason) {
  return Unexpected{AddressError{std::string(segment), std::move(reason)}};
}

// Reads a quoted segment and moves `rest` just after its closing quote.
std::optional<std::string> read_quoted_segment(std::string_view& rest) {
  std::string segment;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] != '"') {
      segment += rest[i];
    } else if (i + 1 < rest.size() && rest[i + 1] == '"') {
      segment += rest[i++];
    } else {
      rest.remove_prefix(i + 1);
      return segment;
    }
  }
  return std::nullopt;
}

Expected<Segments, AddressError> split(std::string_view address) {
  Segments segments;
  std::string_view rest = address;
  for (;;) {
    if (rest.starts_with('"')) {
      std::optional<std::string> segment = read_quoted_segment(rest);
      if (!segment) return nowhere(rest, "the quote that opens here is never closed");
      if (!rest.empty() && rest.front() != '.') {
        return nowhere(rest, "a '.' is missing after the closing quote");
      }
      segments.push_back(std::move(*segment));
    } else {
      const std::string_view segment = rest.substr(0, rest.find('.'));
      if (segment.empty()) {
        return nowhere(segment, address.empty() ? "the address is empty"
                                                : "the address has nothing between two dots");
      }
      segments.emplace_back(segment);
      rest.remove_prefix(segment.size());
    }
    if (rest.empty()) return segments;
    rest.remove_prefix(1);
  }
}

std::optional<std::size_t> to_index(std::string_view segment) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(segment.data(), segment.data() + segment.size(), index);
  if (error != std::errc() || end != segment.data() + segment.size()) return std::nullopt;
  return index;
}

Unexpected<AddressError> missing_key(const Node& map, const std::string& segment) {
  std::vector<std::string_view> keys;
  for (const Entry& entry : map.entries) keys.push_back(entry.key);
  return nowhere(
      segment, fmt::format("there is no key '{}' here{}", segment, suggestion_for(segment, keys)));
}

Unexpected<AddressError> missing_item(const Node& list, const std::string& segment) {
  const std::size_t count = list.items.size();
  return nowhere(segment, fmt::format("the list has {} item{} (counted from 0), and no item '{}'",
                                      count, count == 1 ? "" : "s", segment));
}

Unexpected<AddressError> not_a_collection(const Node& node, const std::string& segment) {
  return nowhere(segment, fmt::format("'{}' leads into {}, which has no keys inside", segment,
                                      describe(node)));
}

// What changes along the way: a value to put in place, or a removal.
class Change {
 public:
  Change(Document& owner, const Segments& segments, const Node* value)
      : owner_(owner), segments_(segments), value_(value) {}

  Found apply(const Node& node, std::size_t depth) const {
    if (depth == segments_.size()) return value_;
    if (node.is_map()) return in_map(node, depth);
    if (node.is_sequence()) return in_list(node, depth);
    if (node.is_null() && value_ != nullptr) return in_map(node, depth);
    return not_a_collection(node, segments_[depth]);
  }

 private:
  [[nodiscard]] bool removes_at(std::size_t depth) const {
    return value_ == nullptr && depth + 1 == segments_.size();
  }

  Found in_map(const Node& map, std::size_t depth) const {
    const std::string& segment = segments_[depth];
    std::vector<Entry> entries(map.entries.begin(), map.entries.end());
    std::size_t at = 0;
    while (at < entries.size() && entries[at].key != segment) ++at;
    if (at == entries.size()) {
      if (value_ == nullptr) return missing_key(map, segment);
      entries.push_back({owner_.keep(segment), value_->place, make_empty()});
    }
    if (removes_at(depth)) {
      entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(at));
    } else {
      Found inner = apply(*entries[at].value, depth + 1);
      if (!inner) return inner;
      entries[at].value = inner.value();
    }
    Node* changed = owner_.make_node(map);
    if (map.is_null()) changed->place = value_->place;
    changed->type = NodeType::Map;
    changed->text = {};
    changed->entries = owner_.make_entries(entries);
    return changed;
  }

  Found in_list(const Node& list, std::size_t depth) const {
    const std::string& segment = segments_[depth];
    const std::optional<std::size_t> index = to_index(segment);
    const std::size_t count = list.items.size();
    const bool appends = value_ != nullptr && index == count;
    if (!index || (*index >= count && !appends)) return missing_item(list, segment);
    std::vector<const Node*> items(list.items.begin(), list.items.end());
    if (appends) items.push_back(make_empty());
    if (removes_at(depth)) {
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(*index));
    } else {
      Found inner = apply(*items[*index], depth + 1);
      if (!inner) return inner;
      items[*index] = inner.value();
    }
    Node* changed = owner_.make_node(list);
    changed->items = owner_.make_items(items);
    return changed;
  }

  [[nodiscard]] Node* make_empty() const {
    Node empty;
    empty.place = value_->place;
    return owner_.make_node(empty);
  }

  Document& owner_;
  const Segments& segments_;
  const Node* value_;  // null: remove
};

// A longer address than any tree is deep is refused before it can nest further.
Expected<Segments, AddressError> split_within_depth(std::string_view address) {
  Expected<Segments, AddressError> segments = split(address);
  if (segments.has_value() && segments.value().size() > DocumentCaps{}.depth) {
    return nowhere(segments.value()[DocumentCaps{}.depth],
                   fmt::format("an address has at most {} parts", DocumentCaps{}.depth));
  }
  return segments;
}

}  // namespace

Found find_path(const Node& root, std::string_view address) {
  const Expected<Segments, AddressError> segments = split_within_depth(address);
  if (!segments) return Unexpected{segments.error()};
  const Node* node = &root;
  for (const std::string& segment : segments.value()) {
    if (node->is_map()) {
      const Node* value = node->find(segment);
      if (value == nullptr) return missing_key(*node, segment);
      node = value;
    } else if (node->is_sequence()) {
      const std::optional<std::size_t> index = to_index(segment);
      if (!index || *index >= node->items.size()) return missing_item(*node, segment);
      node = node->items[*index];
    } else {
      return not_a_collection(*node, segment);
    }
  }
  return node;
}

Found set_path(Document& owner, const Node& root, std::string_view address, const Node& value) {
  const Expected<Segments, AddressError> segments = split_within_depth(address);
  if (!segments) return Unexpected{segments.error()};
  return Change(owner, segments.value(), &value).apply(root, 0);
}

Found remove_path(Document& owner, const Node& root, std::string_view address) {
  const Expected<Segments, AddressError> segments = split_within_depth(address);
  if (!segments) return Unexpected{segments.error()};
  return Change(owner, segments.value(), nullptr).apply(root, 0);
}

}  // namespace plumbline
