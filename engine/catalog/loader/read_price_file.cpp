// Prices of somebody's own: an agreement, another region, what a bill says. They stand in place of
// the catalog's and say nothing else of a service.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/catalog/loader/load.hpp"
#include "engine/catalog/units.hpp"
#include "engine/document/document.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kVersionKey = "plumbline-prices";
constexpr std::string_view kExample =
    "prices: [{service: sqs, price: request, value: 0.35, unit: USD-per-1M-requests, source: our "
    "agreement of 2026}]";
constexpr std::string_view kUnknownDay = "unknown";

class PriceFile {
 public:
  // `base` is asked for names; `reading` holds the copy of it that changes.
  PriceFile(const Catalog& base, const Reading& reading) : base_(base), reading_(reading) {}

  void read(const Cursor& root) {
    if (!root.expect_map({kVersionKey, "source", "as-of", "prices"})) return;
    if (!is_this_version(root)) return;
    source_ = read_text(reading_, root, "source");
    as_of_ = read_day(reading_, root, "as-of");
    const std::optional<Cursor> prices = root.need("prices", "'prices'", kExample);
    if (!prices) return;
    if (!prices->is_sequence()) {
      return prices->report_wrong_type("a list", "Begin each entry with '- service: ...'.");
    }
    for (const Cursor& item : prices->list()) {
      read_price(Cursor(item.node(), "a price", item.findings()));
    }
  }

 private:
  // What was set already, and by which line.
  struct Given {
    std::string_view id;
    std::string_view mode;
    std::uint32_t line = 0;
  };

  static bool is_this_version(const Cursor& root) {
    const std::optional<Cursor> version =
        root.need(kVersionKey, kVersionKey, "plumbline-prices: 1");
    if (!version) return false;
    const std::optional<std::string_view> text = version->text();
    if (!text || *text == "1") return text.has_value();
    version->report_wrong_type("1", "This version of Plumbline reads 'plumbline-prices: 1'.");
    return false;
  }

  [[nodiscard]] const Service* read_service(const Cursor& item) const {
    const std::optional<Cursor> written = item.need("service", "service", "service: lambda");
    const std::optional<std::string_view> name = written ? written->text() : std::nullopt;
    if (!name) return nullptr;
    if (const Service* service = base_.find_service(*name)) return service;
    std::vector<std::string_view> known;
    for (const Service& service : base_.services()) known.push_back(service.name);
    (void)written->word(known, "a service of the catalog");
    return nullptr;
  }

  // The prices of that name, and of that mode where one is said.
  [[nodiscard]] std::vector<Fact*> read_name(const Cursor& item, const Service& service) const {
    const std::optional<Cursor> written = item.need("price", "price", "price: request");
    const std::optional<std::string_view> name = written ? written->text() : std::nullopt;
    if (!name) return {};
    std::vector<Fact*> named;
    std::vector<std::string_view> known;
    for (Fact& fact : reading_.draft.find(service.name)->facts) {
      if (fact.group != FactGroup::Price) continue;
      known.push_back(fact.name);
      if (fact.name == *name) named.push_back(&fact);
    }
    if (known.empty()) {
      refuse(*written, "the catalog knows no price of " + std::string(service.name),
             "Give the service prices in a file for --catalog.");
    } else if (named.empty()) {
      known.erase(std::unique(known.begin(), known.end()), known.end());
      (void)written->word(known, "a price of " + std::string(service.name));
    }
    return named;
  }

  static void keep_mode(const Cursor& item, std::vector<Fact*>& facts) {
    const std::optional<Cursor> written = item.get("mode", "mode");
    const std::optional<std::string_view> mode = written ? written->text() : std::nullopt;
    if (!mode || facts.empty()) return;
    std::vector<std::string_view> known;
    for (const Fact* fact : facts) known.push_back(fact->mode);
    known.erase(std::unique(known.begin(), known.end()), known.end());
    if (std::ranges::find(known, *mode) == known.end()) {
      (void)written->word(known,
                          "a mode with the price '" + std::string(facts.front()->name) + "'");
    }
    std::erase_if(facts, [&](const Fact* fact) { return fact->mode != *mode; });
  }

