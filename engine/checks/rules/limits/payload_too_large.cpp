// What goes over a connection is larger than one of its two ends accepts.
#include <algorithm>

#include "engine/checks/carried.hpp"
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

using AddLoads = void (*)(const Pipeline&, const Link&, std::vector<Load>&);

// The limit in the mode of the end whose service it belongs to.
const Fact* limit_by_id(const Pipeline& pipeline, const Link& link, std::string_view id) {
  const std::size_t dot = id.find('.');
  const std::string_view service = id.substr(0, dot);
  for (const PartId end : {link.from, link.to}) {
    const Part& part = pipeline.part(end);
    if (part.service != nullptr && part.service->name == service) {
      return pipeline.catalog().find_fact(*part.service, id.substr(dot + 1), part.mode,
                                          pipeline.as_of());
    }
  }
  return pipeline.catalog().find_fact(id, "any", pipeline.as_of());
}

const Fact* narrowest(const Pipeline& pipeline, const Link& link,
                      std::span<const std::string_view> ids) {
  const Fact* found = nullptr;
  for (const std::string_view id : ids) {
    const Fact* fact = limit_by_id(pipeline, link, id);
    if (fact == nullptr || fact->unlimited) continue;
    if (found == nullptr || fact->value < found->value) found = fact;
  }
  return found;
}

// `loads` is scratch space, kept from link to link.
void check_way(const RuleContext& context, const RuleText& text, const Link& link,
               std::span<const std::string_view> limits, AddLoads add_loads_over,
               std::vector<Load>& loads, Findings& findings) {
  if (limits.empty()) return;
  const Pipeline& pipeline = context.pipeline;
  const bool is_answer = add_loads_over == &add_answers;
  loads.clear();
  add_loads_over(pipeline, link, loads);
  const Fact* limit = loads.empty() ? nullptr : narrowest(pipeline, link, limits);
  if (limit == nullptr) return;
  for (const Load& load : loads) {
    Finding* finding = add_decided(text, load.place, Direction::AtMost, limit->value,
                                   decide_value(*load.size, Direction::AtMost, limit->value),
                                   evidence_of(limit), findings);
    if (finding == nullptr) continue;
    finding->depth = depth_of(pipeline, link.from) + 1;
    finding->because(limit)
        .with("from", std::string(pipeline.part(is_answer ? link.to : link.from).name))
        .with("to", std::string(pipeline.part(is_answer ? link.from : link.to).name));
    const SourceRange stated = load.size->place;
    if (!stated.is_nowhere() && stated != load.place) finding->related_to(stated, "its size");
  }
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  std::vector<Load> loads;
  for (const Link& link : context.pipeline.links()) {
    if (link.info == nullptr || link.state != LinkState::Documented) continue;
    check_way(context, text, link, link.info->request_limits, &add_loads, loads, findings);
    check_way(context, text, link, link.info->response_limits, &add_answers, loads, findings);
  }
}

}  // namespace

constinit const Rule rules::payload_too_large{
    .text =
        {
            .id = "PLB1003",
            .slug = "payload-too-large",
            .kind = Kind::PayloadLimit,
            .severity = Severity::Violation,
            .title = "something is too large for a connection",
            .message = "{from} hands {needs} to {to}; at most {allowed} pass here",
            .rationale =
                "A request, event or answer beyond the size limit of a hop is refused, however "
                "large the limits of the parts before and after it are.",
            .fix = "Put the data into an object store and pass its name, or choose a way that "
                   "carries more.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
        },
    .check = &check,
};

}  // namespace plumbline
