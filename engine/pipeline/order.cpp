// Links grouped by part, entries of workloads, and an order in which each part follows what feeds
// it.
//
// Boost.Graph's depth-first search gives both at once: a back edge closes a circle, and the parts
// in reverse order of finishing are a topological order of the rest (Cormen, Leiserson, Rivest,
// Stein, Introduction to Algorithms, chapter "Elementary graph algorithms").
#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <utility>

#include "engine/pipeline/builder.hpp"

namespace plumbline {
namespace {

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, LinkId>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

// Finishing times and circles of one search.
class Visitor : public boost::dfs_visitor<> {
 public:
  Visitor(std::vector<PartId>& finished, std::vector<Link>& links)
      : finished_(&finished), links_(&links) {}
  void back_edge(Edge edge, const Graph& graph) const {
    (*links_)[static_cast<std::size_t>(graph[edge])].in_cycle = true;
  }
  void finish_vertex(Vertex vertex, const Graph&) const {
    finished_->push_back(static_cast<PartId>(vertex));
  }

 private:
  std::vector<PartId>* finished_;
  std::vector<Link>* links_;
};

Graph graph_of(const std::vector<Link>& links, std::size_t parts) {
  std::vector<std::pair<Vertex, Vertex>> ends;
  std::vector<LinkId> ids;
  ends.reserve(links.size());
  ids.reserve(links.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (links[i].returns_only || links[i].state == LinkState::Impossible) continue;
    ends.emplace_back(static_cast<Vertex>(links[i].from), static_cast<Vertex>(links[i].to));
    ids.push_back(static_cast<LinkId>(i));
  }
  return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), ids.begin(), parts};
}

void group(const std::vector<Link>& links, std::size_t parts, PartId Link::*end,
           std::vector<LinkId>& grouped, std::vector<std::uint32_t>& begin) {
  begin.assign(parts + 1, 0);
  for (const Link& link : links) ++begin[static_cast<std::size_t>(link.*end) + 1];
  for (std::size_t i = 0; i < parts; ++i) begin[i + 1] += begin[i];
  grouped.resize(links.size());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (std::size_t i = 0; i < links.size(); ++i) {
    grouped[next[static_cast<std::size_t>(links[i].*end)]++] = static_cast<LinkId>(i);
  }
}

}  // namespace

void PipelineBuilder::group_links() {
  const std::size_t parts = result_.parts_.size();
  group(result_.links_, parts, &Link::from, result_.out_, result_.out_begin_);
  group(result_.links_, parts, &Link::to, result_.in_, result_.in_begin_);
}

// A workload enters at the actor that hands it over when one is drawn, since that actor may be kept
// waiting; otherwise at the component it names.
void PipelineBuilder::find_entries() {
  for (const Workload& workload : result_.world().workloads) {
    PartId entry = kNone;
    const PartId target = workload.to.empty() ? kNone : result_.find(workload.to);
    if (!workload.from.empty()) entry = result_.find(workload.from);
    if (target != kNone && entry == kNone) {
      for (const LinkId id : result_.links_to(target)) {
        const Link& link = result_.link(id);
        const Part& sender = result_.part(link.from);
        const bool hands_over = link.carries_work() && link.starts_work &&
                                !link.started_by_target && sender.type == PartType::Actor &&
                                sender.actor_kind != ActorKind::Clock;
        if (hands_over) entry = link.from;
      }
    }
    const bool is_linked = entry != kNone && !result_.links_from(entry).empty();
    result_.entries_.push_back(is_linked || target == kNone ? entry : target);
  }
}

void PipelineBuilder::order_parts() {
  const std::size_t parts = result_.parts_.size();
  std::vector<PartId> finished;
  finished.reserve(parts);
  if (parts > 0) {
    const Graph graph = graph_of(result_.links_, parts);
    std::vector<boost::default_color_type> colours(parts, boost::white_color);
    const auto colour_map =
        boost::make_iterator_property_map(colours.begin(), boost::get(boost::vertex_index, graph));
    const Visitor visitor(finished, result_.links_);
    // From the entries first: the link that leads back to where work came in closes the circle.
    const auto search_from = [&](PartId start) {
      if (start == kNone || colours[static_cast<std::size_t>(start)] != boost::white_color) return;
      boost::depth_first_visit(graph, static_cast<Vertex>(start), visitor, colour_map);
    };
    for (const PartId entry : result_.entries_) search_from(entry);
    for (std::size_t i = 0; i < parts; ++i) {
      if (result_.parts_[i].type == PartType::Actor) search_from(static_cast<PartId>(i));
    }
    for (std::size_t i = 0; i < parts; ++i) search_from(static_cast<PartId>(i));
  }
  result_.order_.assign(finished.rbegin(), finished.rend());
}

}  // namespace plumbline
