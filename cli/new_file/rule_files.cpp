// Ids are counted over the source tree, since it may hold rules that this program was built
// without.
#include "cli/new_file/rule_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

#include "cli/embedded.hpp"
#include "cli/new_file/names.hpp"
#include "engine/base/assert.hpp"
#include "engine/base/text.hpp"
#include "engine/checks/rule.hpp"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kList = "engine/checks/rules.def";
constexpr std::string_view kSources = "engine/checks/rules";
constexpr std::string_view kCases = "tests/rules";
constexpr std::string_view kPrefix = "PLB";
constexpr unsigned kDigits = 4;
// Rules have the ids PLB1001 to PLB1999; a topic begins a block of ten.
constexpr unsigned kFirstId = 1001;
constexpr unsigned kLastId = 1999;
constexpr unsigned kBlock = 10;

// Words of C++ with '_' in them: the object of the rule would bear that name.
constexpr auto kKeywords = std::to_array<std::string_view>(
    {"and_eq", "const_cast", "co_await", "co_return", "co_yield", "dynamic_cast", "not_eq", "or_eq",
     "reinterpret_cast", "static_assert", "static_cast", "thread_local", "xor_eq"});

std::optional<std::string> content_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

std::string_view template_text(std::string_view name) {
  for (const EmbeddedFile& file : embedded_templates()) {
    if (file.name == name) return file.text;
  }
  PLUMBLINE_ASSERT(false);
  return {};
}

void add_ids(std::string_view text, std::set<unsigned>& ids) {
  for (std::size_t at = text.find(kPrefix); at != std::string_view::npos;
       at = text.find(kPrefix, at + 1)) {
    unsigned id = 0;
    std::size_t digit = at + kPrefix.size();
    const std::size_t end = digit + kDigits;
    for (; digit < end && digit < text.size() && text[digit] >= '0' && text[digit] <= '9';
         ++digit) {
      id = id * 10 + static_cast<unsigned>(text[digit] - '0');
    }
    if (digit == end) ids.insert(id);
  }
}

// Ids that sources below a folder speak of; none when there is no such folder.
std::set<unsigned> ids_below(const fs::path& folder) {
  std::set<unsigned> ids;
  std::error_code failure;
  for (fs::recursive_directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    const fs::path ending = entry->path().extension();
    if (ending != ".cpp" && ending != ".hpp" && ending != ".def") continue;
    add_ids(content_of(entry->path()).value_or(std::string{}), ids);
  }
  return ids;
}

// After the last of the topic, or at the start of the first block behind all others.
std::optional<unsigned> next_id(const fs::path& tree, std::string_view topic) {
  std::set<unsigned> taken = ids_below(tree / "engine");
  for (const RuleText* text : all_rule_texts()) add_ids(text->id, taken);
  const std::set<unsigned> of_topic = ids_below(tree / kSources / topic);
  unsigned id = kFirstId;
  if (!of_topic.empty()) {
    id = *of_topic.rbegin() + 1;
  } else {
    for (const unsigned other : taken) {
      if (other <= kLastId && other >= id) id = (other / kBlock + 1) * kBlock + 1;
    }
  }
  while (taken.contains(id)) ++id;
  return id <= kLastId ? std::optional(id) : std::nullopt;
}

// The list with a line more: behind the last of its topic, or at the end.
std::string with_line(std::string_view list, std::string_view topic, std::string_view line) {
  const std::string beginning = fmt::format("PLUMBLINE_RULE({},", topic);
  std::string text(list);
  if (!text.ends_with('\n')) text.push_back('\n');
  const std::size_t last = text.rfind("\n" + beginning);
  const std::size_t end = last == std::string::npos ? text.size() : text.find('\n', last + 1) + 1;
  return text.insert(end, std::string(line) + "\n");
}

// Under any topic: two objects cannot bear one name.
bool has_rule(std::string_view list, std::string_view object) {
  return list.find(fmt::format(", {})", object)) != std::string_view::npos;
}

