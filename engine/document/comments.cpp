// Finds comments, which the parser drops, in the text between quoted and block scalars.
#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/document/document_state.hpp"

namespace plumbline {

std::vector<Comment> Document::comments() const {
  using reading::Source;
  using reading::Spot;
  const Source& source = state_->source;
  const std::string_view text = source.text();
  std::vector<Comment> comments;
  auto opaque = state_->opaque.begin();
  Spot spot;
  for (std::size_t i = text.find('#'); i != std::string_view::npos; i = text.find('#', i)) {
    const auto offset = static_cast<std::uint32_t>(i);
    while (opaque != state_->opaque.end() && opaque->end <= offset) ++opaque;
    if (opaque != state_->opaque.end() && opaque->begin <= offset) {
      i = opaque->end;
      continue;
    }
    const char before = i == 0 ? '\n' : text[i - 1];
    if (before != ' ' && before != '\t' && before != '\n') {
      ++i;
      continue;
    }
    spot = source.forward(spot, offset);
    const std::string_view line = source.line(spot.line);
    std::string_view words = line.substr(source.byte_column(spot));
    const Spot end{offset + static_cast<std::uint32_t>(words.size()), spot.line};
    words.remove_prefix(1);
    const std::size_t first = words.find_first_not_of(" \t");
    const std::size_t last = words.find_last_not_of(" \t");
    words = first == std::string_view::npos ? words.substr(0, 0)
                                            : words.substr(first, last - first + 1);
    comments.push_back({words, source.range(spot, end)});
    i = end.offset;
  }
  return comments;
}

}  // namespace plumbline
