// Options laid over the base: what they remove, replace, fill, add and set, in that order.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "engine/scenario/draft.hpp"
#include "engine/scenario/join_functions.hpp"
#include "engine/scenario/notes.hpp"
#include "engine/scenario/same_text.hpp"

namespace plumbline::scenario_reading {
namespace {

using Arrow = std::pair<std::string_view, std::string_view>;

class OptionPatch {
 public:
  OptionPatch(Reading& reading, const DesignDraft& base)
      : reading_(reading), base_(base), base_count_(base.components.size()) {
    draft_.components = base.components;
    draft_.connections = base.connections;
    draft_.index = base.index;
    draft_.controls = base.controls;
    for (ControlDraft& control : draft_.controls) control.own = false;
    for (ComponentDraft& component : draft_.components) component.own = false;
    for (ConnectionDraft& connection : draft_.connections) connection.own = false;
  }

  DesignDraft apply(std::span<const Patch> members) {
    is_joint_ = members.size() > 1;
    for_each(members, "remove", [&](const Node& list) {
      remove(list);
      for (const Removal& removal : draft_.removals) removed_before_.push_back(removal.name);
    });
    for_each(members, "replace", [&](const Node& map) { replace(map); });
    for_each(members, "fill", [&](const Node& map) { fill(map); });
    for_each(members, "components", [&](const Node& map) { add_components(map); });
    for_each(members, "connections", [&](const Node& list) { add_connections(list); });
    for_each(members, "controls",
             [&](const Node& list) { read_control_drafts(reading_, list, draft_.controls); });
    for_each(members, "set", [&](const Node& map) { set(map); });
    if (is_joint_) join_functions(members);
    std::erase_if(draft_.components, [](const ComponentDraft& one) { return one.removed; });
    draft_.index.build(draft_.components);
    return std::move(draft_);
  }

 private:
  // What each member says under one key, member by member.
  template <class Visit>
  void for_each(std::span<const Patch> members, std::string_view key, Visit visit) {
    for (const Patch& member : members) {
      letter_ = member.where.letter;
      if (const Node* node = member.node->find(key)) visit(*node);
    }
  }

  [[nodiscard]] std::string_view section(std::string_view key) const {
    return reading_.path({"options", letter_, key});
  }

  // The component of the base with this name that is still there, or nullptr.
  [[nodiscard]] ComponentDraft* find_in_base(std::string_view name) {
    std::int32_t found = draft_.index.find(name);
    if (found == NameIndex::kNotThere && draft_.index.size() == 0) {
      const auto last = draft_.components.begin() + static_cast<std::ptrdiff_t>(base_count_);
      const auto at = std::find_if(draft_.components.begin(), last,
                                   [&](const ComponentDraft& one) { return one.name == name; });
      if (at != last) found = static_cast<std::int32_t>(at - draft_.components.begin());
    }
    if (found == NameIndex::kNotThere) return nullptr;
    ComponentDraft& component = draft_.components[static_cast<std::size_t>(found)];
    return component.removed ? nullptr : &component;
  }

  void report_missing(std::string_view what, std::string_view name, SourceRange place,
                      bool only_blank) {
    reading_.dangling(what, name, place, [&] {
      std::vector<std::string_view> known;
      for (std::size_t i = 0; i < draft_.components.size(); ++i) {
        const ComponentDraft& one = draft_.components[i];
        if (!one.removed && (!only_blank || is_blank(one))) known.push_back(one.name);
      }
      return known;
    });
  }

  [[nodiscard]] static bool is_blank(const ComponentDraft& component) {
    return component.first.node->find("blank") != nullptr;
  }

  static void add_layer(ComponentDraft& component, Layer layer) {
    component.more.push_back(layer);
    component.own = true;
  }

  void remove(const Node& list) {
    std::vector<Arrow> arrows;
    std::vector<std::pair<std::string_view, std::size_t>> gone;  // name, place in `removals`
    for (const Cursor& item : Cursor(list, "'remove'", reading_.findings).list()) {
      const auto text = item.text();
      if (!text || !reading_.goes_on()) continue;
      if (text->find("->") != std::string_view::npos) {
        remove_arrows(*text, item.place(), arrows);
      } else if (ComponentDraft* component = find_in_base(*text)) {
        component->removed = true;
        gone.emplace_back(*text, draft_.removals.size());
        draft_.removals.push_back({.name = *text, .place = item.place()});
      } else if (std::ranges::find(removed_before_, *text) == removed_before_.end()) {
        report_missing("component of the base", *text, item.place(), false);
      }
    }
    std::sort(arrows.begin(), arrows.end());
    std::sort(gone.begin(), gone.end());
    drop_connections(arrows, gone);
    note_lost_connections(gone);
  }

