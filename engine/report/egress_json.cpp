// `egress --format json`: every way with its state, its witness or what closes it.
#include "engine/report/egress_view.hpp"
#include "engine/report/json.hpp"

namespace plumbline {
namespace {

Json parts_json(const Pipeline& pipeline, const std::vector<PartId>& parts) {
  Json list = Json::array();
  for (const PartId id : parts) list.push_back(text_json(pipeline.part(id).name));
  return list;
}

Json measures_json(const EgressPicture& picture, const std::vector<std::size_t>& measures,
                   std::int32_t way) {
  Json list = Json::array();
  for (const std::size_t index : measures) {
    const EgressMeasure& measure = picture.report->measures[index];
    Json one = {{"what", text_json(measure.words)}};
    one["location"] = location_json(picture.pipeline->scenario().file, measure.place);
    if (measure.control != nullptr) {
      const EgressCell* cell = measure.control->find_cell(way);
      one["control"] = measure.control->id;
      one["judgement"] = cell == nullptr || !cell->is_literal;
      one["confidence"] = confidence_name(measure.control->confidence);
      one["source"] = measure.control->source;
    }
    list.push_back(std::move(one));
  }
  return list;
}

Json way_json(const EgressPicture& picture, const WayResult& way) {
  const EgressWay& info = egress_table().ways[static_cast<std::size_t>(way.way)];
  const std::string& file = picture.pipeline->scenario().file;
  Json witness = Json::array();
  for (const EgressHop& hop : way.witness) {
    witness.push_back({{"from", text_json(hop.from)},
                       {"to", text_json(hop.to)},
                       {"reason", hop.reason},
                       {"default", hop.is_default},
                       {"location", location_json(file, hop.place)}});
  }
  return {{"id", info.id},
          {"name", info.name},
          {"title", info.title},
          {"to", egress_target_name(info.to)},
          {"state", way_state_name(way.state)},
          {"witness", std::move(witness)},
          {"parts", parts_json(*picture.pipeline, way.parts)},
          {"closed_by", measures_json(picture, way.closed_by, way.way)},
          {"narrowed_by", measures_json(picture, way.narrowed_by, way.way)},
          {"protected_by", measures_json(picture, way.protected_by, way.way)},
          {"enforced_by", measures_json(picture, way.enforced_by, way.way)},
          {"detected_by", measures_json(picture, way.detected_by, way.way)},
          {"source", info.source}};
}

Json picture_json(const EgressPicture& picture) {
  const EgressReport& report = *picture.report;
  Json ways = Json::array();
  for (const WayResult& way : report.ways) ways.push_back(way_json(picture, way));
  Json defaults = Json::array();
  for (const EgressDefault& one : report.defaults) {
    defaults.push_back(
        {{"component", text_json(picture.pipeline->part(one.part).name)}, {"text", one.text}});
  }
  Json targets = Json::array();
  for (const EgressTarget target : picture.query->targets) {
    targets.push_back(egress_target_name(target));
  }
  const EgressCoverage coverage = coverage_of(report);
  return {{"option", picture.letter.empty() ? Json(nullptr) : text_json(picture.letter)},
          {"label", picture.query->label.empty() ? Json(nullptr) : text_json(picture.query->label)},
          {"to", std::move(targets)},
          {"holders", parts_json(*picture.pipeline, report.holders)},
          {"coverage",
           {{"closed", coverage.closed},
            {"narrowed", coverage.narrowed},
            {"protected", coverage.protected_ways}}},
          {"ways", std::move(ways)},
          {"defaults", std::move(defaults)},
          {"unmodelled", parts_json(*picture.pipeline, report.unmodelled)},
          {"not_modelled", egress_table().not_modelled}};
}

}  // namespace

std::string egress_json(std::span<const EgressPicture> pictures) {
  Json options = Json::array();
  std::string_view file;
  for (const EgressPicture& picture : pictures) {
    file = picture.pipeline->scenario().file;
    options.push_back(picture_json(picture));
  }
  return dump({{"format_version", kReportVersion},
               {"command", "egress"},
               {"file", text_json(file)},
               {"options", std::move(options)}});
}

}  // namespace plumbline
