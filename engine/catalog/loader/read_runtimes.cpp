// What a service runs (`runtimes`), and the words for it that services and scenarios share.
#include <array>
#include <limits>
#include <string>

#include "engine/catalog/loader/fields.hpp"

namespace plumbline {
namespace {

struct Section {
  std::string_view key;
  RuntimeKind kind;
  Reference::To to;
  std::span<const std::string_view> RuntimeSupport::*words;
};
constexpr auto kSections = std::to_array<Section>({
    {"runtimes", RuntimeKind::Runtime, Reference::To::Runtime, &RuntimeSupport::runtimes},
    {"languages", RuntimeKind::Language, Reference::To::Language, &RuntimeSupport::languages},
    {"frameworks", RuntimeKind::Framework, Reference::To::Framework, &RuntimeSupport::frameworks},
});

void append(std::string& text, std::string_view more) {
  if (!text.empty()) text += ", ";
  text += more;
}

// "spark, python, scala": what findings and pages show of the entry.
std::string words_of(const RuntimeSupport& support) {
  std::string text;
  for (const Section& section : kSections) {
    for (const std::string_view word : support.*section.words) append(text, word);
  }
  if (support.containers) append(text, "container images of one's own");
  return text.empty() ? "nothing" : text;
}

Fact fact_of(const Reading& reading, const Cursor& item, const RuntimeSupport& support,
             const Service& service) {
  Fact fact;
  fact.group = FactGroup::Capability;
  fact.service = service.name;
  fact.name = support.id;
  fact.id = reading.keep(std::string(service.name) + "." + std::string(support.id));
  fact.mode = support.mode;
  fact.value = fact.p99 = fact.written_value = fact.written_p99 =
      std::numeric_limits<double>::quiet_NaN();
  fact.word = reading.keep(words_of(support));
  fact.unit = "word";
  fact.governs = "runs";
  fact.scope = "per-component";
  fact.since = read_day(reading, item, "since");
  fact.until = read_day(reading, item, "until");
  const Sourcing sourcing = read_sourcing(reading, item);
  fact.source = sourcing.source;
  fact.as_of = sourcing.as_of;
  fact.confidence = sourcing.confidence;
  fact.note = read_text(reading, item, "note");
  return fact;
}

}  // namespace

void read_runtimes(const Reading& reading, const Cursor& list, ServiceDraft& service) {
  if (!list.is_sequence()) {
    return list.report_wrong_type("a list", "Begin each entry with '- id: ...'.");
  }
  for (const Cursor& entry : list.list()) {
    const Cursor item(entry.node(), "what a service runs", entry.findings());
    if (!item.expect_map({"id", "mode", "runtimes", "languages", "frameworks", "containers",
                          "complete", "since", "until", "source", "as-of", "confidence", "note"})) {
      continue;
    }
    RuntimeSupport support;
    support.id = read_text(reading, item, "id", Presence::Needed);
    if (support.id.empty()) continue;
    for (const Section& section : kSections) {
      support.*section.words = read_texts(reading, item, section.key);
      const std::optional<Cursor> words = item.get(section.key, section.key);
      if (!words) continue;
      for (const Cursor& word : words->list()) {
        if (word.is_scalar()) reading.refer(section.to, reading.keep(word.node().text), word);
      }
    }
    support.containers = read_flag(item, "containers");
    support.complete = read_flag(item, "complete");
    const auto add = [&](std::string_view mode) {
      support.mode = mode;
      service.supported.push_back(support);
      service.facts.push_back(fact_of(reading, item, support, service.head));
    };
    const std::optional<Cursor> modes = item.get("mode", "mode");
    if (!modes) {
      add("any");
      continue;
    }
    for (const Cursor& mode : modes->list()) {
      if (!mode.is_scalar()) continue;
      reading.refer(Reference::To::Mode, reading.keep(mode.node().text), mode, service.head.name);
      add(reading.keep(mode.node().text));
    }
  }
}

void read_runtime_words(const Reading& reading, const Cursor& map) {
  if (!map.expect_map({"runtimes", "languages", "frameworks"})) return;
  for (const Section& section : kSections) {
    const std::optional<Cursor> words = map.get(section.key, section.key);
    if (!words) continue;
    if (!words->is_map()) {
      words->report_wrong_type("a map", "Write 'spark: [pyspark]': each word with its aliases.");
      continue;
    }
    for (const Entry& entry : words->node().entries) {
      const RuntimeInfo info{reading.keep(entry.key), section.kind,
                             read_texts(reading, *words, entry.key)};
      bool is_known = false;
      for (RuntimeInfo& known : reading.draft.runtimes) {
        if (known.kind != info.kind || known.name != info.name) continue;
        known = info;
        is_known = true;
      }
      if (!is_known) reading.draft.runtimes.push_back(info);
    }
  }
}

}  // namespace plumbline