  // Checked against the base at once, because a connection that is not there is a slip.
  void remove_arrows(std::string_view text, SourceRange place, std::vector<Arrow>& arrows) {
    const std::vector<std::string_view> ends = split_arrow(reading_, text, place);
    for (std::size_t i = 1; i < ends.size(); ++i) {
      const Arrow arrow{ends[i - 1], ends[i]};
      if (!reading_.afford(draft_.connections.size() / 64 + 1, place)) return;
      const auto found = std::ranges::find_if(base_.connections, [&](const auto& one) {
        return Arrow{one.from, one.to} == arrow;
      });
      if (found == base_.connections.end()) {
        reading_.dangling("connection of the base", text, place, [&] {
          std::vector<std::string_view> known;
          for (const ConnectionDraft& one : draft_.connections) {
            known.push_back(
                reading_.document.keep(std::string(one.from) + " -> " + std::string(one.to)));
            if (known.size() > 100) break;
          }
          return known;
        });
        continue;
      }
      arrows.push_back(arrow);
      draft_.removals.push_back({.name = text, .place = place});
    }
  }

  void drop_connections(const std::vector<Arrow>& arrows,
                        const std::vector<std::pair<std::string_view, std::size_t>>& gone) {
    const auto removal_of = [&](std::string_view name) -> Removal* {
      const auto at = std::lower_bound(gone.begin(), gone.end(), std::pair{name, std::size_t{0}});
      return at != gone.end() && at->first == name ? &draft_.removals[at->second] : nullptr;
    };
    std::erase_if(draft_.connections, [&](const ConnectionDraft& one) {
      Removal* removal = removal_of(one.from);
      if (removal == nullptr) removal = removal_of(one.to);
      if (removal != nullptr) ++removal->connections;
      return removal != nullptr ||
             std::binary_search(arrows.begin(), arrows.end(), Arrow{one.from, one.to});
    });
  }

  void note_lost_connections(const std::vector<std::pair<std::string_view, std::size_t>>& gone) {
    for (const auto& [name, position] : gone) {
      const Removal& removal = draft_.removals[position];
      if (removal.connections == 0) continue;
      reading_.notes.add(scenario_notes::connections_removed, removal.place)
          .with("name", std::string(name))
          .with("connections", removal.connections == 1
                                   ? std::string("one connection")
                                   : std::to_string(removal.connections) + " connections");
    }
  }

  // Each entry of a map of components; false where the value is no map.
  bool is_component_map(const Entry& entry) {
    return expect_map(reading_, *entry.value, {"the component", entry.key},
                      "Write {service: lambda} with its settings.");
  }

  void replace(const Node& map) {
    if (!expect_map(reading_, map, {"'replace'", {}}, "replace: {scorer: {service: lambda}}")) {
      return;
    }
    for (const Entry& entry : map.entries) {
      if (!reading_.goes_on()) return;
      if (!is_component_map(entry)) continue;
      ComponentDraft* component = find_in_base(entry.key);
      if (component == nullptr) {
        report_missing("component of the base", entry.key, entry.key_place, false);
        continue;
      }
      component->place = entry.key_place;
      add_layer(*component, {entry.value, section("replace"), LayerKind::Replaces});
    }
  }

  void fill(const Node& map) {
    if (!expect_map(reading_, map, {"'fill'", {}}, "fill: {scorer: {service: lambda}}")) return;
    for (const Entry& entry : map.entries) {
      if (!reading_.goes_on()) return;
      if (!is_component_map(entry)) continue;
      ComponentDraft* component = find_in_base(entry.key);
      if (component == nullptr) {
        report_missing("blank in the base", entry.key, entry.key_place, true);
      } else if (!is_blank(*component)) {
        reading_.contradiction(entry.key_place, quoted(entry.key) + " is no blank of the base",
                               "Use 'components:' to change it key by key, or 'replace:' for "
                               "another service.");
      } else {
        component->place = entry.key_place;
        add_layer(*component, {entry.value, section("fill"), LayerKind::Adds});
      }
    }
  }

  void add_components(const Node& map) {
    std::vector<ComponentDraft> added;
    read_component_drafts(reading_, map, section("components"), added);
    const bool are_first = added_components().empty();
    for (ComponentDraft& component : added) {
      ComponentDraft* known = find_in_base(component.name);
      if (known == nullptr && !are_first) known = find(component.name);
      if (known != nullptr) {
        known->place = component.place;
        add_layer(*known, component.first);
      } else {
        draft_.components.push_back(std::move(component));
      }
    }
    added_.build_from(added_components(), [](const ComponentDraft& one) { return one.name; });
  }

