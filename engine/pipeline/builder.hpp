// The steps from a typed design to a pipeline, in the order in which they run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

class PipelineBuilder {
 public:
  PipelineBuilder(const Scenario& scenario, const Design& design);
  Pipeline build() &&;

 private:
  // parts.cpp
  void add_components();
  void add_component(const Component& component);
  void add_unknown_settings(Part& part, const Component& component);
  PartId part_of(const End& end);
  PartId actor_part(std::string_view name, ActorId actor, SourceRange place);
  void give_facts(Part& part);

  // links.cpp
  void add_links();
  void add_link(const Connection& connection);
  [[nodiscard]] bool is_ticking(const Connection& connection) const;
  [[nodiscard]] bool has_other_source(const Connection& connection) const;
  void add_bridge(const Connection& connection, PartId from, PartId to);
  Link make_link(const Connection& connection, PartId from, PartId to,
                 const ConnectionInfo& info) const;

  // order.cpp
  void group_links();
  void find_entries();
  void order_parts();

  // flows.cpp
  void follow_work();
  void follow_into(PartId id);
  void begin_work(PartId id);
  void activate_over(LinkId id);
  [[nodiscard]] bool takes_items_singly(const Link& link) const;
  void spread_items(LinkId id);
  void carry_items(LinkId id);
  void add_activation(PartId id, Activation activation);
  [[nodiscard]] double split_of(const Link& link) const;

  Pipeline result_;
  std::vector<std::vector<Activation>> activations_;  // by part, while they grow
};

// A way between two ends as the catalog names them: a service with its mode, or an actor's class.
struct CatalogEnd {
  std::string_view name;
  std::string_view mode;
};
[[nodiscard]] CatalogEnd catalog_end(const Part& part);

// The function that bridges a missing hop: the first service that runs code on an event by itself.
[[nodiscard]] const Service* bridging_service(const Catalog& catalog);

}  // namespace plumbline
