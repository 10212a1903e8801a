// The only user of spdlog.
#include "cli/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace plumbline {
namespace {

int verbosity = 0;

}  // namespace

void set_verbosity(int level) {
  verbosity = level;
  if (level == 0) return;
  auto logger = std::make_shared<spdlog::logger>("plumbline",
                                                 std::make_shared<spdlog::sinks::stderr_sink_st>());
  // No clock in it: a trace can be compared with the next one.
  logger->set_pattern("plumbline: %l: %v");
  logger->set_level(level == 1 ? spdlog::level::info : spdlog::level::debug);
  spdlog::set_default_logger(std::move(logger));
}

bool is_verbose(int level) { return verbosity >= level; }

void log_progress(std::string_view text) {
  if (is_verbose(1)) spdlog::info(text);
}

void log_detail(std::string_view text) {
  if (is_verbose(2)) spdlog::debug(text);
}

}  // namespace plumbline
