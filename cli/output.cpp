// Writes through the C library; a full disk or a closed pipe is told, not ignored.
#include "cli/output.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "cli/terminal/terminal.hpp"
#include "engine/base/text.hpp"

namespace plumbline {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

bool write_all(std::FILE* file, std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

ExitCode refuse(std::string_view what, int error) {
  fmt::print(stderr, "plumbline: cannot write {}: {}\n", neutralise(what),
             std::generic_category().message(error));
  return ExitCode::Unusable;
}

}  // namespace

ExitCode write_result(const OutputFlags& outputs, std::string_view text, ExitCode when_written) {
  errno = 0;
  if (outputs.file.empty()) {
    return write_all(stdout, text) ? when_written : refuse("standard output", errno);
  }
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(outputs.file.c_str(), "wb"));
  if (file == nullptr || !write_all(file.get(), text)) return refuse(outputs.file, errno);
  return when_written;
}

Style result_style(const OutputFlags& outputs) {
  Style style = style_of(Stream::Output, width_of(outputs));
  if (!outputs.file.empty()) style.colour = Colour::Off;
  return style;
}

}  // namespace plumbline
