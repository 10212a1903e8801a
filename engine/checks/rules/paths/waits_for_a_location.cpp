// Someone waits for an answer where only its location, or nothing, comes back.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

bool sender_waits(const Pipeline& pipeline, PartId id) {
  const auto& workloads = pipeline.world().workloads;
  for (std::size_t i = 0; i < workloads.size(); ++i) {
    if (workloads[i].sender_waits.value_or(false) &&
        pipeline.entry(static_cast<WorkloadId>(i)) == id) {
      return true;
    }
  }
  return false;
}

// Code that merely waits can look again and again until the result is there; who asks for the
// answer itself, or stands outside, cannot.
bool expects_answer(const Pipeline& pipeline, const Link& link) {
  if (link.connection == nullptr || link.bridged) return false;
  if (link.connection->answer.has_value()) return *link.connection->answer == Answer::Back;
  const Part& from = pipeline.part(link.from);
  if (from.type != PartType::Actor || link.started_by_target) return false;
  if (link.connection->waits.has_value()) return *link.connection->waits && !link.info->waits;
  return sender_waits(pipeline, link.from);
}

void report(const RuleContext& context, const RuleText& text, SourceRange place,
            std::string_view from, PartId to, Answer answer, const Fact* fact, Findings& findings) {
  Finding& finding = findings.add(text, place);
  finding.evidence = weakened_by(Evidence::HardLimit, fact);
  finding.depth = depth_of(context.pipeline, to);
  finding.because(fact)
      .with("from", std::string(from))
      .with("to", std::string(context.pipeline.part(to).name))
      .with("answer",
            std::string(answer == Answer::Location ? "only the place where the result will be"
                                                   : "no result"));
}

// A workload whose sender waits may enter at a component without anyone drawn before it.
void check_entries(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const auto& workloads = pipeline.world().workloads;
  for (std::size_t i = 0; i < workloads.size(); ++i) {
    const PartId entry = pipeline.entry(static_cast<WorkloadId>(i));
    if (!workloads[i].sender_waits.value_or(false) || entry == kNone) continue;
    const Part& part = pipeline.part(entry);
    if (part.service == nullptr || part.service->answer == Answer::Back) continue;
    report(context, text, place_of(pipeline, entry),
           "the sender of " + std::string(workloads[i].name), entry, part.service->answer, nullptr,
           findings);
  }
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for (const Link& link : pipeline.links()) {
    if (link.info == nullptr || link.state != LinkState::Documented) continue;
    if (link.answer == Answer::Back || link.returns_only || !link.starts_work) continue;
    if (!expects_answer(pipeline, link)) continue;
    report(context, text, place_of(link), pipeline.part(link.from).name, link.to, link.answer,
           link.info->fact, findings);
  }
  check_entries(context, text, findings);
}

}  // namespace

constinit const Rule rules::waits_for_a_location{
    .text =
        {
            .id = "PLB1102",
            .slug = "waits-for-a-location",
            .kind = Kind::InteractionStyle,
            .severity = Severity::Violation,
            .title = "someone waits for an answer that does not come back this way",
            .message = "{from} waits for an answer; {to} gives back {answer}",
            .rationale =
                "An asynchronous call is over as soon as the work is accepted. The result is "
                "written somewhere later, and whoever wants it must be told or must look.",
            .fix = "Ask a service that answers, or let the result announce itself.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference.html",
        },
    .check = &check,
};

}  // namespace plumbline
