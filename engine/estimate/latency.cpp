// Time along a workload's longest path, as a table of contributors whose rows add up.
#include <algorithm>
#include <cmath>

#include "engine/estimate/lognormal.hpp"
#include "engine/estimate/part_timing.hpp"

namespace plumbline {
namespace {

struct Row {
  std::string_view part;
  std::string_view what;
  std::string_view method;
  Timing timing;
};

class Walk {
 public:
  Walk(const Pipeline& pipeline, const Estimates& estimates, WorkloadId workload, Waiting waiting,
       const Assignment& assignment)
      : pipeline_(pipeline),
        estimates_(estimates),
        workload_(workload),
        waiting_(waiting),
        assignment_(assignment),
        arrival_(pipeline.parts().size()),
        from_(pipeline.parts().size(), kNone) {}

  // Rows of the longest path; empty when the workload comes nowhere.
  std::vector<Row> longest() {
    mark_work();
    PartId last = kNone;
    double longest = -1.0;
    for (const PartId id : pipeline_.order()) {
      if (!passes(id)) continue;
      arrive(id);
      const double end = middle(arrival_[index(id)].mean) + middle(estimates_.of(id).respond.mean);
      if (counts(id) && end > longest) {
        longest = end;
        last = id;
      }
    }
    last_ = last;
    std::vector<Row> rows;
    if (last != kNone) add_path(last, rows);
    return rows;
  }
  [[nodiscard]] PartId last() const { return last_; }

 private:
  static std::size_t index(PartId id) { return static_cast<std::size_t>(id); }
  // Long but finite, so that an unbounded range still has an order.
  static double middle(Seconds range) { return range.low + std::min(range.high, 1e12); }

  // What only reads the items when it is asked adds nothing to their time.
  [[nodiscard]] bool passes(PartId id) const {
    return pipeline_.flow(workload_, id).reaches() && !pipeline_.only_reads(id);
  }

  // Ends count where the works are done or their results go; a side branch that does neither ends
  // nothing.
  void mark_work() {
    done_.assign(pipeline_.parts().size(), false);
    bool any = false;
    for (const PartId id : pipeline_.order()) {
      if (!passes(id)) continue;
      const auto& targets = pipeline_.part(id).targets;
      bool done = std::ranges::any_of(targets, [](const Target& t) { return !t.works.empty(); });
      for (const LinkId link : pipeline_.links_to(id)) {
        if (pipeline_.link(link).carries_work())
          done = done || done_[index(pipeline_.link(link).from)];
      }
      done_[index(id)] = done;
      any = any || done;
    }
    // A caller that waits for work answers when it is done.
    const auto order = pipeline_.order();
    for (auto id = order.rbegin(); id != order.rend(); ++id) {
      for (const LinkId link_id : pipeline_.links_from(*id)) {
        const Link& link = pipeline_.link(link_id);
        if (link.carries_work() && link.waits && done_[index(link.to)]) done_[index(*id)] = true;
      }
    }
    if (!any) done_.assign(pipeline_.parts().size(), true);
  }
  [[nodiscard]] bool counts(PartId id) const { return done_[index(id)]; }

  // When a unit that left over this link is handed to its end, seen from the start of the path.
  [[nodiscard]] Timing leaves(const Link& link) const {
    const PartEstimate& from = estimates_.of(link.from);
    Timing begin = arrival_[index(link.from)];
    begin = add(begin, add(from.startup, add(from.queue, from.collect)));
    // A call that is waited for is made from within the unit; anything else when the unit is done.
    return add(begin, link.waits ? from.own : from.held);
  }

  void arrive(PartId id) {
    double latest = -1.0;
    for (const LinkId link_id : pipeline_.links_to(id)) {
      const Link& link = pipeline_.link(link_id);
      if (!link.carries_work() || !pipeline_.flow(workload_, link.from).reaches()) continue;
      const Timing here = add(leaves(link), link_delay(link_id, link));
      if (middle(here.mean) <= latest) continue;
      latest = middle(here.mean);
      arrival_[index(id)] = here;
      from_[index(id)] = link_id;
    }
  }

  [[nodiscard]] Timing link_delay(LinkId, const Link& link) const {
    return add(delay_of(pipeline_, link), window_of(link));
  }

  // A poller that collects for a while before it hands over.
  [[nodiscard]] Timing window_of(const Link& link) const {
    if (waiting_ == Waiting::Exclude || !link.started_by_target || link.connection == nullptr)
      return {};
    const Setting* window = link.connection->find_setting("batch-window");
    if (window == nullptr || window->info == nullptr || window->written != Written::Stated)
      return {};
    const Quantity longest = assignment_.mean(window->value);
    return {{longest.low / 2.0, longest.high / 2.0}, {longest.low, longest.high}, nullptr};
  }

  // Items that a timer's tick finds have waited for it: evenly between nothing and a whole period.
  [[nodiscard]] Timing schedule_wait(PartId id) const {
    if (waiting_ == Waiting::Exclude || !pipeline_.flow(workload_, id).batch) return {};
    for (const Activation& activation : pipeline_.activations(id)) {
      if (activation.source != SourceType::Clock || activation.clock_link == kNone) continue;
      const Connection* connection = pipeline_.link(activation.clock_link).connection;
      if (connection == nullptr || !connection->every) continue;
      const Quantity every = assignment_.mean(*connection->every);
      return {{every.low / 2.0, every.high / 2.0}, {0.99 * every.low, 0.99 * every.high}, nullptr};
    }
    return {};
  }

