// Feeds the parser from the text where it lies; a string stream would copy it.
#include "engine/document/feed.hpp"

#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>

namespace plumbline::reading {
namespace {

class TextBuffer final : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    // The get area is never written: the parser puts back only what it has just read.
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

}  // namespace

void feed_first_document(std::string_view text, YAML::EventHandler& handler) {
  TextBuffer buffer(text);
  std::istream stream(&buffer);
  YAML::Parser parser(stream);
  // Never a second time: on some texts the parser then gives documents without end. What follows
  // the first one is checked by our own eyes.
  parser.HandleNextDocument(handler);
}

}  // namespace plumbline::reading
