// The list of commands: a new one needs its line here and its object in command.hpp.
#include <array>

#include "cli/command.hpp"

namespace plumbline {
namespace {

constexpr std::array kCommands = {
    &commands::compare, &commands::check, &commands::test,   &commands::explain,  &commands::egress,
    &commands::list,    &commands::graph, &commands::schema, &commands::new_file,
};

}  // namespace

std::span<const Command* const> all_commands() { return kCommands; }

}  // namespace plumbline
