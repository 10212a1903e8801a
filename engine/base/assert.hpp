// An assertion about our own code, never about input: it stays on in every build.
#pragma once

#include <stdexcept>
#include <string>

namespace plumbline {

// Thrown when Plumbline finds itself in a state that its own code should have made impossible.
// main turns it into exit code 70.
class InternalError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

}  // namespace plumbline

#define PLUMBLINE_ASSERT(condition)                                                           \
  do {                                                                                        \
    if (!(condition)) {                                                                       \
      throw ::plumbline::InternalError(std::string(__FILE__ ":") + std::to_string(__LINE__) + \
                                       ": expected " #condition);                             \
    }                                                                                         \
  } while (false)