std::optional<std::string> problem_of(const RuleName& name, std::string_view object) {
  if (name.slug.find('-') == std::string_view::npos) {
    return fmt::format(
        "'{}' is one word; a slug names the defect in several, such as 'payload-too-large'",
        name.slug);
  }
  if (std::ranges::find(kKeywords, object) != kKeywords.end()) {
    return fmt::format(
        "'{}' is a word of C++, and the rule's object bears this name; choose another", object);
  }
  if (const auto digit = name.topic.find_first_of("0123456789"); digit != std::string_view::npos) {
    return fmt::format("a topic has no digits; '{}' has '{}' at character {}", name.topic,
                       name.topic[digit], digit + 1);
  }
  const RuleText* known = find_rule_text(name.slug);
  if (known != nullptr) {
    return fmt::format("there is a rule '{}' already, {}; 'plumbline explain {}' shows it",
                       name.slug, known->id, name.slug);
  }
  return std::nullopt;
}

std::vector<NewFile> files_of(const RuleName& name, const std::string& object,
                              const std::string& id) {
  const auto fillings =
      std::to_array<Filling>({{"@name@", object},
                              {"@slug@", std::string(name.slug)},
                              {"@words@", with_instead_of_hyphens(name.slug, ' ')},
                              {"@id@", id}});
  std::vector<NewFile> files;
  files.push_back({fs::path(kSources) / name.topic / (object + ".cpp"),
                   filled(template_text("rule"), fillings)});
  for (const std::string_view which : {"violates", "respects", "boundary"}) {
    files.push_back({fs::path(kCases) / name.topic / name.slug / fmt::format("{}.yaml", which),
                     filled(template_text(fmt::format("rule-{}", which)), fillings)});
  }
  return files;
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// `mode` is that of fopen; "wbx" refuses a file that exists.
std::optional<std::string> problem_of_writing(const fs::path& path, std::string_view text,
                                              const char* mode) {
  errno = 0;
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), mode));
  const bool is_written = file != nullptr &&
                          std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() &&
                          std::fflush(file.get()) == 0;
  if (is_written) return std::nullopt;
  return fmt::format("cannot write {}: {}", neutralise(path.string()),
                     std::generic_category().message(errno));
}

}  // namespace

Expected<RuleFiles, std::string> plan_rule(const fs::path& tree, const RuleName& name) {
  const std::string object = with_instead_of_hyphens(name.slug, '_');
  if (auto problem = problem_of(name, object)) return Unexpected{*std::move(problem)};
  const std::optional<std::string> list = content_of(tree / kList);
  std::error_code unknown;
  if (!list || !fs::is_directory(tree / kCases, unknown)) {
    return Unexpected{fmt::format(
        "'{}' is not Plumbline's source tree: it has no {}; '--into FOLDER' names the tree",
        neutralise(tree.string()), list ? kCases : kList)};
  }
  if (has_rule(*list, object)) {
    return Unexpected{
        fmt::format("{} lists a rule '{}' already", neutralise((tree / kList).string()), object)};
  }
  const std::optional<unsigned> id = next_id(tree, name.topic);
  if (!id) {
    return Unexpected{fmt::format("all ids up to {}{} are given to rules", kPrefix, kLastId)};
  }
  RuleFiles rule;
  rule.id = fmt::format("{}{}", kPrefix, *id);
  rule.line = fmt::format("PLUMBLINE_RULE({}, {})", name.topic, object);
  rule.files = files_of(name, object, rule.id);
  for (const NewFile& file : rule.files) {
    if (!fs::exists(fs::symlink_status(tree / file.path, unknown))) continue;
    return Unexpected{fmt::format("'{}' exists already and is left as it is",
                                  neutralise((tree / file.path).string()))};
  }
  rule.list = {kList, with_line(*list, name.topic, rule.line)};
  return rule;
}

Expected<bool, std::string> write_rule(const fs::path& tree, const RuleFiles& rule) {
  for (const NewFile& file : rule.files) {
    const fs::path path = tree / file.path;
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    if (failure) {
      return Unexpected{fmt::format("cannot make the folder {}: {}",
                                    neutralise(path.parent_path().string()), failure.message())};
    }
    if (auto problem = problem_of_writing(path, file.text, "wbx")) {
      return Unexpected{*std::move(problem)};
    }
  }
  if (auto problem = problem_of_writing(tree / rule.list.path, rule.list.text, "wb")) {
    return Unexpected{*std::move(problem)};
  }
  return true;
}

}  // namespace plumbline
