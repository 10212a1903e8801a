// The words of a picture, the same for every format; scenario text is neutralised here.
#include "engine/report/graph.hpp"

#include <fmt/format.h>

#include "engine/base/quantity.hpp"
#include "engine/base/text.hpp"

namespace plumbline::graph_words {
namespace {

// "lambda", or "sqs, fifo" where another mode than the classic one is meant.
std::string service_line(const Part& part) {
  std::string line = neutralise(part.service->title);
  if (part.mode != part.service->classic_mode) line.append(", ").append(neutralise(part.mode));
  if (part.is_existing()) line.append(" (existing)");
  return line;
}

void add_numbers(const Component& component, std::vector<std::string>& lines) {
  if (component.count.mean != Quantity::exactly(Dimension::Count, 1.0)) {
    lines.push_back(fmt::format("{} of them", format_quantity(component.count.mean)));
  }
  if (component.one_per_work || component.one_per_item) {
    lines.push_back(fmt::format("one per {}", component.one_per_work && component.one_per_item
                                                  ? "model and item"
                                              : component.one_per_item ? "item"
                                                                       : "model"));
  }
  for (const Variant& variant : component.variants) {
    lines.push_back(fmt::format("{} {}", variant.shadow ? "shadow variant" : "variant",
                                neutralise(variant.name)));
  }
}

std::string mechanism_of(const Link& link) {
  if (link.info != nullptr) return neutralise(link.info->by);
  if (link.connection == nullptr) return "any";
  if (!link.connection->claimed.empty()) return neutralise(link.connection->claimed);
  return link.connection->by == nullptr ? "any" : neutralise(link.connection->by->name);
}

}  // namespace

std::vector<std::string> lines_of(const Part& part) {
  std::vector<std::string> lines = {neutralise(part.name)};
  switch (part.type) {
    case PartType::Actor:
      if (part.name != actor_kind_name(part.actor_kind)) {
        lines.emplace_back(actor_kind_name(part.actor_kind));
      }
      break;
    case PartType::Bridge:
      lines.emplace_back("not drawn, but needed");
      break;
    case PartType::Component:
      lines.push_back(service_line(part));
      add_numbers(*part.component, lines);
      break;
  }
  return lines;
}

std::string words_of(const Link& link) {
  std::string words = mechanism_of(link);
  if (link.connection != nullptr && !link.bridged) {
    if (link.variants == VariantChoice::Each) words.append(", each variant");
    if (link.variants == VariantChoice::Named) {
      words.append(", variant ").append(neutralise(link.connection->variant));
    }
  }
  if (link.state == LinkState::Impossible) words.insert(0, "impossible: ");
  if (link.state == LinkState::Unrecorded) words.append(" (not recorded)");
  if (link.in_cycle) words.append(" (closes a cycle)");
  return words;
}

std::string frame_of(const Drawing& drawing) {
  std::string frame = neutralise(drawing.letter);
  if (!drawing.title.empty()) frame.append("  ").append(neutralise(drawing.title));
  return frame;
}

}  // namespace plumbline::graph_words
