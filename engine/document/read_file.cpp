// Reads a file as bytes, never more than a cap, and says plainly why it could not.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "engine/document/document.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/document/sizes.hpp"

namespace plumbline {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Unexpected<Findings> unreadable(const std::string& path, std::string reason) {
  Findings findings(path);
  findings.add(input_errors::unreadable_file, {})
      .with("file", path)
      .with("reason", std::move(reason));
  return Unexpected{std::move(findings)};
}

Unexpected<Findings> too_large(const std::string& path, std::string size, std::size_t cap) {
  Findings findings(path);
  findings.add(input_errors::input_too_large, {})
      .with("what", "the file")
      .with("size", std::move(size))
      .with("cap", reading::mebibytes(cap));
  return Unexpected{std::move(findings)};
}

std::string in_words(int error) {
  switch (error) {
    case ENOENT:
      return "there is no such file";
    case ENOTDIR:
      return "a part of the path is a file, not a folder";
    case EACCES:
    case EPERM:
      return "you are not allowed to read it";
    case EISDIR:
      return "it is a folder";
    case ENAMETOOLONG:
      return "the path is too long";
    case ELOOP:
      return "symbolic links lead in a circle";
    default:
      return std::generic_category().message(error);
  }
}

}  // namespace

Expected<std::string, Findings> read_file(const std::string& path, std::size_t cap) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  std::size_t expected = 0;
  if (std::filesystem::is_directory(status)) return unreadable(path, in_words(EISDIR));
  if (std::filesystem::is_regular_file(status)) {
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (!error && size > cap) {
      return too_large(path, reading::mebibytes(static_cast<std::size_t>(size)), cap);
    }
    if (!error) expected = static_cast<std::size_t>(size);
  }
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return unreadable(path, in_words(errno));

  // A pipe or a growing file tells no size beforehand: one byte beyond the cap is proof enough.
  std::string text;
  constexpr std::size_t kStep = std::size_t{64} << 10;
  for (;;) {
    const std::size_t before = text.size();
    const std::size_t wanted = before == 0 ? std::max(expected + 1, kStep) : before;
    const std::size_t step = std::min(wanted, cap + 1 - before);
    text.resize(before + step);
    const std::size_t read = std::fread(text.data() + before, 1, step, file.get());
    text.resize(before + read);
    if (text.size() > cap)
      return too_large(path, "at least " + reading::mebibytes(text.size()), cap);
    if (read < step) break;
  }
  if (std::ferror(file.get()) != 0) return unreadable(path, in_words(errno));
  return text;
}

}  // namespace plumbline
