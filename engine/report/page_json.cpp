// Pages and lists as JSON: keys are stable, numbers are in base units.
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/base/quantity.hpp"
#include "engine/base/text.hpp"
#include "engine/report/page.hpp"

namespace plumbline {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormatVersion = 1;
constexpr int kIndent = 2;

Json to_json(const Cell& cell) {
  switch (cell.type) {
    case Cell::Type::Number:
      return std::isfinite(cell.number) ? Json(round_for_report(cell.number)) : Json(nullptr);
    case Cell::Type::Boolean:
      return cell.boolean;
    case Cell::Type::List: {
      Json list = Json::array();
      for (const std::string& word : cell.list) list.push_back(neutralise(word));
      return list;
    }
    case Cell::Type::Text:
      break;
  }
  return neutralise(cell.word);
}

Json to_json(const Table& table) {
  Json rows = Json::array();
  for (const std::vector<Cell>& row : table.rows) {
    Json item = Json::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      item[std::string(table.columns[i].key)] = to_json(row[i]);
    }
    rows.push_back(std::move(item));
  }
  return rows;
}

std::string print(const Json& json) { return json.dump(kIndent) + "\n"; }

}  // namespace

std::string pages_json(std::span<const Page> pages) {
  Json list = Json::array();
  for (const Page& page : pages) {
    Json item = {{"type", std::string(page.type)},
                 {"name", neutralise(page.name)},
                 {"title", neutralise(page.title)},
                 {"summary", neutralise(page.summary)}};
    for (const Field& field : page.fields) item[std::string(field.key)] = to_json(field.value);
    for (const Table& table : page.tables) item[std::string(table.key)] = to_json(table);
    list.push_back(std::move(item));
  }
  return print({{"format_version", kFormatVersion}, {"pages", std::move(list)}});
}

std::string listing_json(const Listing& listing) {
  return print({{"format_version", kFormatVersion},
                {"list", std::string(listing.type)},
                {"items", to_json(listing.table)}});
}

}  // namespace plumbline
