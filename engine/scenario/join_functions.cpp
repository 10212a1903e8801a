// What several members say that one part does, it does all of.
#include "engine/scenario/join_functions.hpp"

#include <map>
#include <set>

#include "engine/scenario/option_parts.hpp"

namespace plumbline::scenario_reading {
namespace {

struct Said {
  std::size_t members = 0;
  std::string_view letter;  // of the first of them
  std::string_view last;    // letter of the latest one
  const Node* first = nullptr;
  SourceRange place;
  std::vector<const Node*> functions;
  std::set<std::string_view> known;
};
using SaidOf = std::map<std::string_view, Said>;  // by component

void add(const Patch& member, std::string_view component, const Node* value, SaidOf& said) {
  Said& one = said[component];
  if (one.members == 0 || one.last != member.where.letter) ++one.members;
  if (one.first == nullptr) {
    one.letter = member.where.letter;
    one.first = value;
    one.place = value->place;
  }
  one.last = member.where.letter;
  for_each_text(value, [&](const Node& function) {
    if (one.known.insert(function.text).second) one.functions.push_back(&function);
  });
}

void collect(const Patch& member, SaidOf& said) {
  constexpr std::string_view kDoes = "does";
  for (const std::string_view section : {"fill", "components"}) {
    for_each_entry(*member.node, section, [&](const Entry& component) {
      if (const Node* does = component.value->find(kDoes)) add(member, component.key, does, said);
    });
  }
  for_each_entry(*member.node, "set", [&](const Entry& entry) {
    const std::string_view component = above(entry.key);
    if (!component.empty() && entry.key.substr(component.size() + 1) == kDoes) {
      add(member, component, entry.value, said);
    }
  });
}

}  // namespace

std::vector<JoinedFunctions> joined_functions(Document& document, std::span<const Patch> members) {
  SaidOf said;
  for (const Patch& member : members) collect(member, said);
  std::vector<JoinedFunctions> joined;
  for (const auto& [component, one] : said) {
    if (one.members < 2) continue;
    Node list;
    list.type = NodeType::Sequence;
    list.place = one.first->place;
    list.items = document.make_items(one.functions);
    const Entry does{"does", one.place, document.make_node(list)};
    Node layer;
    layer.type = NodeType::Map;
    layer.place = list.place;
    layer.entries = document.make_entries({&does, 1});
    joined.push_back({component, one.letter, document.make_node(layer)});
  }
  return joined;
}

}  // namespace plumbline::scenario_reading
