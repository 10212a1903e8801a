// Walks folders and looks at the beginning of files.
#include "cli/paths.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include "engine/document/document.hpp"
#include "engine/document/input_errors.hpp"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// Long enough for a licence and a page of comments before the first key.
constexpr std::size_t kBeginning = std::size_t{64} * 1024;

// Whether a line of the file's beginning starts with the key that makes it a scenario. A file that
// cannot be opened counts: reading it will say why.
bool is_scenario(const fs::path& path) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return true;
  std::string text(kBeginning, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file.get()));
  constexpr std::string_view kKey = "plumbline:";
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string_view rest = text;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  while (!rest.starts_with(kKey)) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return false;
    rest.remove_prefix(end + 1);
  }
  return true;
}

bool is_yaml(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

std::vector<std::string> scenarios_below(const fs::path& folder) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                         error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const fs::path& path = entry->path();
    const bool hidden = path.filename().native().starts_with('.');
    std::error_code unknown;
    if (entry->is_directory(unknown)) {
      if (hidden) entry.disable_recursion_pending();
      continue;
    }
    if (!hidden && is_yaml(path) && entry->is_regular_file(unknown) && is_scenario(path)) {
      files.push_back(path.string());
    }
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

Expected<std::vector<std::string>, Findings> scenario_files(const std::string& path) {
  std::error_code error;
  if (path == kStandardInput || !fs::is_directory(path, error)) return std::vector{path};
  std::vector<std::string> files = scenarios_below(path);
  if (!files.empty()) return files;
  Findings findings(path);
  findings.add(input_errors::no_scenario, {}).with("where", "the folder");
  return Unexpected{std::move(findings)};
}

std::string read_standard_input() {
  const std::size_t most = DocumentCaps{}.bytes + 1;
  std::string text;
  std::array<char, std::size_t{64} * 1024> block{};
  while (text.size() < most) {
    const std::size_t wanted = std::min(block.size(), most - text.size());
    const std::size_t read = std::fread(block.data(), 1, wanted, stdin);
    text.append(block.data(), read);
    if (read < wanted) break;
  }
  return text;
}

}  // namespace plumbline
