// Options that are laid over one base together: whether they agree, and what they say jointly.
#include "engine/scenario/joint.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace plumbline::scenario_reading {
namespace {

constexpr std::size_t kMostClashes = 8;  // of one combination: more of them help nobody

enum class Act : std::uint8_t { Removes, Replaces, Fills, Sets, Connects };

// What one member says of one component. Members are known by their position.
struct Touch {
  std::size_t member = 0;
  Act act = Act::Sets;
  std::string_view path;  // Sets: "timeout", "variants.v1.weight"
  const Node* value = nullptr;
  SourceRange place;
};
using Touches = std::map<std::string_view, std::vector<Touch>>;  // by component

using Arrow = std::pair<std::string_view, std::string_view>;
struct ArrowTouch {
  std::size_t member = 0;
  bool removes = false;
  const Node* properties = nullptr;
  SourceRange place;
};
using ArrowTouches = std::map<Arrow, std::vector<ArrowTouch>>;

// Calls `visit(key, value)` for each entry of the map under `section`, if it is one.
template <class Visit>
void for_each_entry(const Node& option, std::string_view section, Visit visit) {
  const Node* map = option.find(section);
  if (map == nullptr) return;
  for (const Entry& entry : map->entries) visit(entry);
}

// Calls `visit(from, to, properties, place)` for each arrow that the option adds.
template <class Visit>
void for_each_arrow(const Node& option, Visit visit) {
  const Node* list = option.find("connections");
  if (list == nullptr) return;
  for (const Node* item : list->items) {
    const bool is_map = item->is_map() && item->entries.size() == 1;
    const std::string_view text = is_map ? item->entries.front().key : item->text;
    const SourceRange place = is_map ? item->entries.front().key_place : item->place;
    const Node* properties = is_map ? item->entries.front().value : nullptr;
    const std::vector<std::string_view> ends = arrow_ends(text);
    for (std::size_t i = 1; i < ends.size(); ++i) visit(ends[i - 1], ends[i], properties, place);
  }
}

// A text, or each text of a list, as `remove` and `does` are written.
template <class Visit>
void for_each_text(const Node* node, Visit visit) {
  if (node == nullptr) return;
  if (node->is_scalar()) visit(*node);
  for (const Node* item : node->items) {
    if (item->is_scalar()) visit(*item);
  }
}

class Collector {
 public:
  Collector(Document& document, std::span<const Patch> members) : document_(document) {
    for (; member_ < members.size(); ++member_) collect(*members[member_].node);
  }

  Touches touches;
  ArrowTouches arrows;

 private:
  void collect(const Node& option) {
    for_each_text(option.find("remove"), [&](const Node& item) {
      const std::vector<std::string_view> ends = arrow_ends(item.text);
      if (ends.size() == 1) add(item.text, Act::Removes, {}, nullptr, item.place);
      for (std::size_t i = 1; i < ends.size(); ++i) {
        arrows[{ends[i - 1], ends[i]}].push_back({member_, true, nullptr, item.place});
      }
    });
    for_each_entry(option, "replace", [&](const Entry& entry) {
      add(entry.key, Act::Replaces, {}, entry.value, entry.key_place);
    });
    for_each_entry(option, "fill", [&](const Entry& entry) {
      add(entry.key, Act::Fills, {}, entry.value, entry.key_place);
      add_keys(entry);
    });
    for_each_entry(option, "components", [&](const Entry& entry) { add_keys(entry); });
    for_each_entry(option, "set", [&](const Entry& entry) {
      const std::size_t dot = entry.key.find('.');
      if (dot == std::string_view::npos) return;  // the reader says what is wrong with it
      add(entry.key.substr(0, dot), Act::Sets, entry.key.substr(dot + 1), entry.value,
          entry.value->place);
    });
    std::set<std::string_view> connected;  // one touch for each end is enough
    for_each_arrow(option, [&](std::string_view from, std::string_view to, const Node* properties,
                               SourceRange place) {
      arrows[{from, to}].push_back({member_, false, properties, place});
      for (const std::string_view end : {from, to}) {
        if (connected.insert(end).second) add(end, Act::Connects, {}, nullptr, place);
      }
    });
  }

