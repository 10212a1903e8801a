// One spelling for each value.
#include "engine/scenario/same_text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace plumbline::scenario_reading {
namespace {

bool is_empty(const Node* node) {
  return node == nullptr || node->is_null() || (node->is_map() && node->entries.empty());
}

// Lengths in front keep two texts from running into each other.
void append_text(std::string_view text, std::string& out) {
  out.append(std::to_string(text.size())).append(1, ':').append(text);
}

void append(const Node* node, std::string& out) {
  if (is_empty(node)) {
    out.push_back('-');
    return;
  }
  if (node->is_scalar()) return append_text(node->text, out);
  if (node->is_sequence()) {
    out.append(1, '[').append(std::to_string(node->items.size())).append(1, ' ');
    for (const Node* item : node->items) append(item, out);
    return;
  }
  std::vector<const Entry*> entries;
  for (const Entry& entry : node->entries) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(),
            [](const Entry* a, const Entry* b) { return a->key < b->key; });
  out.append(1, '{').append(std::to_string(entries.size())).append(1, ' ');
  for (const Entry* entry : entries) {
    append_text(entry->key, out);
    append(entry->value, out);
  }
}

}  // namespace

std::string canonical_text(const Node* node) {
  std::string text;
  append(node, text);
  return text;
}

bool is_same_text(const Node* a, const Node* b) {
  if (is_empty(a) || is_empty(b)) return is_empty(a) && is_empty(b);
  if (a->is_scalar() && b->is_scalar()) return a->text == b->text;
  return a->type == b->type && canonical_text(a) == canonical_text(b);
}

}  // namespace plumbline::scenario_reading
