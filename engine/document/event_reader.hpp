// Builds the located tree from the parser's events, and reports what the parser lets pass.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/arena.hpp"
#include "engine/document/document.hpp"
#include "engine/document/ends.hpp"
#include "engine/document/source.hpp"

namespace plumbline::reading {

// Ends the reading from inside the parser; what is wrong has been reported.
struct StopReading {};

class EventReader final : public YAML::EventHandler {
 public:
  EventReader(const Source& source, const DocumentCaps& caps, Arena& arena, Findings& findings,
              std::vector<ByteRange>& opaque);

  // Null if there was nothing to read or the root was refused.
  [[nodiscard]] const Node* root() const { return root_; }
  // Just after the last visible character of the root.
  [[nodiscard]] Spot end_of_root() const { return end_of_root_; }

  // What is known only when the reading ends early: repeated keys in maps that are still open.
  void finish_early();
  // Translates the parser's complaint into a finding.
  void report_syntax_error(const YAML::Exception& error);

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override;
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

 private:
  // A collection that is still open.
  struct Frame {
    Node* node = nullptr;
    Spot begin;
    Spot last_end;               // of the last child, or the beginning
    std::uint32_t first_child;   // in entries_ or items_
    std::uint32_t checked_keys;  // so many keys have been searched for repetitions
    std::uint32_t values_before;
    YAML::anchor_t anchor;
    std::uint32_t height;  // levels of collections inside, so far
    char closing;          // bracket that ends it, 0 for a block
    bool flow;             // within brackets, its own or those around it
    bool has_key;          // a map: a key waits for its value
    bool bad_key;          // that key is refused; its value is read and dropped
    bool has_merge;        // a map: some key is `<<`
    Spot key_end;
    std::string_view key;
    SourceRange key_place;
  };
  struct Anchored {
    const Node* node = nullptr;  // null while the value is still open
    std::uint32_t values = 0;
    std::uint32_t height = 0;
  };
  struct ScalarText {
    std::string_view text;
    Spot end;
    bool quoted = false;
  };
  struct Properties {
    Spot end;      // just after the last anchor or tag
    Spot content;  // where the value itself begins
  };
  struct SyntaxProblem {
    SourceRange place;
    std::string reason;
    SourceRange related;  // nowhere if nothing else is part of it
    std::string note;
  };

  [[nodiscard]] Spot spot_of(const YAML::Mark& mark) const;
  [[nodiscard]] bool awaits_key() const {
    return !frames_.empty() && frames_.back().node->is_map() && !frames_.back().has_key;
  }
  [[nodiscard]] bool in_brackets() const { return !frames_.empty() && frames_.back().flow; }
  // Passes over anchors and tags; tags are reported.
  [[nodiscard]] Properties skip_properties(Spot begin);
  [[nodiscard]] ScalarText read_scalar(Spot begin, const std::string& value);
  void keep_opaque(std::uint32_t begin, std::uint32_t end);
  void check_tabs(Spot begin, Spot end);

  void open(NodeType type, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style);
  void close();
  void close_map(Frame& frame);
  void add_value(const Node* node, Spot end);
  void add_key(std::string_view text, SourceRange place, Spot end);
  void refuse_key(SourceRange place, std::string_view found, Spot end);
  void add_empty(const Properties& properties, YAML::anchor_t anchor);
  void add_null_word(Spot begin, std::uint32_t length, YAML::anchor_t anchor);
  [[nodiscard]] bool belongs_to_open_value(Spot content) const;
  [[nodiscard]] Spot dash_of_item() const;
  void expand(const Anchored& anchored, std::string_view name, SourceRange place, Spot end);
  void remember(YAML::anchor_t anchor, Anchored anchored);
  void check_growing_map(Frame& frame);
  void check_count(SourceRange place);
  void report_repeated_keys(std::span<const Entry> entries);
  void report_tab(Spot tab);
  [[nodiscard]] SyntaxProblem explain(std::string_view message, Spot at) const;
  [[nodiscard]] SyntaxProblem explain_escape(Spot at) const;
  [[nodiscard]] Spot text_before(Spot at) const;
  [[nodiscard]] SyntaxProblem explain_colon(Spot at) const;
  [[nodiscard]] SyntaxProblem explain_closing_bracket(Spot at) const;
  [[nodiscard]] SyntaxProblem explain_character(Spot at) const;
  [[nodiscard]] SyntaxProblem explain_end(Spot at) const;
  [[nodiscard]] Finding& report(const RuleText& rule, SourceRange place);

  const Source& source_;
  const DocumentCaps& caps_;
  Arena& arena_;
  Findings& findings_;
  std::vector<ByteRange>& opaque_;

  std::vector<Frame> frames_;
  std::vector<Entry> entries_;
  std::vector<const Node*> items_;
  std::vector<Anchored> anchors_;
  const Node* root_ = nullptr;
  Spot end_of_root_;
  Spot last_scalar_;
  std::uint32_t values_ = 0;  // as a walk over the tree would count them
  std::size_t repeated_ = 0;  // values reached through aliases
  bool tabs_reported_ = false;
};

}  // namespace plumbline::reading
