// The ways by which data leaves an environment, and what each control does to each of them.
//
// From data/egress/matrix.yaml, compiled in. The table says what a control does taken by itself;
// what is closed in a design is decided on its graph (engine/egress).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/finding/fact.hpp"

namespace plumbline {

enum class EgressTarget : std::uint8_t {
  Internet,  // any host
  Account,   // another account
  Region,    // another Region
  Person,    // somebody outside the company network
};
[[nodiscard]] std::string_view egress_target_name(EgressTarget target);

enum class EgressEffect : std::uint8_t {
  Closes,
  Narrows,
  Protects,  // what leaves stays unreadable without the key
  Enforces,  // forces another control to be set
  Detects,   // seen afterwards
};
[[nodiscard]] std::string_view egress_effect_name(EgressEffect effect);

// What a component is to this analysis.
enum class EgressRole : std::uint8_t {
  Development,  // people write code in it: a notebook, Studio
  Container,    // code of the customer that SageMaker runs
  Code,         // code of the customer elsewhere: a function, a job, a cluster
  Store,        // keeps data
  Api,          // a managed model or service that is called
  None,         // the table does not know the service
};

struct EgressWay {
  std::string_view id;     // "P1"
  std::string_view name;   // "dev-direct-internet"
  std::string_view title;  // "a notebook or Studio straight to the internet"
  EgressTarget to = EgressTarget::Internet;
  std::string_view meaning;
  std::string_view source;
};

// One cell of the table. A cell that is not literal is a judgement from the page of the control.
struct EgressCell {
  std::int32_t way = 0;  // index of the ways
  EgressEffect effect = EgressEffect::Narrows;
  std::string_view when;  // what else must hold; empty: nothing
  bool is_literal = false;
};

struct EgressControl {
  std::string_view id;    // "C6"
  std::string_view name;  // "network-isolation"
  std::span<const std::string_view> aliases;
  std::string_view meaning;
  std::string_view limits;
  std::string_view source;
  Confidence confidence = Confidence::Documented;
  std::span<const EgressRole> on;             // empty: any part
  std::span<const std::string_view> enables;  // ids of controls that it makes possible
  std::string_view breaks;                    // what stops working; empty: nothing
  std::span<const EgressCell> cells;

  [[nodiscard]] const EgressCell* find_cell(std::int32_t way) const;
};

struct EgressService {
  std::string_view service;
  EgressRole role = EgressRole::None;
};

struct EgressTable {
  std::span<const EgressWay> ways;
  std::span<const EgressControl> controls;
  std::span<const EgressService> services;  // in order of name
  std::span<const std::string_view> not_modelled;

  // By id, name or alias; nullptr if there is none.
  [[nodiscard]] const EgressControl* find_control(std::string_view word) const;
  [[nodiscard]] std::int32_t find_way(std::string_view word) const;  // by id or name; -1
  [[nodiscard]] EgressRole role_of(std::string_view service) const;
};
[[nodiscard]] const EgressTable& egress_table();

}  // namespace plumbline
