// Gathering what each option says of components and connections, and comparing two of them.
#include "engine/scenario/joint.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/scenario/option_parts.hpp"
#include "engine/scenario/same_text.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::size_t kMostClashes = 8;  // of one combination: more of them help nobody

bool is_full(const std::vector<Clash>& found) { return found.size() >= kMostClashes; }

std::string listed(const std::vector<std::string_view>& who, std::string_view one,
                   std::string_view several) {
  return list_words(who).append(1, ' ').append(who.size() == 1 ? one : several);
}

}  // namespace

const JointOptions::Touch* JointOptions::ComponentSaid::find(Act act) const {
  const auto found = std::ranges::find(acts, act, &Touch::act);
  return found == acts.end() ? nullptr : &*found;
}

JointOptions::JointOptions(Document& document, const DesignDraft& base,
                           std::span<const Patch> offers)
    : document_(document), base_(base) {
  said_.reserve(offers.size());
  for (const Patch& offer : offers) {
    OptionSaid& said = said_.emplace_back();
    said.letter = offer.where.letter;
    gather(*offer.node, said);
  }
  for (const ComponentDraft& component : base.components) {
    if (component.first.node->find("blank") != nullptr) blanks_.push_back(&component);
  }
}

void JointOptions::gather(const Node& option, OptionSaid& said) {
  for_each_text(option.find("remove"), [&](const Node& item) {
    const std::vector<std::string_view> ends = arrow_ends(item.text);
    if (ends.size() == 1) {
      add(item.text, Act::Removes, nullptr, item.place, said);
      said.fills.insert(item.text);
    }
    for (std::size_t i = 1; i < ends.size(); ++i) {
      ArrowSaid& arrow = said.arrows[{ends[i - 1], ends[i]}];
      if (!arrow.removal) arrow.removal = item.place;
    }
  });
  for_each_entry(option, "replace", [&](const Entry& entry) {
    add(entry.key, Act::Replaces, entry.value, entry.key_place, said);
    said.fills.insert(entry.key);
  });
  for_each_entry(option, "fill", [&](const Entry& entry) {
    add(entry.key, Act::Fills, entry.value, entry.key_place, said);
    said.fills.insert(entry.key);
    gather_settings(entry, said);
  });
  for_each_entry(option, "components", [&](const Entry& entry) {
    said.adds.insert(entry.key);
    if (entry.value->find("service") != nullptr) said.fills.insert(entry.key);
    gather_settings(entry, said);
  });
  for_each_entry(option, "set", [&](const Entry& entry) {
    const std::size_t dot = entry.key.find('.');
    if (dot == std::string_view::npos) return;  // the reader says what is wrong with it
    const std::string_view component = entry.key.substr(0, dot);
    const std::string_view address = entry.key.substr(dot + 1);
    if (address == "service") said.fills.insert(component);
    add_setting(component, address, entry.value, entry.value->place, said);
  });
  for_each_arrow(option, [&](std::string_view from, std::string_view to, const Node* properties,
                             SourceRange place) {
    said.arrows[{from, to}].drawn.push_back({properties, place});
    for (const std::string_view end : {from, to}) add(end, Act::Connects, nullptr, place, said);
  });
}

// Variants are merged one by one, other settings as a whole.
void JointOptions::gather_settings(const Entry& component, OptionSaid& said) {
  for (const Entry& key : component.value->entries) {
    if (key.key != "variants") {
      add_setting(component.key, key.key, key.value, key.value->place, said);
      continue;
    }
    for (const Entry& variant : key.value->entries) {
      for (const Entry& setting : variant.value->entries) {
        const std::string address =
            "variants." + std::string(variant.key) + "." + std::string(setting.key);
        add_setting(component.key, document_.keep(address), setting.value, setting.value->place,
                    said);
      }
    }
  }
}

void JointOptions::add(std::string_view component, Act act, const Node* value, SourceRange place,
                       OptionSaid& said) {
  ComponentSaid& here = said.components[component];
  if (here.find(act) == nullptr) here.acts.push_back({act, value, place});
}

void JointOptions::add_setting(std::string_view component, std::string_view address,
                               const Node* value, SourceRange place, OptionSaid& said) {
  add(component, Act::Sets, value, place, said);
  said.components[component].settings[address].push_back({value, place});
}

