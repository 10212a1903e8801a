// C++ text for constant tables: string literals with their lengths, enumerators by number.
#include "engine/catalog/embed/emit.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <utility>

namespace plumbline {
namespace {

constexpr std::string_view kPreamble =
    "// Generated from engine/catalog/data by plumbline_embed_catalog; do not edit.\n"
    "#include <limits>\n"
    "\n"
    "#include \"engine/catalog/catalog.hpp\"\n"
    "\n"
    "namespace plumbline::embedded {\n"
    "namespace {\n"
    "[[maybe_unused]] constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();\n"
    "[[maybe_unused]] constexpr double kInfinity = std::numeric_limits<double>::infinity();\n"
    "using Text = std::string_view;\n"
    "}  // namespace\n";
constexpr std::string_view kEnd = "}  // namespace plumbline::embedded\n";

class Printer {
 public:
  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
    text_.push_back('\n');
  }
  void add(std::string_view text) { text_.append(text); }
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

// {"text", 4}: the length spares the compiler a count of every literal.
std::string quoted(std::string_view text) {
  if (text.empty()) return "{}";
  std::string literal = "{\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      literal.push_back('\\');
      literal.push_back(c);
    } else if (c < ' ' || c == '?' || static_cast<unsigned char>(c) >= 0x7f) {
      fmt::format_to(std::back_inserter(literal), "\\{:03o}", static_cast<unsigned char>(c));
    } else {
      literal.push_back(c);
    }
  }
  fmt::format_to(std::back_inserter(literal), "\", {}}}", text.size());
  return literal;
}

std::string number(double value) {
  if (std::isnan(value)) return "kNaN";
  if (std::isinf(value)) return "kInfinity";
  return fmt::format("{}", value);
}

template <class Enum>
std::string enumerator(std::string_view type, Enum value) {
  return fmt::format("{}{{{}}}", type, static_cast<int>(value));
}

std::string_view truth(bool value) { return value ? "true" : "false"; }

// "sagemaker-endpoint" as part of a C++ name.
std::string identifier(std::string_view name) {
  std::string letters;
  for (const char c : name) letters.push_back(c == '-' ? '_' : c);
  return letters;
}

// A list as a named array, printed before the table that uses it; gives the initialiser of a span.
std::string list(Printer& out, const std::string& name, std::span<const std::string_view> texts) {
  if (texts.empty()) return "{}";
  out.line("constexpr Text {}[] = {{", name);
  for (const std::string_view text : texts) out.line("    {},", quoted(text));
  out.line("}};");
  return name;
}

std::string fact(const Fact& fact) {
  return fmt::format(
      "{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, "
      "{}, {}, {}, {}, {}, {}, {}}}",
      quoted(fact.id), quoted(fact.service), quoted(fact.name), quoted(fact.mode),
      enumerator("FactGroup", fact.group), enumerator("Dimension", fact.dimension),
      number(fact.value), number(fact.p99), quoted(fact.word), number(fact.written_value),
      number(fact.written_p99), quoted(fact.unit), quoted(fact.governs), quoted(fact.qualifier),
      truth(fact.is_minimum), truth(fact.unlimited), truth(fact.adjustable),
      enumerator("OnExceed", fact.on_exceed), quoted(fact.scope), quoted(fact.since),
      quoted(fact.until), quoted(fact.source), quoted(fact.as_of),
      enumerator("Confidence", fact.confidence), quoted(fact.note), number(fact.step),
      number(fact.least), number(fact.above), truth(fact.start_is_free));
}

std::string setting(const SettingInfo& setting, const std::string& words) {
  return fmt::format(
      "{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}}", quoted(setting.name),
      enumerator("SettingType", setting.type), enumerator("Dimension", setting.dimension), words,
      enumerator("WhenAbsent", setting.when_absent), quoted(setting.default_value),
      quoted(setting.typical), quoted(setting.bounds), quoted(setting.minimum_fact),
      quoted(setting.maximum_fact), quoted(setting.default_fact), enumerator("Kind", setting.kind),
      truth(setting.on_connection), quoted(setting.meaning));
}

