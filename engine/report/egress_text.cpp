// `egress` for a terminal: open ways with a witness each, closed ones with what closes them.
#include <fmt/format.h>

#include "engine/base/text.hpp"
#include "engine/report/egress_view.hpp"
#include "engine/report/layout.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kHead = 5;

class EgressText {
 public:
  EgressText(const EgressPicture& picture, const Style& style)
      : picture_(picture), report_(*picture.report), style_(style) {}

  std::string write() {
    add_title();
    if (report_.holders.empty()) {
      line("no part holds or receives this data, so nothing can leave");
      return std::move(out_);
    }
    add_ways(WayState::Open, "Open");
    add_ways(WayState::Closed, "Closed (within the model)");
    add_absent();
    add_defaults();
    add_limits();
    return std::move(out_);
  }

 private:
  void line(const std::string& text, std::size_t indent = 2) {
    append_paragraph(out_, {.text = text, .indent = indent}, style_);
  }
  void heading(std::string_view text, Paint paint = Paint::Bold) {
    out_.push_back('\n');
    out_ += painted(text, paint, style_) + "\n";
  }

  [[nodiscard]] std::string place(const SourceRange& range) const {
    if (range.is_nowhere()) return {};
    return fmt::format(" [{}:{}:{}]", neutralise(picture_.pipeline->scenario().file), range.line,
                       range.column);
  }

  [[nodiscard]] const EgressWay& info(const WayResult& way) const {
    return egress_table().ways[static_cast<std::size_t>(way.way)];
  }

  void add_title() {
    const Scenario& scenario = picture_.pipeline->scenario();
    std::string title = neutralise(scenario.title);
    if (!picture_.letter.empty()) title += fmt::format(", option {}", neutralise(picture_.letter));
    out_ += painted(title, Paint::Bold, style_) + "\n";
    std::string asked = picture_.query->label.empty()
                            ? std::string("data of any label")
                            : fmt::format("{} data", neutralise(picture_.query->label));
    for (const std::string_view from : picture_.query->from) {
      asked += fmt::format(" from {}", neutralise(from));
    }
    const char* join = " to ";
    for (const EgressTarget target : picture_.query->targets) {
      asked += fmt::format("{}{}", join, egress_target_name(target));
      join = " or ";
    }
    std::string holders;
    for (const PartId id : report_.holders) {
      holders += fmt::format("{}{}", holders.empty() ? "" : ", ",
                             neutralise(picture_.pipeline->part(id).name));
    }
    line(asked + ", which is or can come to be in: " + (holders.empty() ? "no part" : holders), 0);
    const EgressCoverage coverage = coverage_of(report_);
    int open = 0;
    for (const WayResult& way : report_.ways) open += way.state == WayState::Open ? 1 : 0;
    line(fmt::format("{} of {} ways open; {} closed, {} narrowed, {} protected", open,
                     report_.ways.size(), coverage.closed, coverage.narrowed,
                     coverage.protected_ways),
         0);
  }

  void add_ways(WayState state, std::string_view title) {
    bool is_first = true;
    for (const WayResult& way : report_.ways) {
      if (way.state != state) continue;
      if (is_first) heading(title, state == WayState::Open ? Paint::Bad : Paint::Good);
      is_first = false;
      append_paragraph(
          out_,
          {.head = std::string(info(way).id),
           .head_width = kHead,
           .head_paint = state == WayState::Open ? Paint::Bad : Paint::Good,
           .text = fmt::format("{} (to {})", info(way).title, egress_target_name(info(way).to))},
          style_);
      if (state == WayState::Open) add_witness(way);
      add_measures(way);
    }
  }

  void add_witness(const WayResult& way) {
    for (const EgressHop& hop : way.witness) {
      line(fmt::format("{} -> {}: {}{}{}", hop.from, hop.to, hop.reason,
                       hop.is_default ? " (AWS default)" : "", place(hop.place)),
           7);
    }
    if (way.parts.size() < 2) return;
    std::string parts;
    for (const PartId id : way.parts) {
      parts += fmt::format("{}{}", parts.empty() ? "" : ", ",
                           neutralise(picture_.pipeline->part(id).name));
    }
    line("can be taken by: " + parts, 7);
  }

  void add_measures(const WayResult& way) {
    add_list("closed by", way.closed_by, way.way);
    add_list("narrowed, not closed, by", way.narrowed_by, way.way);
    add_list("protected (leaves, but unreadable without the key) by", way.protected_by, way.way);
    add_list("enforced elsewhere by", way.enforced_by, way.way);
    add_list("seen afterwards by", way.detected_by, way.way);
  }

  void add_list(std::string_view verb, const std::vector<std::size_t>& measures, std::int32_t way) {
    for (const std::size_t index : measures) {
      const EgressMeasure& measure = report_.measures[index];
      std::string basis;
      if (measure.control != nullptr) {
        const EgressCell* cell = measure.control->find_cell(way);
        const bool is_judgement = cell == nullptr || !cell->is_literal;
        basis =
            fmt::format(" ({}, {})", measure.control->id,
                        is_judgement ? "our judgement"
                                     : std::string(confidence_name(measure.control->confidence)));
      }
      line(fmt::format("{} {}{}{}", verb, neutralise(measure.words), basis, place(measure.place)),
           7);
    }
  }

  void add_absent() {
    std::string absent;
    for (const WayResult& way : report_.ways) {
      if (way.state != WayState::Absent) continue;
      absent += fmt::format("{}{} ({})", absent.empty() ? "" : "; ", info(way).id, info(way).title);
    }
    if (absent.empty()) return;
    heading("Not there in this design, or not asked for");
    line(absent);
  }

  void add_defaults() {
    if (report_.defaults.empty()) return;
    heading("Not said, so the default of AWS holds");
    for (const EgressDefault& one : report_.defaults) {
      line(fmt::format("{}: {}", neutralise(picture_.pipeline->part(one.part).name), one.text));
    }
  }

  void add_limits() {
    heading("Not modelled");
    for (const PartId id : report_.unmodelled) {
      const Part& part = picture_.pipeline->part(id);
      line(fmt::format("ways out of {} ({}): the table does not know the service",
                       neutralise(part.name), part.service == nullptr ? "?" : part.service->name));
    }
    for (const std::string_view text : egress_table().not_modelled) line(std::string(text));
  }

  const EgressPicture& picture_;
  const EgressReport& report_;
  const Style& style_;
  std::string out_;
};

}  // namespace

std::string egress_text(const EgressPicture& picture, const Style& style) {
  return EgressText(picture, style).write();
}

}  // namespace plumbline