std::vector<Clash> JointOptions::clashes(std::span<const std::size_t> members) {
  std::vector<Clash> found;
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (std::size_t j = i + 1; j < members.size(); ++j) {
      const auto [pair, is_new] =
          compared_.try_emplace({members[i], members[j]}, std::vector<Clash>{});
      if (is_new) pair->second = compare(members[i], members[j]);
      for (const Clash& clash : pair->second) {
        if (!is_full(found)) found.push_back(clash);
      }
    }
  }
  find_missing(members, found);
  return found;
}

std::vector<Clash> JointOptions::compare(std::size_t first, std::size_t second) {
  std::vector<Clash> found;
  const Pair who{&said_[first], &said_[second]};
  for (const auto& [name, said] : who.first->components) {
    const auto other = who.second->components.find(name);
    if (other != who.second->components.end()) {
      compare_component(name, said, other->second, who, found);
    }
    if (is_full(found)) return found;
  }
  for (const auto& [arrow, said] : who.first->arrows) {
    const auto other = who.second->arrows.find(arrow);
    if (other != who.second->arrows.end()) compare_arrow(arrow, said, other->second, who, found);
    if (is_full(found)) return found;
  }
  return found;
}

// Whoever takes a part away, or puts another service in its place, leaves nothing to change.
void JointOptions::compare_component(std::string_view name, const ComponentSaid& first,
                                     const ComponentSaid& second, const Pair& who,
                                     std::vector<Clash>& found) {
  const std::string a(who.first->letter);
  const std::string b(who.second->letter);
  const auto contradict = [&](const std::string& what, const Touch& one, const Touch& other) {
    add_clash(Clash::Type::Contradiction, what, other.place, one.place, found);
  };
  const auto takes_from = [&](const ComponentSaid& taker, const std::string& taking, Act act,
                              std::string_view verb, const ComponentSaid& user,
                              const std::string& using_it) {
    const Touch* taken = taker.find(act);
    if (taken == nullptr || user.find(act) != nullptr) return;
    for (const Touch& use : user.acts) {
      if (act == Act::Replaces && use.act == Act::Connects) continue;
      const std::string what =
          fmt::format("{} {} {}, which {} {}", taking, verb, quoted(name), using_it,
                      use.act == Act::Connects ? "connects" : "changes");
      const bool is_first = &taker == &first;
      contradict(what, is_first ? *taken : use, is_first ? use : *taken);
    }
  };
  if (first.find(Act::Removes) != nullptr || second.find(Act::Removes) != nullptr) {
    takes_from(first, a, Act::Removes, "removes", second, b);
    takes_from(second, b, Act::Removes, "removes", first, a);
    return;
  }
  takes_from(first, a, Act::Replaces, "replaces", second, b);
  takes_from(second, b, Act::Replaces, "replaces", first, a);
  for (const auto& [act, doing, with] :
       {std::tuple{Act::Replaces, "replace ", ", and not by the same"},
        std::tuple{Act::Fills, "fill the blank ", ", and not with the same"}}) {
    const Touch* one = first.find(act);
    const Touch* other = second.find(act);
    if (one == nullptr || other == nullptr || is_same_text(one->value, other->value)) continue;
    contradict(fmt::format("{} and {} {}{}{}", a, b, doing, quoted(name), with), *one, *other);
  }
  const bool both_fill = first.find(Act::Fills) != nullptr && second.find(Act::Fills) != nullptr;
  if (!both_fill) compare_settings(name, first, second, who, found);
}

// The same address, or one within the other.
void JointOptions::compare_settings(std::string_view name, const ComponentSaid& first,
                                    const ComponentSaid& second, const Pair& who,
                                    std::vector<Clash>& found) {
  const std::string a(who.first->letter);
  const std::string b(who.second->letter);
  const auto differ = [&](std::string_view address, const Value& one, const Value& other) {
    std::string what = quoted(address) + " of " + quoted(name) + " is ";
    if (one.node->is_scalar() && other.node->is_scalar()) {
      what += std::string(one.node->text) + " in " + a + " and " + std::string(other.node->text) +
              " in " + b;
    } else {
      what += "not the same in " + a + " and " + b;
    }
    add_clash(Clash::Type::Contradiction, what, other.place, one.place, found);
  };
  const auto within = [&](const ComponentSaid& inner, const ComponentSaid& outer) {
    for (const auto& [address, values] : inner.settings) {
      for (std::string_view up = above(address); !up.empty() && !is_full(found); up = above(up)) {
        const auto whole = outer.settings.find(up);
        if (whole == outer.settings.end()) continue;
        const bool is_first = &inner == &first;
        const Value& one = is_first ? values.front() : whole->second.front();
        const Value& other = is_first ? whole->second.front() : values.front();
        add_clash(
            Clash::Type::Contradiction,
            fmt::format("{} of {} is not the same in {} and {}", quoted(up), quoted(name), a, b),
            other.place, one.place, found);
      }
    }
  };
  for (const auto& [address, values] : first.settings) {
    if (is_full(found)) return;
    const auto same = second.settings.find(address);
    if (same == second.settings.end() || address == "does") continue;
    for (const Value& one : values) {
      for (const Value& other : same->second) {
        if (!is_same_text(one.node, other.node)) differ(address, one, other);
      }
    }
  }
  within(first, second);
  within(second, first);
}

