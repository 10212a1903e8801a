// A picture for Graphviz.
#include <fmt/format.h>

#include <iterator>

#include "engine/base/text.hpp"
#include "engine/report/graph.hpp"

namespace plumbline {
namespace {

// Inside a quoted string of DOT only the quote and the backslash mean something.
std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string_view shape_of(const Part& part) {
  switch (part.type) {
    case PartType::Actor:
      return "shape=ellipse";
    case PartType::Bridge:
      return "shape=box, style=\"rounded,dashed\"";
    case PartType::Component:
      break;
  }
  return part.is_existing() ? "shape=box, style=\"rounded,filled\", fillcolor=\"#eeeeee\""
                            : "shape=box, style=rounded";
}

std::string_view style_of(const Link& link) {
  switch (link.state) {
    case LinkState::Impossible:
      return ", color=\"#c00000\", fontcolor=\"#c00000\", style=bold";
    case LinkState::Unrecorded:
      return ", style=dashed";
    case LinkState::Documented:
    case LinkState::Existing:
      break;
  }
  return {};
}

void append_parts(std::string& out, const Pipeline& pipeline, std::size_t drawing,
                  std::string_view indent) {
  PartId id = 0;
  for (const Part& part : pipeline.parts()) {
    std::string label;
    for (const std::string& line : graph_words::lines_of(part)) {
      if (!label.empty()) label.append("\\n");
      label.append(escape(line));
    }
    fmt::format_to(std::back_inserter(out), "{}p{}_{} [label=\"{}\", {}];\n", indent, drawing, id,
                   label, shape_of(part));
    ++id;
  }
}

void append_links(std::string& out, const Pipeline& pipeline, std::size_t drawing) {
  for (const Link& link : pipeline.links()) {
    fmt::format_to(std::back_inserter(out), "  p{0}_{1} -> p{0}_{2} [label=\"{3}\"{4}];\n", drawing,
                   link.from, link.to, escape(graph_words::words_of(link)), style_of(link));
  }
}

}  // namespace

std::string graph_dot(std::string_view title, std::span<const Drawing> drawings) {
  std::string out = fmt::format(
      "digraph plumbline {{\n"
      "  graph [rankdir=LR, labelloc=t, label=\"{}\", fontname=\"sans-serif\"];\n"
      "  node [fontname=\"sans-serif\"];\n"
      "  edge [fontname=\"sans-serif\", fontsize=10];\n",
      escape(neutralise(title)));
  for (std::size_t i = 0; i < drawings.size(); ++i) {
    if (drawings[i].letter.empty()) {
      append_parts(out, *drawings[i].pipeline, i, "  ");
      continue;
    }
    fmt::format_to(std::back_inserter(out), "  subgraph cluster_{} {{\n    label=\"{}\";\n", i,
                   escape(graph_words::frame_of(drawings[i])));
    append_parts(out, *drawings[i].pipeline, i, "    ");
    out.append("  }\n");
  }
  for (std::size_t i = 0; i < drawings.size(); ++i) append_links(out, *drawings[i].pipeline, i);
  out.append("}\n");
  return out;
}

}  // namespace plumbline
