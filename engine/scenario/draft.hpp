// A design before its settings are understood: which parts there are, and what was written of each.
#pragma once

#include <cstdint>
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

struct DesignDraft {
  std::vector<ComponentDraft> components;
  std::vector<ConnectionDraft> connections;
  std::vector<Removal> removals;
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

// The ends of "a -> b -> c", in order; empty, after an error, when it is no arrow.
[[nodiscard]] std::vector<std::string_view> split_arrow(Reading& reading, std::string_view text,
                                                        SourceRange place);

// The option laid over the base.
[[nodiscard]] DesignDraft apply_option(Reading& reading, const DesignDraft& base,
                                       const Node& option, const OptionPlace& where);

// Understands every component and connection.
void read_design(Reading& reading, const DesignDraft& draft, const OptionPlace& where,
                 Design& design);

}  // namespace plumbline::scenario_reading
