// What is paid by the piece: requests, messages in chunks, transitions of a workflow.
#include <algorithm>
#include <cmath>

#include "engine/cost/part_cost.hpp"

namespace plumbline {
namespace {

constexpr double kChunk = 64.0 * 1024.0;  // bytes; measures.def, "request-chunks"

// Started chunks; an empty message is one.
Amount chunks(const Amount& bytes) {
  const auto started = [](double size) { return std::max(1.0, std::ceil(size / kChunk)); };
  return {started(bytes.low), started(bytes.high)};
}

// What a service announces of itself, and a tick of the schedule, are no one's request.
bool is_charged(const PartCost& part, const Activation& activation) {
  if (activation.via == kNone) return true;
  const ConnectionInfo* info = part.pipeline().link(activation.via).info;
  return info == nullptr || (info->by != "state-change" && info->by != "schedule");
}

void by_request(PartCost& part) {
  const Amount units = part.units();
  part.add({.what = words(units) + " " + std::string(part.unit_word()),
            .amount = units,
            .counts = "requests",
            .price = part.prices().find("requests"),
            .unknown = "requests of " + std::string(part.part().name)});
}

// A queue's message is sent, received and deleted; all others are handed over once.
void by_chunk(PartCost& part) {
  Amount units;
  if (part.pipeline().activations(part.id()).empty()) units = part.units();
  for (const Activation& activation : part.pipeline().activations(part.id())) {
    if (is_charged(part, activation)) {
      units = units + part.units_of(part.id(), activation) * part.copies();
    }
  }
  const Amount pieces = chunks(part.bytes_in());
  const bool is_queue = part.part().behaviour == Behaviour::Queue;
  const Amount each = is_queue ? pieces * 2.0 + Amount::exactly(1.0) : pieces;
  std::string what = words(units) + " messages";
  if (is_queue) {
    what += " x " + words(each) + " requests (send, receive, delete)";
  } else if (!(each == Amount::exactly(1.0))) {
    what += " x " + words(each) + " chunks of 64 KB";
  }
  part.add({.what = std::move(what),
            .amount = units * each,
            .counts = "request-chunks",
            .price = part.prices().find("request-chunks"),
            .unknown = "messages of " + std::string(part.part().name)});
}

// The start, and each state: one for every call that an execution makes.
void by_transition(PartCost& part) {
  double states = 1.0;
  for (const LinkId link_id : part.pipeline().links_from(part.id())) {
    const Link& link = part.pipeline().link(link_id);
    if (link.carries_work() && !link.started_by_target) {
      states += part.pipeline().calls_per_unit(link);
    }
  }
  for (const LinkId link_id : part.pipeline().links_to(part.id())) {
    const Link& link = part.pipeline().link(link_id);
    if (link.carries_work() && !link.starts_work) states += 1.0;
  }
  const Amount units = part.units();
  part.add({.what = words(units) + " executions x " + format_number(states) + " transitions",
            .amount = units * states,
            .counts = "transitions",
            .price = part.prices().find("transitions"),
            .unknown = "transitions of " + std::string(part.part().name)});
}

}  // namespace

void cost_lines::requests(PartCost& part) {
  if (part.prices().has("requests")) by_request(part);
  if (part.prices().has("request-chunks")) by_chunk(part);
  if (part.prices().has("transitions")) by_transition(part);
}

}  // namespace plumbline
