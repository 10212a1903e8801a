// One connection: its ends, the mechanism, what goes over it, and the settings that stand on it.
#include <algorithm>
#include <array>
#include <string>

#include "engine/scenario/read_component.hpp"
#include "engine/scenario/read_value.hpp"
#include "engine/scenario/read_world.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr auto kReserved = std::to_array<Reserved>({
    {"as", "words in 'question'"},
    {"role", "words in 'question'"},
    {"over", "the setting 'vpc' where a service has one"},
    {"labels", "'label' of a workload"},
});

struct ConnectionReading {
  Reading& reading;
  const Design& design;
  const ConnectionDraft& draft;
  Connection& connection;

  [[nodiscard]] const Component* component(const End& end) const {
    return end.is_component() ? &design.components[static_cast<std::size_t>(end.component)]
                              : nullptr;
  }
  [[nodiscard]] std::string arrow() const {
    return std::string(draft.from) + " -> " + std::string(draft.to);
  }
  [[nodiscard]] Wanted wanted(std::string_view key, Dimension dimension,
                              std::string_view plausible) const {
    return {.dimension = dimension,
            .path = reading.path({draft.section, arrow(), key}),
            .plausible = plausible,
            .of_the_world = false};
  }
};

void read_by(const Cursor& cursor, ConnectionReading& target) {
  Connection& connection = target.connection;
  connection.by_place = cursor.place();
  if (is_claim(cursor.node())) {
    connection.claimed = read_claim(target.reading, cursor.node(), "by");
    return;
  }
  const std::optional<std::string_view> name = cursor.text();
  if (!name || *name == "any") return;
  const Catalog& catalog = target.reading.catalog;
  connection.by = catalog.find_mechanism(*name);
  if (connection.by != nullptr) return;
  std::vector<std::string_view> known = {"any"};
  for (const MechanismInfo& mechanism : catalog.tables().mechanisms) {
    known.push_back(mechanism.name);
  }
  std::string suggestion = target.reading.suggest(*name, known);
  if (suggestion.empty()) {
    suggestion = " (write 'by: {claimed: ...}' to have a mechanism judged that may not exist)";
  }
  target.reading.report(input_errors::unknown_word, cursor.place())
      .with("word", std::string(*name))
      .with("what", std::string("a way of connecting two parts"))
      .with("suggestion", std::move(suggestion))
      .with("known", list_words(known));
}

void read_answer(const Cursor& cursor, ConnectionReading& target) {
  constexpr auto kWords = std::to_array<std::string_view>({"back", "dropped", "location"});
  constexpr auto kAnswers = std::to_array<Answer>({Answer::Back, Answer::None, Answer::Location});
  if (const auto index = cursor.word(kWords, "what becomes of an answer")) {
    target.connection.answer = kAnswers[*index];
  }
}

void read_variant_choice(const Cursor& cursor, ConnectionReading& target) {
  Connection& connection = target.connection;
  connection.variants_place = cursor.place();
  const std::optional<std::string_view> word = cursor.text();
  if (!word) return;
  connection.variants_stated = true;
  if (*word == "by-weight") return;
  if (*word == "each") {
    connection.variants = VariantChoice::Each;
    return;
  }
  connection.variants = VariantChoice::Named;
  connection.variant = *word;
  const Component* to = target.component(connection.to);
  if (to == nullptr || to->service == nullptr) return;
  for (const Variant& variant : to->variants) {
    if (variant.name == *word) return;
  }
  target.reading.dangling("variant of " + quoted(to->name), *word, cursor.place(), [&] {
    std::vector<std::string_view> known = {"each", "by-weight"};
    for (const Variant& variant : to->variants) known.push_back(variant.name);
    return known;
  });
}

void read_sends(const Cursor& cursor, ConnectionReading& target) {
  Connection& connection = target.connection;
  connection.sends_place = cursor.place();
  if (says(cursor.node(), "pointer") || says(cursor.node(), "item")) {
    connection.pointer = cursor.node().text == "pointer";
    return;
  }
  if (says(cursor.node(), "model")) {
    connection.sends_model = true;
    return;
  }
  if (const auto value = read_value(target.reading, cursor,
                                    target.wanted("sends", Dimension::Bytes, "workloads.size"))) {
    connection.sends = *value;
  }
}

void read_every(const Cursor& cursor, ConnectionReading& target) {
  const auto value =
      read_value(target.reading, cursor, target.wanted("every", Dimension::Time, {}));
  if (value && expect_positive(target.reading, cursor, *value, "every: 1 day")) {
    target.connection.every = *value;
  }
}

template <std::string_view Connection::*kMember>
void read_words(const Cursor& cursor, ConnectionReading& target) {
  target.connection.*kMember = cursor.text().value_or(std::string_view{});
}

