// Text that stays text in Markdown.
#include "engine/report/markdown.hpp"

#include "engine/base/text.hpp"

namespace plumbline {

std::string escape_markdown(std::string_view text) {
  std::string out;
  for (const char c : neutralise(text)) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '|':
      case '#':
      case '~':
        out.push_back('\\');
        [[fallthrough]];
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string link_markdown(std::string_view address) {
  const bool is_link =
      address.starts_with("https://") && address.find_first_of(" <>\"|") == std::string_view::npos;
  return is_link ? "<" + neutralise(address) + ">" : escape_markdown(address);
}

}  // namespace plumbline
