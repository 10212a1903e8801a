// Build step: reads the table of ways out and controls, checks it, and writes it as C++ tables.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/catalog/egress.hpp"
#include "engine/catalog/egress_hints.hpp"
#include "engine/document/cursor.hpp"
#include "engine/document/document.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline {
namespace {

constexpr int kWrongData = 1;
constexpr int kWrongUse = 2;

constexpr auto kTargets =
    std::to_array<std::string_view>({"internet", "account", "region", "person"});
constexpr auto kEffects =
    std::to_array<std::string_view>({"closes", "narrows", "protects", "enforces", "detects"});
constexpr auto kRoles =
    std::to_array<std::string_view>({"development", "container", "code", "store", "api"});

std::string quoted(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') literal.push_back('\\');
    literal.push_back(c);
  }
  literal.push_back('"');
  return literal;
}

// What is wrong is reported with its place; what is right is written as one line of C++ after the
// other, since nothing else reads the tree.
class Reader {
 public:
  explicit Reader(const Document& document)
      : findings_(document.file()), root_(document.root(), "the table of ways out", findings_) {}

  std::string read() {
    if (!root_.expect_map({"plumbline-egress", "ways", "controls", "services", "not-modelled"})) {
      return {};
    }
    if (text(root_, "plumbline-egress") != "1") {
      refuse(root_, "this is not version 1 of the format", "Write 'plumbline-egress: 1'.");
    }
    std::string out =
        "// Generated from data/egress/matrix.yaml by plumbline_embed_egress; do not edit.\n"
        "#include \"engine/catalog/egress.hpp\"\n"
        "#include \"engine/catalog/egress_hints.hpp\"\n\nnamespace plumbline {\nnamespace {\n";
    read_ways(out);
    read_controls(out);
    read_services(out);
    out += "constexpr std::string_view kNotModelled[] = {\n";
    for (const std::string& line : texts(root_, "not-modelled")) {
      out += fmt::format("    {},\n", quoted(line));
    }
    out +=
        "};\nconstexpr EgressTable kTable = {kWays, kControls, kServices, kNotModelled};\n"
        "constexpr EgressHints kHints = {kFrom, kSettings};\n"
        "}  // namespace\nconst EgressTable& egress_table() { return kTable; }\n"
        "const EgressHints& egress_hints() { return kHints; }\n"
        "}  // namespace plumbline\n";
    return out;
  }
  [[nodiscard]] const Findings& findings() const { return findings_; }

 private:
  void refuse(const Cursor& cursor, std::string reason, std::string fix) {
    findings_.add(input_errors::contradiction, cursor.place())
        .with("reason", std::move(reason))
        .with("fix", std::move(fix));
  }

  static std::string_view text(const Cursor& map, std::string_view key) {
    const auto value = map.need(key, key, "Write its text.");
    return value ? value->text().value_or(std::string_view{}) : std::string_view{};
  }

  static std::vector<std::string> texts(const Cursor& map, std::string_view key) {
    std::vector<std::string> found;
    const auto list = map.get(key, key);
    for (const Cursor& item : list ? list->list() : std::vector<Cursor>{}) {
      if (const auto word = item.text()) found.emplace_back(*word);
    }
    return found;
  }

  static std::size_t word(const Cursor& map, std::string_view key,
                          std::span<const std::string_view> known) {
    const auto value = map.need(key, key, "Write one of its words.");
    return value ? value->word(known, key).value_or(0) : 0;
  }

  std::string_view source(const Cursor& map) {
    const std::string_view address = text(map, "source");
    if (!address.starts_with("https://")) {
      refuse(map, "'source' is no public address", "Write the page that says so.");
    }
    return address;
  }

  // The roles under `key`, as one array.
  std::string roles(const Cursor& map, std::string_view key, const std::string& name) {
    return array("EgressRole", name, texts(map, key), [&](const std::string& word) {
      const auto found = std::ranges::find(kRoles, word);
      if (found == kRoles.end()) {
        refuse(map, fmt::format("'{}' names no role", key), "Write container.");
      }
      return fmt::format("EgressRole{{{}}}", found - kRoles.begin());
    });
  }

