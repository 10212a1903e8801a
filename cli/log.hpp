// Progress and trace on standard error, for people who ask with -v; nothing is set up otherwise.
#pragma once

#include <string_view>

namespace plumbline {

// 0: silent, 1: what is being done (-v), 2: how it went in detail (-vv).
void set_verbosity(int level);
[[nodiscard]] bool is_verbose(int level);

void log_progress(std::string_view text);  // -v
void log_detail(std::string_view text);    // -vv

}  // namespace plumbline
