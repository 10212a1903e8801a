// The engine as one call: text in, judgement out.
#pragma once

#include <memory>
#include <string>

#include "engine/base/expected.hpp"
#include "engine/catalog/catalog.hpp"
#include "engine/compare/judgement.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline {

// A scenario with its judgement; movable, self-contained but for the catalog.
struct Judged {
  std::unique_ptr<ReadScenario> read;
  Judgement judgement;
};

// Reads and judges one scenario. Bad input gives located findings, never an exception.
[[nodiscard]] Expected<Judged, Findings> judge_text(std::string text, std::string file,
                                                    const Catalog& catalog = Catalog::built_in(),
                                                    const ReadOptions& options = {});

}  // namespace plumbline