  void read_ways(std::string& out) {
    std::string rows;
    std::string from;
    const auto list = root_.need("ways", "ways", "ways: [...]");
    for (const Cursor& item : list ? list->list() : std::vector<Cursor>{}) {
      const Cursor way(item.node(), "a way out", findings_);
      if (!way.expect_map({"id", "name", "title", "to", "from", "meaning", "source"})) continue;
      const std::string_view id = text(way, "id");
      if (!names_.insert(id).second) refuse(way, "this id stands twice", "Give it another one.");
      const std::string array_name = fmt::format("kFrom{}", ways_.size());
      const std::string role_array = roles(way, "from", array_name);
      out += role_array;
      from += fmt::format("    {},\n", role_array.empty() ? "{}" : array_name);
      ways_.emplace_back(id);
      rows +=
          fmt::format("    {{{}, {}, {}, EgressTarget{{{}}}, {}, {}}},\n", quoted(id),
                      quoted(text(way, "name")), quoted(text(way, "title")),
                      word(way, "to", kTargets), quoted(text(way, "meaning")), quoted(source(way)));
    }
    out += "constexpr EgressWay kWays[] = {\n" + rows + "};\n";
    out += "constexpr std::span<const EgressRole> kFrom[] = {\n" + from + "};\n";
  }

  std::string read_cells(const Cursor& control) {
    std::string cells;
    const auto effects = control.need("effects", "effects", "effects: {P1: {effect: closes}}");
    if (!effects || !effects->is_map()) return cells;
    for (const Entry& entry : effects->node().entries) {
      const auto way = std::ranges::find(ways_, entry.key);
      const Cursor cell(*entry.value, "an effect", findings_);
      if (way == ways_.end()) refuse(cell, "it names no way", "Write the id of a way.");
      if (!cell.expect_map({"effect", "when", "literal"})) continue;
      const auto when = cell.get("when", "when");
      const auto literal = cell.get("literal", "literal");
      cells +=
          fmt::format("    {{{}, EgressEffect{{{}}}, {}, {}}},\n", way - ways_.begin(),
                      word(cell, "effect", kEffects), quoted(when ? when->text().value_or("") : ""),
                      literal && literal->boolean().value_or(false));
    }
    return cells;
  }

  template <class Print>
  std::string array(std::string_view type, std::string_view name,
                    const std::vector<std::string>& items, const Print& print) {
    if (items.empty()) return {};
    std::string line = fmt::format("constexpr {} {}[] = {{", type, name);
    for (const std::string& item : items) line += print(item) + ", ";
    return line + "};\n";
  }

