// What is wrong with text that is not YAML, in words that say what to do about it.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/text.hpp"
#include "engine/document/event_reader.hpp"
#include "engine/document/input_errors.hpp"
#include "engine/document/sizes.hpp"

namespace plumbline::reading {
namespace {

// A key on one line may be this long (YAML 1.2.2, section 7.4.2); longer ones are text to the
// parser.
constexpr std::uint32_t kLongestKey = 1024;

struct Translation {
  std::string_view theirs;  // how the parser's message begins
  std::string_view ours;
};

// Complaints that need no look at the surroundings.
constexpr Translation kTranslations[] = {
    {"illegal map key", "a '?' cannot begin a key here; write the key as one word"},
    {"illegal tab when looking for indentation",
     "a tab indents this line; YAML indents with blanks (spaces) only"},
    {"illegal EOF in scalar", "the text ends inside a quote that is never closed"},
    {"illegal document indicator in scalar",
     "'---' or '...' stands inside a quote that is not closed before"},
    {"invalid unicode", "this escape names no Unicode character"},
    {"bad character found while scanning hex number",
     "an escape \\x, \\u or \\U is followed by 2, 4 or 8 digits of a hexadecimal number"},
    {"cannot set zero indentation", "a block text cannot be indented by 0 blanks"},
    {"unexpected character in block scalar",
     "only a comment may follow on the line of '|' or '>'; the text begins on the next line"},
    {"alias not found after *",
     "'*' begins an alias and needs a name; put text that begins with '*' in quotes"},
    {"anchor not found after &",
     "'&' begins an anchor and needs a name; put text that begins with '&' in quotes"},
    {"illegal character found while scanning alias",
     "this character cannot stand in the name of an alias; put text that begins with '*' in "
     "quotes"},
    {"illegal character found while scanning anchor",
     "this character cannot stand in the name of an anchor; put text that begins with '&' in "
     "quotes"},
    {"cannot assign multiple anchors", "one value has two anchors; keep one"},
    {"cannot assign multiple tags", "one value has two tags; remove them"},
    {"aliases can't have any content", "an alias stands for a whole value; nothing may follow it"},
    {"tag handle with no suffix", "'!' begins a tag; put text that begins with '!' in quotes"},
    {"illegal character found while scanning tag handle",
     "'!' begins a tag; put text that begins with '!' in quotes"},
    {"end of verbatim tag not found", "the tag that begins with '!<' is never closed by '>'"},
    {"YAML directives must",
     "a line that begins with '%' is a directive; '%YAML 1.2' is the only useful one"},
    {"TAG directives must", "tags have no meaning here; remove the line that begins with '%TAG'"},
    {"bad YAML version", "'%YAML' is followed by a version such as 1.2"},
    {"YAML major version too large", "Plumbline reads YAML 1.2"},
    {"repeated YAML directive", "'%YAML' stands here twice; keep one line"},
    {"repeated TAG directive",
     "tags have no meaning here; remove the lines that begin with '%TAG'"},
};

std::string translate(std::string_view message) {
  for (const Translation& translation : kTranslations) {
    if (message.starts_with(translation.theirs)) return std::string(translation.ours);
  }
  return "the text does not follow the rules of YAML here";
}

std::string first_word_of(std::string_view text) {
  constexpr std::size_t kShownColumns = 40;
  return truncate(text.substr(0, text.find_first_of(" \t\r\n,]}")), kShownColumns);
}

}  // namespace

void EventReader::report_syntax_error(const YAML::Exception& error) {
  const std::string_view message = error.msg;
  const Spot at = error.mark.is_null() ? source_.find(source_.size()) : spot_of(error.mark);
  for (std::uint32_t line = std::min(last_scalar_.line + 1, at.line); line <= at.line; ++line) {
    const std::uint32_t tab = source_.tab_in_indentation(line);
    if (tab == source_.size() || tab > at.offset || in_brackets()) continue;
    report_tab({tab, line});
    return;
  }
  if (message.starts_with("the referenced anchor is not defined")) {
    const Spot end{end_of_name(source_, at.offset), at.line};
    std::string_view name = source_.text().substr(at.offset, end.offset - at.offset);
    name.remove_prefix(std::min<std::size_t>(name.size(), 1));  // the '*'
    report(input_errors::bad_alias, source_.range(at, end))
        .with("reason", fmt::format("no anchor '&{}' stands before this alias", name));
    return;
  }
  const SyntaxProblem problem = explain(message, at);
  Finding& finding = report(input_errors::yaml_syntax, problem.place);
  finding.with("reason", problem.reason);
  if (!problem.related.is_nowhere()) finding.related_to(problem.related, problem.note);
}

EventReader::SyntaxProblem EventReader::explain(std::string_view message, Spot at) const {
  const SourceRange here = source_.word_at(at);
  if (message.starts_with("illegal map value")) return explain_colon(at);
  if (message.starts_with("illegal block entry")) {
    return {here, "a list item '- ' cannot begin here; put it on a line of its own", {}, {}};
  }
  if (message.starts_with("illegal flow end")) return explain_closing_bracket(at);
  if (message.starts_with("unknown token")) return explain_character(at);
  if (message.starts_with("unknown escape character")) return explain_escape(at);
  const bool in_map = message.starts_with("end of map");
  if ((in_map || message.starts_with("end of sequence")) && !frames_.empty()) {
    return explain_end(at);
  }
  return {here, translate(message), {}, {}};
}

// The parser marks the place after the first byte of what follows the backslash.
EventReader::SyntaxProblem EventReader::explain_escape(Spot at) const {
  std::uint32_t begin = at.offset;
  while (begin > source_.line_start(at.line) && source_.at(begin) != '\\') --begin;
  while ((static_cast<unsigned char>(source_.at(at.offset)) & 0xC0) == 0x80) ++at.offset;
  const std::string_view escape = source_.text().substr(begin, at.offset - begin);
  return {
      source_.range({begin, at.line}, at),
      fmt::format("'{}' is no escape; write '\\\\' for a backslash, or use single quotes", escape),
      {},
      {}};
}

// The text that runs into `at`: the last scalar, or one that the parser has not given yet.
Spot EventReader::text_before(Spot at) const {
  Spot from;
  if (!frames_.empty()) {
    from = frames_.back().has_key ? frames_.back().key_end : frames_.back().last_end;
  }
  std::uint32_t offset = skip_space(source_, from.offset);
  while (offset < at.offset && (source_.at(offset) == ':' || source_.at(offset) == '-')) {
    offset = skip_space(source_, offset + 1);
  }
  return offset < at.offset ? source_.forward(from, offset) : last_scalar_;
}

// A ':' where no key can be: a second one in a line, below a value, or after an overlong key.
EventReader::SyntaxProblem EventReader::explain_colon(Spot at) const {
  const SourceRange colon = source_.character_at(at);
  const Spot text = text_before(at);
  if (text.line == at.line) {
    const bool is_long = at.offset - std::min(at.offset, text.offset) > kLongestKey;
    return {colon,
            is_long ? fmt::format("the key before this ':' is longer than {} bytes", kLongestKey)
                    : "a second ': ' stands in this value; put the value in quotes, or begin a new "
                      "line for a nested key",
            {},
            {}};
  }
  if (text.offset == last_scalar_.offset && !frames_.empty()) {
    return {colon,
            fmt::format("line {} already gives a value, so nothing can be nested below it; check "
                        "the indentation of both lines",
                        text.line + 1),
            source_.word_at(text), "the value begins here"};
  }
  return {colon,
          fmt::format("the text that begins in line {} runs into this ':'; a key stands on one "
                      "line, and a text with ': ' in quotes",
                      text.line + 1),
          source_.word_at(text), "the text begins here"};
}

EventReader::SyntaxProblem EventReader::explain_closing_bracket(Spot at) const {
  const char found = source_.at(at.offset);
  const SourceRange here = source_.character_at(at);
  // The parser may be ahead of its events, so the brackets are counted in the text.
  std::uint32_t from = 0;
  for (const Frame& frame : frames_) {
    from = frame.has_key ? frame.key_end.offset : frame.last_end.offset;
    if (frame.closing != '\0') {
      from = frame.begin.offset;
      break;
    }
  }
  const std::optional<std::uint32_t> open = open_bracket(source_, from, at.offset);
  if (!open) {
    return {here,
            fmt::format("this '{}' closes nothing; put text with brackets in quotes", found),
            {},
            {}};
  }
  const Spot opening = source_.find(*open);
  return {here,
          fmt::format("this '{}' does not close the '{}' of line {}", found, source_.at(*open),
                      opening.line + 1),
          source_.character_at(opening), "opened here"};
}

EventReader::SyntaxProblem EventReader::explain_character(Spot at) const {
  const SourceRange here = source_.word_at(at);
  const std::string word = first_word_of(source_.text().substr(at.offset));
  if (source_.at(at.offset) == '\t') return {here, "a tab cannot begin a value", {}, {}};
  return {
      here,
      fmt::format("'{}' cannot begin a value; put it in quotes: \"{}\"", word.substr(0, 1), word),
      {},
      {}};
}

// Something stands where the innermost collection would have to go on or end.
EventReader::SyntaxProblem EventReader::explain_end(Spot at) const {
  const Frame& frame = frames_.back();
  const SourceRange opening = source_.character_at(frame.begin);
  if (frame.closing != '\0') {
    const bool goes_on =
        at.offset < source_.size() &&
        (at.line == frame.begin.line || source_.byte_column(at) > source_.byte_column(frame.begin));
    if (goes_on && frame.last_end.line == at.line) {
      return {source_.word_at(at),
              fmt::format("a ',' or '{}' is missing before this", frame.closing), opening,
              "the collection begins here"};
    }
    return {opening,
            fmt::format("the '{}' that opens here is never closed by '{}'",
                        source_.at(frame.begin.offset), frame.closing),
            source_.word_at(at), "reading got as far as this"};
  }
  if (frame.last_end.line == at.line && frame.last_end.offset < at.offset) {
    return {source_.word_at(at),
            "this follows a value that is complete; put the whole value in quotes, or begin a "
            "new line",
            {},
            {}};
  }
  const bool is_map = frame.node->is_map();
  return {source_.word_at(at),
          fmt::format("this does not belong to the {} that begins in line {}; indent {} as there",
                      is_map ? "map" : "list", frame.begin.line + 1,
                      is_map ? "its keys" : "its items '- '"),
          opening, is_map ? "the map begins here" : "the list begins here"};
}

void EventReader::report_tab(Spot tab) {
  tabs_reported_ = true;
  report(input_errors::yaml_syntax, source_.character_at(tab))
      .with("reason", translate("illegal tab when looking for indentation"));
}

}  // namespace plumbline::reading
