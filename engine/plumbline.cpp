// The engine as one call: text in, judgement out.
#include "engine/plumbline.hpp"

#include <utility>

#include "engine/checks/suppress.hpp"

namespace plumbline {

Expected<Judged, Findings> judge_text(std::string text, std::string file, const Catalog& catalog,
                                      const ReadOptions& options) {
  Expected<ReadScenario, Findings> read =
      read_scenario(std::move(text), std::move(file), catalog, options);
  if (!read.has_value()) return Unexpected{std::move(read).error()};
  if (Findings unknown = check_suppressions(read->scenario); !unknown.empty()) {
    return Unexpected{std::move(unknown)};
  }
  Judged judged;
  // The judgement points into the scenario, so the scenario stays where it is.
  judged.read = std::make_unique<ReadScenario>(std::move(read).value());
  judged.judgement = judge(judged.read->scenario);
  return judged;
}

}  // namespace plumbline
