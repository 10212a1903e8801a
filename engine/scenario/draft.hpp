// A design before its settings are understood: which parts there are, and what was written of each.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/scenario/reading.hpp"

namespace plumbline::scenario_reading {

enum class LayerKind : std::uint8_t {
  Adds,      // over what stands beneath, key by key
  Replaces,  // another service: of what stands beneath only what the part runs is kept
};

// What one place of the file says about a component; later layers win.
struct Layer {
  const Node* node = nullptr;  // a map
  std::string_view section;    // "base.components", "options.A.set": the dotted path of the place
  LayerKind kind = LayerKind::Adds;
};

struct ComponentDraft {
  std::string_view name;
  SourceRange place;
  Layer first;
  std::vector<Layer> more;
  bool own = true;
  bool removed = false;
  // `service: {any-of: ...}`: the member that this reading takes; nullptr when none can be read.
  bool is_any_of = false;
  const Service* taken = nullptr;
  SourceRange taken_place;
};

// One arrow; of a chain each arrow is one of these.
struct ConnectionDraft {
  std::string_view from;
  std::string_view to;
  SourceRange place;                 // of "a -> b"
  const Node* properties = nullptr;  // a map, or nullptr when none are written
  std::string_view section;
  bool own = true;
};

// One entry of `controls:`.
struct ControlDraft {
  const Node* node = nullptr;
  bool own = true;
};

struct DesignDraft {
  std::vector<ComponentDraft> components;
  std::vector<ConnectionDraft> connections;
  std::vector<Removal> removals;
  std::vector<ControlDraft> controls;
  NameIndex index;  // of the components
};

// An option that is being put together, as messages call it.
struct OptionPlace {
  std::string_view letter;  // empty for `design:` alone
  SourceRange place;
};

// `components:` and `connections:` of one place, appended to the draft.
void read_component_drafts(Reading& reading, const Node& map, std::string_view section,
                           std::vector<ComponentDraft>& drafts);
void read_connection_drafts(Reading& reading, const Node& list, std::string_view section,
                            std::vector<ConnectionDraft>& drafts);

// `controls:` of one place, appended to the draft.
void read_control_drafts(Reading& reading, const Node& list, std::vector<ControlDraft>& drafts);

// The ends of "a -> b -> c", in order; an end may be empty, and what is no arrow has one end.
[[nodiscard]] std::vector<std::string_view> arrow_ends(std::string_view text);
// The same; empty, after an error, when it is no arrow.
[[nodiscard]] std::vector<std::string_view> split_arrow(Reading& reading, std::string_view text,
                                                        SourceRange place);

// One option as it is written.
struct Patch {
  const Node* node = nullptr;  // a map
  OptionPlace where;
};

// The options laid over the base together: all that they remove, then all that they replace, and so
// on, so that their order does not matter.
[[nodiscard]] DesignDraft apply_options(Reading& reading, const DesignDraft& base,
                                        std::span<const Patch> members, SourceRange place);

// Understands every component and connection.
void read_design(Reading& reading, const DesignDraft& draft, const OptionPlace& where,
                 Design& design);

// The same once for each way to take the services of `any-of` and `class`: the first way becomes
// the option's design, the others its `others`. What cannot be read is reported if no way can read
// it.
void read_ways(Reading& reading, DesignDraft& draft, const OptionPlace& where, Option& option);

}  // namespace plumbline::scenario_reading
