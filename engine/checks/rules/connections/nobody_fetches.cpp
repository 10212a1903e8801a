// Items go into a queue from which nobody fetches them.
#include <algorithm>

#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

bool receives_items(const Pipeline& pipeline, PartId id) {
  const auto workloads = static_cast<WorkloadId>(pipeline.world().workloads.size());
  for (WorkloadId workload = 0; workload < workloads; ++workload) {
    if (pipeline.flow(workload, id).reaches()) return true;
  }
  return false;
}

// Every text of a setting, in order: a queue that one of them names (a dead-letter queue, a failure
// destination) is looked at by hand.
std::vector<std::string_view> setting_texts(const Design& design) {
  std::vector<std::string_view> texts;
  const auto add = [&](const std::vector<Setting>& settings) {
    for (const Setting& setting : settings) texts.push_back(setting.text);
  };
  for (const Component& component : design.components) add(component.settings);
  for (const Connection& connection : design.connections) add(connection.settings);
  std::ranges::sort(texts);
  return texts;
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  std::vector<std::string_view> named;
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    if (part.behaviour != Behaviour::Queue || !pipeline.links_from(id).empty()) return;
    if (!receives_items(pipeline, id)) return;
    if (named.empty()) named = setting_texts(pipeline.design());
    if (std::ranges::binary_search(named, part.name)) return;
    Finding& finding = findings.add(text, place_of(pipeline, id));
    finding.evidence = Evidence::Requirement;
    finding.depth = depth_of(pipeline, id);
    finding.with("part", std::string(part.name));
  });
}

}  // namespace

constinit const Rule rules::nobody_fetches{
    .text =
        {
            .id = "PLB1308",
            .slug = "nobody-fetches",
            .kind = Kind::Trigger,
            .severity = Severity::Violation,
            .title = "nobody fetches from a queue",
            .message = "items go into {part} and nobody fetches them",
            .rationale = "A queue keeps messages and hands them to no one by itself; what is not "
                         "fetched in time is deleted.",
            .fix = "Draw the consumer that polls the queue.",
            .source = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
                      "sqs-short-and-long-polling.html",
        },
    .check = &check,
    .about_wiring = true,
};

}  // namespace plumbline