  static bool is_zero(const Timing& timing) {
    return timing.mean.high <= 0.0 && timing.p99.high <= 0.0;
  }
  void add_row(PartId id, std::string_view what, std::string_view method, const Timing& timing,
               std::vector<Row>& rows) const {
    if (!is_zero(timing)) rows.push_back({pipeline_.part(id).name, what, method, timing});
  }

  void add_unit(PartId id, bool with_calls, std::vector<Row>& rows) const {
    const PartEstimate& here = estimates_.of(id);
    add_row(id, "starts", "catalog", here.startup, rows);
    add_row(id, "queues", "G/G/c", here.queue, rows);
    add_row(id, "collects", "an even wait, by size or time", here.collect, rows);
    add_row(id, "works", "sum of its works and overhead", here.own, rows);
    if (!with_calls) return;
    const LinkId call = longest_call(id);
    if (call == kNone) return;
    const Link& link = pipeline_.link(call);
    add_row(link.to, "is called", "catalog", delay_of(pipeline_, link), rows);
    add_unit(link.to, true, rows);
  }

  [[nodiscard]] LinkId longest_call(PartId id) const {
    LinkId longest = kNone;
    double time = -1.0;
    for (const LinkId link_id : pipeline_.links_from(id)) {
      const Link& link = pipeline_.link(link_id);
      if (!link.waits || !link.carries_work() || link.started_by_target) continue;
      const double here =
          middle(delay_of(pipeline_, link).mean) + middle(estimates_.of(link.to).respond.mean);
      if (here > time) {
        time = here;
        longest = link_id;
      }
    }
    return longest;
  }

  void add_path(PartId last, std::vector<Row>& rows) const {
    std::vector<LinkId> path;
    for (LinkId via = from_[index(last)]; via != kNone;
         via = from_[index(pipeline_.link(via).from)]) {
      path.push_back(via);
    }
    std::ranges::reverse(path);
    PartId at = path.empty() ? last : pipeline_.link(path.front()).from;
    add_row(at, "waits for its schedule", "half a period", schedule_wait(at), rows);
    for (const LinkId link_id : path) {
      const Link& link = pipeline_.link(link_id);
      add_unit(at, !link.waits, rows);
      add_row(link.to, link.waits ? "is called" : "is told", "catalog", link_delay(link_id, link),
              rows);
      const bool first_batch =
          pipeline_.flow(workload_, link.to).batch && !pipeline_.flow(workload_, at).batch;
      at = link.to;
      if (first_batch)
        add_row(at, "waits for its schedule", "half a period", schedule_wait(at), rows);
    }
    add_unit(at, true, rows);
  }

  const Pipeline& pipeline_;
  const Estimates& estimates_;
  WorkloadId workload_;
  Waiting waiting_;
  const Assignment& assignment_;
  std::vector<Timing> arrival_;
  std::vector<LinkId> from_;
  std::vector<bool> done_;
  PartId last_ = kNone;
};

// One end of all ranges: total at the quantile, and each row's mean given that total. For a normal
// sum E[X | S = q] = E[X] + Var[X] / Var[S] (q - E[S]); rows add up to q exactly.
struct Corner {
  double mean = 0.0;
  double tail = 0.0;
  std::vector<double> row_tails;
};

template <class End>
Corner corner_of(const std::vector<Row>& rows, double quantile, const End& end) {
  Corner corner;
  Moments total;
  std::vector<Moments> each;
  for (const Row& row : rows) {
    each.push_back(moments_of(end(row.timing.mean), end(row.timing.p99)));
    total.mean += each.back().mean;
    total.variance += each.back().variance;
  }
  corner.mean = total.mean;
  corner.tail = quantile > 0.0 ? quantile_of(total, quantile) : total.mean;
  const double excess = corner.tail - total.mean;
  for (const Moments& row : each) {
    const bool shares =
        total.variance > 0.0 && std::isfinite(total.variance) && std::isfinite(excess);
    corner.row_tails.push_back(shares ? row.mean + row.variance / total.variance * excess
                                      : row.mean);
  }
  return corner;
}

Quantity ordered(double a, double b) { return {Dimension::Time, std::min(a, b), std::max(a, b)}; }

}  // namespace

Latency latency_of(const Pipeline& pipeline, const Estimates& estimates, WorkloadId workload,
                   double quantile, Waiting waiting, const Assignment& assignment) {
  Latency latency{.quantile = quantile};
  Walk walk(pipeline, estimates, workload, waiting, assignment);
  const std::vector<Row> rows = walk.longest();
  latency.last = walk.last();
  latency.reaches = latency.last != kNone;
  const Corner low = corner_of(rows, quantile, [](const auto& range) { return range.low; });
  const Corner high = corner_of(rows, quantile, [](const auto& range) { return range.high; });
  latency.mean = ordered(low.mean, high.mean);
  latency.tail = ordered(low.tail, high.tail);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    latency.rows.push_back({rows[i].part, rows[i].what, to_quantity(rows[i].timing.mean),
                            ordered(low.row_tails[i], high.row_tails[i]), rows[i].method,
                            rows[i].timing.fact});
    latency.weakest = weaker(latency.weakest, rows[i].timing.fact);
  }
  for (const PartId id : pipeline.order()) {
    if (!pipeline.flow(workload, id).reaches() || pipeline.only_reads(id)) continue;
    for (const std::string_view path : estimates.of(id).unknowns) {
      if (std::ranges::find(latency.unknowns, path) == latency.unknowns.end())
        latency.unknowns.push_back(path);
    }
  }
  return latency;
}

}  // namespace plumbline
