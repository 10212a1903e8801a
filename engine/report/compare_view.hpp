// What `compare` tells people, as cells and sentences; the terminal and Markdown lay it out.
#pragma once

#include <string>
#include <vector>

#include "engine/report/report.hpp"

namespace plumbline {

// One thing said about one option. Texts are not neutralised yet.
struct Remark {
  std::string letter;  // empty: about no single option
  std::string tag;     // "edge-validity", "loses to B on", "needs", "not known"
  std::string text;
  std::string place;                 // "[62:5]"
  std::string rule;                  // "PLB1304"
  std::vector<std::string> also;     // further messages of the same defect at the same place
  std::vector<std::string> details;  // each a line below
  bool is_main = false;              // the reason to remember
};

struct CompareRow {
  std::string letter;
  std::string title;
  std::string verdict;  // "BEST", "viable", "at risk" ...
  Verdict state = Verdict::Viable;
  bool is_best = false;
  std::vector<std::string> cells;  // as the headings after "verdict"
};

struct CompareView {
  std::string title;
  std::string file;
  std::vector<std::string> header;    // objective, number of options, day of the facts
  std::vector<std::string> headings;  // of the figures, the deciding one first
  std::vector<CompareRow> rows;       // in order of rank
  std::string ground;                 // why the best is the best
  std::vector<Remark> offers;         // options of combinations: chosen, or why not
  std::vector<Remark> reasons;        // against the others, then what the others lack
  std::vector<Remark> needs;          // what must hold for the verdicts to stand
  std::vector<Remark> background;     // where figures come from that nobody stated
  std::vector<Remark> facts;          // cited above: value, confidence, day, source
  std::vector<std::string> hints;     // what to run next
};

[[nodiscard]] CompareView view_of(const Judgement& judgement);

// The parts of it, one file each.
void add_table(const Judgement& judgement, CompareView& view);
void add_offers(const Judgement& judgement, CompareView& view);
void add_reasons(const Judgement& judgement, CompareView& view);
void add_ways(const Judgement& judgement, CompareView& view);
void add_background(const Judgement& judgement, CompareView& view);

// The letter of an option; empty for `design:` alone, which has none.
[[nodiscard]] std::string letter_of(const Judgement& judgement, const OptionJudgement& option);

// "BEST", "BEST, at risk" (by elimination), "TIE", "viable", "open", "at risk", "eliminated".
[[nodiscard]] std::string verdict_word(const Judgement& judgement, std::size_t option);

}  // namespace plumbline
