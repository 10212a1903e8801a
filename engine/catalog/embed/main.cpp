// Build step: reads the data files, checks them as any catalog is checked, and writes C++ tables.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/catalog/embed/emit.hpp"
#include "engine/document/document.hpp"

namespace plumbline {
namespace {

constexpr int kWrongData = 1;
constexpr int kWrongUse = 2;

// file:line:column, so that an editor can jump there from the build's output.
void print(const Findings& findings) {
  for (const Finding& finding : findings.all()) {
    fmt::print(stderr, "{}:{}:{}: error: {}\n", findings.file(), finding.place.line,
               finding.place.column, render_message(finding.rule->message, finding));
  }
}

// An unchanged file keeps its time, so that nothing is compiled anew for it.
bool write_if_changed(const std::filesystem::path& path, const std::string& text) {
  const Expected<std::string, Findings> known = read_file(path.string());
  if (known && known.value() == text) return true;
  std::ofstream file(path, std::ios::binary);
  file << text;
  return file.good();
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2) {
    fmt::print(stderr, "usage: plumbline_embed_catalog OUTPUT-FOLDER DATA.yaml...\n");
    return kWrongUse;
  }
  std::vector<std::pair<std::string, std::string>> files;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    Expected<std::string, Findings> text = read_file(arguments[i]);
    if (!text) {
      print(text.error());
      return kWrongData;
    }
    files.emplace_back(arguments[i], std::move(text).value());
  }
  const Expected<Catalog, Findings> catalog = Catalog::load(std::move(files));
  if (!catalog) {
    print(catalog.error());
    return kWrongData;
  }
  for (const SourceFile& file : emit_catalog(catalog.value().tables())) {
    const std::filesystem::path path = std::filesystem::path(arguments[0]) / file.name;
    if (!write_if_changed(path, file.text)) {
      fmt::print(stderr, "{}: cannot be written\n", path.string());
      return kWrongUse;
    }
  }
  return 0;
}

}  // namespace
}  // namespace plumbline

int main(int argc, char** argv) {
  try {
    return plumbline::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "plumbline_embed_catalog: {}\n", error.what());
    return plumbline::kWrongUse;
  }
}