  // Variants are merged one by one, other settings as a whole.
  void add_keys(const Entry& component) {
    for (const Entry& key : component.value->entries) {
      if (key.key != "variants") {
        add(component.key, Act::Sets, key.key, key.value, key.value->place);
        continue;
      }
      for (const Entry& variant : key.value->entries) {
        for (const Entry& setting : variant.value->entries) {
          const std::string path =
              "variants." + std::string(variant.key) + "." + std::string(setting.key);
          add(component.key, Act::Sets, document_.keep(path), setting.value, setting.value->place);
        }
      }
    }
  }

  void add(std::string_view component, Act act, std::string_view path, const Node* value,
           SourceRange place) {
    touches[component].push_back({member_, act, path, value, place});
  }

  Document& document_;
  std::size_t member_ = 0;
};

bool is_beneath(std::string_view path, std::string_view above) {
  return path.size() > above.size() && path.starts_with(above) && path[above.size()] == '.';
}

class ClashFinder {
 public:
  ClashFinder(Document& document, std::span<const Patch> members)
      : document_(document), members_(members), said_(document, members) {}

  std::vector<Clash> find(const DesignDraft& base, std::span<const Patch> all) {
    for (const auto& [component, touches] : said_.touches) {
      for_each_pair(touches, [&, name = component, list = std::span(touches)](const Touch& first,
                                                                              const Touch& second) {
        compare(name, list, first, second);
      });
    }
    for (const auto& [arrow, touches] : said_.arrows) compare_arrows(arrow, touches);
    find_missing(base, all);
    return std::move(clashes_);
  }

 private:
  [[nodiscard]] std::string letter(std::size_t member) const {
    return std::string(members_[member].where.letter);
  }

  // Things said by two different members, the earlier member first.
  template <class Said, class Visit>
  static void for_each_pair(const std::vector<Said>& list, Visit visit) {
    for (const Said& first : list) {
      for (const Said& second : list) {
        if (first.member < second.member) visit(first, second);
      }
    }
  }

  static bool does(std::span<const Touch> touches, std::size_t member, Act act) {
    return std::ranges::any_of(
        touches, [&](const Touch& touch) { return touch.member == member && touch.act == act; });
  }

  void add(Clash::Type type, std::string what, SourceRange place, SourceRange other = {}) {
    if (clashes_.size() >= kMostClashes) return;
    const auto same = [&](const Clash& known) { return known.what == what; };
    if (std::ranges::any_of(clashes_, same)) return;
    clashes_.push_back({type, document_.keep(what), place, other});
  }
  void contradict(std::string what, const Touch& first, const Touch& second) {
    add(Clash::Type::Contradiction, std::move(what), second.place, first.place);
  }

  void compare(std::string_view name, std::span<const Touch> all, const Touch& first,
               const Touch& second) {
    const std::string both = letter(first.member) + " and " + letter(second.member);
    if (first.act == Act::Removes || second.act == Act::Removes) {
      const Touch& taker = first.act == Act::Removes ? first : second;
      const Touch& user = first.act == Act::Removes ? second : first;
      if (does(all, user.member, Act::Removes)) return;  // it does not count on the part either
      return contradict(letter(taker.member) + " removes " + quoted(name) + ", which " +
                            letter(user.member) +
                            (user.act == Act::Connects ? " connects" : " changes"),
                        first, second);
    }
    if (first.act == Act::Connects || second.act == Act::Connects) return;
    if (first.act == Act::Replaces || second.act == Act::Replaces) {
      if (first.act != second.act) {
        const Touch& taker = first.act == Act::Replaces ? first : second;
        const Touch& user = first.act == Act::Replaces ? second : first;
        return contradict(letter(taker.member) + " replaces " + quoted(name) + ", which " +
                              letter(user.member) + " changes",
                          first, second);
      }
      if (is_same_text(first.value, second.value)) return;
      return contradict(both + " replace " + quoted(name) + ", and not by the same", first, second);
    }
    if (first.act == Act::Fills && second.act == Act::Fills) {
      if (is_same_text(first.value, second.value)) return;
      return contradict(both + " fill the blank " + quoted(name) + ", and not with the same", first,
                        second);
    }
    const bool both_fill =
        does(all, first.member, Act::Fills) && does(all, second.member, Act::Fills);
    if (first.act == Act::Sets && second.act == Act::Sets && !both_fill) {
      compare_settings(name, first, second);
    }
  }