// Taking the base's connection away and drawing another is a change of it.
void JointOptions::compare_arrow(const Arrow& arrow, const ArrowSaid& first,
                                 const ArrowSaid& second, const Pair& who,
                                 std::vector<Clash>& found) {
  const std::string name = quoted(std::string(arrow.first) + " -> " + std::string(arrow.second));
  const std::string a(who.first->letter);
  const std::string b(who.second->letter);
  if (first.removal && second.removal) {
    const auto [one, other] = std::ranges::mismatch(
        first.drawn, second.drawn,
        [](const Value& x, const Value& y) { return is_same_text(x.node, y.node); });
    if (one == first.drawn.end() || other == second.drawn.end()) return;
    return add_clash(Clash::Type::Contradiction,
                     a + " and " + b + " change the connection " + name + ", and not alike",
                     other->place, one->place, found);
  }
  if (first.removal && first.drawn.empty() && !second.drawn.empty()) {
    add_clash(Clash::Type::Contradiction,
              a + " removes the connection " + name + ", which " + b + " adds",
              second.drawn.front().place, *first.removal, found);
  }
  if (second.removal && second.drawn.empty() && !first.drawn.empty()) {
    add_clash(Clash::Type::Contradiction,
              b + " removes the connection " + name + ", which " + a + " adds", *second.removal,
              first.drawn.front().place, found);
  }
}

// What a member connects or changes, and blanks of the base, that only options outside bring.
void JointOptions::find_missing(std::span<const std::size_t> members, std::vector<Clash>& found) {
  const auto member_has = [&](std::set<std::string_view> OptionSaid::*names,
                              std::string_view name) {
    return std::ranges::any_of(
        members, [&](std::size_t member) { return (said_[member].*names).contains(name); });
  };
  const auto who_has = [&](std::set<std::string_view> OptionSaid::*names, std::string_view name) {
    std::vector<std::string_view> who;
    for (const OptionSaid& said : said_) {
      if ((said.*names).contains(name)) who.push_back(said.letter);
    }
    return who;
  };
  for (const std::size_t member : members) {
    for (const auto& [name, said] : said_[member].components) {
      if (is_full(found)) return;
      if (find_named(base_.index, base_.components, name) != NameIndex::kNotThere) continue;
      if (member_has(&OptionSaid::adds, name)) continue;
      const std::vector<std::string_view> who = who_has(&OptionSaid::adds, name);
      if (who.empty()) continue;
      const Touch& use = said.acts.front();
      add_clash(Clash::Type::Missing,
                std::string(said_[member].letter) +
                    (use.act == Act::Connects ? " connects " : " changes ") + quoted(name) +
                    ", which only " + listed(who, "adds", "add"),
                use.place, {}, found);
    }
  }
  for (const ComponentDraft* blank : blanks_) {
    if (is_full(found)) return;
    if (member_has(&OptionSaid::fills, blank->name)) continue;
    const std::vector<std::string_view> who = who_has(&OptionSaid::fills, blank->name);
    if (who.empty()) continue;  // the reader says so
    add_clash(Clash::Type::Missing,
              "no member fills the blank " + quoted(blank->name) + ", which only " +
                  listed(who, "does", "do"),
              blank->place, {}, found);
  }
}

void JointOptions::add_clash(Clash::Type type, const std::string& what, SourceRange place,
                             SourceRange other, std::vector<Clash>& found) {
  const auto is_same = [&](const Clash& known) { return known.what == what; };
  if (is_full(found) || std::ranges::any_of(found, is_same)) return;
  found.push_back({type, document_.keep(what), place, other});
}

}  // namespace plumbline::scenario_reading