std::string capability(const Capability& capability) {
  return fmt::format("{{{}, {}, {}, {}, {}, {}, {}}}", quoted(capability.function),
                     enumerator("Grade", capability.grade), quoted(capability.mode),
                     quoted(capability.note), quoted(capability.source), quoted(capability.as_of),
                     enumerator("Confidence", capability.confidence));
}

std::string support(const RuntimeSupport& support, const std::string& runtimes,
                    const std::string& languages, const std::string& frameworks) {
  return fmt::format("{{{}, {}, {}, {}, {}, {}, {}}}", quoted(support.id), quoted(support.mode),
                     runtimes, languages, frameworks, truth(support.containers),
                     truth(support.complete));
}

// An array that other files can name, or nothing for an empty table (C++ has no empty arrays).
template <class T, class Print>
void table(Printer& out, std::string_view type, const std::string& name, std::span<const T> rows,
           Print print) {
  if (rows.empty()) return;
  out.line("extern const {} {}[{}];", type, name, rows.size());
  out.line("constinit const {} {}[{}] = {{", type, name, rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) out.line("    {},", print(rows[i], i));
  out.line("}};");
}

template <class T>
std::string span_of(const std::string& name, std::span<const T> rows) {
  return rows.empty() ? std::string("{}") : name;
}

void emit_service(Printer& out, const Service& service) {
  const std::string id = identifier(service.name);
  std::vector<std::string> words;
  std::vector<std::string> supported;
  out.line("namespace {{");
  for (std::size_t i = 0; i < service.settings.size(); ++i) {
    words.push_back(list(out, fmt::format("kWords_{}_{}", id, i), service.settings[i].words));
  }
  for (std::size_t i = 0; i < service.runtimes.size(); ++i) {
    const RuntimeSupport& row = service.runtimes[i];
    const auto words_of = [&](std::string_view what, std::span<const std::string_view> texts) {
      return list(out, fmt::format("k{}_{}_{}", what, id, i), texts);
    };
    const std::string runtimes = words_of("Runtimes", row.runtimes);
    const std::string languages = words_of("Languages", row.languages);
    supported.push_back(support(row, runtimes, languages, words_of("Frameworks", row.frameworks)));
  }
  out.line("}}  // namespace");
  table(out, "Fact", "kFacts_" + id, service.facts,
        [](const Fact& row, std::size_t) { return fact(row); });
  table(out, "FactIndexEntry", "kFactIndex_" + id, service.fact_index,
        [](const FactIndexEntry& row, std::size_t) {
          return fmt::format("{{{}u, {}, {}}}", row.hash, row.first, row.count);
        });
  table(out, "SettingInfo", "kSettings_" + id, service.settings,
        [&](const SettingInfo& row, std::size_t i) { return setting(row, words[i]); });
  table(out, "Capability", "kCapabilities_" + id, service.capabilities,
        [](const Capability& row, std::size_t) { return capability(row); });
  table(out, "RuntimeSupport", "kSupport_" + id, service.runtimes,
        [&](const RuntimeSupport&, std::size_t i) { return supported[i]; });
}

void declare(Printer& out, std::string_view type, const std::string& name, std::size_t size) {
  if (size > 0) out.line("extern const {} {}[{}];", type, name, size);
}

