// Small readers for the keys of a catalog file; each reports its problem at its place and lets
// reading go on.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/loader/draft.hpp"
#include "engine/document/cursor.hpp"

namespace plumbline {

// A name that can be checked only when every file has been read.
struct Reference {
  enum class To { Fact, End, Mode, Mechanism, Capability, Alias, Runtime, Language, Framework };
  To to = To::Fact;
  std::string_view name;
  std::string_view owner;  // service of a mode or an alias
  SourceRange place;
  Findings* findings = nullptr;
};

// A setting's `default-fact`, `minimum` or `maximum`, to be compared when all facts are known.
struct SettingReference {
  std::string_view service;
  std::string_view setting;
  SourceRange place;
  Findings* findings = nullptr;
};

// What the readers of one file share.
struct Reading {
  CatalogDraft& draft;
  Findings& findings;
  std::vector<Reference>& references;
  std::vector<SettingReference>& settings;

  [[nodiscard]] std::string_view keep(std::string_view text) const {
    return draft.pool->keep(text);
  }
  // "the limit 'payload'": how messages name a part of the file.
  [[nodiscard]] std::string_view named(std::string_view what, std::string_view name) const;
  void refer(Reference::To to, std::string_view name, const Cursor& cursor,
             std::string_view owner = {}) const {
    references.push_back({to, name, owner, cursor.place(), &findings});
  }
};

enum class Presence { Optional, Needed };

// Reports something that is well written but cannot be.
void refuse(const Cursor& cursor, std::string reason, std::string fix);

[[nodiscard]] std::string_view read_text(const Reading& reading, const Cursor& map,
                                         std::string_view key,
                                         Presence presence = Presence::Optional);
[[nodiscard]] std::span<const std::string_view> read_texts(const Reading& reading,
                                                           const Cursor& map, std::string_view key);
[[nodiscard]] bool read_flag(const Cursor& map, std::string_view key, bool fallback = false);
// The index of the word, or `fallback`.
[[nodiscard]] std::size_t read_word(const Cursor& map, std::string_view key,
                                    std::span<const std::string_view> words, std::string_view what,
                                    std::size_t fallback, Presence presence = Presence::Optional);
// A plain decimal number; `null` gives NaN.
[[nodiscard]] std::optional<double> read_number(const Cursor& map, std::string_view key);
// "YYYY", "YYYY-MM" or "YYYY-MM-DD".
[[nodiscard]] std::string_view read_day(const Reading& reading, const Cursor& map,
                                        std::string_view key,
                                        Presence presence = Presence::Optional);

struct Sourcing {
  std::string_view source;
  std::string_view as_of;
  Confidence confidence = Confidence::Documented;
};
// `source`, `as-of` and `confidence`: a public https address, a day or "unknown", a known word.
[[nodiscard]] Sourcing read_sourcing(const Reading& reading, const Cursor& map);
[[nodiscard]] std::string_view read_source(const Reading& reading, const Cursor& map,
                                           Presence presence);

// The sections of a file.
void read_limits(const Reading& reading, const Cursor& list, ServiceDraft& service);
void read_timings(const Reading& reading, const Cursor& list, ServiceDraft& service);
void read_prices(const Reading& reading, const Cursor& list, ServiceDraft& service);
// `patch`: an overlay of a known service may leave keys out.
void read_operations(const Reading& reading, const Cursor& list, ServiceDraft& service,
                     Presence keys);
void read_instances(const Reading& reading, const Cursor& list, ServiceDraft& service);
void read_settings(const Reading& reading, const Cursor& map, ServiceDraft& service);
void read_capabilities_of(const Reading& reading, const Cursor& map, ServiceDraft& service);
void read_runtimes(const Reading& reading, const Cursor& list, ServiceDraft& service);
[[nodiscard]] std::vector<ConnectionInfo> read_connections(const Reading& reading,
                                                           const Cursor& list,
                                                           std::string_view service);
// A file of one service; merged into the draft.
void read_service(const Reading& reading, const Cursor& root);
void read_mechanisms(const Reading& reading, const Cursor& map);
void read_capabilities(const Reading& reading, const Cursor& map);
void read_plausible(const Reading& reading, const Cursor& map);
void read_runtime_words(const Reading& reading, const Cursor& map);

}  // namespace plumbline
