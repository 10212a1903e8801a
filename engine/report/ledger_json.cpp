// Ledgers, cost lines and latency rows as JSON.
#include "engine/report/json.hpp"
#include "engine/report/phrases.hpp"

namespace plumbline {
namespace {

Json duty_json(std::string_view file, const Duty& duty) {
  Json json;
  json["id"] = duty.weight == nullptr ? Json(nullptr) : text_json(duty.weight->id);
  json["factor"] = text_json(duty.factor);
  json["text"] = text_json(duty.text);
  json["count"] = number_json(duty.count);
  json["hours"] = {{"low", number_json(duty.hours.low)},
                   {"likely", number_json(duty.hours.likely)},
                   {"high", number_json(duty.hours.high)}};
  json["location"] = location_json(file, duty.place);
  json["source"] = duty.weight == nullptr ? Json(nullptr) : text_json(duty.weight->source);
  return json;
}

Json row_json(const LatencyRow& row) {
  Json json;
  json["part"] = text_json(row.part);
  json["what"] = text_json(row.what);
  json["mean"] = range_json(row.mean);
  json["tail"] = range_json(row.tail);
  json["method"] = text_json(row.method);
  json["fact"] = row.fact == nullptr ? Json(nullptr) : text_json(row.fact->id);
  return json;
}

Json texts_json(const std::vector<std::string_view>& texts) {
  Json list = Json::array();
  for (const std::string_view text : texts) list.push_back(text_json(text));
  return list;
}

}  // namespace

Json ledger_json(std::string_view file, const Ledger& ledger) {
  Json json;
  json["score"] = number_json(ledger.total.likely);
  json["low"] = number_json(ledger.total.low);
  json["high"] = number_json(ledger.total.high);
  json["servers"] = number_json(ledger.servers);
  json["duties"] = Json::array();
  for (const Duty& duty : ledger.duties) json["duties"].push_back(duty_json(file, duty));
  return json;
}

Json cost_json(const OptionJudgement& option, std::string_view file) {
  const Cost& cost = option.cost;
  Json json;
  json["monthly"] = range_json(cost.monthly);
  json["idle"] = range_json(cost.idle);
  json["lines"] = Json::array();
  for (const CostLine& line : cost.lines) {
    const std::string_view part =
        line.part == kNone ? std::string_view{} : option.pipeline->part(line.part).name;
    json["lines"].push_back(
        {{"part", text_json(part)},
         {"what", text_json(line.what)},
         {"counts", text_json(line.counts)},
         {"quantity", range_json(line.quantity)},
         {"monthly", line.price == nullptr ? Json(nullptr) : range_json(line.monthly)},
         {"idle", line.idle},
         {"price", line.price == nullptr ? Json(nullptr) : text_json(line.price->id)},
         {"location", location_json(file, line.place)}});
  }
  json["unpriced"] = Json::array();
  for (const std::string& what : cost.unpriced) json["unpriced"].push_back(text_json(what));
  json["unknowns"] = texts_json(cost.unknowns);
  return json;
}

Json latency_json(const OptionJudgement& option) {
  Json list = Json::array();
  for (const WorkloadLatency& workload : option.latencies) {
    const Latency& latency = workload.latency;
    const World& world = option.pipeline->world();
    Json json;
    json["workload"] = text_json(world.workloads[static_cast<std::size_t>(workload.workload)].name);
    json["reaches"] = latency.reaches;
    json["quantile"] = number_json(latency.quantile);
    json["mean"] = latency.reaches ? range_json(latency.mean) : Json(nullptr);
    json["tail"] = latency.reaches ? range_json(latency.tail) : Json(nullptr);
    json["ends_at"] =
        latency.last == kNone ? Json(nullptr) : text_json(option.pipeline->part(latency.last).name);
    json["rows"] = Json::array();
    for (const LatencyRow& row : latency.rows) json["rows"].push_back(row_json(row));
    json["unknowns"] = texts_json(latency.unknowns);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace plumbline
