// Checks that need every file: does each name that is used belong to something?
#include <algorithm>
#include <cmath>
#include <string>

#include "engine/base/quantity.hpp"
#include "engine/catalog/fold.hpp"
#include "engine/catalog/loader/load.hpp"
#include "engine/catalog/words.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline {
namespace {

using Names = std::vector<std::string_view>;

void report_dangling(const Reference& reference, std::string_view what, const Names& known) {
  reference.findings->add(input_errors::dangling_name, reference.place)
      .with("what", std::string(what))
      .with("name", std::string(reference.name))
      .with("suggestion", suggestion_for(reference.name, known))
      .with("known", list_words(known));
}

bool contains(const Names& sorted, std::string_view name) {
  return std::ranges::binary_search(sorted, name);
}

// Everything that can be referred to, in order.
struct Known {
  Names facts;
  Names ends;
  Names mechanisms;
  Names functions;
};

Known collect(const CatalogDraft& draft) {
  Known known;
  for (const ServiceDraft& service : draft.services) {
    known.ends.push_back(service.head.name);
    for (const Fact& fact : service.facts) known.facts.push_back(fact.id);
  }
  known.ends.insert(known.ends.end(), catalog_words::kClasses.begin(),
                    catalog_words::kClasses.end());
  for (const MechanismInfo& mechanism : draft.mechanisms) {
    known.mechanisms.push_back(mechanism.name);
  }
  for (const CapabilityInfo& function : draft.capabilities) {
    known.functions.push_back(function.name);
  }
  for (Names* names : {&known.facts, &known.ends, &known.mechanisms, &known.functions}) {
    std::ranges::sort(*names);
  }
  return known;
}

void check_mode(const CatalogDraft& draft, const Reference& reference) {
  if (reference.name == "any") return;
  const auto service = std::ranges::find_if(
      draft.services, [&](const ServiceDraft& one) { return one.head.name == reference.owner; });
  if (service == draft.services.end()) {
    report_dangling(reference, "mode of a class, which has none,", {"any"});
    return;
  }
  if (service->head.has_mode(reference.name)) return;
  Names modes(service->head.modes.begin(), service->head.modes.end());
  modes.push_back("any");
  report_dangling(reference, "mode of " + std::string(reference.owner), modes);
}

// Two services under one name would be told apart by chance.
void check_alias(const CatalogDraft& draft, const Reference& reference) {
  const FoldedName alias(reference.name);
  const auto is_called = [&](std::string_view name) {
    return FoldedName(name).view() == alias.view();
  };
  for (const ServiceDraft& service : draft.services) {
    const Service& head = service.head;
    if (head.name == reference.owner) continue;
    if (!is_called(head.name) && !is_called(head.title) &&
        std::ranges::none_of(head.aliases, is_called)) {
      continue;
    }
    reference.findings->add(input_errors::contradiction, reference.place)
        .with("reason", "'" + std::string(reference.name) + "' is also a name of '" +
                            std::string(head.name) + "'")
        .with("fix", "Leave the alias to one of the two.");
    return;
  }
}

void check_runtime(const CatalogDraft& draft, RuntimeKind kind, const Reference& reference) {
  Names known;
  for (const RuntimeInfo& word : draft.runtimes) {
    if (word.kind == kind) known.push_back(word.name);
  }
  std::ranges::sort(known);
  if (!contains(known, reference.name)) report_dangling(reference, runtime_kind_name(kind), known);
}

void check_reference(const CatalogDraft& draft, const Known& known, const Reference& reference) {
  switch (reference.to) {
    case Reference::To::Fact:
      if (!contains(known.facts, reference.name)) {
        report_dangling(reference, "fact", known.facts);
      }
      return;
    case Reference::To::End:
      if (!contains(known.ends, reference.name)) {
        report_dangling(reference, "service or class", known.ends);
      }
      return;
    case Reference::To::Alias:
      check_alias(draft, reference);
      return;
    case Reference::To::Mode:
      check_mode(draft, reference);
      return;
    case Reference::To::Mechanism:
      if (!contains(known.mechanisms, reference.name)) {
        report_dangling(reference, "mechanism", known.mechanisms);
      }
      return;
    case Reference::To::Runtime:
      return check_runtime(draft, RuntimeKind::Runtime, reference);
    case Reference::To::Language:
      return check_runtime(draft, RuntimeKind::Language, reference);
    case Reference::To::Framework:
      return check_runtime(draft, RuntimeKind::Framework, reference);
    case Reference::To::Capability:
      if (!contains(known.functions, reference.name)) {
        report_dangling(reference, "function", known.functions);
      }
      return;
  }
}

// A default that is written twice, as a setting and as a fact, must be one value.
void check_default(const CatalogDraft& draft, const SettingReference& reference) {
  for (const ServiceDraft& service : draft.services) {
    if (service.head.name != reference.service) continue;
    const auto setting = std::ranges::find(service.settings, reference.setting, &SettingInfo::name);
    if (setting == service.settings.end() || setting->type != SettingType::Quantity) return;
    const auto written = parse_quantity(setting->default_value, setting->dimension);
    if (!written) return;
    for (const Fact& fact : service.facts) {
      if (fact.name != setting->default_fact || !fact.until.empty()) continue;
      if (fact.mode != "any" && fact.mode != service.head.classic_mode) continue;
      if (std::abs(fact.value - *written) <= 1e-9 * std::abs(fact.value)) continue;
      reference.findings->add(input_errors::contradiction, reference.place)
          .with("reason", "the default '" + std::string(setting->default_value) + "' is not the " +
                              format_amount(fact.value, fact.dimension) + " of '" +
                              std::string(fact.name) + "'")
          .with("fix", "Correct one of the two.");
    }
  }
}

}  // namespace

void resolve(const CatalogDraft& draft, const std::vector<Reference>& references,
             const std::vector<SettingReference>& settings) {
  const Known known = collect(draft);
  for (const Reference& reference : references) check_reference(draft, known, reference);
  for (const SettingReference& reference : settings) check_default(draft, reference);
}

}  // namespace plumbline