std::string head(const Service& service, const std::string& aliases, const std::string& modes) {
  const std::string id = identifier(service.name);
  return fmt::format(
      "{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, "
      "{}, {}, {}}}",
      quoted(service.name), quoted(service.title), quoted(service.category),
      quoted(service.summary), quoted(service.mistaken_for), aliases,
      enumerator("Behaviour", service.behaviour), modes, quoted(service.classic_mode),
      truth(service.starts_others), truth(service.calls_apis), truth(service.runs_models),
      truth(service.runs_programs), truth(service.holds_data),
      enumerator("Distribution", service.distribution), enumerator("Answer", service.answer),
      span_of("kFacts_" + id, service.facts), span_of("kFactIndex_" + id, service.fact_index),
      span_of("kSettings_" + id, service.settings),
      span_of("kCapabilities_" + id, service.capabilities),
      span_of("kSupport_" + id, service.runtimes), truth(service.capabilities_complete),
      quoted(service.closed_to_new_since), quoted(service.support_ends),
      quoted(service.life_cycle_source));
}

void emit_services(Printer& out, std::span<const Service> services) {
  std::vector<std::string> aliases;
  std::vector<std::string> modes;
  for (const Service& service : services) {
    const std::string id = identifier(service.name);
    declare(out, "Fact", "kFacts_" + id, service.facts.size());
    declare(out, "FactIndexEntry", "kFactIndex_" + id, service.fact_index.size());
    declare(out, "SettingInfo", "kSettings_" + id, service.settings.size());
    declare(out, "Capability", "kCapabilities_" + id, service.capabilities.size());
    declare(out, "RuntimeSupport", "kSupport_" + id, service.runtimes.size());
  }
  out.line("namespace {{");
  for (const Service& service : services) {
    const std::string id = identifier(service.name);
    aliases.push_back(list(out, "kAliases_" + id, service.aliases));
    modes.push_back(list(out, "kModes_" + id, service.modes));
  }
  out.line("}}  // namespace");
  table(out, "Service", "kServices", services,
        [&](const Service& row, std::size_t i) { return head(row, aliases[i], modes[i]); });
}

std::string connection(const ConnectionInfo& way, std::size_t index, const std::string& request,
                       const std::string& response) {
  return fmt::format(
      "{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, "
      "{}, {}, &kConnectionFacts[{}]}}",
      quoted(way.from), quoted(way.to), quoted(way.by), quoted(way.from_mode), quoted(way.to_mode),
      enumerator("ConnectionState", way.state), truth(way.started_by_target), truth(way.waits),
      truth(way.carries_pointer), truth(way.returns_only),
      way.makes_target ? enumerator("Behaviour", *way.makes_target) : "std::nullopt",
      way.answer ? enumerator("Answer", *way.answer) : "std::nullopt", request, response,
      quoted(way.delay), quoted(way.overlap_limit), quoted(way.delivery), quoted(way.retry),
      quoted(way.dead_letter), truth(way.loses_when_throttled), quoted(way.source),
      quoted(way.as_of), enumerator("Confidence", way.confidence), quoted(way.note), index);
}

void emit_connections(Printer& out, std::span<const ConnectionInfo> ways) {
  std::vector<Fact> facts;
  std::vector<std::string> requests;
  std::vector<std::string> responses;
  out.line("namespace {{");
  for (std::size_t i = 0; i < ways.size(); ++i) {
    facts.push_back(*ways[i].fact);
    requests.push_back(list(out, fmt::format("kRequest{}", i), ways[i].request_limits));
    responses.push_back(list(out, fmt::format("kResponse{}", i), ways[i].response_limits));
  }
  out.line("}}  // namespace");
  table(out, "Fact", "kConnectionFacts", std::span<const Fact>(facts),
        [](const Fact& row, std::size_t) { return fact(row); });
  table(out, "ConnectionInfo", "kConnections", ways, [&](const ConnectionInfo& row, std::size_t i) {
    return connection(row, i, requests[i], responses[i]);
  });
}

