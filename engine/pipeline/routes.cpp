// Breadth-first search from several sources at once, by Boost.Graph.
#include "engine/pipeline/routes.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/pending/queue.hpp>
#include <boost/property_map/property_map.hpp>
#include <utility>

namespace plumbline {
namespace {

using Graph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, std::int32_t>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

// A tree edge leads to a place that no shorter route reaches.
class Visitor : public boost::bfs_visitor<> {
 public:
  explicit Visitor(Routes& routes) : routes_(&routes) {}
  void tree_edge(Edge edge, const Graph& graph) const {
    const auto to = static_cast<std::size_t>(target(edge, graph));
    const auto from = static_cast<std::size_t>(source(edge, graph));
    routes_->via[to] = graph[edge];
    routes_->depth[to] = routes_->depth[from] + 1;
  }

 private:
  Routes* routes_;
};

}  // namespace

Routes routes_from(std::size_t places, std::span<const RouteHop> hops,
                   std::span<const std::int32_t> sources) {
  Routes routes;
  routes.via.assign(places, -1);
  routes.depth.assign(places, -1);
  std::vector<std::pair<Vertex, Vertex>> ends;
  std::vector<std::int32_t> numbers;
  ends.reserve(hops.size());
  numbers.reserve(hops.size());
  for (std::size_t i = 0; i < hops.size(); ++i) {
    ends.emplace_back(static_cast<Vertex>(hops[i].from), static_cast<Vertex>(hops[i].to));
    numbers.push_back(static_cast<std::int32_t>(i));
  }
  const Graph graph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), numbers.begin(),
                    places);
  std::vector<Vertex> starts;
  for (const std::int32_t place : sources) {
    starts.push_back(static_cast<Vertex>(place));
    routes.depth[static_cast<std::size_t>(place)] = 0;
  }
  std::vector<boost::default_color_type> colours(places, boost::white_color);
  const auto colour =
      boost::make_iterator_property_map(colours.begin(), get(boost::vertex_index, graph));
  boost::queue<Vertex> waiting;
  boost::breadth_first_visit(graph, starts.begin(), starts.end(), waiting, Visitor(routes), colour);
  return routes;
}

}  // namespace plumbline