  void compare_settings(std::string_view name, const Touch& first, const Touch& second) {
    const bool is_one = first.path == second.path;
    if (!is_one && !is_beneath(first.path, second.path) && !is_beneath(second.path, first.path)) {
      return;
    }
    if (is_one && (first.path == "does" || is_same_text(first.value, second.value))) return;
    const std::string_view path = std::min(first.path, second.path);
    std::string what = quoted(path) + " of " + quoted(name) + " is ";
    if (is_one && first.value->is_scalar() && second.value->is_scalar()) {
      what += std::string(first.value->text) + " in " + letter(first.member) + " and " +
              std::string(second.value->text) + " in " + letter(second.member);
    } else {
      what += "not the same in " + letter(first.member) + " and " + letter(second.member);
    }
    contradict(std::move(what), first, second);
  }

  // Taking the base's connection away and drawing another is a change of it.
  void compare_arrows(const Arrow& arrow, const std::vector<ArrowTouch>& touches) {
    const auto has = [&](std::size_t member, bool removes) {
      return std::ranges::any_of(touches, [&](const ArrowTouch& touch) {
        return touch.member == member && touch.removes == removes;
      });
    };
    const std::string name = quoted(std::string(arrow.first) + " -> " + std::string(arrow.second));
    for_each_pair(touches, [&](const ArrowTouch& first, const ArrowTouch& second) {
      const bool both_remove = has(first.member, true) && has(second.member, true);
      if (!first.removes && !second.removes) {
        if (!both_remove || is_same_text(first.properties, second.properties)) return;
        return add(Clash::Type::Contradiction,
                   letter(first.member) + " and " + letter(second.member) +
                       " change the connection " + name + ", and not alike",
                   second.place, first.place);
      }
      if (first.removes == second.removes || both_remove) return;
      const ArrowTouch& taker = first.removes ? first : second;
      const ArrowTouch& user = first.removes ? second : first;
      if (has(taker.member, false)) return;  // it draws the connection anew as well
      add(Clash::Type::Contradiction,
          letter(taker.member) + " removes the connection " + name + ", which " +
              letter(user.member) + " adds",
          second.place, first.place);
    });
  }

  void find_missing(const DesignDraft& base, std::span<const Patch> all) {
    for (const auto& [name, touches] : said_.touches) {
      const bool is_given = std::ranges::any_of(
          base.components,
          [&, wanted = name](const ComponentDraft& one) { return one.name == wanted; });
      if (is_given || adds(members_, name)) continue;
      const std::string others = who_adds(all, name);
      if (others.empty()) continue;
      const Touch& user = touches.front();
      add(Clash::Type::Missing,
          letter(user.member) + (user.act == Act::Connects ? " connects " : " changes ") +
              quoted(name) + ", which only " + others,
          user.place);
    }
    for (const ComponentDraft& one : base.components) find_unfilled(one, all);
  }

  void find_unfilled(const ComponentDraft& component, std::span<const Patch> all) {
    if (component.first.node->find("blank") == nullptr) return;
    if (std::ranges::any_of(members_, [&](const Patch& p) { return fills(p, component.name); })) {
      return;
    }
    std::vector<std::string_view> who;
    for (const Patch& patch : all) {
      if (fills(patch, component.name)) who.push_back(patch.where.letter);
    }
    if (who.empty()) return;  // the reader says so
    add(Clash::Type::Missing,
        "no member fills the blank " + quoted(component.name) + ", which only " + list_words(who) +
            (who.size() == 1 ? " does" : " do"),
        component.place);
  }

