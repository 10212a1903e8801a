// Any bytes as a scenario file: reading never crashes, keeps its caps, and every place lies in the
// text.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/text.hpp"
#include "engine/document/document.hpp"
#include "engine/finding/finding.hpp"

namespace {

using plumbline::Document;
using plumbline::Findings;
using plumbline::Node;
using plumbline::NodeType;
using plumbline::SourceRange;

// Small caps, so that the fuzzer meets them.
constexpr plumbline::DocumentCaps kCaps{
    .bytes = 64 * 1024, .line_bytes = 4096, .depth = 16, .expanded_alias_nodes = 500};

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

// The text as lines of characters, found without the reader's help.
class Lines {
 public:
  explicit Lines(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      lines_.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void check(SourceRange place) const {
    require(place.line >= 1 && place.column >= 1, "a place in the file counts from 1");
    require(std::pair(place.line, place.column) <= std::pair(place.end_line, place.end_column),
            "a place does not end before it begins");
    require(place.end_line <= lines_.size(), "a place ends in the file");
    for (const auto& [line, column] :
         {std::pair(place.line, place.column), std::pair(place.end_line, place.end_column)}) {
      require(column <= lines_[line - 1].size() + 1, "a column lies in its line");
    }
  }

  // The characters of a place on one line.
  [[nodiscard]] std::string_view covered(SourceRange place) const {
    const std::string_view line = lines_[place.line - 1];
    const std::size_t begin = offset_of(line, place.column);
    return line.substr(begin, offset_of(line, place.end_column) - begin);
  }

 private:
  static std::size_t offset_of(std::string_view line, std::uint32_t column) {
    std::size_t offset = 0;
    for (std::uint32_t i = 1; i < column && offset < line.size(); ++i) {
      (void)plumbline::decode_utf8(line, offset);
    }
    return offset;
  }

  std::vector<std::string_view> lines_;
};

class TreeCheck {
 public:
  TreeCheck(const Document& document, const Lines& lines) : lines_(lines) {
    walk(document.root(), 1);
    require(nodes_ <= document.text().size() + 1 + kCaps.expanded_alias_nodes,
            "the tree is no larger than the text and its aliases");
  }

 private:
  void walk(const Node& node, std::size_t depth) {
    ++nodes_;
    lines_.check(node.place);
    switch (node.type) {
      case NodeType::Null:
        require(node.entries.empty() && node.items.empty(), "nothing has nothing inside");
        return;
      case NodeType::Scalar:
        check_scalar(node);
        return;
      case NodeType::Sequence:
        require(depth <= kCaps.depth, "the tree is no deeper than the cap");
        for (const Node* item : node.items) walk(*item, depth + 1);
        return;
      case NodeType::Map:
        require(depth <= kCaps.depth, "the tree is no deeper than the cap");
        for (const plumbline::Entry& entry : node.entries) {
          lines_.check(entry.key_place);
          require(node.find(entry.key) == entry.value, "a key stands once in its map");
          walk(*entry.value, depth + 1);
        }
        return;
    }
  }

  void check_scalar(const Node& node) const {
    if (node.place.line != node.place.end_line) return;
    const std::string_view text = lines_.covered(node.place);
    require(!text.empty(), "a scalar covers some text");
    if (text.front() == '*') return;  // an alias covers its own name
    if (!node.quoted) {
      require(text == node.text, "a plain scalar covers what it says");
    } else {
      require(
          text.front() == '"' || text.front() == '\'' || text.front() == '|' || text.front() == '>',
          "a quoted scalar begins with its quote");
      require((text.front() != '"' && text.front() != '\'') ||
                  (text.size() >= 2 && text.back() == text.front()),
              "a quoted scalar ends with its quote");
    }
  }

  const Lines& lines_;
  std::size_t nodes_ = 0;
};

void check_document(Document& document) {
  const Lines lines(document.text());
  const TreeCheck tree(document, lines);
  for (const plumbline::Comment& comment : document.comments()) {
    lines.check(comment.place);
    require(comment.place.line == comment.place.end_line, "a comment stays on its line");
    require(lines.covered(comment.place).starts_with('#'), "a comment begins with '#'");
  }
  const Node& root = document.root();
  require(merge(document, root, root)->entries.size() == root.entries.size(),
          "a map merged with itself has the same keys");
  if (root.entries.empty()) return;
  // Any text as an address: it is followed or refused, and what was set is found again.
  const std::string_view address = root.entries.front().key;
  const auto changed = set_path(document, root, address, root);
  if (!changed) return;
  const auto found = find_path(*changed.value(), address);
  require(found.has_value() && found.value() == &root, "what was set is found again");
  require(remove_path(document, *changed.value(), address).has_value(), "what is there can go");
}

void check_findings(const Findings& findings, std::string_view text) {
  require(!findings.empty(), "what is refused has a reason");
  require(findings.size() <= 200, "there is an end of problems");
  const Lines lines(text);
  for (const plumbline::Finding& finding : findings.all()) {
    lines.check(finding.place);
    for (const plumbline::Related& related : finding.related) lines.check(related.place);
    const std::string message = render_message(finding.rule->message, finding);
    require(!message.empty() && plumbline::neutralise(message) == message,
            "a message is plain text");
    require(!render_message(finding.rule->fix, finding).empty(), "a finding says what to do");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  auto document = plumbline::parse_document(text, "fuzz.yaml", kCaps);
  if (document.has_value()) {
    check_document(document.value());
  } else {
    check_findings(document.error(), text);
  }
  return 0;
}
