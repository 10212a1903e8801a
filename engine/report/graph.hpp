// Designs as pictures: DOT for Graphviz, Mermaid for Markdown pages.
//
// An arrow is data on its way. What the catalog does not record is dashed, what it records as
// impossible is red; both say so in words too, because colour must not be the only sign.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

struct Drawing {
  std::string_view letter;  // empty for `design:` alone: no frame is drawn
  std::string_view title;
  const Pipeline* pipeline = nullptr;
};

[[nodiscard]] std::string graph_dot(std::string_view title, std::span<const Drawing> drawings);
[[nodiscard]] std::string graph_mermaid(std::string_view title, std::span<const Drawing> drawings);

namespace graph_words {

// The lines written into the box of a part: its name, its service, how many there are.
[[nodiscard]] std::vector<std::string> lines_of(const Part& part);
// The words on an arrow: the mechanism, and what is wrong with it.
[[nodiscard]] std::string words_of(const Link& link);
// "B  one endpoint, three variants"
[[nodiscard]] std::string frame_of(const Drawing& drawing);

}  // namespace graph_words
}  // namespace plumbline