  // The unit is the catalog's: a price of another amount would be one of something else.
  [[nodiscard]] static bool is_priced_by(const Cursor& item, const std::vector<Fact*>& facts) {
    const std::optional<Cursor> written =
        item.need("unit", "unit", "unit: " + std::string(facts.front()->unit));
    const std::optional<std::string_view> unit = written ? written->text() : std::nullopt;
    if (!unit) return false;
    for (const Fact* fact : facts) {
      if (fact->unit == *unit) continue;
      refuse(*written,
             "the catalog gives " + std::string(fact->id) + " (" + std::string(fact->mode) +
                 ") as " + std::string(fact->unit),
             "Write 'unit: " + std::string(fact->unit) + "' and convert the value.");
      return false;
    }
    return true;
  }

  [[nodiscard]] bool is_given_once(const Cursor& item, const std::vector<Fact*>& facts) {
    for (const Fact* fact : facts) {
      const auto given = std::ranges::find_if(
          given_, [&](const Given& one) { return one.id == fact->id && one.mode == fact->mode; });
      if (given == given_.end()) continue;
      refuse(item,
             "the price " + std::string(fact->id) + " (" + std::string(fact->mode) +
                 ") was given in line " + std::to_string(given->line),
             "Keep one of the two, or name the mode of each.");
      return false;
    }
    return true;
  }

  void read_price(const Cursor& item) {
    if (!item.expect_map(
            {"service", "price", "mode", "value", "unit", "source", "as-of", "note"})) {
      return;
    }
    const Service* service = read_service(item);
    std::vector<Fact*> facts =
        service == nullptr ? std::vector<Fact*>{} : read_name(item, *service);
    keep_mode(item, facts);
    const std::optional<double> value = read_number(item, "value");
    if (value && !(*value >= 0.0)) refuse(item, "a price must be at least 0", "Correct the value.");
    const std::string_view source = read_source_of(item);
    const std::string_view as_of = read_day(reading_, item, "as-of");
    const std::string_view note = read_text(reading_, item, "note");
    if (facts.empty() || !is_priced_by(item, facts) || !is_given_once(item, facts)) return;
    if (!value || !(*value >= 0.0) || source.empty()) return;
    for (Fact* fact : facts) {
      const std::optional<CatalogUnit> unit = find_unit(fact->unit, Prefixes::Decimal);
      fact->value = *value * (unit ? unit->factor : 1.0);
      fact->written_value = *value;
      fact->source = source;
      fact->as_of = !as_of.empty() ? as_of : !as_of_.empty() ? as_of_ : kUnknownDay;
      fact->confidence = Confidence::Documented;
      fact->note = note;
      fact->since = {};
      fact->until = {};
    }
    std::vector<Given> now;
    for (const Fact* fact : facts) now.push_back({fact->id, fact->mode, item.place().line});
    forget_history(reading_.draft.find(service->name)->facts, now);
    given_.insert(given_.end(), now.begin(), now.end());
  }

  // A price may have several entries, each for its time; one that is given holds on every day.
  static void forget_history(std::vector<Fact>& facts, const std::vector<Given>& given) {
    for (const Given& one : given) {
      const auto is_it = [&](const Fact& fact) {
        return fact.group == FactGroup::Price && fact.id == one.id && fact.mode == one.mode;
      };
      const auto first = std::ranges::find_if(facts, is_it);
      if (first == facts.end()) continue;
      facts.erase(std::remove_if(first + 1, facts.end(), is_it), facts.end());
    }
  }

  // Whatever tells a reader where to look: an address, or words.
  [[nodiscard]] std::string_view read_source_of(const Cursor& item) const {
    if (!source_.empty() && item.node().find("source") == nullptr) return source_;
    return read_text(reading_, item, "source", Presence::Needed);
  }

  const Catalog& base_;
  const Reading& reading_;
  std::string_view source_;
  std::string_view as_of_;
  std::vector<Given> given_;
};

}  // namespace

Expected<Catalog, Findings> Catalog::with_prices(const Catalog& base, std::string text,
                                                 std::string file) {
  Findings findings(file);
  CatalogDraft draft = thaw(base.tables());
  draft.price_files.push_back(draft.pool->keep(file));
  Expected<Document, Findings> document = parse_document(std::move(text), std::move(file));
  if (!document) return Unexpected{std::move(document).error()};
  std::vector<Reference> references;
  std::vector<SettingReference> settings;
  const Reading reading{draft, findings, references, settings};
  PriceFile(base, reading).read(Cursor(document->root(), "a price file", findings));
  if (!findings.empty()) {
    findings.finish();
    return Unexpected{std::move(findings)};
  }
  return freeze(std::move(draft));
}

}  // namespace plumbline
