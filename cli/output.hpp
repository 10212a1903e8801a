// Where results go: standard output or a file, whole or not at all.
#pragma once

#include <string_view>

#include "cli/arguments.hpp"
#include "cli/command.hpp"

namespace plumbline {

// Writes a result and gives `when_written` back, or says why it cannot be written and gives
// Unusable.
[[nodiscard]] ExitCode write_result(const OutputFlags& outputs, std::string_view text,
                                    ExitCode when_written);

// The style of a text result: colour only where it goes to a terminal.
[[nodiscard]] Style result_style(const OutputFlags& outputs);

}  // namespace plumbline