  // A connection that two members write in the same words is one connection.
  void add_connections(const Node& list) {
    const std::size_t before = draft_.connections.size();
    read_connection_drafts(reading_, list, section("connections"), draft_.connections);
    if (!is_joint_) return;
    std::size_t kept = before;
    std::set<std::string> added;  // by this member: its own repetitions are connections, too
    for (std::size_t i = before; i < draft_.connections.size(); ++i) {
      const ConnectionDraft& one = draft_.connections[i];
      std::string text = std::string(one.from).append(" -> ").append(one.to).append(1, ' ');
      text += canonical_text(one.properties);
      if (told_.contains(text)) continue;
      draft_.connections[kept++] = one;
      added.insert(std::move(text));
    }
    draft_.connections.resize(kept);
    told_.merge(added);
  }

  // What several members say that one part does, it does all of.
  void join_functions(std::span<const Patch> members) {
    for (const JoinedFunctions& joined : joined_functions(reading_.document, members)) {
      if (ComponentDraft* component = find(joined.component)) {
        letter_ = joined.letter;
        add_layer(*component, {joined.layer, section("components")});
      }
    }
  }

  [[nodiscard]] std::span<ComponentDraft> added_components() {
    return std::span(draft_.components).subspan(base_count_);
  }

  // A component by name, wherever it comes from.
  [[nodiscard]] ComponentDraft* find(std::string_view name) {
    if (ComponentDraft* component = find_in_base(name)) return component;
    const std::span<ComponentDraft> added = added_components();
    const std::int32_t found =
        find_named(added_, added, name, [](const ComponentDraft& one) { return one.name; });
    return found == NameIndex::kNotThere ? nullptr : &added[static_cast<std::size_t>(found)];
  }

  void set(const Node& map) {
    if (!expect_map(reading_, map, {"'set'", {}}, "set: {\"scorer.timeout\": 10 min}")) return;
    for (const Entry& entry : map.entries) {
      if (!reading_.goes_on()) return;
      const std::size_t dot = entry.key.find('.');
      if (dot == 0 || dot == std::string_view::npos || dot + 1 == entry.key.size()) {
        reading_.report(input_errors::wrong_type, entry.key_place)
            .with("what", std::string("a key of 'set'"))
            .with("expected", std::string("an address such as 'scorer.timeout'"))
            .with("found", "text " + quoted(entry.key))
            .with("example", std::string("set: {\"scorer.timeout\": 10 min} changes a setting of a "
                                         "component. To change a connection, remove it and add it "
                                         "again."));
        continue;
      }
      const std::string_view name = entry.key.substr(0, dot);
      ComponentDraft* component = find(name);
      if (component == nullptr) {
        report_missing("component", name, entry.key_place, false);
        continue;
      }
      if (!reading_.afford(component->more.size() + 1, entry.key_place)) return;
      add_layer(*component, {nested(entry.key.substr(dot + 1), entry), section("set")});
    }
  }

  // {a: {b: value}} for the address "a.b"; every key stands where the address was written.
  [[nodiscard]] const Node* nested(std::string_view address, const Entry& entry) {
    const std::size_t dot = address.find('.');
    Node map;
    map.type = NodeType::Map;
    map.place = entry.value->place;
    const Node* inner =
        dot == std::string_view::npos ? entry.value : nested(address.substr(dot + 1), entry);
    const Entry only{address.substr(0, dot), entry.key_place, inner};
    map.entries = reading_.document.make_entries({&only, 1});
    return reading_.document.make_node(map);
  }

  Reading& reading_;
  const DesignDraft& base_;
  std::string_view letter_;  // of the member that is being laid
  std::size_t base_count_;
  DesignDraft draft_;
  bool is_joint_ = false;                         // several members are laid
  NameIndex added_;                               // of the components that the members add
  std::vector<std::string_view> removed_before_;  // by members before this one
  std::set<std::string> told_;                    // connections of members before this one
};

}  // namespace

DesignDraft apply_options(Reading& reading, const DesignDraft& base, std::span<const Patch> members,
                          SourceRange place) {
  if (!reading.afford(base.components.size() + base.connections.size(), place)) return {};
  return OptionPatch(reading, base).apply(members);
}

}  // namespace plumbline::scenario_reading
