// A picture for Markdown pages that render Mermaid.
#include <fmt/format.h>

#include <iterator>

#include "engine/base/text.hpp"
#include "engine/report/graph.hpp"

namespace plumbline {
namespace {

// Mermaid reads labels as a mixture of its own syntax, Markdown and HTML; what could mean something
// to any of them is written as an entity.
std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '"':
      case '#':
      case '&':
      case '<':
      case '>':
      case '`':
      case '\\':
      case '*':
      case '_':
      case '[':
      case ']':
      case '(':
      case ')':
      case '{':
      case '}':
      case '|':
      case ';':
      case '%':
        fmt::format_to(std::back_inserter(out), "#{};", static_cast<int>(c));
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

// The title stands before the picture, in a quoted string of YAML.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out.append("\"");
}

void append_parts(std::string& out, const Pipeline& pipeline, std::size_t drawing,
                  std::string_view indent) {
  PartId id = 0;
  for (const Part& part : pipeline.parts()) {
    std::string label;
    for (const std::string& line : graph_words::lines_of(part)) {
      if (!label.empty()) label.append("<br/>");
      label.append(escape(line));
    }
    const bool is_actor = part.type == PartType::Actor;
    fmt::format_to(std::back_inserter(out), "{}p{}_{}{}\"{}\"{}", indent, drawing, id,
                   is_actor ? "([" : "[", label, is_actor ? "])" : "]");
    if (part.type == PartType::Bridge) out.append(":::bridge");
    if (part.is_existing()) out.append(":::existing");
    out.push_back('\n');
    ++id;
  }
}

}  // namespace

std::string graph_mermaid(std::string_view title, std::span<const Drawing> drawings) {
  std::string out = fmt::format("---\ntitle: {}\n---\nflowchart LR\n", quoted(neutralise(title)));
  for (std::size_t i = 0; i < drawings.size(); ++i) {
    if (drawings[i].letter.empty()) {
      append_parts(out, *drawings[i].pipeline, i, "  ");
      continue;
    }
    fmt::format_to(std::back_inserter(out), "  subgraph option_{}[\"{}\"]\n", i,
                   escape(graph_words::frame_of(drawings[i])));
    append_parts(out, *drawings[i].pipeline, i, "    ");
    out.append("  end\n");
  }
  std::size_t arrow = 0;  // Mermaid styles arrows by their number
  std::string styles;
  for (std::size_t i = 0; i < drawings.size(); ++i) {
    for (const Link& link : drawings[i].pipeline->links()) {
      fmt::format_to(std::back_inserter(out), "  p{0}_{1} {2}|\"{3}\"| p{0}_{4}\n", i, link.from,
                     link.state == LinkState::Unrecorded ? "-.->" : "-->",
                     escape(graph_words::words_of(link)), link.to);
      if (link.state == LinkState::Impossible) {
        fmt::format_to(std::back_inserter(styles), "  linkStyle {} stroke:#c00000,color:#c00000\n",
                       arrow);
      }
      ++arrow;
    }
  }
  out.append(styles);
  out.append("  classDef bridge stroke-dasharray:4 3\n  classDef existing fill:#eeeeee\n");
  return out;
}

}  // namespace plumbline
