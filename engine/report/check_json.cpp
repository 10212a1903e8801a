// `check` and errors of reading as JSON, described by schemas/report.schema.json.
#include "engine/report/check_view.hpp"
#include "engine/report/json.hpp"
#include "engine/report/set_aside.hpp"

namespace plumbline {
namespace {

Json findings_json(std::string_view file, const Findings& findings) {
  Json list = Json::array();
  for (const Finding& finding : findings.all()) list.push_back(finding_json(file, finding));
  return list;
}

Json file_json(const CheckedFile& file) {
  Json json;
  json["file"] = text_json(file.file);
  json["options"] = Json::array();
  for (const CheckedOption& option : file.options) {
    Json item;
    item["option"] = option.letter.empty() ? Json(nullptr) : text_json(option.letter);
    item["findings"] = findings_json(file.file, *option.findings);
    if (!option.findings->suppressed().empty()) {
      item["suppressed"] = suppressed_json(file.file, *option.findings);
    }
    json["options"].push_back(std::move(item));
  }
  json["notes"] = file.notes == nullptr ? Json::array() : findings_json(file.file, *file.notes);
  return json;
}

}  // namespace

std::string check_json(std::span<const CheckedFile> files) {
  const CheckCounts counts = count(files);
  Json json;
  json["format_version"] = kReportVersion;
  json["files"] = Json::array();
  for (const CheckedFile& file : files) json["files"].push_back(file_json(file));
  // A finding that several options have word for word counts once, as people see it.
  json["summary"] = {
      {"violations", counts.violations}, {"open", counts.open}, {"notes", counts.notes}};
  if (counts.set_aside > 0) json["summary"]["suppressed"] = counts.set_aside;
  return dump(json);
}

std::string errors_json(std::span<const Findings> findings) {
  Json json;
  json["format_version"] = kReportVersion;
  json["errors"] = Json::array();
  for (const Findings& of_file : findings) {
    for (const Finding& finding : of_file.all()) {
      json["errors"].push_back(finding_json(of_file.file(), finding));
    }
  }
  return dump(json);
}

}  // namespace plumbline
