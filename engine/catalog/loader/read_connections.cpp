// How a service can be fed and what it can feed.
#include <array>
#include <string>

#include "engine/catalog/loader/fields.hpp"
#include "engine/catalog/words.hpp"

namespace plumbline {
namespace {

constexpr std::array kConnectionKeys = {
    std::string_view("from"),         std::string_view("to"),
    std::string_view("from-mode"),    std::string_view("to-mode"),
    std::string_view("by"),           std::string_view("state"),
    std::string_view("starts"),       std::string_view("waits"),
    std::string_view("carries"),      std::string_view("returns-only"),
    std::string_view("makes-target"), std::string_view("answers"),
    std::string_view("request"),      std::string_view("response"),
    std::string_view("delay"),        std::string_view("overlap"),
    std::string_view("delivery"),     std::string_view("retry"),
    std::string_view("dead-letter"),  std::string_view("loses-when-throttled"),
    std::string_view("source"),       std::string_view("as-of"),
    std::string_view("confidence"),   std::string_view("note")};

// A name of this service's own fact, or `service.name`.
std::string_view full_id(const Reading& reading, std::string_view service, std::string_view name) {
  if (name.find('.') != std::string_view::npos) return reading.keep(name);
  return reading.keep(std::string(service) + "." + std::string(name));
}

std::string_view read_fact(const Reading& reading, const Cursor& map, std::string_view key,
                           std::string_view service) {
  const std::optional<Cursor> value = map.get(key, key);
  if (!value) return {};
  const std::optional<std::string_view> text = value->text();
  if (!text) return {};
  const std::string_view id = full_id(reading, service, *text);
  reading.refer(Reference::To::Fact, id, *value);
  return id;
}

std::span<const std::string_view> read_facts(const Reading& reading, const Cursor& map,
                                             std::string_view key, std::string_view service) {
  const std::optional<Cursor> value = map.get(key, key);
  if (!value) return {};
  std::vector<std::string_view> ids;
  for (const Cursor& item : value->list()) {
    const std::optional<std::string_view> text = item.text();
    if (!text) continue;
    ids.push_back(full_id(reading, service, *text));
    reading.refer(Reference::To::Fact, ids.back(), item);
  }
  return reading.draft.pool->keep_list(ids);
}

// `from` or `to`: a service or a class; the file's own service when it is left out.
std::string_view read_end(const Reading& reading, const Cursor& map, std::string_view key,
                          std::string_view service) {
  const std::optional<Cursor> value = map.get(key, key);
  if (!value) return service;
  const std::string_view end = reading.keep(value->text().value_or(std::string_view{}));
  if (!end.empty()) reading.refer(Reference::To::End, end, *value);
  return end;
}

std::string_view read_mode(const Reading& reading, const Cursor& map, std::string_view key,
                           std::string_view end) {
  const std::optional<Cursor> value = map.get(key, key);
  if (!value) return "any";
  const std::string_view mode = reading.keep(value->text().value_or("any"));
  reading.refer(Reference::To::Mode, mode, *value, end);
  return mode;
}

ConnectionInfo read_connection(const Reading& reading, const Cursor& map,
                               std::string_view service) {
  constexpr std::array kStarters = {std::string_view("source"), std::string_view("target")};
  constexpr std::array kLoads = {std::string_view("item"), std::string_view("pointer")};
  ConnectionInfo connection;
  connection.from = read_end(reading, map, "from", service);
  connection.to = read_end(reading, map, "to", service);
  if (map.node().find("from") == nullptr && map.node().find("to") == nullptr) {
    refuse(map, "a connection needs 'from' or 'to'", "Name the service or class at the other end.");
  }
  connection.from_mode = read_mode(reading, map, "from-mode", connection.from);
  connection.to_mode = read_mode(reading, map, "to-mode", connection.to);
  if (const auto by = map.need("by", "by", "by: invoke")) {
    connection.by = reading.keep(by->text().value_or(std::string_view{}));
    reading.refer(Reference::To::Mechanism, connection.by, *by);
  }
  connection.state = static_cast<ConnectionState>(
      read_word(map, "state", catalog_words::kConnectionStates, "a state of a connection", 0));
  connection.started_by_target = read_word(map, "starts", kStarters, "a starter", 0) == 1;
  connection.waits = read_flag(map, "waits");
  connection.carries_pointer = read_word(map, "carries", kLoads, "a load", 0) == 1;
  connection.returns_only = read_flag(map, "returns-only");
  constexpr std::size_t kNone = 99;
  if (const std::size_t behaviour =
          read_word(map, "makes-target", catalog_words::kBehaviours, "a behaviour", kNone);
      behaviour != kNone) {
    connection.makes_target = static_cast<Behaviour>(behaviour);
  }
  if (const std::size_t answer =
          read_word(map, "answers", catalog_words::kAnswers, "an answer", kNone);
      answer != kNone) {
    connection.answer = static_cast<Answer>(answer);
  }
  connection.request_limits = read_facts(reading, map, "request", service);
  connection.response_limits = read_facts(reading, map, "response", service);
  connection.delay = read_fact(reading, map, "delay", service);
  connection.overlap_limit = read_fact(reading, map, "overlap", service);
  connection.delivery = read_text(reading, map, "delivery");
  connection.retry = read_text(reading, map, "retry");
  connection.dead_letter = read_text(reading, map, "dead-letter");
  connection.loses_when_throttled = read_flag(map, "loses-when-throttled");
  const Sourcing sourcing = read_sourcing(reading, map);
  connection.source = sourcing.source;
  connection.as_of = sourcing.as_of;
  connection.confidence = sourcing.confidence;
  connection.note = read_text(reading, map, "note");
  return connection;
}

}  // namespace

std::vector<ConnectionInfo> read_connections(const Reading& reading, const Cursor& list,
                                             std::string_view service) {
  std::vector<ConnectionInfo> connections;
  if (!list.is_sequence()) {
    list.report_wrong_type("a list", "Begin each entry with '- to: ...' or '- from: ...'.");
    return connections;
  }
  for (const Cursor& entry : list.list()) {
    const Cursor item(entry.node(), "a connection", entry.findings());
    if (!item.expect_map(kConnectionKeys)) continue;
    const ConnectionInfo connection = read_connection(reading, item, service);
    const auto is_same = [&](const ConnectionInfo& other) {
      return other.from == connection.from && other.to == connection.to &&
             other.by == connection.by && other.from_mode == connection.from_mode &&
             other.to_mode == connection.to_mode;
    };
    for (const ConnectionInfo& other : connections) {
      if (!is_same(other)) continue;
      refuse(item, "this connection stands twice in the file", "Keep one of the two.");
      break;
    }
    connections.push_back(connection);
  }
  return connections;
}

}  // namespace plumbline