void emit_vocabulary(Printer& out, const CatalogTables& tables) {
  std::vector<std::string> aliases;
  std::vector<std::string> likes;
  std::vector<std::string> runtime_aliases;
  out.line("namespace {{");
  for (const MechanismInfo& mechanism : tables.mechanisms) {
    likes.push_back(list(out, fmt::format("kMechanismLike{}", likes.size()), mechanism.like));
    aliases.push_back(
        list(out, fmt::format("kMechanismAliases{}", aliases.size()), mechanism.aliases));
  }
  for (const RuntimeInfo& runtime : tables.runtimes) {
    runtime_aliases.push_back(
        list(out, fmt::format("kRuntimeAliases{}", runtime_aliases.size()), runtime.aliases));
  }
  out.line("}}  // namespace");
  table(out, "MechanismInfo", "kMechanisms", tables.mechanisms,
        [&](const MechanismInfo& row, std::size_t i) {
          return fmt::format("{{{}, {}, {}, {}, {}}}", quoted(row.name), aliases[i],
                             quoted(row.meaning), truth(row.starts_work), likes[i]);
        });
  table(out, "CapabilityInfo", "kCapabilityWords", tables.capabilities,
        [](const CapabilityInfo& row, std::size_t) {
          return fmt::format("{{{}, {}, {}}}", quoted(row.name), quoted(row.meaning),
                             quoted(row.mistaken_for));
        });
  table(out, "RuntimeInfo", "kRuntimeWords", tables.runtimes,
        [&](const RuntimeInfo& row, std::size_t i) {
          return fmt::format("{{{}, {}, {}}}", quoted(row.name),
                             enumerator("RuntimeKind", row.kind), runtime_aliases[i]);
        });
  table(out, "PlausibleRange", "kPlausible", tables.plausible,
        [](const PlausibleRange& row, std::size_t) {
          return fmt::format("{{{}, {}, {}, {}, {}, {}, {}}}", quoted(row.path),
                             enumerator("Dimension", row.dimension), number(row.low),
                             number(row.high), quoted(row.written_low), quoted(row.written_high),
                             quoted(row.because));
        });
  const auto alias = [](const CatalogAlias& row, std::size_t) {
    return fmt::format("{{{}, {}}}", quoted(row.folded), row.index);
  };
  table(out, "CatalogAlias", "kServiceAliases", tables.service_aliases, alias);
  table(out, "CatalogAlias", "kMechanismAliases", tables.mechanism_aliases, alias);
}

std::string emit_tables(const CatalogTables& tables) {
  Printer out;
  out.add(kPreamble);
  emit_services(out, tables.services);
  emit_connections(out, tables.connections);
  emit_vocabulary(out, tables);
  out.line("extern const CatalogTables tables;");
  out.line("constinit const CatalogTables tables = {{");
  out.line("    {},", quoted(tables.date));
  out.line("    {},", span_of("kServices", tables.services));
  out.line("    {},", span_of("kConnections", tables.connections));
  out.line("    {},", span_of("kMechanisms", tables.mechanisms));
  out.line("    {},", span_of("kCapabilityWords", tables.capabilities));
  out.line("    {},", span_of("kRuntimeWords", tables.runtimes));
  out.line("    {},", span_of("kPlausible", tables.plausible));
  out.line("    {},", span_of("kServiceAliases", tables.service_aliases));
  out.line("    {},", span_of("kMechanismAliases", tables.mechanism_aliases));
  out.line("    {{}},");
  out.line("}};");
  out.add(kEnd);
  return std::move(out).take();
}

}  // namespace

std::vector<SourceFile> emit_catalog(const CatalogTables& tables) {
  std::vector<SourceFile> files;
  for (std::size_t number = 0; number < kServiceFiles; ++number) {
    Printer out;
    out.add(kPreamble);
    for (std::size_t i = number; i < tables.services.size(); i += kServiceFiles) {
      emit_service(out, tables.services[i]);
    }
    out.add(kEnd);
    files.push_back({fmt::format("services-{}.cpp", number), std::move(out).take()});
  }
  files.push_back({"tables.cpp", emit_tables(tables)});
  return files;
}

}  // namespace plumbline