  void read_controls(std::string& out) {
    std::string rows;
    std::string said;
    const auto list = root_.need("controls", "controls", "controls: [...]");
    std::size_t number = 0;
    for (const Cursor& item : list ? list->list() : std::vector<Cursor>{}) {
      const Cursor control(item.node(), "a control", findings_);
      if (!control.expect_map({"id", "name", "aliases", "settings", "meaning", "limits", "source",
                               "confidence", "over", "enables", "breaks", "effects"})) {
        continue;
      }
      const std::vector<std::string> aliases = texts(control, "aliases");
      const std::vector<std::string> settings = texts(control, "settings");
      const std::vector<std::string> enables = texts(control, "enables");
      for (const std::string_view name : {text(control, "id"), text(control, "name")}) {
        check_name(control, name);
      }
      for (const std::string& alias : aliases) check_name(control, alias);
      const auto literal = [](const std::string& word) { return quoted(word); };
      const std::string n = std::to_string(number++);
      out += array("std::string_view", "kAliases" + n, aliases, literal);
      out += array("std::string_view", "kSettings" + n, settings, literal);
      said += fmt::format("    {},\n", settings.empty() ? "{}" : "kSettings" + n);
      const std::string on = roles(control, "over", "kOn" + n);
      out += on;
      out += array("std::string_view", "kEnables" + n, enables, literal);
      out += fmt::format("constexpr EgressCell kCells{}[] = {{\n{}}};\n", n, read_cells(control));
      std::vector<std::string_view> known;
      for (int i = 0; i <= static_cast<int>(Confidence::Estimate); ++i) {
        known.push_back(confidence_name(static_cast<Confidence>(i)));
      }
      const auto breaks = control.get("breaks", "breaks");
      rows += fmt::format(
          "    {{{}, {}, {}, {},\n     {},\n     {}, Confidence{{{}}}, {}, {}, {}, kCells{}}},\n",
          quoted(text(control, "id")), quoted(text(control, "name")),
          aliases.empty() ? "{}" : "kAliases" + n, quoted(text(control, "meaning")),
          quoted(text(control, "limits")), quoted(source(control)),
          word(control, "confidence", known), on.empty() ? "{}" : "kOn" + n,
          enables.empty() ? "{}" : "kEnables" + n,
          quoted(breaks ? breaks->text().value_or("") : ""), n);
    }
    out += "constexpr EgressControl kControls[] = {\n" + rows + "};\n";
    out += "constexpr std::span<const std::string_view> kSettings[] = {\n" + said + "};\n";
  }

  void check_name(const Cursor& cursor, std::string_view name) {
    if (!names_.insert(kept(name)).second) {
      refuse(cursor, "'" + std::string(name) + "' stands twice", "Give each its own name.");
    }
  }

  std::string_view kept(std::string_view name) { return *strings_.insert(std::string(name)).first; }

  void read_services(std::string& out) {
    std::vector<std::pair<std::string, std::size_t>> services;
    const auto map = root_.need("services", "services", "services: {code: [lambda]}");
    if (map && map->expect_map(kRoles)) {
      for (std::size_t role = 0; role < kRoles.size(); ++role) {
        for (const std::string& name : texts(*map, kRoles[role])) services.emplace_back(name, role);
      }
    }
    std::ranges::sort(services);
    out += "constexpr EgressService kServices[] = {\n";
    for (const auto& service : services) {
      out += fmt::format("    {{{}, EgressRole{{{}}}}},\n", quoted(service.first), service.second);
    }
    out += "};\n";
  }

  Findings findings_;
  Cursor root_;
  std::vector<std::string> ways_;
  std::set<std::string_view> names_;
  std::set<std::string> strings_;
};

int run(const std::string& output, const std::string& data) {
  const auto refuse = [](const Findings& findings) {
    for (const Finding& finding : findings.all()) {
      fmt::print(stderr, "{}:{}:{}: error: {}\n", findings.file(), finding.place.line,
                 finding.place.column, render_message(finding.rule->message, finding));
    }
    return kWrongData;
  };
  Expected<std::string, Findings> text = read_file(data);
  if (!text) return refuse(text.error());
  const Expected<Document, Findings> document = parse_document(std::move(text).value(), data);
  if (!document) return refuse(document.error());
  Reader reader(document.value());
  const std::string table = reader.read();
  if (!reader.findings().empty()) return refuse(reader.findings());
  std::ofstream file(output, std::ios::binary);
  file << table;
  file.flush();
  if (!file.good()) {
    fmt::print(stderr, "{}: cannot be written\n", output);
    return kWrongUse;
  }
  return 0;
}

}  // namespace
}  // namespace plumbline

int main(int argc, char** argv) {
  try {
    if (argc == 3) return plumbline::run(argv[1], argv[2]);
    fmt::print(stderr, "usage: plumbline_embed_egress OUTPUT.cpp MATRIX.yaml\n");
  } catch (const std::exception& error) {
    fmt::print(stderr, "plumbline_embed_egress: {}\n", error.what());
  }
  return plumbline::kWrongUse;
}
