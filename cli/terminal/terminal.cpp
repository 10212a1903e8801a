// Asks the environment and the kernel.
#include "cli/terminal/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace plumbline {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

std::size_t width_of(int descriptor) {
  const std::string_view columns = variable("COLUMNS");
  std::size_t width = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  if (error == std::errc{} && end == columns.data() + columns.size() && width > 0) return width;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kWidthWhenUnknown;
}

}  // namespace

Style style_of(Stream stream, std::size_t asked) {
  const int descriptor = stream == Stream::Output ? STDOUT_FILENO : STDERR_FILENO;
  const bool coloured =
      isatty(descriptor) == 1 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  Style style;
  style.width = std::clamp(asked != 0 ? asked : width_of(descriptor), kNarrowest, kWidest);
  style.colour = coloured ? Colour::On : Colour::Off;
  return style;
}

}  // namespace plumbline
