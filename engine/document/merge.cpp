// Two maps become one: the merge key of YAML, and the deep merge of an option over its base.
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/document/cursor.hpp"
#include "engine/document/document.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/document/merge_keys.hpp"

namespace plumbline {
namespace reading {
namespace {

// The maps that a merge key names, in the order in which they win.
std::vector<const Node*> merged_maps(const Entry& entry, Findings& findings) {
  std::vector<const Node*> maps;
  const auto take = [&maps, &findings](const Node& node) {
    if (node.is_map()) {
      maps.push_back(&node);
      return;
    }
    findings.add(input_errors::wrong_type, node.place)
        .with("what", "what '<<' merges")
        .with("expected", "a map or a list of maps")
        .with("found", describe(node))
        .with("example", "Write '<<: *name', where '&name' stands before a map.");
  };
  if (entry.value->is_sequence()) {
    for (const Node* item : entry.value->items) take(*item);
  } else {
    take(*entry.value);
  }
  return maps;
}

}  // namespace

void apply_merge_keys(std::vector<Entry>& entries, std::size_t first, Findings& findings) {
  std::vector<Entry> own;
  std::vector<const Node*> maps;
  std::unordered_set<std::string_view> keys;
  for (std::size_t i = first; i < entries.size(); ++i) {
    if (entries[i].key == kMergeKey) {
      const std::vector<const Node*> named = merged_maps(entries[i], findings);
      maps.insert(maps.end(), named.begin(), named.end());
    } else {
      keys.insert(entries[i].key);
      own.push_back(entries[i]);
    }
  }
  entries.resize(first);
  entries.insert(entries.end(), own.begin(), own.end());
  for (const Node* map : maps) {
    for (const Entry& entry : map->entries) {
      if (keys.insert(entry.key).second) entries.push_back(entry);
    }
  }
}

}  // namespace reading

namespace {

constexpr std::size_t kSmallMap = 16;

// Finds entries by key, through a table where there are many.
class KeyIndex {
 public:
  explicit KeyIndex(std::span<const Entry> entries) : entries_(entries) {
    if (entries.size() <= kSmallMap) return;
    table_.reserve(entries.size());
    for (const Entry& entry : entries) table_.emplace(entry.key, &entry);
  }

  [[nodiscard]] const Entry* find(std::string_view key) const {
    if (table_.empty()) {
      for (const Entry& entry : entries_) {
        if (entry.key == key) return &entry;
      }
      return nullptr;
    }
    const auto found = table_.find(key);
    return found == table_.end() ? nullptr : found->second;
  }

 private:
  std::span<const Entry> entries_;
  std::unordered_map<std::string_view, const Entry*> table_;
};

}  // namespace

const Node* merge(Document& owner, const Node& base, const Node& patch) {
  if (!base.is_map() || !patch.is_map()) return &patch;
  if (patch.entries.empty()) return &base;
  if (base.entries.empty()) return &patch;

  const KeyIndex in_patch(patch.entries);
  const KeyIndex in_base(base.entries);
  std::vector<Entry> entries;
  entries.reserve(base.entries.size() + patch.entries.size());
  for (const Entry& entry : base.entries) {
    const Entry* change = in_patch.find(entry.key);
    entries.push_back(change == nullptr ? entry
                                        : Entry{change->key, change->key_place,
                                                merge(owner, *entry.value, *change->value)});
  }
  for (const Entry& entry : patch.entries) {
    if (in_base.find(entry.key) == nullptr) entries.push_back(entry);
  }
  Node* merged = owner.make_node(patch);
  merged->entries = owner.make_entries(entries);
  return merged;
}

}  // namespace plumbline