  static bool has_key(const Patch& patch, std::string_view section, std::string_view name) {
    const Node* map = patch.node->find(section);
    return map != nullptr && map->find(name) != nullptr;
  }
  static bool fills(const Patch& patch, std::string_view name) {
    const Node* components = patch.node->find("components");
    const Node* known = components == nullptr ? nullptr : components->find(name);
    if (known != nullptr && known->find("service") != nullptr) return true;
    bool removes = false;
    for_each_text(patch.node->find("remove"),
                  [&](const Node& item) { removes = removes || item.text == name; });
    return removes || has_key(patch, "fill", name) || has_key(patch, "replace", name) ||
           has_key(patch, "set", std::string(name) + ".service");
  }
  static bool adds(std::span<const Patch> patches, std::string_view name) {
    return std::ranges::any_of(
        patches, [&](const Patch& patch) { return has_key(patch, "components", name); });
  }
  static std::string who_adds(std::span<const Patch> all, std::string_view name) {
    std::vector<std::string_view> who;
    for (const Patch& patch : all) {
      if (has_key(patch, "components", name)) who.push_back(patch.where.letter);
    }
    if (who.empty()) return {};
    return list_words(who) + (who.size() == 1 ? " adds" : " add");
  }

  Document& document_;
  std::span<const Patch> members_;
  Collector said_;
  std::vector<Clash> clashes_;
};

}  // namespace

bool is_same_text(const Node* a, const Node* b) {
  const auto is_empty = [](const Node* node) {
    return node == nullptr || node->is_null() || (node->is_map() && node->entries.empty());
  };
  if (is_empty(a) || is_empty(b)) return is_empty(a) && is_empty(b);
  if (a->type != b->type || a->text != b->text || a->items.size() != b->items.size() ||
      a->entries.size() != b->entries.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a->items.size(); ++i) {
    if (!is_same_text(a->items[i], b->items[i])) return false;
  }
  return std::ranges::all_of(a->entries, [&](const Entry& entry) {
    const Entry* other = b->find_entry(entry.key);
    return other != nullptr && is_same_text(entry.value, other->value);
  });
}

std::vector<JoinedFunctions> joined_functions(Document& document, std::span<const Patch> members) {
  struct Said {
    std::set<std::size_t> members;
    Entry first;
    std::vector<const Node*> functions;
  };
  std::map<std::string_view, Said> said;  // by component
  const Collector collected(document, members);
  for (const auto& [component, touches] : collected.touches) {
    for (const Touch& touch : touches) {
      if (touch.act != Act::Sets || touch.path != "does") continue;
      Said& one = said[component];
      if (one.members.empty()) one.first = {"does", touch.place, touch.value};
      one.members.insert(touch.member);
      for_each_text(touch.value, [&](const Node& function) {
        const auto same = [&](const Node* known) { return known->text == function.text; };
        if (std::ranges::none_of(one.functions, same)) one.functions.push_back(&function);
      });
    }
  }
  std::vector<JoinedFunctions> joined;
  for (auto& [component, one] : said) {
    if (one.members.size() < 2) continue;
    Node list;
    list.type = NodeType::Sequence;
    list.place = one.first.value->place;
    list.items = document.make_items(one.functions);
    const Entry does{"does", one.first.key_place, document.make_node(list)};
    Node layer;
    layer.type = NodeType::Map;
    layer.place = list.place;
    layer.entries = document.make_entries({&does, 1});
    joined.push_back(
        {component, members[*one.members.begin()].where.letter, document.make_node(layer)});
  }
  return joined;
}

std::vector<Clash> find_clashes(Document& document, const DesignDraft& base,
                                std::span<const Patch> members, std::span<const Patch> all) {
  return ClashFinder(document, members).find(base, all);
}

}  // namespace plumbline::scenario_reading
