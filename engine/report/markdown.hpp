// Text that stays text in Markdown.
#pragma once

#include <string>
#include <string_view>

namespace plumbline {

// Neutralised, and with every character escaped that Markdown or HTML would take for markup, a
// table cell or a line of its own.
[[nodiscard]] std::string escape_markdown(std::string_view text);

// An https address as a link that is its own text; anything else as text.
[[nodiscard]] std::string link_markdown(std::string_view address);

}  // namespace plumbline
