// Reading catalog files one after another; which keys a file has says what it is.
#include "engine/catalog/loader/load.hpp"

#include <array>
#include <utility>

#include "engine/catalog/days.hpp"
#include "engine/document/document.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kVersionKey = "plumbline-catalog";

bool has(const Cursor& root, std::string_view key) { return root.node().find(key) != nullptr; }

void read_about(const Reading& reading, const Cursor& root) {
  if (!root.expect_map({kVersionKey, "compiled", "region"})) return;
  const std::string_view day = read_day(reading, root, "compiled", Presence::Needed);
  if (!day.empty()) reading.draft.date = day;
  (void)read_text(reading, root, "region");
}

void read_shared(const Reading& reading, const Cursor& root) {
  if (!root.expect_map({kVersionKey, "mechanisms", "capabilities", "plausible", "runtime-words"}))
    return;
  if (const auto map = root.get("mechanisms", "'mechanisms'")) read_mechanisms(reading, *map);
  if (const auto map = root.get("capabilities", "'capabilities'")) {
    read_capabilities(reading, *map);
  }
  if (const auto map = root.get("plausible", "'plausible'")) read_plausible(reading, *map);
  if (const auto map = root.get("runtime-words", "'runtime-words'")) {
    read_runtime_words(reading, *map);
  }
}

bool is_this_version(const Cursor& root) {
  const std::optional<Cursor> version = root.need(kVersionKey, kVersionKey, "plumbline-catalog: 1");
  if (!version) return false;
  const std::optional<std::string_view> text = version->text();
  if (!text || *text == "1") return text.has_value();
  version->report_wrong_type("1", "This version of Plumbline reads 'plumbline-catalog: 1'.");
  return false;
}

}  // namespace

void Loader::read(std::string text, std::string file, Services services) {
  Findings& findings = findings_.emplace_back(file);
  Expected<Document, Findings> document = parse_document(std::move(text), std::move(file));
  if (!document) {
    for (const Finding& finding : document.error().all()) findings.add(finding);
    return;
  }
  const Cursor root(document->root(), "a catalog file", findings);
  if (!is_this_version(root)) return;
  const Reading reading{draft_, findings, references_, settings_};
  if (has(root, "service")) {
    const std::optional<Cursor> service = root.get("service", "service");
    if (services == Services::New && service->is_scalar() &&
        draft_.find(service->node().text) != nullptr) {
      refuse(*service, "this service has a file already", "Put all of a service into one file.");
      return;
    }
    read_service(reading, root);
  } else if (has(root, "compiled")) {
    read_about(reading, root);
  } else if (has(root, "mechanisms") || has(root, "capabilities") || has(root, "plausible") ||
             has(root, "runtime-words")) {
    read_shared(reading, root);
  } else {
    (void)root.need("service", "service", "service: lambda");
  }
}

std::optional<Findings> Loader::finish() {
  resolve(draft_, references_, settings_);
  for (Findings& findings : findings_) {
    if (findings.empty()) continue;
    findings.finish();
    return findings;
  }
  return std::nullopt;
}

Expected<Catalog, Findings> Catalog::overlay(const Catalog& base, std::string text,
                                             std::string file) {
  Loader loader(thaw(base.tables()));
  loader.read(std::move(text), std::move(file), Loader::Services::NewOrKnown);
  if (std::optional<Findings> findings = loader.finish()) return Unexpected{*std::move(findings)};
  return freeze(std::move(loader).take());
}

Expected<Catalog, Findings> Catalog::load(std::vector<std::pair<std::string, std::string>> files) {
  Loader loader{CatalogDraft{}};
  for (std::pair<std::string, std::string>& file : files) {
    loader.read(std::move(file.second), std::move(file.first), Loader::Services::New);
  }
  if (std::optional<Findings> findings = loader.finish()) return Unexpected{*std::move(findings)};
  return freeze(std::move(loader).take());
}

}  // namespace plumbline
