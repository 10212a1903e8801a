// Options that are laid over one base together: whether they agree.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/scenario/draft.hpp"

namespace plumbline::scenario_reading {

// Why options do not make one design: what two of them say differently, and what one needs of
// another that is not among them. Names that no option knows are left to the reader, which reports
// them. What each option says is gathered once, and each pair of options is compared once.
class JointOptions {
 public:
  // `base` and `offers` must outlive this.
  JointOptions(Document& document, const DesignDraft& base, std::span<const Patch> offers);

  // Of the combination of these options, by position in rising order.
  [[nodiscard]] std::vector<Clash> clashes(std::span<const std::size_t> members);

 private:
  enum class Act : std::uint8_t { Removes, Replaces, Fills, Sets, Connects };
  // The first thing of its kind that an option says of a component.
  struct Touch {
    Act act = Act::Sets;
    const Node* value = nullptr;
    SourceRange place;
  };
  struct Value {
    const Node* node = nullptr;
    SourceRange place;
  };
  struct ComponentSaid {
    std::vector<Touch> acts;                                   // one of each kind at most
    std::map<std::string_view, std::vector<Value>> settings;  // by address: "variants.v1.weight"
    [[nodiscard]] const Touch* find(Act act) const;
  };
  using Arrow = std::pair<std::string_view, std::string_view>;
  struct ArrowSaid {
    std::optional<SourceRange> removal;
    std::vector<Value> drawn;  // the properties of each connection that is added
  };
  struct OptionSaid {
    std::string_view letter;
    std::map<std::string_view, ComponentSaid> components;
    std::map<Arrow, ArrowSaid> arrows;
    std::set<std::string_view> adds;   // components
    std::set<std::string_view> fills;  // what it would fill of the blanks of a base
  };
  using Pair = std::pair<const OptionSaid*, const OptionSaid*>;

  void gather(const Node& option, OptionSaid& said);
  void gather_settings(const Entry& component, OptionSaid& said);
  static void add(std::string_view component, Act act, const Node* value, SourceRange place,
                  OptionSaid& said);
  static void add_setting(std::string_view component, std::string_view address, const Node* value,
                          SourceRange place, OptionSaid& said);

  [[nodiscard]] std::vector<Clash> compare(std::size_t first, std::size_t second);
  void compare_component(std::string_view name, const ComponentSaid& first,
                         const ComponentSaid& second, const Pair& who, std::vector<Clash>& found);
  void compare_settings(std::string_view name, const ComponentSaid& first,
                        const ComponentSaid& second, const Pair& who, std::vector<Clash>& found);
  void compare_arrow(const Arrow& arrow, const ArrowSaid& first, const ArrowSaid& second,
                     const Pair& who, std::vector<Clash>& found);
  void find_missing(std::span<const std::size_t> members, std::vector<Clash>& found);
  void add_clash(Clash::Type type, const std::string& what, SourceRange place, SourceRange other,
                 std::vector<Clash>& found);

  Document& document_;
  const DesignDraft& base_;
  std::vector<OptionSaid> said_;
  std::vector<const ComponentDraft*> blanks_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<Clash>> compared_;
};

}  // namespace plumbline::scenario_reading