constexpr Key<ConnectionReading> kKeys[] = {
    {"by", &read_by},
    {"waits", [](const Cursor& c, ConnectionReading& t) { t.connection.waits = c.boolean(); }},
    {"answer", &read_answer},
    {"variants", &read_variant_choice},
    {"sends", &read_sends},
    {"every", &read_every},
    {"event", &read_words<&Connection::event>},
    {"prefix", &read_words<&Connection::prefix>},
    {"suffix", &read_words<&Connection::suffix>},
    {"claimed", &read_words<&Connection::claimed>},
};

const SettingInfo* find_on_connection(const Component* component, std::string_view name) {
  if (component == nullptr || component->service == nullptr) return nullptr;
  const SettingInfo* info = component->service->find_setting(name);
  return info != nullptr && info->on_connection ? info : nullptr;
}

void report_unknown(const Entry& entry, const Component* from, const Component* to,
                    ConnectionReading& target) {
  std::vector<std::string_view> known;
  for (const auto& key : kKeys) known.push_back(key.name);
  std::string hint;
  for (const Component* end : {from, to}) {
    if (end == nullptr) continue;
    if (end->service == nullptr) return;  // its settings are not known
    for (const SettingInfo& info : end->service->settings) {
      const bool listed = std::ranges::find(known, info.name) != known.end();
      if (info.on_connection && !listed) known.push_back(info.name);
    }
    if (end->service->find_setting(entry.key) != nullptr && hint.empty()) {
      hint = " (it is a setting of the component " + quoted(end->name) + ")";
    }
  }
  if (hint.empty()) hint = hint_of_other_service(target.reading.catalog, entry.key);
  report_unknown_key(target.reading, entry, {"the connection", target.arrow()}, known, kReserved,
                     hint);
}

void read_connection_key(const Entry& entry, ConnectionReading& target) {
  for (const auto& key : kKeys) {
    if (key.name != entry.key) continue;
    return key.read(Cursor(*entry.value, entry.key, target.reading.findings), target);
  }
  const Component* from = target.component(target.connection.from);
  const Component* to = target.component(target.connection.to);
  const Component* owner = from;
  const SettingInfo* info = find_on_connection(from, entry.key);
  if (info == nullptr) {
    info = find_on_connection(to, entry.key);
    owner = to;
  }
  if (info == nullptr && !is_claim(*entry.value)) return report_unknown(entry, from, to, target);
  const SettingPlace place{owner == nullptr ? nullptr : owner->service,
                           owner == nullptr ? std::string_view{} : owner->mode,
                           target.draft.section, target.reading.path({target.arrow()})};
  Setting setting;
  if (read_setting(target.reading, entry, info, place, setting)) {
    target.connection.settings.push_back(setting);
  }
}

// The component or actor of this name; with an error, nothing.
End find_end(Reading& reading, const ConnectionDraft& draft, std::string_view name,
             const OptionPlace& where, const Design& design) {
  End end{.name = name};
  end.component = design.find(name);
  if (end.component != kNone) return end;
  end.actor = find_or_add_actor(reading, name);
  if (end.actor != kNone || reading.designs_broken) return end;
  const bool elsewhere = !where.letter.empty() && reading.find_component(name) != kNone;
  const std::string what =
      elsewhere ? "component in option " + quoted(where.letter) : std::string("component or actor");
  reading.dangling(what, name, draft.place, [&] {
    std::vector<std::string_view> known;
    for (const Component& component : design.components) known.push_back(component.name);
    for (const std::string_view actor : actor_names(reading.scenario.world)) {
      known.push_back(actor);
    }
    return known;
  });
  return end;
}

}  // namespace

void read_connection(Reading& reading, const ConnectionDraft& draft, const OptionPlace& where,
                     const Design& design, Connection& connection) {
  connection.place = draft.place;
  connection.own = draft.own;
  connection.from = find_end(reading, draft, draft.from, where, design);
  connection.to = find_end(reading, draft, draft.to, where, design);
  if (draft.properties == nullptr) return;
  const auto known = [](const End& end) { return end.is_component() || end.actor != kNone; };
  ConnectionReading target{reading, design, draft, connection};
  const bool both_known = known(connection.from) && known(connection.to);
  for (const Entry& entry : draft.properties->entries) {
    if (!reading.goes_on()) return;
    // Whose settings may stand here is not known when an end is not.
    const bool general =
        std::ranges::any_of(kKeys, [&](const auto& key) { return key.name == entry.key; });
    if (both_known || general) read_connection_key(entry, target);
  }
}

}  // namespace plumbline::scenario_reading
