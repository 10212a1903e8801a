// A program or model is written for something that the place where it is to run does not offer.
#include "engine/checks/needs.hpp"
#include "engine/checks/runtimes.hpp"

namespace plumbline {
namespace {

// Programs that are written anew for a part are written for what it offers.
bool is_written_anew(const Need& need) {
  return need.component->rewrites && need.work->kind == WorkKind::Program;
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_need(pipeline, [&](const Need& need) {
    if (is_written_anew(need)) return;
    const auto [support, fact] = runtime_support_of(pipeline, *need.part, *need.work);
    if (support == Support::Runs) return;
    Finding& finding = findings.add(text, place_of(pipeline, need.id));
    if (support == Support::Unlisted) finding.severity = Severity::Open;
    finding.evidence = evidence_of(fact);
    finding.depth = depth_of(pipeline, need.id);
    finding.because(fact)
        .with("work", std::string(need.work->name))
        .with("part", std::string(need.part->name))
        .with("needs", runtime_words(*need.work))
        .with("service", std::string(need.part->service->title))
        .with("mode", std::string(need.part->mode))
        .with("offers", fact == nullptr ? "nothing that is recorded" : std::string(fact->word))
        .with("owners", services_that_run(pipeline, *need.work))
        .related_to(need.work->place, "what it is written for");
  });
}

}  // namespace

constinit const Rule rules::runtime_unsupported{
    .text =
        {
            .id = "PLB1901",
            .slug = "runtime-unsupported",
            .kind = Kind::RuntimeSupport,
            .severity = Severity::Violation,
            .title = "work is written for what its place does not run",
            .message = "{work} needs {needs}, and {part} ({service}, {mode}) is listed with "
                       "{offers}; {owners} list it",
            .rationale =
                "A managed service runs the languages and frameworks that it provides, and "
                "anything in a container image where it takes one.",
            .fix = "Choose a service that lists it or takes images of your own; or write the work "
                   "anew and say so: 'rewrites:'.",
            .source = "https://docs.aws.amazon.com/decision-guides/latest/"
                      "compute-on-aws-how-to-choose/choosing-aws-compute-service.html",
        },
    .check = &check,
};

}  // namespace plumbline
