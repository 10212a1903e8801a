// What a Document owns: its text, the memory of its nodes, and where comments cannot be.
#pragma once

#include <string>
#include <vector>

#include "engine/document/arena.hpp"
#include "engine/document/document.hpp"
#include "engine/document/source.hpp"

namespace plumbline {

struct Document::State {
  State(std::string content, std::string name)
      : file(std::move(name)), text(std::move(content)), arena(10 * text.size()) {}

  std::string file;
  std::string text;
  reading::Source source;  // over `text` without its byte-order mark
  reading::Arena arena;
  const Node* root = nullptr;
  // Quoted and block texts that hold a '#', in order of place: no comment begins within.
  std::vector<reading::ByteRange> opaque;
};

}  // namespace plumbline
