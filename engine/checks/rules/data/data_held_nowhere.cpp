// Data that a requirement speaks of lies in no part of the design.
#include <algorithm>
#include <vector>

#include "engine/checks/helpers.hpp"
#include "engine/checks/kept_data.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  std::vector<DataId> judged;
  for (const Requirement& requirement : pipeline.scenario().requirements) {
    for (const DataId data : requirement.data) {
      if (std::ranges::find(judged, data) != judged.end()) continue;
      judged.push_back(data);
      if (!holders_of(pipeline, data).empty()) continue;
      findings.add(text, requirement.place)
          .with("data", std::string(pipeline.world().data[static_cast<std::size_t>(data)].name));
    }
  }
}

}  // namespace

constinit const Rule rules::data_held_nowhere{
    .text =
        {
            .id = "PLB1801",
            .slug = "data-held-nowhere",
            .kind = Kind::Storage,
            .severity = Severity::Violation,
            .title = "nothing keeps the data that is asked about",
            .message = "no part holds {data}",
            .rationale = "What is demanded of data is demanded of the part where it lies.",
            .fix = "Say where it lies: 'holds: raw' on a component.",
            .source = "https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/"
                      "analytics-lens.html",
        },
    .check = &check,
};

}  // namespace plumbline
